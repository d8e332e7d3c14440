using System.Text.RegularExpressions;
using static ThiDua.Domain.Documents.Drafting.ConsolidatedReport;

namespace ThiDua.Domain.Documents.Drafting;

/// <summary>The marks of a consolidated report as people write them: in any case, with spaces wherever they fell, one or several to a paragraph that holds nothing else.</summary>
public static partial class ReportMarks
{
    private const string ChartOf = "BIỂU ĐỒ";

    /// <summary>What the portal puts in the place of each mark (các dòng cổng thay khi in).</summary>
    public static readonly IReadOnlyList<(string Mark, string Meaning)> Known =
    [
        (StandingMark, "bao nhiêu đơn vị gửi đúng hạn, gửi muộn, chưa gửi, kèm tên đơn vị"),
        (FiguresMark, "mỗi số liệu một bảng: chỉ tiêu, thực hiện, năm trước, tăng giảm của từng đơn vị, dòng tổng cộng"),
        (ChartMark, $"mỗi số liệu cộng được một biểu đồ, nhiều nhất {MostCharts} biểu đồ"),
        (SourcesMark, "số liệu lấy từ báo cáo nào, nộp lần thứ mấy, lúc nào"),
    ];

    /// <summary>The marks of a paragraph that is nothing else, as they are meant; none where it is text.</summary>
    public static IReadOnlyList<string> In(string paragraph) => Line().Match(paragraph.Trim()) is { Success: true } line ? [.. line.Groups["mark"].Captures.Select(mark => Meant(mark.Value))] : [];

    /// <summary>Whether a text holds what looks like a part of a mark.</summary>
    public static bool AreWithin(string? text) => text is not null && (text.Contains("[[", StringComparison.Ordinal) || text.Contains("]]", StringComparison.Ordinal));

    public static bool IsKnown(string mark) => FigureOf(mark) is not null || Known.Any(known => known.Mark == mark);

    /// <summary>The figure of which a mark draws the chart: "[[BIỂU ĐỒ: Số xã đạt chuẩn]]"; null where it is no such mark.</summary>
    public static string? FigureOf(string mark) => mark.StartsWith($"[[{ChartOf}: ", StringComparison.Ordinal) ? mark[(ChartOf.Length + 4)..^2] : null;

    private static string Meant(string written)
    {
        var words = Text.Composed(string.Join(' ', written.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        if (Known.FirstOrDefault(known => string.Equals(known.Mark, $"[[{words}]]", StringComparison.OrdinalIgnoreCase)).Mark is { } known)
        {
            return known;
        }

        return words.Split(':', 2, StringSplitOptions.TrimEntries) is [var chart, { Length: > 0 } name] && string.Equals(chart, ChartOf, StringComparison.OrdinalIgnoreCase) ? $"[[{ChartOf}: {name}]]" : $"[[{words}]]";
    }

    [GeneratedRegex(@"^(?:\[\[(?<mark>(?:(?!\[\[|\]\][^\]]).)*?)\]\](?!\])\s*)+$", RegexOptions.None, 1000)]
    private static partial Regex Line();
}
