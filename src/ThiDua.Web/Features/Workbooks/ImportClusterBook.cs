using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared.Lines;

namespace ThiDua.Web.Features.Workbooks;

/// <summary>What the page of the team's workbook shows: the sheets, the plan of a file kept for its confirmation, and what was chosen.</summary>
public sealed record ClusterBookPage(ClusterSheets All, ClusterPlan? Plan, string? Kept)
{
    public IReadOnlyList<BookChoice> Choices { get; init; } = [];

    public string Url => $"/cum/{All.ClusterYearId}/tham-dinh";
}

/// <summary>Shows what a filled workbook of the team would change; writes nothing.</summary>
public sealed class PreviewClusterBook(FindClusterSheets find, KeptFile kept)
{
    public const string Purpose = "appraisals";

    public async Task<ClusterBookPage> Handle(byte[] file)
    {
        var all = await find.Handle();
        var plan = ReadClusterBook.Of(all, file);
        return new(all, plan, kept.Keep(Purpose, file, plan.Print()));
    }
}

/// <summary>Saves all appraised lines of a previewed workbook, or none, by the rules of the appraisal page.</summary>
public sealed class ImportClusterBook(PortalDb db, FindClusterSheets find, KeptFile kept, PreviewClusterBook preview, WriteAppraisedLines write)
{
    /// <returns>How many lines were saved; or a new preview, because something changed since the one confirmed.</returns>
    public async Task<(int Saved, ClusterBookPage? Again)> Handle(BookConfirmForm form)
    {
        var file = kept.Open(PreviewClusterBook.Purpose, form.Kept, out var isPreviewOf);
        var plan = ReadClusterBook.Of(await find.Handle(toWrite: true), file);
        if (!plan.IsGood || !isPreviewOf(plan.Print()))
        {
            return (0, await Again(file, form));
        }

        RuleViolation.Require(plan.Conflicts.All(line => ChoiceOf(form, line) is not null), "Chọn bản được giữ lại ở từng dòng đã thay đổi trên cổng.", "Choices");
        var chosen = plan.Changes.Where(line => line.ChangedMeanwhile is null || ChoiceOf(form, line) == true).ToList();
        foreach (var sheet in chosen.GroupBy(line => line.Unit.Sheet.Id))
        {
            await Write(await write.Handle(sheet.Key), [.. sheet]);
        }

        try
        {
            await db.SaveChangesAsync();
            return (chosen.Count, null);
        }
        catch (DbUpdateException failure) when (failure is DbUpdateConcurrencyException || db.IsUniqueViolation(failure))
        {
            return (0, await Again(file, form));
        }
    }

    private async Task Write(SheetOnDuty found, IReadOnlyList<AppraisalChange> lines)
    {
        foreach (var line in lines)
        {
            await write.RequireOpen(found.Sheet, line.Criterion.Id);
            write.Appraise(found, line.Criterion, line.Unit.Self[line.Criterion.Id], line.Unit.Appraised(line.Criterion.Id), line.Scoring);
        }

        db.MustBeOpenForAppraisal(found.Sheet);
    }

    private async Task<ClusterBookPage> Again(byte[] file, BookConfirmForm form)
    {
        db.ChangeTracker.Clear();
        return await preview.Handle(file) with { Choices = form.Choices };
    }

    private static bool? ChoiceOf(BookConfirmForm form, AppraisalChange line) => form.Choices.Find(choice => choice.SheetId == line.Unit.Sheet.Id && choice.CriterionId == line.Criterion.Id)?.TakeFile;
}
