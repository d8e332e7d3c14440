using Microsoft.AspNetCore.Mvc;
using ThiDua.Domain.Access;
using ThiDua.Web.Access;
using ThiDua.Web.Conventions;

namespace ThiDua.Web.Features.ClusterYears;

/// <summary>Thiết lập of a cluster year: who takes part, who leads, from which day and by which document.</summary>
[Route("cum/{clusterYearId:int}/thiet-lap")]
public sealed class SetUpController(ShowSetUp setUp) : PortalController
{
    [HttpGet(""), Allow(Permission.SetUpYear)]
    public async Task<IActionResult> Show() => View("SetUp", await setUp.Handle());

    [HttpGet("quy-dinh"), Allow(Permission.SetUpYear)]
    public Task<IActionResult> Amend([FromQuery(Name = "theo")] int? decisionId) => AmendAgain(null, decisionId);

    [HttpPost("quy-dinh"), Allow(Permission.SetUpYear)]
    public Task<IActionResult> Amend(AmendYear.Form form, [FromServices] AmendYear amend) =>
        Submit(() => amend.Handle(form), () => Done("Đã lưu văn bản của năm.", nameof(Show)), () => AmendAgain(form));

    [HttpGet("thanh-vien"), Allow(Permission.SetUpYear)]
    public Task<IActionResult> AddMembers([FromQuery(Name = "theo")] int? decisionId) => AddMembersAgain(null, decisionId);

    [HttpPost("thanh-vien"), Allow(Permission.SetUpYear)]
    public Task<IActionResult> AddMembers(MembersForm form, [FromServices] AddMembers add)
    {
        if (!form.Find)
        {
            return Submit(() => add.Handle(form), () => Done("Đã thêm thành viên.", nameof(Show)), () => AddMembersAgain(form));
        }

        ModelState.ForgetProblems();
        return AddMembersAgain(form);
    }

    [HttpGet("thoi-tham-gia/{unitId:int}"), Allow(Permission.SetUpYear)]
    public Task<IActionResult> EndMembership(int unitId) => EndAgain(unitId, null, nameof(EndMembership));

    [HttpPost("thoi-tham-gia/{unitId:int}"), Allow(Permission.SetUpYear)]
    public Task<IActionResult> EndMembership(int unitId, EndForm form, [FromServices] EndMembership end) =>
        Submit(() => end.Handle(unitId, form), () => Done("Đã ghi nhận đơn vị thôi tham gia.", nameof(Show)), () => EndAgain(unitId, form, nameof(EndMembership)));

    [HttpGet("truong"), Allow(Permission.SetUpYear)]
    public Task<IActionResult> AppointLeader([FromQuery(Name = "theo")] int? decisionId) => AppointAgain(Position.Leader, null, decisionId);

    [HttpPost("truong"), Allow(Permission.SetUpYear)]
    public Task<IActionResult> AppointLeader(AppointForm form, [FromServices] Appoint appoint) =>
        Submit(() => appoint.Handle(Position.Leader, form), () => Done("Đã ghi nhận đơn vị trưởng.", nameof(Show)), () => AppointAgain(Position.Leader, form));

    [HttpGet("pho"), Allow(Permission.SetUpYear)]
    public Task<IActionResult> AppointDeputy([FromQuery(Name = "theo")] int? decisionId) => AppointAgain(Position.Deputy, null, decisionId);

    [HttpPost("pho"), Allow(Permission.SetUpYear)]
    public Task<IActionResult> AppointDeputy(AppointForm form, [FromServices] Appoint appoint) =>
        Submit(() => appoint.Handle(Position.Deputy, form), () => Done("Đã ghi nhận đơn vị phó.", nameof(Show)), () => AppointAgain(Position.Deputy, form));

    [HttpGet("thoi-pho/{unitId:int}"), Allow(Permission.SetUpYear)]
    public Task<IActionResult> EndDeputy(int unitId) => EndAgain(unitId, null, nameof(EndDeputy));

    [HttpPost("thoi-pho/{unitId:int}"), Allow(Permission.SetUpYear)]
    public Task<IActionResult> EndDeputy(int unitId, EndForm form, [FromServices] EndDeputy end) =>
        Submit(() => end.Handle(unitId, form), () => Done("Đã ghi nhận đơn vị thôi giữ vị trí phó.", nameof(Show)), () => EndAgain(unitId, form, nameof(EndDeputy)));

    private async Task<IActionResult> AmendAgain(AmendYear.Form? form, int? decisionId = null) => View("Amend", await setUp.Amend(form, decisionId));

    private async Task<IActionResult> AddMembersAgain(MembersForm? form, int? decisionId = null) => View("AddMembers", await setUp.AddMembers(form, decisionId));

    private async Task<IActionResult> AppointAgain(Position position, AppointForm? form, int? decisionId = null) => View("Appoint", await setUp.Appoint(position, form, decisionId));

    private async Task<IActionResult> EndAgain(int unitId, EndForm? form, string view) => View(view, await setUp.End(unitId, form));
}
