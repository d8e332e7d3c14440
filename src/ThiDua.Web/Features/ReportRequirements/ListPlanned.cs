using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Planning;
using ThiDua.Domain.Reporting;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.ReportRequirements;

/// <summary>A deadline of the reporting regime in a plan in force, and the requirement that was made from it.</summary>
public sealed record PlannedReport(int BlockId, int PlanId, string Plan, DeadlineContent Content, int? TakenBy);

/// <summary>Reads the deadlines of the plans in force (chế độ thông tin, báo cáo).</summary>
public sealed class ListPlanned(PortalDb db)
{
    public async Task<IReadOnlyList<PlannedReport>> Handle()
    {
        var rows = await (
            from block in db.PlanBlocks.AsNoTracking()
            join plan in db.Plans on block.PlanId equals plan.Id
            where plan.State == PlanState.Issued
            orderby plan.Id, block.SectionId, block.Id
            select new { block.Id, block.Content, block.PlanId, plan.Abstract }).ToListAsync();
        var taken = await db.ReportRequirements.AsNoTracking().Where(row => row.FromBlockId != null && row.State != RequirementState.Dropped && row.State != RequirementState.Withdrawn).Select(row => new { row.FromBlockId, row.Id }).ToListAsync();
        return [.. rows.Where(row => row.Content is DeadlineContent).Select(row => new PlannedReport(row.Id, row.PlanId, row.Abstract, (DeadlineContent)row.Content, taken.Find(one => one.FromBlockId == row.Id)?.Id))];
    }
}
