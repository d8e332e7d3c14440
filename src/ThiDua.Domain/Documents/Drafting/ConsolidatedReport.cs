using ThiDua.Domain.Reporting;
using static ThiDua.Domain.Documents.Drafting.DraftWords;

namespace ThiDua.Domain.Documents.Drafting;

/// <summary>Báo cáo tổng hợp: sections of text, and marks that stand for what the portal makes of the accepted figures.</summary>
public static class ConsolidatedReport
{
    public const string FiguresMark = "[[BẢNG SỐ LIỆU]]";
    public const string ChartMark = "[[BIỂU ĐỒ]]";

    /// <summary>How many figures the mark of all charts draws; further ones are named.</summary>
    public const int MostCharts = 6;

    private const string ChartOf = "[[BIỂU ĐỒ:";

    public const string StandingMark = "[[TÌNH HÌNH GỬI BÁO CÁO]]";
    public const string SourcesMark = "[[NGUỒN SỐ LIỆU]]";

    /// <summary>The figure of which a mark draws the chart: "[[BIỂU ĐỒ: Số xã đạt chuẩn]]"; null where it is no such mark.</summary>
    public static string? NamedIn(string mark) =>
        mark.StartsWith(ChartOf, StringComparison.OrdinalIgnoreCase) && mark.EndsWith("]]", StringComparison.Ordinal) ? Text.Clean(mark[ChartOf.Length..^2]) : null;

    /// <summary>The figures that a mark draws; null where it is no mark of charts. The mark of all draws what adds up over the units, or, where nothing does, the first.</summary>
    public static IReadOnlyList<ConsolidatedFigure>? ChartedBy(string mark, ConsolidatedFigures figures) =>
        NamedIn(mark) is { } name ? [.. figures.Figures.Where(figure => RequirementFigure.AreSame(figure.Name, name) || RequirementFigure.AreSame(figure.InWords, name)).Take(1)]
        : mark != ChartMark ? null
        : figures.Figures.Any(figure => figure.IsSummed) ? [.. figures.Figures.Where(figure => figure.IsSummed).Take(MostCharts)] : [.. figures.Figures.Take(1)];

    /// <summary>The charts that the text asks for of a figure that is not there.</summary>
    public static IReadOnlyList<string> UnknownCharts(string? body, ConsolidatedFigures figures) =>
    [
        .. from line in (body ?? "").Split('\n')
           where NamedIn(line.Trim()) is not null && ChartedBy(line.Trim(), figures) is []
           select $"Không có số liệu “{NamedIn(line.Trim())}” để vẽ biểu đồ. Ghi đúng tên số liệu của yêu cầu báo cáo, hoặc bỏ dòng này.",
    ];

    public static DraftedText Start(DraftFacts facts, DraftedBy issuer, string title, string? period)
    {
        var about = $"Tổng hợp {Lowered(title)}{(period is null || title.Contains(period, StringComparison.OrdinalIgnoreCase) ? "" : $" {period}")} của {facts.ClusterName}";
        var plan = facts.Plan is { } document ? $"Thực hiện Kế hoạch số {document.Number} {OfficialDate.InWords(document.IssuedOn)}, " : "";
        return new(about)
        {
            Symbol = DocumentSymbol.Of(DocumentKind.Report, issuer.Abbreviation),
            Addressees = [facts.AuthorityName],
            Body = Paragraphs(
                $"{plan}{Markup(facts.ClusterName)} tổng hợp, báo cáo kết quả như sau:",
                "**I. TÌNH HÌNH GỬI BÁO CÁO**",
                StandingMark,
                "**II. KẾT QUẢ THỰC HIỆN**",
                FiguresMark,
                ChartMark,
                "**III. ĐÁNH GIÁ CHUNG**",
                Blank,
                "**IV. NHIỆM VỤ TRỌNG TÂM THỜI GIAN TỚI**",
                Blank,
                SourcesMark,
                $"Trên đây là báo cáo tổng hợp của {Markup(facts.ClusterName)}."),
            Recipients = [.. facts.StandingBodyName is { } body ? [body] : Array.Empty<string>(), $"Các đơn vị thành viên {facts.ClusterName}"],
            Archive = $"VT, hồ sơ {facts.Abbreviation}",
            SignatoryLines = issuer.SignatureLines,
        };
    }
}
