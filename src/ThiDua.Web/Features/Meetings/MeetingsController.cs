using Microsoft.AspNetCore.Mvc;
using ThiDua.Domain.Access;
using ThiDua.Web.Access;
using ThiDua.Web.Conventions;

namespace ThiDua.Web.Features.Meetings;

/// <summary>Chấm tại cuộc họp: the meeting scores criterion by criterion, its secretary records all units under the minutes.</summary>
[Route("cum/{clusterYearId:int}/cham-tai-cuoc-hop")]
public sealed class MeetingsController(ShowMeeting meeting) : PortalController
{
    [HttpGet(""), Allow(Permission.AppraiseScores)]
    public async Task<IActionResult> Show() => View("Show", await meeting.Handle());

    [HttpGet("lap"), Allow(Permission.AssignAppraisers)]
    public async Task<IActionResult> Open() => View("Open", await meeting.ToOpen(null));

    [HttpPost("lap"), Allow(Permission.AssignAppraisers)]
    public Task<IActionResult> Open(OpenMeeting.Form form, [FromServices] OpenMeeting open) =>
        Submit(() => open.Handle(form), () => Done("Đã mở chấm tại cuộc họp.", nameof(Show)), async () => View("Open", await meeting.ToOpen(form)));

    [HttpPost("dong"), Allow(Permission.AssignAppraisers)]
    public Task<IActionResult> Close(CloseMeeting.Form form, [FromServices] CloseMeeting close) =>
        Submit(() => close.Handle(form), () => Done("Đã đóng chấm tại cuộc họp; điểm đã ghi được giữ nguyên.", nameof(Show)), Show);

    [HttpGet("{criterionId:int}"), Allow(Permission.AppraiseScores)]
    public async Task<IActionResult> Score([FromRoute] int criterionId) => View("Score", await meeting.Criterion(criterionId, null));

    [HttpGet("{criterionId:int}/trinh-chieu"), Allow(Permission.AppraiseScores)]
    public async Task<IActionResult> Project([FromRoute] int criterionId) => View("Project", await meeting.Criterion(criterionId, null));

    [HttpPost("{criterionId:int}"), Allow(Permission.AppraiseScores)]
    public async Task<IActionResult> Score([FromRoute] int criterionId, SaveMeetingScores.Form form, [FromServices] SaveMeetingScores save)
    {
        var saved = 0;
        return await Submit(async () => saved = await save.Handle(criterionId, form), () => Done(saved == 0 ? "Không có điểm nào thay đổi." : $"Đã ghi điểm của {saved} đơn vị.", nameof(Score), new { criterionId }), async () => View("Score", await meeting.Criterion(criterionId, form)));
    }

    [HttpPost("ket-thuc"), Allow(Permission.AppraiseScores)]
    public Task<IActionResult> Finish(FinishMeeting.Form form, [FromServices] FinishMeeting finish) =>
        Submit(() => finish.Handle(), () => Done("Đã ghi kết quả chấm tại cuộc họp cho mọi bảng điểm.", nameof(Show)), Show);
}
