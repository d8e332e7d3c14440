using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.Shared.Lines;

/// <summary>The unit's own sheet, open to this person now; a sheet of another unit does not exist.</summary>
public sealed class OpenOwnSheet(PortalDb db, CurrentActor current, ScoringGate gate)
{
    /// <exception cref="RuleViolation">It is not open for entry.</exception>
    public async Task<ScoreSheet> Handle(int sheetId)
    {
        var sheet = await db.ScoreSheets.OneAsync(row => row.Id == sheetId && row.UnitId == current.Actor.UnitId);
        sheet.RequireEntryBy(current.Actor);
        await gate.Handle(sheet);
        return sheet;
    }
}
