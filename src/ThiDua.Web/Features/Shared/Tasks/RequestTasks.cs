using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Documents;
using ThiDua.Domain.Planning.Requests;

namespace ThiDua.Web.Features.Shared.Tasks;

/// <summary>What one office has to do with what is sent to the authority: the leader writes, signs and sends it and sees the answer; the authority answers. Nothing else waits for it.</summary>
internal static class RequestTasks
{
    public static IEnumerable<TaskToDo> For(YearInMotion year, Actor actor) => year.Requests.Select(request => Of(year, request, actor)).OfType<TaskToDo>().Concat(ToSend(year, actor));

    // Only where the authority asks for it.
    private static IEnumerable<TaskToDo> ToSend(YearInMotion year, Actor actor) => actor.Can(Permission.SendToAuthority)
        ? year.ToSend.Select(subject => new TaskToDo(year.Cluster, $"Gửi cơ quan quản lý: {Labels.Of(subject).ToLowerInvariant()} đã ban hành", "Lập văn bản gửi", year.Url("gui-cap-tren")) { Subject = "gui-cap-tren", Detail = "Cơ quan quản lý yêu cầu gửi; các bước khác không chờ." })
        : [];

    private static TaskToDo? Of(YearInMotion year, RequestInMotion request, Actor actor)
    {
        TaskToDo Task(string what, string button, string path) => new(year.Cluster, $"{what}: {request.About}", button, year.Url(path)) { Subject = "gui-cap-tren" };
        var here = $"gui-cap-tren/{request.Id}";
        return request.State switch
        {
            RequestState.Draft when actor.Can(Permission.SendToAuthority) => Task("Hoàn thiện văn bản gửi cơ quan quản lý, trình ký", "Mở dự thảo", here),
            RequestState.Submitted when request is { Document: { } state, DocumentId: { } documentId } && DocumentTasks.Next(state, actor) is { } open =>
                Task(open.Step == DocumentStep.Sign ? "Ký văn bản gửi cơ quan quản lý" : "Vào sổ, ban hành văn bản gửi cơ quan quản lý", Labels.Of(open.Step), $"van-ban/{documentId}") with { Detail = open.OnPaperOnly ? DocumentTasks.OnPaper : null },
            RequestState.Sent when IsOfAuthority(actor) && actor.CanInAnyWay(Permission.AnswerRequest) => Task(WhatToAnswer(request.Manner), request.Manner == RequestManner.Report ? "Xem, ghi nhận" : "Xem, trả lời", here) with { Detail = $"{Labels.Of(request.Manner)}, gửi ngày {request.SentOn:dd/MM/yyyy}." },
            _ when AuthorityRequestWorkflow.Answered.Contains(request.State) && actor.Can(Permission.SendToAuthority) => Task($"{Labels.Of(request.State)}, xem trả lời", "Xem", here),
            _ => null,
        };
    }

    private static bool IsOfAuthority(Actor actor) => actor.Positions.Contains(Position.Authority) || actor.Positions.Contains(Position.StandingBody);

    private static string WhatToAnswer(RequestManner manner) => manner switch
    {
        RequestManner.AskOpinion => "Cho ý kiến về văn bản cụm, khối gửi",
        RequestManner.AskApproval => "Xem xét, phê duyệt văn bản cụm, khối trình",
        _ => "Ghi nhận báo cáo cụm, khối gửi",
    };
}
