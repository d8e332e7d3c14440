using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Reporting;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared.Reports;

namespace ThiDua.Web.Features.Drafts;

/// <summary>What a consolidated report would say now.</summary>
public sealed class ConsolidatedNow(PortalDb db, ConsolidatedOfRequirement figures)
{
    public async Task<ConsolidatedFigures> Handle(int requirementId) =>
        await figures.Handle(await db.ReportRequirements.AsNoTracking().WithPackage().OneAsync(row => row.Id == requirementId));
}
