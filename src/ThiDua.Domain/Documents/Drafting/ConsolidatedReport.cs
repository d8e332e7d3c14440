using ThiDua.Domain.Planning.Markup;
using ThiDua.Domain.Reporting;
using static ThiDua.Domain.Documents.Drafting.DraftWords;

namespace ThiDua.Domain.Documents.Drafting;

/// <summary>Báo cáo tổng hợp: sections of text, and marks that stand for what the portal makes of the accepted figures.</summary>
public static class ConsolidatedReport
{
    public const string FiguresMark = "[[BẢNG SỐ LIỆU]]";
    public const string ChartMark = "[[BIỂU ĐỒ]]";
    public const string StandingMark = "[[TÌNH HÌNH GỬI BÁO CÁO]]";
    public const string SourcesMark = "[[NGUỒN SỐ LIỆU]]";

    /// <summary>How many figures the mark of all charts draws; further ones are named.</summary>
    public const int MostCharts = 6;

    /// <summary>The figures that a mark draws; null where it is no mark of charts. The mark of all draws what adds up over the units, or, where nothing does, the first.</summary>
    public static IReadOnlyList<ConsolidatedFigure>? ChartedBy(string mark, ConsolidatedFigures figures) =>
        ReportMarks.FigureOf(mark) is { } name ? [.. figures.Figures.Where(figure => RequirementFigure.AreSame(figure.Name, name) || RequirementFigure.AreSame(figure.InWords, name)).Take(1)]
        : mark != ChartMark ? null
        : figures.Figures.Any(figure => figure.IsSummed) ? [.. figures.Figures.Where(figure => figure.IsSummed).Take(MostCharts)] : [.. figures.Figures.Take(1)];

    /// <summary>The marks of the text that would be printed as they stand: misspelt, of a figure that is not there, or in the middle of a paragraph.</summary>
    public static IReadOnlyList<string> UnknownMarks(string? body, ConsolidatedFigures figures) =>
    [
        .. from line in MarkupText.Plain(body).Split('\n')
           from problem in ReportMarks.In(line) is { Count: > 0 } marks ? marks.Select(mark => ProblemWith(mark, figures)).OfType<string>() : ReportMarks.AreWithin(line) ? [InText(line)] : Array.Empty<string>()
           select problem,
    ];

    /// <summary>Why nothing can stand in the place of a mark; null: it can.</summary>
    public static string? ProblemWith(string mark, ConsolidatedFigures figures) =>
        ReportMarks.FigureOf(mark) is { } name && ChartedBy(mark, figures) is [] ? $"Không có số liệu “{name}” để vẽ biểu đồ. Ghi đúng tên số liệu của yêu cầu báo cáo, hoặc bỏ dòng này."
        : ReportMarks.IsKnown(mark) ? null : $"Cổng không có dòng “{mark}”. Viết đúng một trong các dòng {FiguresMark}, {ChartMark}, {StandingMark}, {SourcesMark}, hoặc bỏ dòng này.";

    private static string InText(string line) => $"Dòng “{(line.Length > 60 ? line[..60] + "…" : line)}” còn dấu [[ hoặc ]]. Dòng cổng thay khi in phải mở bằng [[, đóng bằng ]] và đứng riêng một đoạn.";

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
