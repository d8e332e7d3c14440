using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Conventions;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared.Lines;

namespace ThiDua.Web.Features.Appraisal;

/// <summary>The appraiser saves one line: accepted as the unit scored it, with other facts, or with points set by hand.</summary>
public sealed class SaveAppraisedLine(PortalDb db, WriteAppraisedLines write)
{
    public const string Accept = TypedAppraisal.Accept;

    public sealed record Form : TypedAppraisal;

    public sealed class Validator : TypedAppraisalRules<Form>;

    public async Task Handle(int sheetId, int criterionId, Form form)
    {
        var found = await write.Handle(sheetId);
        var criterion = await db.Criteria.OneAsync(row => row.Id == criterionId && row.SchemeId == found.Sheet.SchemeId);
        await write.RequireOpen(found.Sheet, criterionId);
        var cells = await db.ScoreEntries.Where(row => row.SheetId == sheetId && row.CriterionId == criterionId).ToListAsync();
        var self = cells.Find(cell => cell.Stage == ScoreStage.Self) ?? throw new NotFound();
        var cell = cells.Find(cell => cell.Stage == ScoreStage.Appraised);
        if ((cell?.Version ?? 0) != form.Version)
        {
            throw cell is null ? new AlreadyChanged($"Dòng {criterion.Code} chưa có điểm thẩm định nào. Nội dung bạn nhập vẫn còn; hãy lưu lại.") : Overtaken(cell, criterion);
        }

        write.Appraise(found, criterion, self, cell, form.ToScoring(criterion, self.Values, await Proposed(sheetId, criterion)));
        await Save(found.Sheet, criterion);
    }

    private async Task<decimal?> Proposed(int sheetId, Criterion criterion) => criterion.Rule is not ByPortalRule
        ? null
        : PortalProposal.Proposed(criterion.Node(), await db.PortalProposals.Where(row => row.SheetId == sheetId && row.CriterionId == criterion.Id).OrderBy(row => row.Id).ToListAsync())?.Points;

    private async Task Save(ScoreSheet sheet, Criterion criterion)
    {
        db.MustBeOpenForAppraisal(sheet);
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException failure) when (failure is DbUpdateConcurrencyException || db.IsUniqueViolation(failure))
        {
            var first = await db.ScoreEntries.AsNoTracking().SingleAsync(row => row.SheetId == sheet.Id && row.CriterionId == criterion.Id && row.Stage == ScoreStage.Appraised);
            throw Overtaken(first, criterion);
        }
    }

    private static AlreadyChanged Overtaken(ScoreEntry first, Criterion criterion) =>
        new($"{first.EnteredByName} vừa cập nhật dòng {criterion.Code} lúc {Shown.Clock(first.EnteredAt)}: {Shown.Points(first.Points)} điểm. Nội dung bạn nhập vẫn còn; hãy so lại rồi lưu.");
}
