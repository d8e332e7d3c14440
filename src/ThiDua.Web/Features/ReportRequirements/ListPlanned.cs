using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Planning;
using ThiDua.Domain.Reporting;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.ReportRequirements;

/// <summary>A deadline of the reporting regime in a plan in force, what it was in the first revision of that plan, and the requirement that asks for it already.</summary>
public sealed record PlannedReport(int BlockId, int OriginId, int PlanId, string Plan, DeadlineContent Content, int? TakenBy)
{
    /// <summary>What the requirement made from it is called.</summary>
    public string Title => Capital(Content.Name);

    internal static string Capital(string text) => $"{char.ToUpper(text[0], CultureInfo.InvariantCulture)}{text[1..].TrimEnd('.', ';', ',')}";
}

/// <summary>Reads the deadlines of the plans in force (chế độ thông tin, báo cáo). One that an adjusted plan repeats was taken with the plan before it, one that was asked for by hand needs no other.</summary>
public sealed class ListPlanned(PortalDb db)
{
    public async Task<IReadOnlyList<PlannedReport>> Handle()
    {
        var rows = await (
            from block in db.PlanBlocks.AsNoTracking()
            join plan in db.Plans on block.PlanId equals plan.Id
            where plan.State == PlanState.Issued
            orderby plan.Id, block.SectionId, block.Id
            select new { block.Id, OriginId = block.CopyOfId ?? block.Id, block.Content, block.PlanId, plan.Abstract }).ToListAsync();
        var taken = await db.ReportRequirements.AsNoTracking().Where(row => row.State != RequirementState.Dropped && row.State != RequirementState.Withdrawn).Select(row => new { row.Id, row.FromBlockId, row.Key }).ToListAsync();
        return [.. from row in rows
                   where row.Content is DeadlineContent
                   let planned = new PlannedReport(row.Id, row.OriginId, row.PlanId, row.Abstract, (DeadlineContent)row.Content, null)
                   let key = ReportRequirement.KeyOf(planned.Content)
                   select planned with { TakenBy = taken.Where(one => ReportRequirement.AsksFor(one.FromBlockId, one.Key, row.OriginId, key)).OrderBy(one => one.FromBlockId is null).FirstOrDefault()?.Id }];
    }
}
