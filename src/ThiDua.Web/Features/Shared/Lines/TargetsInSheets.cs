using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Registrations;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.Shared.Lines;

/// <summary>The targets in force of all units, for cells that are made now.</summary>
public sealed class TargetsByUnit(ILookup<int, Target> targets)
{
    public TargetInForce? Of(int unitId, Criterion leaf) => TargetInForce.Of(leaf, targets[unitId]);

    /// <summary>A new cell with the target that its unit has registered, or was assigned.</summary>
    public ScoreEntry Fill(Actor by, ScoreEntry cell, Criterion leaf)
    {
        cell.TakeTarget(by, Of(cell.Sheet.UnitId, leaf), leaf);
        return cell;
    }
}

/// <summary>
/// Brings the lines of a sheet to the targets in force (chỉ tiêu đã đăng ký, được giao). A sheet takes them while its unit may enter;
/// once handed in it keeps what it was scored with, and takes later ones when it is returned.
/// </summary>
public sealed class TargetsInSheets(PortalDb db, CurrentActor current)
{
    /// <summary>The targets in force of the year.</summary>
    public async Task<TargetsByUnit> Handle() => new(
        (await db.RegisteredTargets.AsNoTracking().Where(row => row.CriterionId != null && row.Since <= row.Registration.InForce && (row.Until == null || row.Until > row.Registration.InForce))
            .Select(row => new { row.Registration.UnitId, Target = row }).ToListAsync()).ToLookup(row => row.UnitId, row => row.Target));

    /// <summary>After a registration came into force: adds to what the caller saves next.</summary>
    public async Task Follow(Registration registration)
    {
        if (await db.ScoreSheets.FirstOrDefaultAsync(row => row.UnitId == registration.UnitId && ScoreSheetWorkflow.OpenForEntry.Contains(row.State)) is { } sheet)
        {
            await Follow(sheet, registration.InForceFor);
            db.MustBeOpenForEntry(sheet);
        }
    }

    /// <summary>After a sheet was opened for its unit again.</summary>
    public async Task Follow(ScoreSheet sheet)
    {
        var targets = await Handle();
        await Follow(sheet, leaf => targets.Of(sheet.UnitId, leaf));
    }

    /// <summary>After the scheme was amended: all sheets open for entry, by the leaves as they read now.</summary>
    public async Task Follow(IEnumerable<ScoreSheet> sheets, IReadOnlyDictionary<int, Criterion> leaves, NotAssignedPolicy policy)
    {
        var (targets, notAssigned) = (await Handle(), await db.NotAssignedBySheet(policy));
        var open = sheets.Where(sheet => ScoreSheetWorkflow.OpenForEntry.Contains(sheet.State)).ToDictionary(sheet => sheet.Id);
        var ids = open.Keys.ToList();
        foreach (var cell in await db.ScoreEntries.Where(cell => ids.Contains(cell.SheetId) && cell.Stage == ScoreStage.Self).ToListAsync())
        {
            if (leaves.GetValueOrDefault(cell.CriterionId) is { Rule: not null } leaf)
            {
                cell.TakeTarget(current.Actor, targets.Of(open[cell.SheetId].UnitId, leaf), leaf, (notAssigned.GetValueOrDefault(cell.SheetId) ?? NotAssignedLeaves.None).ScoringOf(leaf.Id));
            }
        }
    }

    private async Task Follow(ScoreSheet sheet, Func<Criterion, TargetInForce?> inForce)
    {
        var leaves = await db.Criteria.AsNoTracking().Where(row => row.SchemeId == sheet.SchemeId && row.Rule != null).ToDictionaryAsync(row => row.Id);
        var notAssigned = await db.NotAssignedOf(sheet.Id, await db.ScoringSchemes.Where(row => row.Id == sheet.SchemeId).Select(row => row.NotAssigned).SingleAsync());
        foreach (var cell in await db.ScoreEntries.Where(row => row.SheetId == sheet.Id && row.Stage == ScoreStage.Self).ToListAsync())
        {
            if (leaves.GetValueOrDefault(cell.CriterionId) is { } leaf)
            {
                cell.TakeTarget(current.Actor, inForce(leaf), leaf, notAssigned.ScoringOf(leaf.Id));
            }
        }
    }
}
