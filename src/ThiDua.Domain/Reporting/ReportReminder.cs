using ThiDua.Domain.Access;

namespace ThiDua.Domain.Reporting;

/// <summary>That a unit was reminded by hand of what it owes (đã nhắc nộp), by whom and when: once a day at most, kept by a unique index.</summary>
public sealed class ReportReminder : IInClusterYear
{
    private ReportReminder() => UnitName = ByName = ByOffice = "";

    internal ReportReminder(ReportRequirement requirement, Actor by, (int Id, string Name) unit, DateTime at) =>
        (ClusterYearId, RequirementId, UnitId, UnitName, On, ByName, ByOffice, At) = (requirement.ClusterYearId, requirement.Id, unit.Id, unit.Name, VietnamTime.DayOf(at), by.UserName, by.OfficeName, at);

    public int Id { get; private set; }

    public int ClusterYearId { get; private set; }

    public int RequirementId { get; private set; }

    public int UnitId { get; private set; }

    public string UnitName { get; private set; }

    /// <summary>The Vietnamese day.</summary>
    public DateOnly On { get; private set; }

    public string ByName { get; private set; }

    public string ByOffice { get; private set; }

    public DateTime At { get; private set; }
}
