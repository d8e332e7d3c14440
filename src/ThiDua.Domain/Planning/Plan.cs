using System.Linq.Expressions;
using ThiDua.Domain.Access;
using static ThiDua.Domain.RuleViolation;

namespace ThiDua.Domain.Planning;

/// <summary>A plan (kế hoạch) of a cluster year: drafted by the leader, put up for comments, frozen for signature, issued through the register. A later plan adjusts it.</summary>
public sealed partial class Plan : ClusterYearItem
{
    private const int MostSignatoryLines = 4;

    private readonly List<PlanSection> _sections = [];
    private readonly List<PlanBasis> _bases = [];

    private Plan() => (Abstract, Recipients, SignatoryLines) = ("", [], []);

    /// <summary>A draft; <paramref name="adjusts"/> is the issued plan that it is to replace, whose purpose it keeps.</summary>
    public Plan(Actor by, PlanTerms terms, Plan? adjusts = null, PlanPurpose purpose = PlanPurpose.Yearly)
        : this()
    {
        RequireDrafting(by);
        Require(adjusts is null or { State: PlanState.Issued }, "Chỉ lập kế hoạch điều chỉnh cho kế hoạch đang có hiệu lực.");
        (ClusterYearId, AdjustsId, Purpose) = (by.ClusterYearId!.Value, adjusts?.Id, adjusts?.Purpose ?? purpose);
        Write(terms);
    }

    /// <summary>The issued plan that this one is drafted to replace.</summary>
    public int? AdjustsId { get; private set; }

    public PlanPurpose Purpose { get; private set; }

    public PlanState State { get; private set; }

    public string Abstract { get; private set; }

    public string? Preamble { get; private set; }

    public IReadOnlyList<string> Recipients { get; private set; }

    public string? Archive { get; private set; }

    public IReadOnlyList<string> SignatoryLines { get; private set; }

    public string? Signatory { get; private set; }

    /// <summary>Who agreed for the deputy that this plan replaces the one in force, by which paper and when (UTC); a change of the text takes it back.</summary>
    public string? AgreedBy { get; private set; }

    public DateTime? AgreedAt { get; private set; }

    /// <summary>The last day for comments; null: the members were not asked.</summary>
    public DateOnly? CommentsUntil { get; private set; }

    /// <summary>Why it was returned, dropped or revoked.</summary>
    public string? LastReason { get; private set; }

    public IReadOnlyList<PlanSection> Sections => _sections;

    public IReadOnlyList<PlanBasis> Bases => _bases;

    public bool IsOpen => PlanWorkflow.Open.Contains(State);

    /// <summary>Whether this reader may see it: leader and deputies always, everybody of the year what was put up for comments or issued.</summary>
    public static Expression<Func<Plan, bool>> ReadableBy(Actor reader)
    {
        var isOfLeadership = reader.Positions.Contains(Position.Leader) || reader.Positions.Contains(Position.Deputy);
        return plan => isOfLeadership || plan.CommentsUntil != null || plan.State == PlanState.Issued || plan.State == PlanState.Adjusted || plan.State == PlanState.Revoked;
    }

    /// <summary>All terms as they stand.</summary>
    public PlanTerms Terms() => new(Abstract) { Preamble = Preamble, Recipients = Recipients, Archive = Archive, SignatoryLines = SignatoryLines, Signatory = Signatory };

    public void Describe(Actor by, PlanTerms terms)
    {
        RequireOpen(by);
        Write(terms);
        Changed(by);
    }

    /// <summary>Shows the draft to the members, who comment on it until that day.</summary>
    public void OpenConsultation(Actor by, StepNote note, DateOnly lastDay)
    {
        _ = PlanWorkflow.Table.Take(PlanStep.OpenConsultation, State, by, note.Paper);
        Require(_sections.Count > 0, "Kế hoạch chưa có mục nào để lấy ý kiến.");
        Require(lastDay >= VietnamTime.DayOf(note.At), "Ngày cuối cùng góp ý không được trước hôm nay.", nameof(CommentsUntil));
        State = Take(PlanWorkflow.Table, PlanStep.OpenConsultation, State, by, note);
        CommentsUntil = lastDay;
    }

    /// <summary>Gives the members more time; the reason stays in the history.</summary>
    public void ExtendConsultation(Actor by, StepNote note, DateOnly lastDay)
    {
        _ = PlanWorkflow.Table.Take(PlanStep.ExtendConsultation, State, by, note.Paper);
        Consultations.Consultation.RequireLater(lastDay, CommentsUntil, note);
        State = Take(PlanWorkflow.Table, PlanStep.ExtendConsultation, State, by, note);
        CommentsUntil = lastDay;
    }

    public void CloseConsultation(Actor by, StepNote note) => State = Take(PlanWorkflow.Table, PlanStep.CloseConsultation, State, by, note);

    /// <summary>The deputy agrees to the text that is to replace the plan in force.</summary>
    public void Agree(Actor by, StepNote note)
    {
        Require(AdjustsId is not null, "Chỉ kế hoạch điều chỉnh mới cần đơn vị phó thống nhất.");
        State = Take(PlanWorkflow.Table, PlanStep.Agree, State, by, note);
        (AgreedBy, AgreedAt) = (note.Paper is { } paper ? $"{paper.Signatory}, {paper.SignatoryOffice} (văn bản số {paper.Number})" : $"{by.UserName}, {by.OfficeName}", note.At);
    }

    /// <summary>Trình ký: refused with all that is missing, together.</summary>
    public void Submit(Actor by, StepNote note, bool hasDeputy)
    {
        _ = PlanWorkflow.Table.Take(PlanStep.Submit, State, by, note.Paper);
        NotReady.Require([.. Problems(hasDeputy).Select(problem => problem.Text)], "Chưa trình ký được kế hoạch.");
        State = Take(PlanWorkflow.Table, PlanStep.Submit, State, by, note);
    }

    public void Drop(Actor by, StepNote note)
    {
        _ = PlanWorkflow.Table.Take(PlanStep.Drop, State, by, note.Paper);
        LastReason = Text.Clean(note.Reason) ?? throw new RuleViolation("Nêu lý do bỏ dự thảo.", nameof(StepNote.Reason));
        State = Take(PlanWorkflow.Table, PlanStep.Drop, State, by, note);
    }

    /// <summary>Moves with its document: returned, issued, replaced or revoked in the register.</summary>
    public void Follow(Actor by, PlanStep step, StepNote note)
    {
        Require(step is PlanStep.Return or PlanStep.Issue or PlanStep.Adjust or PlanStep.Revoke, "Bước này không theo văn bản.");
        State = Take(PlanWorkflow.Table, step, State, by, note);
        LastReason = Text.Clean(note.Reason) ?? LastReason;
    }

    /// <summary>All reasons why it cannot be submitted for signature yet, each with the place to mend. An adjustment waits for the deputy, where there is one.</summary>
    public IReadOnlyList<PlanProblem> Problems(bool hasDeputy) =>
    [
        .. _bases.Count == 0 ? [new PlanProblem("Chưa có căn cứ nào.", PlanPart.Bases)] : Array.Empty<PlanProblem>(),
        .. _sections.Count == 0 ? [new PlanProblem("Chưa có mục nào.", PlanPart.Outline)] : Array.Empty<PlanProblem>(),
        .. Outline().Where(row => row.IsEmpty).Select(row => new PlanProblem($"Mục {row.Way} chưa có nội dung.", PlanPart.Outline, row.Section.Id)),
        .. Outline().Where(row => Text.HasBlank(row.Section.Title) || Text.HasBlank(row.Section.Body)).Select(row => new PlanProblem($"Mục {row.Way} còn chỗ để trống (… hoặc ___).", PlanPart.Outline, row.Section.Id)),
        .. Recipients.Count == 0 ? [new PlanProblem("Chưa ghi nơi nhận.", PlanPart.Terms)] : Array.Empty<PlanProblem>(),
        .. SignatoryLines.Count == 0 ? [new PlanProblem("Chưa ghi thể thức ký, chức vụ người ký.", PlanPart.Terms)] : Array.Empty<PlanProblem>(),
        .. hasDeputy && AdjustsId is not null && AgreedAt is null ? [new PlanProblem("Đơn vị phó chưa thống nhất nội dung điều chỉnh (mọi sửa đổi sau khi thống nhất đều phải thống nhất lại).", PlanPart.Agreement)] : Array.Empty<PlanProblem>(),
    ];

    /// <summary>What is missing, too, but hinders nothing: who signs may be known only when it is signed.</summary>
    public IReadOnlyList<PlanProblem> Gaps() => Signatory is null ? [new PlanProblem("Chưa ghi họ và tên người ký.", PlanPart.Terms)] : [];

    private void Write(PlanTerms terms)
    {
        Abstract = Text.Clean(terms.Abstract) ?? throw new RuleViolation("Nhập trích yếu của kế hoạch.", nameof(Abstract));
        (Preamble, Archive, Signatory) = (Text.Clean(terms.Preamble)?.ReplaceLineEndings("\n"), Text.Clean(terms.Archive), Text.Clean(terms.Signatory));
        (Recipients, SignatoryLines) = (CleanLines(terms.Recipients), CleanLines(terms.SignatoryLines));
        Require(SignatoryLines.Count <= MostSignatoryLines, $"Phần ký có nhiều nhất {MostSignatoryLines} dòng.", nameof(SignatoryLines));
    }

    private static List<string> CleanLines(IEnumerable<string> lines) => [.. lines.Select(Text.Clean).OfType<string>()];

    private void RequireOpen(Actor by)
    {
        RequireDrafting(by);
        Require(IsOpen, $"Kế hoạch đang ở trạng thái “{Labels.Of(State)}”, không sửa được nội dung.");
        (AgreedBy, AgreedAt) = (null, null);
    }

    private static void RequireDrafting(Actor by)
    {
        if (!by.Can(Permission.DraftPlan))
        {
            throw new NotPermitted(Permissions.Refusal(Permission.DraftPlan));
        }
    }
}
