namespace ThiDua.Web.Documents;

/// <summary>An official document (văn bản hành chính), laid out by Nghị định 30/2020/NĐ-CP, Phụ lục I; rendered as HTML, PDF and DOCX.</summary>
/// <remarks>Whatever is written in capitals on paper (organizations, kind, offices) may be given in any case.</remarks>
public sealed record OfficialDocument
{
    /// <summary>Title of the file, shown by readers and by the browser's tab.</summary>
    public required string Title { get; init; }

    /// <summary>Author named in the file: the issuing organization.</summary>
    public string Author { get; init; } = "";

    /// <summary>Language of the text, an IETF tag.</summary>
    public string Language { get; init; } = "vi";

    /// <summary>Organizations and Quốc hiệu at the top; none on papers that have no letterhead (ballot slips, backdrops).</summary>
    public Letterhead? Letterhead { get; init; }

    /// <summary>Number in the register; null prints room for it (a draft).</summary>
    public int? Number { get; init; }

    /// <summary>Symbol after the number, <c>KH-CTĐBTB</c>; null prints no number line.</summary>
    public string? Symbol { get; init; }

    /// <summary>Place (địa danh); null prints no place and date.</summary>
    public string? Place { get; init; }

    /// <summary>Date of issue; null prints room for day and month.</summary>
    public DateOnly? IssuedOn { get; init; }

    /// <summary>Year printed while the date is still open.</summary>
    public int Year { get; init; }

    /// <summary>Kind (tên loại), <c>KẾ HOẠCH</c>; null makes an official letter (công văn), whose abstract stands under the number.</summary>
    public string? Kind { get; init; }

    /// <summary>Abstract (trích yếu).</summary>
    public string? Abstract { get; init; }

    /// <summary><c>Phụ lục I</c>, where the document is itself an annex of another one.</summary>
    public string? AnnexLabel { get; init; }

    /// <summary>The document that this one goes with, <c>(Kèm theo Báo cáo số … )</c>; see <see cref="Wording.EnclosedWith"/>.</summary>
    public string? Enclosure { get; init; }

    /// <summary>Kính gửi; Nơi nhận then begins with <c>- Như trên;</c>.</summary>
    public IReadOnlyList<string> Addressees { get; init; } = [];

    /// <summary>Who decides (thẩm quyền ban hành), between the abstract of a decision and its legal bases.</summary>
    public string? DecidedBy { get; init; }

    /// <summary>Legal bases (căn cứ), one a paragraph; their closing marks are set by the renderers.</summary>
    public IReadOnlyList<string> LegalBases { get; init; } = [];

    public IReadOnlyList<Block> Body { get; init; } = [];

    /// <summary>Whether <c>./.</c> closes the last sentence.</summary>
    public bool EndMark { get; init; } = true;

    /// <summary>One stands at the right, two side by side, more in a grid of two columns.</summary>
    public IReadOnlyList<Signature> Signatures { get; init; } = [];

    /// <summary>A line of signature of its own below the others (covenants: the authority that witnesses).</summary>
    public Signature? Witness { get; init; }

    /// <summary>Nơi nhận without dashes and marks; empty prints none.</summary>
    public IReadOnlyList<string> Recipients { get; init; } = [];

    /// <summary>Archive line (Lưu) that closes Nơi nhận.</summary>
    public string Archive { get; init; } = "VT";

    public IReadOnlyList<Annex> Annexes { get; init; } = [];

    /// <summary>Where anybody checks the issued document: printed as a QR code below the signatures. It belongs to the file, not to the text.</summary>
    public string? CheckAddress { get; init; }

    /// <summary>Whether the document lies on landscape pages.</summary>
    public bool Wide { get; init; }
}

/// <summary>Letterhead (phần đầu): the issuing organization in the lines given, and the organization above it.</summary>
public sealed record Letterhead(IReadOnlyList<string> Issuer, string? Superior = null);

/// <summary>Signature (chữ ký): one to four lines of authority and office, a note such as <c>(Ký, ghi rõ họ tên)</c>, the full name or room for it.</summary>
public sealed record Signature(IReadOnlyList<string> Lines, string? Name = null, string? Note = null);

/// <summary>Annex (phụ lục) in the same file: on pages of its own, numbered on their own.</summary>
public sealed record Annex(string? Label, string Title, IReadOnlyList<Block> Body)
{
    /// <summary><c>(Kèm theo Kế hoạch số … )</c>; see <see cref="Wording.EnclosedWith"/>.</summary>
    public string? Enclosure { get; init; }

    /// <summary>Whether the annex lies on landscape pages.</summary>
    public bool Wide { get; init; }
}
