using System.Linq.Expressions;
using ThiDua.Domain.Access;
using ThiDua.Domain.Documents;
using static ThiDua.Domain.RuleViolation;

namespace ThiDua.Domain.Planning.Requests;

/// <summary>The plan or the scheme of a year sent to the authority (gửi cơ quan quản lý: báo cáo, xin ý kiến, phê duyệt), with what the authority answers. Several about one text stand side by side.</summary>
public sealed class AuthorityRequest : ClusterYearItem
{
    private readonly List<EnclosedText> _texts = [];

    private AuthorityRequest() => (About, Abstract, Body, Addressees) = ("", "", "", []);

    public AuthorityRequest(Actor by, RequestManner manner, SentSubject subject, RequestTerms terms)
        : this()
    {
        RequireSending(by);
        (ClusterYearId, Manner, Subject, About) = (by.ClusterYearId!.Value, manner, subject.Subject, subject.Name);
        (PlanId, SchemeId) = (subject.Subject == RequestSubject.Plan ? subject.Id : null, subject.Subject == RequestSubject.Scheme ? subject.Id : null);
        Write(terms);
    }

    public RequestManner Manner { get; private set; }

    public RequestSubject Subject { get; private set; }

    public int? PlanId { get; private set; }

    public int? SchemeId { get; private set; }

    /// <summary>The text as it was named when this was begun: "Kế hoạch Hoạt động của Cụm năm 2020".</summary>
    public string About { get; private set; }

    public RequestState State { get; private set; }

    public IReadOnlyList<string> Addressees { get; private set; }

    public string Abstract { get; private set; }

    public string Body { get; private set; }

    /// <summary>The day of the document by which it was sent; null: not sent.</summary>
    public DateOnly? SentOn { get; private set; }

    /// <summary>Số, ký hiệu where it was signed and sent outside the portal; null where its document stands in the register.</summary>
    public string? OutsideNumber { get; private set; }

    public RequestAnswer? Answer { get; private set; }

    /// <summary>When the leader has seen the last answer (UTC).</summary>
    public DateTime? AnswerSeenAt { get; private set; }

    /// <summary>Why it was returned, withdrawn or dropped.</summary>
    public string? LastReason { get; private set; }

    /// <summary>What was sent with the letter, as it stood; the last one counts.</summary>
    public IReadOnlyList<EnclosedText> Texts => _texts;

    public bool IsAnswered => AuthorityRequestWorkflow.Answered.Contains(State);

    /// <summary>Whether the leader has still to look at what the authority answered in the portal.</summary>
    public bool HasNewAnswer => IsAnswered && AnswerSeenAt is null;

    /// <summary>Whether this reader may see it: leader and deputies always, everybody of the year what was sent.</summary>
    public static Expression<Func<AuthorityRequest, bool>> ReadableBy(Actor reader)
    {
        var isOfLeadership = reader.Positions.Contains(Position.Leader) || reader.Positions.Contains(Position.Deputy);
        return request => isOfLeadership || request.SentOn != null;
    }

    public RequestTerms Terms() => new(Abstract, Body) { Addressees = Addressees };

    public void Describe(Actor by, RequestTerms terms)
    {
        RequireSending(by);
        Require(State == RequestState.Draft, $"Văn bản gửi cấp trên đang ở trạng thái “{Labels.Of(State)}”, không sửa được nội dung.");
        Write(terms);
        Changed(by);
    }

    /// <summary>Trình ký, with the text that goes with the letter as it stands now.</summary>
    public void Submit(Actor by, StepNote note, FrozenContent enclosed)
    {
        Require(!Text.HasBlank(Body) && !Text.HasBlank(Abstract), "Nội dung còn chỗ để trống (… hoặc ___). Hoàn thiện trước khi trình ký.");
        State = Take(AuthorityRequestWorkflow.Table, RequestStep.Submit, State, by, note);
        _texts.Add(new(this, enclosed, note.At));
    }

    /// <summary>Moves with its document: returned, issued on a day, replaced or revoked in the register.</summary>
    public void Follow(Actor by, RequestStep step, StepNote note, DateOnly? issuedOn)
    {
        Require(step is RequestStep.Return or RequestStep.Send or RequestStep.Replace or RequestStep.Revoke, "Bước này không theo văn bản.");
        State = Take(AuthorityRequestWorkflow.Table, step, State, by, note);
        (SentOn, LastReason) = (step == RequestStep.Send ? issuedOn : SentOn, Text.Clean(note.Reason));
    }

    /// <summary>Ghi nhận đã gửi theo văn bản đã ký: signed and sent outside the portal.</summary>
    public void RecordSent(Actor by, StepNote note, FrozenContent enclosed)
    {
        _ = AuthorityRequestWorkflow.Table.Take(RequestStep.RecordSent, State, by, note.Paper);
        var paper = note.Paper ?? throw new RuleViolation("Nhập số, ngày, người ký của văn bản đã gửi.", "Paper.Number");
        Require(paper.SignedOn <= VietnamTime.DayOf(note.At), "Ngày ký không được sau hôm nay.", "Paper.SignedOn");
        State = Take(AuthorityRequestWorkflow.Table, RequestStep.RecordSent, State, by, note);
        (SentOn, OutsideNumber) = (paper.SignedOn, paper.Number);
        _texts.Add(new(this, enclosed, note.At));
    }

    /// <summary>The authority answers, or its answer is recorded from its paper; an opinion has its words, a refusal its reason.</summary>
    public void AnswerBy(Actor by, RequestStep answer, StepNote note)
    {
        Require(Manner.Answers().Contains(answer), $"“{Labels.Of(Manner)}” không trả lời bằng “{Labels.Of(answer)}”.", "Answer");
        _ = AuthorityRequestWorkflow.Table.Take(answer, State, by, note.Paper);
        Require(answer is not (RequestStep.GiveOpinion or RequestStep.Refuse) || Text.Clean(note.Reason) is not null, answer == RequestStep.Refuse ? "Nêu lý do không phê duyệt." : "Nhập nội dung ý kiến.", nameof(StepNote.Reason));
        var today = VietnamTime.DayOf(note.At);
        var on = note.Paper?.SignedOn ?? today;
        Require(on <= today, "Ngày văn bản trả lời không được sau hôm nay.", "Paper.SignedOn");
        Require(on >= SentOn, $"Ngày văn bản trả lời không được trước ngày gửi {SentOn:dd/MM/yyyy}.", "Paper.SignedOn");
        State = Take(AuthorityRequestWorkflow.Table, answer, State, by, note);
        var isRecorded = !by.Positions.Contains(Position.Authority) && !by.Positions.Contains(Position.StandingBody);
        Answer = new(Text.Clean(note.Reason), on, note.Paper is { } paper ? $"{paper.Signatory}, {paper.SignatoryOffice}" : $"{by.UserName}, {by.OfficeName}") { Number = note.Paper?.Number, IsRecordedByLeader = isRecorded };
        AnswerSeenAt = isRecorded ? note.At : null;
    }

    /// <summary>The leader's staff have seen the last answer: nobody is reminded of it any more.</summary>
    public void SeeAnswer(Actor by, DateTime at)
    {
        RequireSending(by);
        Require(IsAnswered, "Chưa có trả lời nào để xem.");
        AnswerSeenAt ??= at;
        Changed(by);
    }

    public void Withdraw(Actor by, StepNote note) => GiveUp(by, RequestStep.Withdraw, note);

    public void Drop(Actor by, StepNote note) => GiveUp(by, RequestStep.Drop, note);

    private void GiveUp(Actor by, RequestStep step, StepNote note)
    {
        _ = AuthorityRequestWorkflow.Table.Take(step, State, by, note.Paper);
        LastReason = Text.Clean(note.Reason) ?? throw new RuleViolation(step == RequestStep.Drop ? "Nêu lý do bỏ dự thảo." : "Nêu lý do rút.", nameof(StepNote.Reason));
        State = Take(AuthorityRequestWorkflow.Table, step, State, by, note);
    }

    private void Write(RequestTerms terms)
    {
        var clean = terms.Clean();
        (Abstract, Body, Addressees) = (clean.Abstract, clean.Body, clean.Addressees);
    }

    private static void RequireSending(Actor by)
    {
        if (!by.Can(Permission.SendToAuthority))
        {
            throw new NotPermitted(Permissions.Refusal(Permission.SendToAuthority));
        }
    }
}

/// <summary>The plan or scheme as it stood when it was sent; a later one stands beside it, none is overwritten.</summary>
public sealed class EnclosedText : IInClusterYear, INotAudited
{
    private EnclosedText() => (Request, Model, Sha256) = (null!, "", "");

    internal EnclosedText(AuthorityRequest request, FrozenContent content, DateTime at)
        : this() => (ClusterYearId, Request, Model, Sha256, FrozenAt) = (request.ClusterYearId, request, content.Model, content.Sha256, at);

    public int Id { get; private set; }

    public int ClusterYearId { get; private set; }

    public int RequestId { get; private set; }

    public AuthorityRequest Request { get; private set; }

    /// <summary>The model that every file is made from, as JSON.</summary>
    public string Model { get; private set; }

    public string Sha256 { get; private set; }

    public DateTime FrozenAt { get; private set; }
}
