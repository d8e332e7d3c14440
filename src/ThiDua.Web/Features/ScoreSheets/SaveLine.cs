using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Conventions;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared.Lines;

namespace ThiDua.Web.Features.ScoreSheets;

/// <summary>Somebody else saved the line meanwhile: who, when and what; the person chooses.</summary>
public sealed record LineOvertaken(string Message, int Version, IReadOnlyDictionary<string, string> Theirs);

/// <summary>The unit saves one line of its own scoring, on leaving it.</summary>
public sealed class SaveLine(PortalDb db, WriteOwnLines write)
{
    public sealed record Form : TypedScore;

    public sealed class Validator : TypedScoreRules<Form>;

    /// <returns>Null when saved, else what somebody else wrote.</returns>
    public async Task<LineOvertaken?> Handle(int sheetId, int criterionId, Form form)
    {
        var sheet = await write.Handle(sheetId);
        var criterion = await db.Criteria.OneAsync(row => row.Id == criterionId && row.SchemeId == sheet.SchemeId);
        var cell = await db.ScoreEntries.OneAsync(row => row.SheetId == sheetId && row.CriterionId == criterionId && row.Stage == ScoreStage.Self);
        if (cell.Version != form.Version)
        {
            return form.SaysNothingNew(criterion.Rule!, cell) ? null : Overtaken(cell, criterion);
        }

        write.Enter(cell, form, criterion);
        try
        {
            await write.Save(sheet);
            return null;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return Overtaken(await db.ScoreEntries.AsNoTracking().OneAsync(row => row.Id == cell.Id), criterion);
        }
    }

    internal static LineOvertaken Overtaken(ScoreEntry first, Criterion criterion) => new(
        first.EnteredByName.Length > 0 ? $"{first.EnteredByName} vừa cập nhật lúc {Shown.Clock(first.EnteredAt)}." : "Chỉ tiêu của dòng vừa được cập nhật theo đăng ký thi đua.",
        first.Version,
        LineField.Of(criterion.Rule!, criterion.Unit, first.Values).Where(field => field.Ground is null).ToDictionary(field => field.Name, field => field.Value)
            .Append(new("Explanation", first.Note ?? "")).Append(new("HasSecretEvidence", first.HasSecretEvidence ? "true" : "false")).ToDictionary());
}
