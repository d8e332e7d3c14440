using static ThiDua.Domain.Access.Permission;
using static ThiDua.Domain.Planning.Requests.RequestState;

namespace ThiDua.Domain.Planning.Requests;

/// <summary>A draft; its text frozen for signature; sent; what the authority answered last: noted, an opinion, approved, not approved; withdrawn by the cluster; a draft that was given up.</summary>
public enum RequestState { Draft, Submitted, Sent, Noted, WithOpinion, Approved, NotApproved, Withdrawn, Dropped }

public enum RequestStep { Submit, Return, Send, RecordSent, Note, GiveOpinion, Approve, Refuse, Withdraw, Replace, Revoke, Drop }

/// <summary>The life of what is sent to the authority: dự thảo, trình ký, đã gửi, trả lời. From Trình ký on it moves with its document; a later answer stands beside the earlier one. Nothing else ever waits for it.</summary>
public static class AuthorityRequestWorkflow
{
    /// <summary>Sent, and not answered yet or answered.</summary>
    public static readonly RequestState[] WithAuthority = [Sent, Noted, WithOpinion, Approved, NotApproved];

    /// <summary>The states that an answer leads to.</summary>
    public static readonly RequestState[] Answered = [Noted, WithOpinion, Approved, NotApproved];

#pragma warning disable format // the columns of the table
    public static readonly Workflow<RequestState, RequestStep> Table = new(
        //   step                     from           to           needs
        new(RequestStep.Submit,      [Draft],       Submitted,   SendToAuthority),
        new(RequestStep.Return,      [Submitted],   Draft,       DraftDocuments),
        new(RequestStep.Send,        [Submitted],   Sent,        IssueDocuments),
        new(RequestStep.RecordSent,  [Draft],       Sent,        SendToAuthority), // signed and sent outside the portal
        new(RequestStep.Note,        WithAuthority, Noted,       AnswerRequest),
        new(RequestStep.GiveOpinion, WithAuthority, WithOpinion, AnswerRequest),
        new(RequestStep.Approve,     WithAuthority, Approved,    AnswerRequest),
        new(RequestStep.Refuse,      WithAuthority, NotApproved, AnswerRequest),
        new(RequestStep.Withdraw,    [Sent],        Withdrawn,   SendToAuthority),
        new(RequestStep.Replace,     [Sent],        Withdrawn,   IssueDocuments), // its document was replaced in the register
        new(RequestStep.Revoke,      [Sent],        Withdrawn,   SignDocuments), // or revoked
        new(RequestStep.Drop,        [Draft],       Dropped,     SendToAuthority));
#pragma warning restore format
}
