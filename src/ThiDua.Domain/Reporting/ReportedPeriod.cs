using System.Globalization;
using ThiDua.Domain.Planning;

namespace ThiDua.Domain.Reporting;

/// <summary>What a report of a year is on (kỳ báo cáo), to find the one of the year before that it is compared with.</summary>
public sealed record ReportedPeriod(ReportKind Kind, string? Period, string Title, int Year)
{
    private bool IsPeriodic => Kind is ReportKind.SixMonth or ReportKind.Annual;

    /// <summary>How well it answers to one of another year, the better the higher; null where it is on something else. Years in the words count by their distance to the report's own.</summary>
    public int? FitTo(ReportedPeriod other)
    {
        if (Kind != other.Kind)
        {
            return null;
        }

        var hasSameTitle = Words(Title) == other.Words(other.Title);
        return (Period, other.Period) switch
        {
            ({ } one, { } two) => Words(one) == other.Words(two) ? hasSameTitle ? 3 : 2 : null,
            _ when hasSameTitle => 1,
            _ => IsPeriodic ? 0 : null, // the kind says the period
        };
    }

    private string Words(string text) => string.Join(' ', Text.Words(text).Select(Relative).Where(word => word.Length > 0));

    private string Relative(string word) => word.Length != 4 || !int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year is < 1900 or > 2100 ? word
        : year == Year ? "" : string.Create(CultureInfo.InvariantCulture, $"({year - Year:+0;-0})");
}
