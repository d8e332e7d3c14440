using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Reporting;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.Shared.Lines;

/// <summary>After a deadline was changed, for one unit or for all: what came within it is late no more, and the lines that are scored from it follow.</summary>
public sealed class ReckonReports(PortalDb db, CurrentActor current, ReportingFacts facts)
{
    /// <summary>In the caller's next save. Who submits proves the requirement to stand as it was read: with its row held, each was before and is found here, or comes after and is told to look again.</summary>
    public void Handle(ReportRequirement requirement, int? unitId = null)
    {
        db.First(async () =>
        {
            await db.ReportRequirements.Where(row => row.Id == requirement.Id).Hold(row => row.State);
            var late = db.ReportSubmissions.Where(row => row.RequirementId == requirement.Id && row.IsLate && (unitId == null || row.UnitId == unitId));
            await late.Hold(row => row.State);
            foreach (var report in await late.ToListAsync())
            {
                report.Reckon(current.Actor, requirement);
            }
        });
        facts.Follow(requirement, unitId);
    }
}
