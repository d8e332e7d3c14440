using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Conventions;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared.Lines;

namespace ThiDua.Web.Features.ScoreSheets;

/// <summary>The unit takes the figures that it has reported into the lines where nothing was typed: they are not typed again.</summary>
public sealed class TakeReportedFigures(PortalDb db, CurrentActor current, WriteOwnLines write)
{
    public sealed record Form
    {
        public int Version { get; init; }
    }

    public sealed class Validator : AbstractValidator<Form>;

    /// <returns>How many lines were filled.</returns>
    public async Task<int> Handle(int sheetId, Form form)
    {
        var sheet = await write.Handle(sheetId);
        if (sheet.Version != form.Version)
        {
            throw new AlreadyChanged("Bảng điểm vừa được chuyển bước. Mở lại trang rồi lấy số liệu.");
        }

        var (criteria, reported) = await db.Criteria.Where(row => row.SchemeId == sheet.SchemeId && row.Rule != null).WithReported(db, current.Actor, sheet.UnitId);
        var leaves = criteria.ToDictionary(row => row.Id);
        var notAssigned = await db.LeafAssignments.Where(row => row.SheetId == sheetId && row.State == AssignmentState.NotAssigned).Select(row => row.CriterionId).ToListAsync();
        var filled = 0;
        foreach (var cell in await db.ScoreEntries.Where(row => row.SheetId == sheetId && row.Stage == ScoreStage.Self).ToListAsync())
        {
            if (leaves.GetValueOrDefault(cell.CriterionId) is { } leaf && !notAssigned.Contains(leaf.Id) && Fits(leaf.Rule!, cell.Values) && reported[leaf.Id].FirstOrDefault() is { } figure)
            {
                write.EnterAchieved(cell, figure.Value, leaf);
                filled++;
            }
        }

        await write.Save(sheet);
        return filled;
    }

    /// <summary>Whether a line of this rule takes a reported figure now.</summary>
    public static bool Fits(ScoringRule rule, LineValues values) => rule is not ByPortalRule && rule.Inputs.HasFlag(LineInputs.Achieved) && values.Achieved is null;
}
