using System.Globalization;
using System.Text.RegularExpressions;

namespace ThiDua.Domain.Planning;

/// <summary>
/// A text of one year as the draft of another: years on their own and in dates move on by the difference.
/// What stays: number and date of a cited document ("Kế hoạch số 05/KH-CTĐ ngày 02/7/2020"), years inside symbols (91/2017/NĐ-CP), periods of several years (2016 - 2020).
/// </summary>
public static partial class YearsMoved
{
    private const int LeapDay = 29;

    public static string Of(string text, int years) => years == 0 ? text : Years().Replace(text, match =>
        !match.Groups["year"].Success ? match.Value : $"{DayIn(match, years)}{Moved(match.Groups["year"].Value, years)}");

    private static string Moved(string year, int years) => (int.Parse(year, CultureInfo.InvariantCulture) + years).ToString(CultureInfo.InvariantCulture);

    // 29 February is not in every year.
    private static string DayIn(Match match, int years)
    {
        var before = match.Groups["before"].Value;
        var year = int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture) + years;
        return match.Groups["day"].Value == $"{LeapDay}" && match.Groups["month"].Value is "2" or "02" && !DateTime.IsLeapYear(year) ? $"{LeapDay - 1}{before[2..]}" : before;
    }

    [GeneratedRegex(
        """
        (\bsố\s+\S+/\S+|\S*\d+/(19|20)\d{2}/\S+)(\s+ngày\s+\d{1,2}(\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}|\s+tháng\s+\d{1,2}\s+năm\s+\d{4}))?
        | (?<!\d)(19|20)\d{2}\s*[-–]\s*(19|20)\d{2}(?!\d)
        | (?<before>(?<![\d/.-])(?<day>\d{1,2})(/|\s+tháng\s+)(?<month>\d{1,2})(/|\s+năm\s+))(?<year>20\d{2})(?![\d/])
        | (?<![\d.,])(?<year>20\d{2})(?![\d/]|[.,]\d)
        """,
        RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase,
        1000)]
    private static partial Regex Years();
}
