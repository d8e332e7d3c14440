using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.Shared.Lines;

/// <summary>One line as typed by the appraiser, with the version of the cell that was seen; 0 where the line was not yet appraised.</summary>
public record TypedAppraisal : TypedLine
{
    public const string Accept = "chap-nhan";

    public int Version { get; init; }

    public string? Decision { get; init; }

    public decimal? PointsByHand { get; init; }

    public string? Reason { get; init; }

    /// <param name="criterion">The leaf.</param>
    /// <param name="self">The unit's own figures.</param>
    /// <param name="proposed">What the portal proposes for a line that it scores; to accept such a line is to confirm it.</param>
    public AppraisedScoring ToScoring(Criterion criterion, LineValues self, decimal? proposed = null) => Decision == Accept
        ? new(self, null, null) { Proposed = proposed }
        : new(LineField.Values(criterion.Rule!, self, this), PointsByHand is { } points ? Counted(criterion, points) : null, Reason);

    /// <summary>Points set by hand as they count: within bounds, a deduction's with or without its minus.</summary>
    public static decimal Counted(Criterion criterion, decimal points)
    {
        var problem = PointBounds.Problem(criterion.Max, criterion.Kind, points);
        RuleViolation.Require(problem is null, problem ?? "", nameof(PointsByHand));
        return PointBounds.Counted(criterion.Kind, points);
    }
}

/// <summary>What is checked of every typed line of an appraisal.</summary>
public abstract class TypedAppraisalRules<T> : AbstractValidator<T>
    where T : TypedAppraisal
{
    public const int LongestReason = 4000;

    protected TypedAppraisalRules()
    {
        RuleFor(form => form.Reason).MaximumLength(LongestReason).WithMessage("Lý do tối đa 4.000 ký tự.");
        RuleFor(form => form.Level).MaximumLength(100).WithMessage("Mức đã chọn không có trong bảng tiêu chí.");
    }
}

/// <summary>The one way in which an appraiser writes lines, typed on the page or in a workbook.</summary>
public sealed class WriteAppraisedLines(PortalDb db, FindSheetOnDuty find, CurrentActor current, TimeProvider clock)
{
    public const string OnlyObjected = "Đang xem xét lại: chỉ sửa được các dòng mà đơn vị đề nghị. Muốn sửa dòng khác, trả lời xong rồi mở lại thẩm định.";

    private readonly Dictionary<int, NotAssignedLeaves> _notAssigned = [];

    /// <summary>The sheet, if this person answers for its appraisal and it is open.</summary>
    public async Task<SheetOnDuty> Handle(int sheetId)
    {
        var found = await find.Handle(sheetId);
        found.Sheet.RequireAppraisalBy(current.Actor, found.Duty);
        found.RequireOpenDays();
        _notAssigned[sheetId] = await db.NotAssignedOf(sheetId, found.NotAssigned);
        return found;
    }

    /// <summary>Refuses a line that the unit did not object to while its objections are being answered.</summary>
    public async Task RequireOpen(ScoreSheet sheet, int criterionId) =>
        RuleViolation.Require(sheet.State != ScoreSheetState.Objected || await db.LineObjections.AnyAsync(row => row.SheetId == sheet.Id && row.CriterionId == criterionId && !row.IsClosed), OnlyObjected);

    public void Appraise(SheetOnDuty found, Criterion criterion, ScoreEntry self, ScoreEntry? cell, AppraisedScoring typed)
    {
        cell ??= db.Add(ScoreEntry.ForAppraisal(current.Actor, found.Sheet, found.Duty, criterion.Id)).Entity;
        cell.Appraise(current.Actor, typed, self, criterion, clock.GetUtcNow().UtcDateTime, _notAssigned[found.Sheet.Id].ScoringOf(criterion.Id));
    }
}

/// <summary>What every write of the appraisal proves in its transaction.</summary>
internal static class OpenAppraisal
{
    public static void MustBeOpenForAppraisal(this PortalDb db, ScoreSheet sheet)
    {
        var (id, isFromFacts) = (sheet.Id, sheet.State == ScoreSheetState.NotSubmitted);
        ScoreSheetState[] open = isFromFacts ? [ScoreSheetState.NotSubmitted] : ScoreSheetWorkflow.OpenForAppraisal;
        db.MustStillBe(
            db.ScoreSheets.Where(row => row.Id == id && open.Contains(row.State)),
            row => row.State,
            "Bảng điểm vừa được chuyển sang trạng thái khác nên chưa lưu được. Hãy tải lại trang để xem.");
        if (isFromFacts)
        {
            db.MustStillBe(db.Rankings.Where(row => RankingWorkflow.BeforeAgreement.Contains(row.State)), row => row.State, "Kết quả vừa được thống nhất hoặc thông qua nên không chấm được nữa.");
        }
    }
}
