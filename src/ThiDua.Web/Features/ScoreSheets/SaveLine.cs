using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Conventions;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared;
using ThiDua.Web.Features.Shared.Lines;

namespace ThiDua.Web.Features.ScoreSheets;

/// <summary>One line as typed by the unit, with the version that was seen.</summary>
public record TypedScore : TypedLine
{
    public int Version { get; init; }

    public string? Explanation { get; init; }

    public bool HasSecretEvidence { get; init; }

    public SelfScoring ToScoring(ScoringRule rule, LineValues before) => new(LineField.Values(rule, before, this), Text.Clean(Explanation), HasSecretEvidence);

    /// <summary>Whether this is what the cell holds already.</summary>
    public bool SaysNothingNew(ScoringRule rule, ScoreEntry cell) =>
        ToScoring(rule, cell.Values) == new SelfScoring(cell.Values, cell.Note, cell.HasSecretEvidence);
}

/// <summary>What is checked of every typed line.</summary>
public abstract class TypedScoreRules<T> : AbstractValidator<T>
    where T : TypedScore
{
    protected TypedScoreRules()
    {
        RuleFor(line => line.Explanation).MaximumLength(4000).WithMessage("Giải trình tối đa 4.000 ký tự.");
        RuleFor(line => line.Level).MaximumLength(100).WithMessage("Mức đã chọn không có trong bảng tiêu chí.");
    }
}

/// <summary>Somebody else saved the line meanwhile: who, when and what; the person chooses.</summary>
public sealed record LineOvertaken(string Message, int Version, IReadOnlyDictionary<string, string> Theirs);

/// <summary>The unit saves one line of its own scoring, on leaving it.</summary>
public sealed class SaveLine(PortalDb db, CurrentActor current, EntryGate gate, TimeProvider clock)
{
    public sealed record Form : TypedScore;

    public sealed class Validator : TypedScoreRules<Form>;

    /// <returns>Null when saved, else what somebody else wrote.</returns>
    public async Task<LineOvertaken?> Handle(int sheetId, int criterionId, Form form)
    {
        var sheet = await db.ScoreSheets.OneAsync(row => row.Id == sheetId && row.UnitId == current.Actor.UnitId);
        sheet.RequireEntryBy(current.Actor);
        await gate.Handle(sheet);
        var criterion = await db.Criteria.OneAsync(row => row.Id == criterionId && row.SchemeId == sheet.SchemeId);
        var cell = await db.ScoreEntries.OneAsync(row => row.SheetId == sheetId && row.CriterionId == criterionId && row.Stage == ScoreStage.Self);
        if (cell.Version != form.Version)
        {
            return form.SaysNothingNew(criterion.Rule!, cell) ? null : Overtaken(cell, criterion);
        }

        cell.Enter(current.Actor, form.ToScoring(criterion.Rule!, cell.Values), criterion, clock.GetUtcNow().UtcDateTime);
        db.MustBeOpenForEntry(sheet);
        try
        {
            await db.SaveChangesAsync();
            return null;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return Overtaken(await db.ScoreEntries.AsNoTracking().OneAsync(row => row.Id == cell.Id), criterion);
        }
    }

    internal static LineOvertaken Overtaken(ScoreEntry first, Criterion criterion) => new(
        $"{first.EnteredByName} vừa cập nhật lúc {Shown.Clock(first.EnteredAt)}.",
        first.Version,
        LineField.Of(criterion.Rule!, criterion.Unit, first.Values).ToDictionary(field => field.Name, field => field.Value)
            .Append(new("Explanation", first.Note ?? "")).ToDictionary());
}

/// <summary>What every write of the unit's own scoring proves in its transaction.</summary>
internal static class OpenEntry
{
    public static void MustBeOpenForEntry(this PortalDb db, ScoreSheet sheet)
    {
        var id = sheet.Id;
        db.MustStillBe(
            db.ScoreSheets.Where(row => row.Id == id && ScoreSheetWorkflow.OpenForEntry.Contains(row.State)),
            row => row.State,
            "Bảng điểm vừa được chuyển sang trạng thái khác nên chưa lưu được. Nội dung bạn nhập vẫn còn trên trang này.");
    }
}
