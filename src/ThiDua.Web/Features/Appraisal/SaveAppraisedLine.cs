using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Conventions;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared.Lines;

namespace ThiDua.Web.Features.Appraisal;

/// <summary>The appraiser saves one line: accepted as the unit scored it, with other facts, or with points set by hand.</summary>
public sealed class SaveAppraisedLine(PortalDb db, FindSheetOnDuty find, CurrentActor current, TimeProvider clock)
{
    public const string Accept = "chap-nhan";

    public sealed record Form : TypedLine
    {
        /// <summary>The version of the cell that was seen; 0 where the line was not yet appraised.</summary>
        public int Version { get; init; }

        public string? Decision { get; init; }

        public decimal? PointsByHand { get; init; }

        public string? Reason { get; init; }

        public AppraisedScoring ToScoring(Criterion criterion, LineValues self) => Decision == Accept
            ? new(self, null, null)
            : new(LineField.Values(criterion.Rule!, self, this), PointsByHand is { } points ? Counted(criterion, points) : null, Reason);

        // Within bounds; a deduction's with or without its minus.
        private static decimal Counted(Criterion criterion, decimal points)
        {
            var problem = PointBounds.Problem(criterion.Max, criterion.Kind, points);
            RuleViolation.Require(problem is null, problem ?? "", nameof(PointsByHand));
            return PointBounds.Counted(criterion.Kind, points);
        }
    }

    public sealed class Validator : AbstractValidator<Form>
    {
        public Validator()
        {
            RuleFor(form => form.Reason).MaximumLength(4000).WithMessage("Lý do tối đa 4.000 ký tự.");
            RuleFor(form => form.Level).MaximumLength(100).WithMessage("Mức đã chọn không có trong bảng tiêu chí.");
        }
    }

    public async Task Handle(int sheetId, int criterionId, Form form)
    {
        var (sheet, duty, _, _, _) = await find.Handle(sheetId);
        sheet.RequireAppraisalBy(current.Actor, duty);
        var criterion = await db.Criteria.OneAsync(row => row.Id == criterionId && row.SchemeId == sheet.SchemeId);
        RuleViolation.Require(sheet.State != ScoreSheetState.Objected || await db.LineObjections.AnyAsync(row => row.SheetId == sheetId && row.CriterionId == criterionId && !row.IsClosed), "Đang xem xét lại: chỉ sửa được các dòng mà đơn vị đề nghị. Muốn sửa dòng khác, trả lời xong rồi mở lại thẩm định.");
        var cells = await db.ScoreEntries.Where(row => row.SheetId == sheetId && row.CriterionId == criterionId).ToListAsync();
        var self = cells.Find(cell => cell.Stage == ScoreStage.Self) ?? throw new NotFound();
        var cell = cells.Find(cell => cell.Stage == ScoreStage.Appraised);
        if ((cell?.Version ?? 0) != form.Version)
        {
            throw cell is null ? new AlreadyChanged($"Dòng {criterion.Code} chưa có điểm thẩm định nào. Nội dung bạn nhập vẫn còn; hãy lưu lại.") : Overtaken(cell, criterion);
        }

        cell ??= db.Add(ScoreEntry.ForAppraisal(current.Actor, sheet, duty, criterionId)).Entity;
        cell.Appraise(current.Actor, form.ToScoring(criterion, self.Values), self, criterion, clock.GetUtcNow().UtcDateTime);
        await Save(sheet, criterion);
    }

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

/// <summary>What every write of the appraisal proves in its transaction.</summary>
internal static class OpenAppraisal
{
    public static void MustBeOpenForAppraisal(this PortalDb db, ScoreSheet sheet)
    {
        var id = sheet.Id;
        db.MustStillBe(
            db.ScoreSheets.Where(row => row.Id == id && ScoreSheetWorkflow.OpenForAppraisal.Contains(row.State)),
            row => row.State,
            "Bảng điểm vừa được chuyển sang trạng thái khác nên chưa lưu được. Hãy tải lại trang để xem.");
    }
}
