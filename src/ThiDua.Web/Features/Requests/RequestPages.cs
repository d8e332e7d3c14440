using Microsoft.AspNetCore.Mvc.Rendering;
using ThiDua.Domain;
using ThiDua.Domain.Documents;
using ThiDua.Domain.Planning.Requests;
using ThiDua.Web.Features.Shared;
using ThiDua.Web.Features.Shared.Sending;

namespace ThiDua.Web.Features.Requests;

/// <summary>All that was sent to the authority in a year, and the issued texts that were not, which its leader may send.</summary>
public sealed record RequestsPage(PageOf<RequestRow> Page, bool MaySend, IReadOnlyList<SubjectChoice> NotSent);

/// <summary>The page on which a letter is begun.</summary>
public sealed record StartRequestPage(StartRequestForm Form, IReadOnlyList<SubjectChoice> Texts)
{
    /// <summary>How the authority asks plan and scheme to be sent.</summary>
    public LimitsNow Asked { get; init; } = LimitsNow.None;

    public IEnumerable<SelectListItem> Choices => Texts.Select(text => new SelectListItem($"{text.Subject.Name} ({(text.Number is { } number ? $"{number}, " : "")}{(text.IsIssued ? "đã ban hành" : "dự thảo")})", text.Key)).Prepend(new("Chọn văn bản", ""));

    public static IEnumerable<SelectListItem> Manners => Enum.GetValues<RequestManner>().Select(manner => new SelectListItem(Labels.Of(manner), $"{manner}")).Prepend(new("Chọn cách gửi", ""));
}

/// <summary>Something sent to the authority with what this person may do with it now.</summary>
public sealed record RequestPage(AuthorityRequest Request, IReadOnlyList<Workflow<RequestState, RequestStep>.OpenStep> Steps)
{
    /// <summary>The document in the register that this person may read.</summary>
    public int? DocumentId { get; init; }

    public DocumentState? DocumentState { get; init; }

    public string? NumberAndSymbol { get; init; }

    /// <summary>The SHA-256 of the enclosed text as it stands now, while it can be sent: tells whether it is still what somebody looked at.</summary>
    public string? EnclosedSeen { get; init; }

    /// <summary>Whether this person writes it: the leader's staff while it is a draft.</summary>
    public bool MayEdit => May(RequestStep.Submit);

    /// <summary>Whether this person may open the plan or scheme itself: a draft that was sent is read as it was sent.</summary>
    public bool MayOpenText { get; init; }

    /// <summary>Whether this person may mark the authority's answer as seen.</summary>
    public bool MaySeeAnswer { get; init; }

    public IReadOnlyList<RequestStep> Answers => [.. Request.Manner.Answers().Where(May)];

    /// <summary>Whether this person only records the answer from signed paper.</summary>
    public bool AnswersOnPaperOnly => Steps.Any(open => Request.Manner.Answers().Contains(open.Step) && open.OnPaperOnly);

    public bool IsOutside => Request.OutsideNumber is not null;

    public string Title => $"{Labels.Of(Request.Manner)}: {Request.About}";

    /// <summary>The states as the stepper shows them; the last is what was answered.</summary>
    public IReadOnlyList<RequestState> Way => [RequestState.Draft, .. IsOutside ? Array.Empty<RequestState>() : [RequestState.Submitted], RequestState.Sent, .. Request.IsAnswered ? [Request.State] : Array.Empty<RequestState>()];

    public string? Next => Request.State switch
    {
        RequestState.Draft => "Đơn vị trưởng hoàn thiện rồi trình ký, hoặc ghi nhận văn bản đã ký và gửi ngoài hệ thống.",
        RequestState.Submitted => DocumentState == Domain.Documents.DocumentState.SignedOff ? "Đã ký; chờ văn thư vào sổ, cấp số và ngày." : "Chờ lãnh đạo đơn vị trưởng ký.",
        RequestState.Sent => "Đã gửi. Cơ quan quản lý trả lời trên cổng, hoặc đơn vị trưởng ghi nhận văn bản trả lời; các việc khác không chờ trả lời này.",
        _ => null,
    };

    public bool May(RequestStep step) => Steps.Any(open => open.Step == step);

    public bool IsPast(RequestState state) => Way.Contains(Request.State) && Way.ToList().IndexOf(state) < Way.ToList().IndexOf(Request.State);
}

/// <summary>The form of the letter; Stored is what it holds now.</summary>
public sealed record EditRequestPage(RequestPage Page, RequestForm Form)
{
    public bool IsOvertaken => Form.Version != Page.Request.Version;
}

/// <summary>The page of giving up or withdrawing.</summary>
public sealed record EndRequestPage(RequestPage Page, RequestStep Step, EndRequestForm Form);

/// <summary>The page on which what was sent outside is recorded.</summary>
public sealed record RecordSentPage(RequestPage Page, RecordSentForm Form);

/// <summary>The page of an answer.</summary>
public sealed record AnswerPage(RequestPage Page, AnswerForm Form)
{
    public IEnumerable<SelectListItem> Choices => Page.Answers.Select(answer => new SelectListItem(Labels.Of(answer), $"{answer}")).Prepend(new("Chọn cách trả lời", ""));
}
