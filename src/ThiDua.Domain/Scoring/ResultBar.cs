using ThiDua.Domain.Access;
using static ThiDua.Domain.RuleViolation;

namespace ThiDua.Domain.Scoring;

/// <summary>A bar or hold of one unit in one year (không xét, tạm dừng xét): dated, with rule, reason and document. It is lifted by another person than who recorded it, never changed.</summary>
public sealed class ResultBar : ClusterYearItem
{
    private ResultBar() => (Touches, Rule, Reason, Document, RecordedByName, RecordedByOffice) = ([], "", "", null!, "", "");

    public ResultBar(Actor by, BarDuty duty, int unitId, Bar told, DateTime at)
        : this()
    {
        duty.Require(by, unitId);
        Require(told.FromOn <= VietnamTime.DayOf(at), "Ngày bắt đầu không được sau hôm nay: ghi nhận khi việc không xét đã có hiệu lực.", nameof(FromOn));
        Require(told.Touches.Count > 0, "Chọn ít nhất một nội dung không xét.", nameof(Touches));
        (ClusterYearId, UnitId, Kind, Touches) = (by.ClusterYearId!.Value, unitId, told.Kind, [.. told.Touches.Distinct().Order()]);
        (FromOn, Rule, Reason, Document) = (told.FromOn, Cleaned(told.Rule, "Ghi căn cứ quy định.", nameof(Rule)), Cleaned(told.Reason, "Nêu lý do.", nameof(Reason)), told.Document);
        (RecordedById, RecordedByName, RecordedByOffice, RecordedAt) = (by.UserId, by.UserName, by.OfficeName, at);
        Remember(by, Permission.HoldResults, nameof(BarStep.Record), nameof(BarState.InForce), nameof(BarState.InForce), new(at, Reason));
    }

    public int UnitId { get; private set; }

    public BarState State { get; private set; }

    public BarKind Kind { get; private set; }

    public IReadOnlyList<BarEffect> Touches { get; private set; }

    /// <summary>The day from which it holds.</summary>
    public DateOnly FromOn { get; private set; }

    /// <summary>The rule that it follows from: article of the regulation, of the scheme, of the law.</summary>
    public string Rule { get; private set; }

    public string Reason { get; private set; }

    public DocumentReference Document { get; private set; }

    public int RecordedById { get; private set; }

    public string RecordedByName { get; private set; }

    public string RecordedByOffice { get; private set; }

    public DateTime RecordedAt { get; private set; }

    public string? LiftReason { get; private set; }

    public string? LiftedByName { get; private set; }

    public string? LiftedByOffice { get; private set; }

    public DateTime? LiftedAt { get; private set; }

    /// <summary>Gỡ bỏ: by another person than who recorded it, with the reason; what was frozen before stays.</summary>
    public void Lift(Actor by, BarDuty duty, StepNote note)
    {
        if (duty.RefusalToLift(by, UnitId, RecordedById) is { } refusal)
        {
            throw new NotPermitted(refusal);
        }

        LiftReason = Cleaned(note.Reason, "Nêu lý do gỡ bỏ.", nameof(StepNote.Reason));
        State = Take(BarWorkflow.Table, BarStep.Lift, State, by, note);
        (LiftedByName, LiftedByOffice, LiftedAt) = (by.UserName, by.OfficeName, note.At);
    }

    public Bar AsOfNow() => new(Id, Kind, Touches, FromOn, Rule, Reason, Document);

    private static string Cleaned(string? text, string problem, string field) => Text.Clean(text) ?? throw new RuleViolation(problem, field);
}

public enum BarState { InForce, Lifted }

public enum BarStep { Record, Lift }

/// <summary>The life of a bar: có hiệu lực, đã gỡ bỏ.</summary>
public static class BarWorkflow
{
    public static readonly Workflow<BarState, BarStep> Table = new(
        new Workflow<BarState, BarStep>.Row(BarStep.Lift, [BarState.InForce], BarState.Lifted, Permission.HoldResults));
}
