using ThiDua.Domain.Access;

namespace ThiDua.Domain.Planning;

/// <summary>What stands once in a plan (kế hoạch): abstract, opening paragraph, recipients, signature.</summary>
public sealed record PlanTerms(string Abstract)
{
    /// <summary>Lời dẫn, in the small Markdown of official texts.</summary>
    public string? Preamble { get; init; }

    /// <summary>Nơi nhận, without dashes and marks.</summary>
    public IReadOnlyList<string> Recipients { get; init; } = [];

    /// <summary>The archive line (Lưu).</summary>
    public string? Archive { get; init; }

    /// <summary>Authority form and office, one line each: "CỤM TRƯỞNG", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH".</summary>
    public IReadOnlyList<string> SignatoryLines { get; init; } = [];

    public string? Signatory { get; init; }
}

/// <summary>The word with which a legal basis opens: Căn cứ, Thực hiện, Theo.</summary>
public enum BasisOpening { PursuantTo, Implementing, Following }

/// <summary>What is written of a legal basis; number, date and issuer may be left out.</summary>
public sealed record BasisDescription(BasisOpening Opening, string Kind)
{
    public string? Number { get; init; }

    public DateOnly? IssuedOn { get; init; }

    public string? Issuer { get; init; }

    public string? Abstract { get; init; }
}

/// <summary>A legal basis of a plan (căn cứ): the document, by its opening word.</summary>
public sealed class PlanBasis : IInClusterYear, IVersioned
{
    private PlanBasis() => (Plan, Kind) = (null!, "");

    internal PlanBasis(Plan plan, int order, BasisDescription description)
        : this()
    {
        (Plan, Order, ClusterYearId) = (plan, order, plan.ClusterYearId);
        Write(description);
    }

    public int Id { get; private set; }

    public int ClusterYearId { get; private set; }

    public int PlanId { get; private set; }

    public Plan Plan { get; private set; }

    public int Order { get; private set; }

    public BasisOpening Opening { get; private set; }

    /// <summary>The kind of document: Luật, Nghị định, Quyết định.</summary>
    public string Kind { get; private set; }

    public string? Number { get; private set; }

    public DateOnly? IssuedOn { get; private set; }

    public string? Issuer { get; private set; }

    public string? Abstract { get; private set; }

    public int Version { get; private set; }

    public BasisDescription Description() => new(Opening, Kind) { Number = Number, IssuedOn = IssuedOn, Issuer = Issuer, Abstract = Abstract };

    internal void Describe(Actor by, BasisDescription description)
    {
        ArgumentNullException.ThrowIfNull(by);
        Write(description);
        Version++;
    }

    internal void Place(Actor by, int order)
    {
        ArgumentNullException.ThrowIfNull(by);
        if (Order != order)
        {
            Order = order;
            Version++;
        }
    }

    private void Write(BasisDescription description)
    {
        Kind = Text.Clean(description.Kind) ?? throw new RuleViolation("Nhập loại văn bản, ví dụ Luật, Nghị định, Quyết định.", nameof(Kind));
        (Opening, Number, IssuedOn) = (description.Opening, Text.Clean(description.Number), description.IssuedOn);
        (Issuer, Abstract) = (Text.Clean(description.Issuer), Text.Clean(description.Abstract));
        RuleViolation.Require(Number is not null || Abstract is not null, "Nhập số, ký hiệu hoặc trích yếu để biết là văn bản nào.", nameof(Abstract));
    }
}

/// <summary>A section of a plan's outline (mục): numbered by its place, with a title, a text, or both.</summary>
public sealed class PlanSection : IInClusterYear, IVersioned
{
    private PlanSection() => Plan = null!;

    internal PlanSection(Plan plan, PlanSection? parent, int order, SectionText text)
        : this()
    {
        (Plan, Parent, Order, ClusterYearId) = (plan, parent, order, plan.ClusterYearId);
        Write(text);
    }

    public int Id { get; private set; }

    public int ClusterYearId { get; private set; }

    public int PlanId { get; private set; }

    public Plan Plan { get; private set; }

    public int? ParentId { get; private set; }

    public PlanSection? Parent { get; private set; }

    public int Order { get; private set; }

    public string? Title { get; private set; }

    /// <summary>In the small Markdown of official texts.</summary>
    public string? Body { get; private set; }

    public int Version { get; private set; }

    internal bool IsBelow(PlanSection? parent) =>
        Parent is not null || parent is null ? Parent == parent && (parent is not null || ParentId is null) : ParentId == parent.Id && parent.Id > 0;

    internal void Describe(Actor by, SectionText text)
    {
        Write(text);
        Changed(by);
    }

    internal void PutBelow(Actor by, PlanSection? parent)
    {
        if (!IsBelow(parent))
        {
            (Parent, ParentId) = (parent, parent?.Id);
            Changed(by);
        }
    }

    internal void Place(Actor by, int order)
    {
        if (Order != order)
        {
            Order = order;
            Changed(by);
        }
    }

    private void Changed(Actor by)
    {
        ArgumentNullException.ThrowIfNull(by);
        Version++;
    }

    private void Write(SectionText text)
    {
        (Title, Body) = (Text.Clean(text.Title), Text.Clean(text.Body)?.ReplaceLineEndings("\n"));
        RuleViolation.Require(Title is not null || Body is not null, "Nhập tiêu đề hoặc nội dung của mục.", nameof(Title));
    }
}

/// <summary>What is written of a section.</summary>
public sealed record SectionText(string? Title, string? Body);

/// <summary>A part of a plan where something is missing: its terms, its bases, its outline, the deputy's agreement.</summary>
public enum PlanPart { Terms, Bases, Outline, Agreement }

/// <summary>Why a plan cannot be submitted for signature yet, and where to mend it.</summary>
public sealed record PlanProblem(string Text, PlanPart Part, int? SectionId = null);
