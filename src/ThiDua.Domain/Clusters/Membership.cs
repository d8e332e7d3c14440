using ThiDua.Domain.Access;

namespace ThiDua.Domain.Clusters;

/// <summary>A unit's membership in a cluster year, from-to, under its name of that time.</summary>
public sealed class Membership : IInClusterYear
{
    private Membership() => (NameThen, Document) = ("", null!);

    internal Membership(ClusterYear year, int organizationId, string nameThen, DateOnly fromOn, DocumentReference document)
    {
        Year = year;
        (OrganizationId, NameThen, FromOn, Document) = (organizationId, nameThen, fromOn, document);
    }

    public int Id { get; private set; }

    public int ClusterYearId { get; private set; }

    public ClusterYear Year { get; private set; } = null!;

    public int OrganizationId { get; private set; }

    public string NameThen { get; private set; }

    public DateOnly FromOn { get; private set; }

    public DateOnly? ToOn { get; private set; }

    /// <summary>The document that it begins with.</summary>
    public DocumentReference Document { get; private set; }

    /// <summary>The document that it ends with.</summary>
    public DocumentReference? EndDocument { get; private set; }

    internal void End(Actor by, DateOnly lastOn, DocumentReference? document)
    {
        RuleViolation.Require(by is not null && lastOn >= FromOn, $"Ngày thôi tham gia không được trước ngày {FromOn:dd/MM/yyyy}.", nameof(ToOn));
        (ToOn, EndDocument) = (lastOn, document);
    }
}

/// <summary>That a unit is leader or deputy (đơn vị Cụm trưởng, Cụm phó), from-to.</summary>
public sealed class PositionHeld : IInClusterYear
{
    private PositionHeld() => Document = null!;

    internal PositionHeld(ClusterYear year, int organizationId, Position position, int order, DateOnly fromOn, DocumentReference document)
    {
        Year = year;
        (OrganizationId, Position, Order, FromOn, Document) = (organizationId, position, order, fromOn, document);
    }

    public int Id { get; private set; }

    public int ClusterYearId { get; private set; }

    public ClusterYear Year { get; private set; } = null!;

    public int OrganizationId { get; private set; }

    public Position Position { get; private set; }

    /// <summary>First deputy, second deputy.</summary>
    public int Order { get; private set; }

    public DateOnly FromOn { get; private set; }

    public DateOnly? ToOn { get; private set; }

    /// <summary>The document that it begins with.</summary>
    public DocumentReference Document { get; private set; }

    /// <summary>The document that it ends with.</summary>
    public DocumentReference? EndDocument { get; private set; }

    internal void End(Actor by, DateOnly lastOn, DocumentReference? document)
    {
        RuleViolation.Require(by is not null && lastOn >= FromOn, $"Ngày thôi giữ vị trí không được trước ngày {FromOn:dd/MM/yyyy}.", nameof(ToOn));
        (ToOn, EndDocument) = (lastOn, document);
    }
}
