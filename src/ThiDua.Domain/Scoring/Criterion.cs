using ThiDua.Domain.Access;

namespace ThiDua.Domain.Scoring;

/// <summary>A criterion (tiêu chí): a node of the scheme's tree; leaves carry points.</summary>
public sealed class Criterion : IInClusterYear, IVersioned
{
    private Criterion() => Code = Name = "";

    internal Criterion(ScoringScheme scheme, Criterion? parent, int order, CriterionDescription description)
        : this()
    {
        (Scheme, Parent, Order, ClusterYearId, IsAside) = (scheme, parent, order, scheme.ClusterYearId, scheme.AmendsId is not null);
        Write(description with { Kind = parent?.Kind ?? description.Kind });
    }

    public int Id { get; private set; }

    public int ClusterYearId { get; private set; }

    public int SchemeId { get; private set; }

    public ScoringScheme Scheme { get; private set; } = null!;

    public int? ParentId { get; private set; }

    public Criterion? Parent { get; private set; }

    /// <summary>Of a copy in another version: the criterion of the scheme in force that it is, or was.</summary>
    public int? OriginId { get; private set; }

    /// <summary>By what versions of one year know a criterion.</summary>
    public int Identity => OriginId ?? Id;

    /// <summary>Whether it stands in another version than the one in force: the draft of the next, or an earlier one.</summary>
    public bool IsAside { get; private set; }

    public int Order { get; private set; }

    public string Code { get; private set; }

    public string Name { get; private set; }

    public CriterionKind Kind { get; private set; }

    /// <summary>Points at most; the cap of a bonus section; null for deductions without a cap.</summary>
    public decimal? Max { get; private set; }

    public ScoringRule? Rule { get; private set; }

    public string? Unit { get; private set; }

    public string? TargetSource { get; private set; }

    /// <summary>Which target counts where the unit has one assigned and one registered.</summary>
    public CountedTarget CountedTarget { get; private set; }

    public string? EvidenceNeeded { get; private set; }

    public string? Guide { get; private set; }

    /// <summary>What the framework of the authority says of it; none: it is the cluster's own.</summary>
    public FrameworkPart? Part { get; private set; }

    public int Version { get; private set; }

    public SchemeNode Node() => new(Id, ParentId, Order, Code, Name, Max, Kind, Rule);

    /// <summary>What is written of it, to be copied into another scheme.</summary>
    public CriterionDescription Description() =>
        new(Code, Name, Kind, Max, Rule) { Unit = Unit, TargetSource = TargetSource, CountedTarget = CountedTarget, EvidenceNeeded = EvidenceNeeded, Guide = Guide };

    internal bool IsBelow(Criterion? parent) =>
        Parent is not null || parent is null ? Parent == parent && (parent is not null || ParentId is null) : ParentId == parent.Id && parent.Id > 0;

    internal void Describe(Actor by, CriterionDescription description)
    {
        Write(description with { Kind = ParentId is null ? description.Kind : Kind });
        Changed(by);
    }

    /// <summary>Written anew at its place; raises the version only where something differs.</summary>
    internal void Rewrite(Actor by, Criterion? parent, int order, CriterionDescription description)
    {
        var before = (Description(), Order);
        var stays = IsBelow(parent);
        Write(description with { Kind = parent?.Kind ?? description.Kind });
        Order = order;
        MoveBelow(parent);
        if (!stays || before != (Description(), Order))
        {
            Changed(by);
        }
    }

    /// <summary>A copy for the draft of the next version.</summary>
    internal static Criterion CopyOf(Criterion row, ScoringScheme draft, Criterion? parent) => new(draft, parent, row.Order, row.Description()) { OriginId = row.Id, Part = row.Part };

    /// <summary>One that stands in no stored scheme, at its place by number.</summary>
    internal static Criterion InPicture(ScoringScheme picture, int id, int? parentId, CriterionDescription description, FrameworkPart? part) =>
        new(picture, null, id, description) { Id = id, ParentId = parentId, Part = part };

    internal void Hold(Actor by, FrameworkPart? part)
    {
        if (Part != part)
        {
            Part = part;
            Changed(by);
        }
    }

    /// <summary>Stands in that version from now on, as written there.</summary>
    internal void Settle(Actor by, ScoringScheme scheme, Criterion? parent, int order, CriterionDescription description, FrameworkPart? part)
    {
        Rewrite(by, parent, order, description);
        Hold(by, part);
        if (Scheme != scheme)
        {
            (Scheme, SchemeId, IsAside) = (scheme, scheme.Id, scheme.AmendsId is not null);
            Changed(by);
        }
    }

    internal void PutBelow(Actor by, Criterion? parent)
    {
        if (!IsBelow(parent))
        {
            MoveBelow(parent);
            Changed(by);
        }

        TakeKind(by, parent?.Kind ?? Kind);
    }

    // Of a parent that is itself new the id comes when it is stored.
    private void MoveBelow(Criterion? parent)
    {
        Parent = parent;
        ParentId = parent is null ? null : parent.Id > 0 ? parent.Id : ParentId;
    }

    internal void TakeKind(Actor by, CriterionKind kind)
    {
        if (Kind != kind)
        {
            Kind = kind;
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

    private void Write(CriterionDescription description)
    {
        var cleaned = description.Cleaned();
        (Code, Name, Kind, Max, Rule) = (cleaned.Code, cleaned.Name, cleaned.Kind, cleaned.Max, cleaned.Rule);
        (Unit, TargetSource, CountedTarget, EvidenceNeeded, Guide) = (cleaned.Unit, cleaned.TargetSource, cleaned.CountedTarget, cleaned.EvidenceNeeded, cleaned.Guide);
    }
}
