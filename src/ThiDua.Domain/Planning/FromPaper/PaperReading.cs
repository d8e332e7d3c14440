namespace ThiDua.Domain.Planning.FromPaper;

/// <summary>A paragraph of a word processor's file, with the level of its heading style; line ends within it are kept.</summary>
public sealed record SourceParagraph(string Text, int? HeadingLevel = null)
{
    /// <summary>A table in the Markdown of sections.</summary>
    public bool IsTable { get; init; }
}

/// <summary>What was read from a paper: proposals, of which nothing is taken over without a person's yes. Offsets count in <see cref="Text"/>.</summary>
public sealed record PaperReading(string Text, PaperHead Head, IReadOnlyList<PaperBasis> Bases, string Preamble, IReadOnlyList<PaperSection> Sections, IReadOnlyList<ProposedDate> Dates, PaperClosing Closing)
{
    /// <summary>All sections, each before those below it.</summary>
    public IEnumerable<PaperSection> AllSections => Sections.SelectMany(section => section.WithBelow);

    /// <summary>Whether no part of a plan was recognised: all of the text is one section.</summary>
    public bool IsBare => Head.Kind is null && Bases.Count == 0 && Dates.Count == 0 && Closing.Recipients.Count == 0 && Sections.All(section => section.Number.Length == 0 && section.Title.Length == 0);
}

/// <summary>The heading block: who issues, number and symbol, place and date, kind and abstract; what is not there is empty.</summary>
public sealed record PaperHead(IReadOnlyList<string> Issuer, string? Number, string? Symbol, string? Place, DateOnly? IssuedOn, string? Kind, string? Abstract);

/// <summary>A legal basis (căn cứ): its whole text and what was recognised in it.</summary>
public sealed record PaperBasis(string Text, string Opening)
{
    /// <summary>Quyết định, Công văn, …</summary>
    public string? Kind { get; init; }

    /// <summary>Number and symbol: 13/HĐTĐKT-VI.</summary>
    public string? Number { get; init; }

    public DateOnly? IssuedOn { get; init; }

    public string? Issuer { get; init; }

    /// <summary>Where no kind of document is recognised, the words that stand for it: "nội dung", "đề nghị".</summary>
    public string? Ground { get; init; }

    /// <summary>What has no number is known by its name: "Thi đua, khen thưởng" of a law, "Giao ước thi đua năm 2020" of a ground.</summary>
    public string? Name { get; init; }

    /// <summary>What it is about, from "về (việc)" on.</summary>
    public string? Abstract { get; init; }
}

/// <summary>A section: its number as printed (I., 1.1., a), Điều 2.), title (may be empty), text in the Markdown of sections, and the sections below.</summary>
public sealed record PaperSection(string Number, string Title, string Body, IReadOnlyList<PaperSection> Below, int Offset)
{
    public IEnumerable<PaperSection> WithBelow => Below.SelectMany(section => section.WithBelow).Prepend(this);
}

/// <summary>What a date seems to be of.</summary>
public enum ProposedKind { Deadline, Conference }

/// <summary>A date found in the text, with its wording, the sentence it stands in, where, and the section (numbers from the top, and the nearest title).</summary>
public sealed record ProposedDate(ProposedKind Kind, DateAsWritten When, string Wording, string Sentence, int Offset, int Length)
{
    /// <summary>I. / 1. / 1.1.</summary>
    public string SectionPath { get; init; } = "";

    /// <summary>The title of the section, or of the nearest above that names a matter of its own.</summary>
    public string SectionTitle { get; init; } = "";
}

/// <summary>The end of a paper: recipients, the lines above the signature, who signed, and what stands after it.</summary>
public sealed record PaperClosing(IReadOnlyList<string> Recipients, IReadOnlyList<string> SignatureLines, string? Signatory, IReadOnlyList<string> After);
