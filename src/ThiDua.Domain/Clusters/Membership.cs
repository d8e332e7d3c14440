using System.Linq.Expressions;
using ThiDua.Domain.Access;

namespace ThiDua.Domain.Clusters;

/// <summary>What the document says of members that merge: the successor takes one place, or they are scored to that day. (A year may also be concluded early.)</summary>
public enum MergerOutcome { TakesPlace, ScoredToDate }

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

    /// <summary>The organization that the unit merged into (sáp nhập); its people act for the unit.</summary>
    public int? SuccessorId { get; private set; }

    /// <summary>Whether a unit that merged is scored and ranked for its time (chấm đến ngày sáp nhập).</summary>
    public bool StaysRanked { get; private set; }

    /// <summary>Whether its unit takes part on a day: the membership has not ended before it, or the unit stays ranked for its time.</summary>
    public static Expression<Func<Membership, bool>> TakesPartOn(DateOnly day) => row => row.ToOn == null || row.ToOn >= day || row.StaysRanked;

    internal void MergeInto(int successorId, bool staysRanked) => (SuccessorId, StaysRanked) = (successorId, staysRanked);

    internal void End(Actor by, DateOnly lastOn, DocumentReference? document)
    {
        RuleViolation.Require(by is not null && lastOn >= FromOn, $"Ngày thôi tham gia không được trước ngày {FromOn:dd/MM/yyyy}.", nameof(ToOn));
        (ToOn, EndDocument) = (lastOn, document);
    }
}

/// <summary>A unit that no longer takes part in the year (thôi tham gia): its last day, and into what it merged.</summary>
public sealed record UnitLeft(int UnitId, DateOnly LastOn, int? SuccessorId)
{
    /// <summary>The units that have left: every membership of theirs has ended before today, and by none they stay ranked. Who joined again, or leaves later, takes part.</summary>
    public static IReadOnlyList<UnitLeft> Among(IEnumerable<(int UnitId, DateOnly? ToOn, int? SuccessorId, bool StaysRanked)> memberships, DateOnly today) =>
        [.. memberships.GroupBy(row => row.UnitId).Where(unit => unit.All(row => row.ToOn < today && !row.StaysRanked)).Select(unit => unit.MaxBy(row => row.ToOn)).Select(last => new UnitLeft(last.UnitId, last.ToOn!.Value, last.SuccessorId))];

    public string InWords => $"{(SuccessorId is null ? "Thôi tham gia" : "Sáp nhập")} từ ngày {LastOn.AddDays(1):dd/MM/yyyy}.";
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
