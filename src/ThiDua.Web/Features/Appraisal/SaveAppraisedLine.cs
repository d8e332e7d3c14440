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

    public sealed record Form : TypedAppraisal
    {
        /// <summary>What the portal proposed on the page from which the line is confirmed.</summary>
        public decimal? Proposed { get; init; }
    }

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

        var proposed = await Proposed(sheetId, criterion);
        MustBeAsProposed(form, criterion, proposed);
        write.Appraise(found, criterion, self, cell, form.ToScoring(criterion, self.Values, proposed));
        db.MustBeOpenForAppraisal(found.Sheet);
        db.First(async () => MustBeAsProposed(form with { Proposed = proposed }, criterion, await Proposed(sheetId, criterion))); // with the sheet held
        await Save(found.Sheet, criterion);
    }

    // The portal's figures follow their facts: what is confirmed is what was seen.
    private static void MustBeAsProposed(Form form, Criterion criterion, decimal? proposed)
    {
        if (form is { Decision: Accept, Proposed: { } seen } && seen != proposed)
        {
            throw new AlreadyChanged($"Số liệu hệ thống của dòng {criterion.Code} vừa thay đổi: nay hệ thống đề xuất {Shown.Points(proposed)} điểm. Hãy xem lại rồi xác nhận.");
        }
    }

    private async Task<decimal?> Proposed(int sheetId, Criterion criterion) => criterion.Rule is not ByPortalRule
        ? null
        : PortalProposal.Proposed(criterion.Node(), await db.PortalProposals.AsNoTracking().Where(row => row.SheetId == sheetId && row.CriterionId == criterion.Id).OrderBy(row => row.Id).ToListAsync())?.Points;

    private async Task Save(ScoreSheet sheet, Criterion criterion)
    {
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException failure) when (failure is not AlreadyChanged && (failure is DbUpdateConcurrencyException || db.IsUniqueViolation(failure)))
        {
            var first = await db.ScoreEntries.AsNoTracking().SingleAsync(row => row.SheetId == sheet.Id && row.CriterionId == criterion.Id && row.Stage == ScoreStage.Appraised);
            throw Overtaken(first, criterion);
        }
    }

    private static AlreadyChanged Overtaken(ScoreEntry first, Criterion criterion) =>
        new($"{first.EnteredByName} vừa cập nhật dòng {criterion.Code} lúc {Shown.Clock(first.EnteredAt)}: {Shown.Points(first.Points)} điểm. Nội dung bạn nhập vẫn còn; hãy so lại rồi lưu.");
}
