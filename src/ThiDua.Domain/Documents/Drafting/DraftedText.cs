using static ThiDua.Domain.RuleViolation;

namespace ThiDua.Domain.Documents.Drafting;

/// <summary>Who issues a drafted document: an organization, or the cluster under its letterhead (null).</summary>
public sealed record DraftIssuer(int? OrganizationId, string Name);

/// <summary>All that is written of a drafted document, one part a property; lists hold one entry a line.</summary>
public sealed record DraftedText(string Abstract)
{
    public const int LongestLine = 1000;
    public const int MostLines = 60;
    public const int MostSignatoryLines = 4;

    public string? Symbol { get; init; }

    /// <summary>Thẩm quyền ban hành, between the title of a decision and its bases: CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH.</summary>
    public string? Authority { get; init; }

    /// <summary>Kính gửi.</summary>
    public IReadOnlyList<string> Addressees { get; init; } = [];

    /// <summary>Căn cứ, each with its opening word.</summary>
    public IReadOnlyList<string> Bases { get; init; } = [];

    /// <summary>In the small Markdown of official texts.</summary>
    public string? Body { get; init; }

    /// <summary>Nơi nhận, without dashes and marks.</summary>
    public IReadOnlyList<string> Recipients { get; init; } = [];

    /// <summary>The archive line (Lưu).</summary>
    public string? Archive { get; init; }

    /// <summary>Authority form and office, one line each.</summary>
    public IReadOnlyList<string> SignatoryLines { get; init; } = [];

    public string? Signatory { get; init; }

    /// <summary>Who signs beside, at the left: the unit that takes over.</summary>
    public IReadOnlyList<string> SecondLines { get; init; } = [];

    public string? SecondSignatory { get; init; }

    /// <summary>Trimmed, in NFC, empty lines left out; refused where a list is too long or the symbol is not that of the kind.</summary>
    public DraftedText Cleaned(DraftTemplate template, DocumentKind? kind)
    {
        var isDecision = kind == DocumentKind.Decision;
        return new(Text.Clean(Abstract)?.ReplaceLineEndings(" ") ?? throw new RuleViolation("Nhập trích yếu.", nameof(Abstract)))
        {
            Symbol = kind is { } known ? DocumentSymbol.Checked(known, Symbol) : null,
            Authority = isDecision ? Text.Clean(Authority) : null,
            Addressees = Lines(Addressees, nameof(Addressees)),
            Bases = Lines(Bases, nameof(Bases)),
            Body = Text.Clean(Body)?.ReplaceLineEndings("\n"),
            Recipients = Lines(Recipients, nameof(Recipients)),
            Archive = Text.Clean(Archive),
            SignatoryLines = Lines(SignatoryLines, nameof(SignatoryLines), MostSignatoryLines),
            Signatory = Text.Clean(Signatory),
            SecondLines = DraftTemplates.HasSecondSignature(template) ? Lines(SecondLines, nameof(SecondLines), MostSignatoryLines) : [],
            SecondSignatory = DraftTemplates.HasSecondSignature(template) ? Text.Clean(SecondSignatory) : null,
        };
    }

    /// <summary>All reasons why it cannot be submitted for signature yet.</summary>
    public IReadOnlyList<string> Problems(DraftTemplate template, DocumentKind? kind)
    {
        (bool Is, string Why)[] missing =
        [
            (kind == DocumentKind.Letter && Addressees.Count == 0, "Công văn chưa ghi nơi kính gửi."),
            (kind == DocumentKind.Decision && Authority is null, "Quyết định chưa ghi thẩm quyền ban hành."),
            (kind == DocumentKind.Decision && Bases.Count == 0, "Quyết định chưa có căn cứ."),
            (Body is null, "Chưa có nội dung."),
            (template != DraftTemplate.ConsolidatedReport && ReportMarks.AreWithin(Body), "Nội dung còn dấu [[ hoặc ]]: dòng cổng thay khi in chỉ có trong báo cáo tổng hợp."),
            (Recipients.Count == 0 && Addressees.Count == 0, "Chưa có nơi nhận."),
            (SignatoryLines.Count == 0, "Chưa có phần ký."),
            (DraftTemplates.HasSecondSignature(template) && SecondLines.Count == 0, "Chưa có phần ký của bên nhận bàn giao."),
        ];
        return [.. missing.Where(row => row.Is).Select(row => row.Why), .. Blanks()];
    }

    /// <summary>What is missing, too, but hinders nothing: who signs may be known only when it is signed.</summary>
    public IReadOnlyList<string> Gaps(DraftTemplate template) =>
    [
        .. Signatory is null ? ["Chưa ghi họ và tên người ký."] : Array.Empty<string>(),
        .. DraftTemplates.HasSecondSignature(template) && SecondSignatory is null ? ["Chưa ghi họ và tên người ký của bên nhận bàn giao."] : Array.Empty<string>(),
    ];

    /// <summary>The parts in which a place is left to be filled in.</summary>
    public IEnumerable<string> Blanks() =>
        from part in new (string Name, IEnumerable<string?> Texts)[]
        {
            ("Trích yếu", [Abstract]), ("Thẩm quyền ban hành", [Authority]), ("Kính gửi", Addressees), ("Căn cứ", Bases), ("Nội dung", [Body]), ("Nơi nhận", [.. Recipients, Archive]),
            ("Phần ký", [.. SignatoryLines, Signatory, .. SecondLines, SecondSignatory]),
        }
        where part.Texts.Any(Text.HasBlank)
        select $"{part.Name} còn chỗ để trống (…… hoặc ___).";

    private static IReadOnlyList<string> Lines(IReadOnlyList<string> lines, string field, int most = MostLines)
    {
        IReadOnlyList<string> clean = [.. lines.Select(Text.Clean).OfType<string>()];
        Require(clean.Count <= most, $"Có nhiều nhất {most} dòng.", field);
        Require(clean.All(line => line.Length <= LongestLine), $"Mỗi dòng tối đa {LongestLine:N0} ký tự.".Replace(',', '.'), field);
        return clean;
    }
}
