using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.Shared.Lines;

/// <summary>Where a feature tells what the portal knows of a unit (số liệu hệ thống): it becomes a proposal on each line that names the source.</summary>
public interface IPortalPoints
{
    /// <summary>Adds the proposals to what the caller saves next. An event told before, by its key, is not added again.</summary>
    void Record(int unitId, PortalSource source, PortalFact fact);
}

/// <summary>Writes proposals into the sheets of the year entered.</summary>
public sealed class PortalPoints(PortalDb db, TimeProvider clock) : IPortalPoints
{
    // In the transaction, with the sheet held: two who tell the same at once tell it once.
    public void Record(int unitId, PortalSource source, PortalFact fact) => db.First(async () =>
    {
        await db.ScoreSheets.Where(row => row.UnitId == unitId).Hold(row => row.State);
        if (await db.ScoreSheets.AsNoTracking().SingleOrDefaultAsync(row => row.UnitId == unitId) is not { } sheet)
        {
            return;
        }

        var leaves = (await db.LeavesByPortal()).Where(leaf => leaf.SchemeId == sheet.SchemeId && ((ByPortalRule)leaf.Rule!).Source == source);
        var told = await db.PortalProposals.Where(row => row.SheetId == sheet.Id && row.Key == fact.Key).Select(row => row.CriterionId).ToListAsync();
        db.AddRange(leaves.Where(leaf => !told.Contains(leaf.Id)).Select(leaf => new PortalProposal(sheet, leaf, fact, clock.GetUtcNow().UtcDateTime)));
    });
}

/// <summary>The leaves that the portal scores.</summary>
internal static class LeavesByPortalInDb
{
    public static async Task<IReadOnlyList<Criterion>> LeavesByPortal(this PortalDb db) =>
        [.. (await db.Criteria.AsNoTracking().Where(row => row.Rule != null).ToListAsync()).Where(leaf => leaf.Rule is ByPortalRule)];
}
