using ThiDua.Domain.Access;

namespace ThiDua.Domain.Clusters;

/// <summary>A unit's membership in a cluster year, from-to, under its name of that time.</summary>
public sealed class Membership : IInClusterYear
{
    private Membership() => NameThen = "";

    internal Membership(ClusterYear year, int organizationId, string nameThen, DateOnly fromOn)
    {
        Year = year;
        (OrganizationId, NameThen, FromOn) = (organizationId, nameThen, fromOn);
    }

    public int Id { get; private set; }

    public int ClusterYearId { get; private set; }

    public ClusterYear Year { get; private set; } = null!;

    public int OrganizationId { get; private set; }

    public string NameThen { get; private set; }

    public DateOnly FromOn { get; private set; }

    public DateOnly? ToOn { get; private set; }

    internal void End(Actor by, DateOnly lastOn)
    {
        RuleViolation.Require(by is not null && lastOn >= FromOn, $"Ngày thôi tham gia không được trước ngày {FromOn:dd/MM/yyyy}.", nameof(ToOn));
        ToOn = lastOn;
    }
}

/// <summary>That a unit is leader or deputy (đơn vị Cụm trưởng, Cụm phó), from-to.</summary>
public sealed class PositionHeld : IInClusterYear
{
    private PositionHeld()
    {
    }

    internal PositionHeld(ClusterYear year, int organizationId, Position position, int order, DateOnly fromOn)
    {
        Year = year;
        (OrganizationId, Position, Order, FromOn) = (organizationId, position, order, fromOn);
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

    internal void End(Actor by, DateOnly lastOn)
    {
        RuleViolation.Require(by is not null && lastOn >= FromOn, $"Ngày thôi giữ vị trí không được trước ngày {FromOn:dd/MM/yyyy}.", nameof(ToOn));
        ToOn = lastOn;
    }
}
