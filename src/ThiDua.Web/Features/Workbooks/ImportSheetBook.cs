using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared.Lines;

namespace ThiDua.Web.Features.Workbooks;

/// <summary>What the page of a sheet's workbook shows: the plan of a file, kept for its confirmation, with what was chosen.</summary>
public sealed record SheetBookPage(OwnSheet Own, SheetPlan? Plan, string? Kept)
{
    public IReadOnlyList<BookChoice> Choices { get; init; } = [];

    public string Url => $"/cum/{Own.Sheet.ClusterYearId}/cham-diem/{Own.Sheet.Id}";
}

/// <summary>Shows what a filled workbook would change; writes nothing.</summary>
public sealed class PreviewSheetBook(FindOwnSheet find, KeptFile kept)
{
    public async Task<SheetBookPage> Handle(int sheetId, byte[] file)
    {
        var own = await find.Handle(sheetId);
        var plan = ReadSheetBook.Of(own, file);
        return new(own, plan, kept.Keep(Purpose(sheetId), file, plan.Print()));
    }

    public static string Purpose(int sheetId) => $"sheet-{sheetId}";
}

/// <summary>Saves all lines of a previewed workbook, or none.</summary>
public sealed class ImportSheetBook(PortalDb db, FindOwnSheet find, KeptFile kept, PreviewSheetBook preview, WriteOwnLines write)
{
    /// <returns>How many lines were saved; or a new preview, because something changed since the one confirmed.</returns>
    public async Task<(int Saved, SheetBookPage? Again)> Handle(int sheetId, BookConfirmForm form)
    {
        var own = await find.Handle(sheetId);
        var file = kept.Open(PreviewSheetBook.Purpose(sheetId), form.Kept, out var isPreviewOf);
        var plan = ReadSheetBook.Of(own, file);
        if (!plan.IsGood || !isPreviewOf(plan.Print()))
        {
            return (0, await Again(sheetId, file, form));
        }

        RuleViolation.Require(plan.Conflicts.All(line => ChoiceOf(form, line) is not null), "Chọn bản được giữ lại ở từng dòng đã thay đổi trên cổng.", "Choices");
        var chosen = plan.Changes.Where(line => line.ChangedMeanwhile is null || ChoiceOf(form, line) == true).ToList();
        chosen.ForEach(line => write.Enter(own.Cells[line.Criterion.Id], line.Typed, line.Criterion));
        try
        {
            await (chosen.Count > 0 ? write.Save(own.Sheet) : Task.CompletedTask);
            return (chosen.Count, null);
        }
        catch (DbUpdateConcurrencyException)
        {
            return (0, await Again(sheetId, file, form));
        }
    }

    private async Task<SheetBookPage> Again(int sheetId, byte[] file, BookConfirmForm form)
    {
        db.ChangeTracker.Clear();
        return await preview.Handle(sheetId, file) with { Choices = form.Choices };
    }

    private static bool? ChoiceOf(BookConfirmForm form, LineChange line) => form.Choices.Find(choice => choice.CriterionId == line.Criterion.Id)?.TakeFile;
}
