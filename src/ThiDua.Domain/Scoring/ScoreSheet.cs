using ThiDua.Domain.Access;
using static ThiDua.Domain.RuleViolation;

namespace ThiDua.Domain.Scoring;

/// <summary>A unit's score sheet for one cluster year (bảng chấm điểm), from its own scoring to the adopted result.</summary>
public sealed class ScoreSheet : ClusterYearItem, ISearchable
{
    private ScoreSheet() => UnitName = "";

    /// <summary>Opened for each member when the scheme is issued, and for a unit that joins later.</summary>
    public ScoreSheet(Actor by, ScoringScheme scheme, int unitId, string unitName)
    {
        Require(by.CanInAnyWay(Permission.IssueScheme) || by.Can(Permission.SetUpYear), "Bảng chấm điểm được mở khi ban hành bảng tiêu chí.");
        (ClusterYearId, Scheme, UnitId, UnitName) = (scheme.ClusterYearId, scheme, unitId, unitName);
    }

    public int SchemeId { get; private set; }

    public ScoringScheme Scheme { get; private set; } = null!;

    public int UnitId { get; private set; }

    /// <summary>The unit's name in that year.</summary>
    public string UnitName { get; private set; }

    public ScoreSheetState State { get; private set; }

    public DateTime? SubmittedAt { get; private set; }

    /// <summary>Whether the first submission came after its date (nộp muộn); later ones change nothing of it.</summary>
    public bool IsLate { get; private set; }

    /// <summary>Whether the appraisal, or the answer to an objection, ended after its date (thẩm định muộn).</summary>
    public bool IsAppraisedLate { get; private set; }

    /// <summary>The unit that appraised it, printed with the result.</summary>
    public int? AppraisedByUnitId { get; private set; }

    /// <summary>The meeting that scored it, printed with the result.</summary>
    public string? AppraisedByMeeting { get; private set; }

    /// <summary>Why the sheet was not submitted, was returned, is to be looked at again, or stays as it is after that: the last reason given.</summary>
    public string? LastReason { get; private set; }

    /// <summary>Submits the sheet; <paramref name="missing"/> names the leaves without a score.</summary>
    public void Submit(Actor by, StepNote note, IReadOnlyList<string> missing, bool isLate = false)
    {
        RequireOwnUnit(by);
        var next = ScoreSheetWorkflow.Table.Take(ScoreSheetStep.Submit, State, by, note.Paper);
        NotReady.Require(missing, "Chưa nộp được bảng tự chấm điểm.");
        MoveTo(next, ScoreSheetStep.Submit, by, note);
        IsLate = SubmittedAt is null ? isLate : IsLate;
        SubmittedAt ??= note.At;
    }

    public void Return(Actor by, StepNote note, AppraisalDuty duty)
    {
        duty.Require(by, UnitId);
        MoveTo(TakeWithReason(ScoreSheetStep.Return, by, note, "Nêu lý do trả lại để đơn vị biết cần bổ sung gì."), ScoreSheetStep.Return, by, note);
    }

    /// <summary>Ends the appraisal; <paramref name="missing"/> names the leaves without appraised points. After an objection the reason is the answer to it.</summary>
    public void Appraise(Actor by, StepNote note, AppraisalDuty duty, IReadOnlyList<string> missing, bool isLate = false)
    {
        duty.Require(by, UnitId);
        var next = ScoreSheetWorkflow.Table.Take(ScoreSheetStep.Appraise, State, by, note.Paper);
        NotReady.Require(missing, "Chưa hoàn thành thẩm định.");
        Require(State != ScoreSheetState.Objected || Text.Clean(note.Reason) is not null, "Trả lời đề nghị xem xét lại của đơn vị.", nameof(StepNote.Reason));
        LastReason = Text.Clean(note.Reason) ?? LastReason;
        MoveTo(next, ScoreSheetStep.Appraise, by, note);
        (AppraisedByUnitId, AppraisedByMeeting, IsAppraisedLate) = (duty.ResponsibleUnitId, null, IsAppraisedLate || isLate);
    }

    /// <summary>The meeting has scored the sheet (chấm tại cuộc họp), whether or not the unit had submitted it.</summary>
    public void RecordMeeting(Actor by, StepNote note, AppraisalDuty duty, IReadOnlyList<string> missing)
    {
        duty.Require(by, UnitId);
        Require(duty.Meeting is not null, "Không có cuộc họp chấm điểm nào đang mở.");
        var next = ScoreSheetWorkflow.Table.Take(ScoreSheetStep.RecordMeeting, State, by, note.Paper);
        NotReady.Require(missing, "Chưa kết thúc chấm tại cuộc họp được.");
        LastReason = duty.Meeting!.InWords;
        MoveTo(next, ScoreSheetStep.RecordMeeting, duty.Recorder(by), note);
        AppraisedByMeeting = duty.Meeting.Name;
    }

    public void ReopenAppraisal(Actor by, StepNote note, AppraisalDuty duty)
    {
        duty.Require(by, UnitId);
        MoveTo(TakeWithReason(ScoreSheetStep.ReopenAppraisal, by, note, "Nêu lý do mở lại thẩm định."), ScoreSheetStep.ReopenAppraisal, by, note);
    }

    /// <summary>Asks to look at lines of the appraisal again (đề nghị xem xét lại): each line once, each with its reason.</summary>
    /// <param name="by">Who asks, for the unit.</param>
    /// <param name="note">When, and by which paper.</param>
    /// <param name="lines">The lines as they stand, with the reasons.</param>
    /// <param name="objectedBefore">The lines that the unit has objected to already.</param>
    public IReadOnlyList<LineObjection> RaiseObjection(Actor by, StepNote note, IReadOnlyList<ObjectedLine> lines, IReadOnlyCollection<int> objectedBefore)
    {
        RequireOwnUnit(by);
        var next = ScoreSheetWorkflow.Table.Take(ScoreSheetStep.RaiseObjection, State, by, note.Paper);
        Require(lines.Count > 0, "Ghi lý do ở ít nhất một dòng cần xem xét lại.");
        foreach (var line in lines)
        {
            Require(!objectedBefore.Contains(line.Criterion.Id), $"Dòng {line.Criterion.Code} đã được đề nghị xem xét lại một lần.", line.Field);
            Require(Text.Clean(line.Reason) is not null, $"Nêu lý do đề nghị xem xét lại dòng {line.Criterion.Code}.", line.Field);
        }

        LastReason = $"{lines.Count} dòng: {string.Join(", ", lines.Select(line => line.Criterion.Code))}.";
        MoveTo(next, ScoreSheetStep.RaiseObjection, by, note with { Reason = LastReason });
        return [.. lines.Select(line => new LineObjection(by, this, line, note.At))];
    }

    public void Agree(Actor by, StepNote note) => MoveTo(ScoreSheetWorkflow.Table.Take(ScoreSheetStep.Agree, State, by, note.Paper), ScoreSheetStep.Agree, by, note);

    public void Adopt(Actor by, StepNote note) => MoveTo(ScoreSheetWorkflow.Table.Take(ScoreSheetStep.Adopt, State, by, note.Paper), ScoreSheetStep.Adopt, by, note);

    /// <summary>The unit never submitted (không nộp bảng tự chấm điểm): unranked, and nobody waits for it.</summary>
    public void MarkNotSubmitted(Actor by, StepNote note) =>
        MoveTo(TakeWithReason(ScoreSheetStep.MarkNotSubmitted, by, note, "Nêu lý do ghi nhận không nộp."), ScoreSheetStep.MarkNotSubmitted, by, note);

    /// <summary>Opens a sheet marked as not submitted for entry again.</summary>
    public void AdmitLate(Actor by, StepNote note) =>
        MoveTo(TakeWithReason(ScoreSheetStep.AdmitLate, by, note, "Nêu lý do mở lại cho đơn vị nhập."), ScoreSheetStep.AdmitLate, by, note);

    /// <summary>The scheme was amended: what the unit still enters stays open; what it submitted goes back to it with the reason where points are touched.</summary>
    public void FollowAmendment(Actor by, StepNote note, bool touchesPoints)
    {
        var row = ScoreSheetWorkflow.Table.RowOf(ScoreSheetStep.FollowAmendment);
        Require(!touchesPoints || State != ScoreSheetState.Objected, $"{UnitName} đang đề nghị xem xét lại. Trả lời xong rồi mới ban hành sửa đổi làm thay đổi điểm.");
        if (touchesPoints && row.From.Contains(State))
        {
            MoveTo(TakeWithReason(ScoreSheetStep.FollowAmendment, by, note, "Nêu nội dung sửa đổi."), ScoreSheetStep.FollowAmendment, by, note);
        }
        else
        {
            Remember(by, row.Needs, nameof(ScoreSheetStep.FollowAmendment), State.ToString(), State.ToString(), note);
        }
    }

    /// <summary>Writes a leaf of the unit's own scoring.</summary>
    public void RequireEntryBy(Actor by)
    {
        RequireOwnUnit(by);
        if (!by.Can(Permission.EnterScores))
        {
            throw new NotPermitted($"Bảng tự chấm điểm do {Permissions.WhoCan(Permission.EnterScores)} nhập.");
        }

        Require(ScoreSheetWorkflow.OpenForEntry.Contains(State), $"Bảng điểm đang ở trạng thái “{Labels.Of(State)}”, không nhập được.");
    }

    public void RequireAppraisalBy(Actor by, AppraisalDuty duty)
    {
        duty.Require(by, UnitId);
        Require(IsOpenForAppraisal(duty), $"Bảng điểm đang ở trạng thái “{Labels.Of(State)}”, không thẩm định được.");
    }

    /// <summary>Whether the appraiser, or the meeting, writes now; a sheet that was not submitted only from the facts.</summary>
    public bool IsOpenForAppraisal(AppraisalDuty duty) =>
        ScoreSheetWorkflow.OpenForAppraisal.Contains(State)
        || (duty.Meeting is not null && ScoreSheetWorkflow.OpenForMeeting.Contains(State))
        || (duty.ScoresFacts && State == ScoreSheetState.NotSubmitted);

    /// <summary>Writes down what was decided of one line; the sheet stays where it is.</summary>
    internal void RememberOfLine(Actor by, Permission needs, string step, Criterion criterion, StepNote note) =>
        Remember(by, needs, step, State.ToString(), State.ToString(), note with { Reason = Text.Clean(note.Reason) is { } reason ? $"{criterion.Code}. {criterion.Name}: {reason}" : $"{criterion.Code}. {criterion.Name}." });

    public SearchText SearchText() => new($"Bảng chấm điểm {UnitName}");

    private ScoreSheetState TakeWithReason(ScoreSheetStep step, Actor by, StepNote note, string message)
    {
        var next = ScoreSheetWorkflow.Table.Take(step, State, by, note.Paper);
        Require(Text.Clean(note.Reason) is not null, message, nameof(StepNote.Reason));
        LastReason = Text.Clean(note.Reason);
        return next;
    }

    private void MoveTo(ScoreSheetState next, ScoreSheetStep step, Actor by, StepNote note)
    {
        Remember(by, ScoreSheetWorkflow.Table.RowOf(step).Needs, step.ToString(), State.ToString(), next.ToString(), note);
        State = next;
    }

    private void RequireOwnUnit(Actor by)
    {
        if (by.UnitId != UnitId)
        {
            throw new NotPermitted($"Chỉ {UnitName} được thực hiện việc này trên bảng điểm của mình.");
        }
    }
}
