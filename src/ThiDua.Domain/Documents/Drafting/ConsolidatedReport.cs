using static ThiDua.Domain.Documents.Drafting.DraftWords;

namespace ThiDua.Domain.Documents.Drafting;

/// <summary>Báo cáo tổng hợp: sections of text, and marks that stand for what the portal makes of the accepted figures.</summary>
public static class ConsolidatedReport
{
    public const string FiguresMark = "[[BẢNG SỐ LIỆU]]";
    public const string ChartMark = "[[BIỂU ĐỒ]]";
    public const string StandingMark = "[[TÌNH HÌNH GỬI BÁO CÁO]]";
    public const string SourcesMark = "[[NGUỒN SỐ LIỆU]]";

    public static DraftedText Start(DraftFacts facts, DraftedBy issuer, string title, string? period)
    {
        var about = $"Tổng hợp {UrgingLetter.Lowered(title)}{(period is null || title.Contains(period, StringComparison.OrdinalIgnoreCase) ? "" : $" {period}")} của {facts.ClusterName}";
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
