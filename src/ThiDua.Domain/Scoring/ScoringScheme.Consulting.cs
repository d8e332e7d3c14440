using ThiDua.Domain.Access;
using static ThiDua.Domain.RuleViolation;

namespace ThiDua.Domain.Scoring;

// The draft, of the first or of a later version, put up for the members' comments; meanwhile its text stays.
public sealed partial class ScoringScheme
{
    /// <summary>The last day for comments; null: the members were not asked.</summary>
    public DateOnly? CommentsUntil { get; private set; }

    public bool IsUnissued => SchemeWorkflow.Unissued.Contains(State);

    public void OpenConsultation(Actor by, StepNote note, DateOnly lastDay)
    {
        _ = SchemeWorkflow.Table.Take(SchemeStep.OpenConsultation, State, by, note.Paper);
        Require(_criteria.Count > 0, "Bảng chưa có tiêu chí nào để lấy ý kiến.");
        Require(lastDay >= VietnamTime.DayOf(note.At), "Ngày cuối cùng góp ý không được trước hôm nay.", nameof(CommentsUntil));
        State = Take(SchemeWorkflow.Table, SchemeStep.OpenConsultation, State, by, note);
        CommentsUntil = lastDay;
    }

    /// <summary>Gives the members more time; the reason stays in the history.</summary>
    public void ExtendConsultation(Actor by, StepNote note, DateOnly lastDay)
    {
        _ = SchemeWorkflow.Table.Take(SchemeStep.ExtendConsultation, State, by, note.Paper);
        Planning.Consultations.Consultation.RequireLater(lastDay, CommentsUntil, note);
        State = Take(SchemeWorkflow.Table, SchemeStep.ExtendConsultation, State, by, note);
        CommentsUntil = lastDay;
    }

    public void CloseConsultation(Actor by, StepNote note) => State = Take(SchemeWorkflow.Table, SchemeStep.CloseConsultation, State, by, note);
}
