using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Conventions;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared.Lines;

namespace ThiDua.Web.Features.Appraisal;

/// <summary>What a step of the appraisal asks: the sheet as it was seen, and a reason where the step needs one.</summary>
public sealed record AppraisalStepForm
{
    public int Version { get; init; }

    public string? Reason { get; init; }

    public sealed class Validator : AbstractValidator<AppraisalStepForm>
    {
        public Validator() => RuleFor(form => form.Reason).MaximumLength(4000).WithMessage("Lý do tối đa 4.000 ký tự.");
    }
}

/// <summary>Hoàn thành thẩm định; after an objection only when each of its lines is answered as it stands.</summary>
public sealed class FinishAppraisal(PortalDb db, FindSheetOnDuty find, CurrentActor current, TimeProvider clock)
{
    public async Task Handle(int sheetId, AppraisalStepForm form)
    {
        var found = await find.Handle(sheetId);
        await found.MustBeAsSeen(db, form.Version);
        found.RequireOpenDays();
        var lines = await AppraisedSheet.Load(db, found.Sheet, found.NotAssigned);
        var objections = found.Sheet.State == ScoreSheetState.Objected ? await db.LineObjections.Where(row => row.SheetId == sheetId && !row.IsClosed).ToDictionaryAsync(row => row.CriterionId) : [];
        var objected = lines.Leaves.Where(leaf => objections.ContainsKey(leaf.Id)).ToList();
        var unanswered = objected.Where(leaf => !objections[leaf.Id].IsAnsweredFor(lines.Appraised(leaf.Id)!));
        var undecided = lines.Asked().Select(leaf => $"{leaf.Code}. {leaf.Name}: chưa quyết định đề nghị không giao chỉ tiêu.");
        IReadOnlyList<string> missing = [.. undecided, .. lines.Left().Select(leaf => $"{leaf.Code}. {leaf.Name}: chưa thẩm định."), .. unanswered.Select(leaf => $"{leaf.Code}. {leaf.Name}: {(objections[leaf.Id].Answer is null ? "chưa trả lời đề nghị xem xét lại" : "điểm đã sửa sau khi trả lời, trả lời lại")}.")];
        var reason = objected.Count == 0 ? form.Reason : $"Đã trả lời: {string.Join("; ", objected.Select(leaf => InWords(leaf, objections[leaf.Id])))}.";
        found.Sheet.Appraise(current.Actor, new(clock.GetUtcNow().UtcDateTime, Text.Clean(reason)), found.Duty, missing, found.Days?.Standing == WindowStanding.Late);
        foreach (var objection in objections.Values)
        {
            objection.Close(current.Actor);
        }

        await db.SaveChangesAsync();
    }

    private static string InWords(Criterion leaf, LineObjection objection) =>
        $"{leaf.Code} {(objection.IsChanged == true ? $"điều chỉnh {Shown.Points(objection.PointsBefore)} → {Shown.Points(objection.PointsAfter)}" : "giữ nguyên")}";
}

/// <summary>Trả lại để bổ sung: only while entry is open, since the unit could not enter anything afterwards.</summary>
public sealed class ReturnSheet(PortalDb db, FindSheetOnDuty find, TargetsInSheets targets, CurrentActor current, TimeProvider clock)
{
    public const string EntryIsClosed = "Đã khóa nhập liệu nên không trả lại được bảng điểm. Phải mở lại nhập liệu ở trang Xếp hạng trước, rồi mới trả lại.";

    public async Task Handle(int sheetId, AppraisalStepForm form)
    {
        var found = await find.Handle(sheetId);
        await found.MustBeAsSeen(db, form.Version);
        RuleViolation.Require(found.Ranking == RankingState.Collecting, EntryIsClosed);
        found.RequireOpenDays();
        found.Sheet.Return(current.Actor, new(clock.GetUtcNow().UtcDateTime, Text.Clean(form.Reason)), found.Duty);
        await targets.Follow(found.Sheet);
        db.MustStillBe(db.Rankings.Where(row => row.State == RankingState.Collecting), row => row.State, EntryIsClosed);
        await db.SaveChangesAsync();
    }
}

/// <summary>Mở lại thẩm định: only until the results are agreed or adopted.</summary>
public sealed class ReopenAppraisal(PortalDb db, FindSheetOnDuty find, ReportingFacts facts, CurrentActor current, TimeProvider clock)
{
    public const string ResultsStand = "Kết quả đã được thống nhất hoặc thông qua nên không mở lại thẩm định được.";

    public static readonly RankingState[] StillOpen = RankingWorkflow.BeforeAgreement;

    public async Task Handle(int sheetId, AppraisalStepForm form)
    {
        var found = await find.Handle(sheetId);
        await found.MustBeAsSeen(db, form.Version);
        RuleViolation.Require(StillOpen.Contains(found.Ranking), ResultsStand);
        found.Sheet.ReopenAppraisal(current.Actor, new(clock.GetUtcNow().UtcDateTime, Text.Clean(form.Reason)), found.Duty);
        db.MustStillBe(db.Rankings.Where(row => StillOpen.Contains(row.State)), row => row.State, ResultsStand);
        facts.Handle(found.Sheet);
        await db.SaveChangesAsync();
    }
}
