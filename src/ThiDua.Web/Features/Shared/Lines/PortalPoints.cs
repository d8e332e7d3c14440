using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.Shared.Lines;

/// <summary>Where a feature tells what the portal knows of a unit (số liệu hệ thống): it becomes a proposal on each line that names the source.</summary>
public interface IPortalPoints
{
    /// <summary>Adds the proposals to what the caller saves next. An event told before, by its key, is not added again.</summary>
    Task Record(int unitId, PortalSource source, PortalFact fact);
}

/// <summary>Writes proposals into the sheets of the year entered.</summary>
public sealed class PortalPoints(PortalDb db, TimeProvider clock) : IPortalPoints
{
    public async Task Record(int unitId, PortalSource source, PortalFact fact)
    {
        if (await db.ScoreSheets.SingleOrDefaultAsync(row => row.UnitId == unitId) is not { } sheet)
        {
            return;
        }

        var leaves = (await db.Criteria.Where(row => row.SchemeId == sheet.SchemeId && row.Rule != null).ToListAsync()).Where(leaf => leaf.Rule is ByPortalRule rule && rule.Source == source).ToList();
        var told = await db.PortalProposals.Where(row => row.SheetId == sheet.Id && row.Key == fact.Key).Select(row => row.CriterionId).ToListAsync();
        db.AddRange(leaves.Where(leaf => !told.Contains(leaf.Id)).Select(leaf => new PortalProposal(sheet, leaf, fact, clock.GetUtcNow().UtcDateTime)));
    }
}
