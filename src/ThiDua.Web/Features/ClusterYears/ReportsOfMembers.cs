using ThiDua.Domain.Access;
using ThiDua.Domain.Planning;
using ThiDua.Domain.Reporting;
using ThiDua.Web.Access;
using ThiDua.Web.Features.Shared.Tasks;

namespace ThiDua.Web.Features.ClusterYears;

/// <summary>Where one member's report stands; no state: not sent. Not owed: the reader may not know, or the unit does not owe it.</summary>
public sealed record MemberReport(int RequirementId, bool IsOwed, ReportState? State, bool IsLate, bool IsOverdue)
{
    public static MemberReport NotOwed(int requirementId) => new(requirementId, IsOwed: false, null, IsLate: false, IsOverdue: false);
}

/// <summary>A report of the year as a column of the table of members: the six-month one, the annual package.</summary>
public sealed record ReportsOfMembers(RequirementInMotion Requirement, IReadOnlyDictionary<int, MemberReport> Rows)
{
    private static readonly ReportKind[] Kinds = [ReportKind.SixMonth, ReportKind.Annual];

    public string Name => Domain.Labels.Of(Requirement.Kind);

    /// <summary>The last of each kind that members owe.</summary>
    public static IReadOnlyList<ReportsOfMembers> Among(EnteredYear year, Actor reader, IReadOnlyList<RequirementInMotion> requirements, DateOnly today) =>
        [.. from kind in Kinds
            let last = requirements.LastOrDefault(row => row.Kind == kind && row.OwedBy == OwedBy.EachMember && RequirementWorkflow.Open.Contains(row.State))
            where last is not null
            select new ReportsOfMembers(last, year.Owing(OwedBy.EachMember).ToDictionary(unit => unit.Id, unit => Standing(last, unit.Id, reader, today)))];

    public MemberReport Of(int unitId) => Rows.GetValueOrDefault(unitId) ?? MemberReport.NotOwed(Requirement.Id);

    private static MemberReport Standing(RequirementInMotion row, int unitId, Actor reader, DateOnly today)
    {
        if (!ReportSubmission.MayRead(reader, unitId))
        {
            return MemberReport.NotOwed(row.Id);
        }

        var report = row.Reports.FirstOrDefault(one => one.UnitId == unitId && one.State != ReportState.Drafting);
        return new(row.Id, IsOwed: true, report?.State, report?.IsLate == true, report is null && row.IsPast(unitId, today));
    }
}
