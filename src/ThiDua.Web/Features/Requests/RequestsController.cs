using Microsoft.AspNetCore.Mvc;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Planning.Requests;
using ThiDua.Web.Access;
using ThiDua.Web.Conventions;

namespace ThiDua.Web.Features.Requests;

/// <summary>How the controllers of a letter to the authority lead back to it.</summary>
public abstract class RequestController(ShowRequests show) : PortalController
{
    protected ShowRequests Requests => show;

    protected RedirectResult DoneAt(string message, int requestId)
    {
        TempData["Notice"] = message;
        return ToRequest(requestId);
    }

    protected RedirectResult NotNow(RequestPage page, string what)
    {
        TempData["Problem"] = $"Không thể {what} khi văn bản gửi cấp trên đang ở trạng thái “{Labels.Of(page.Request.State)}”.";
        return ToRequest(page.Request.Id);
    }

    private RedirectResult ToRequest(int requestId) => Redirect($"/cum/{RouteData.Values[EnterClusterYear.Key]}/gui-cap-tren/{requestId}");
}

/// <summary>Gửi cấp trên: what was sent to the authority, listed, begun, written, given up, withdrawn.</summary>
[Route("cum/{clusterYearId:int}/gui-cap-tren")]
public sealed class RequestsController(ShowRequests show) : RequestController(show)
{
    [HttpGet(""), Allow(Permission.ReadClusterYear)]
    public async Task<IActionResult> List([FromQuery(Name = "trang")] int? page) => View(await Requests.List(page));

    [HttpGet("them"), Allow(Permission.SendToAuthority)]
    public async Task<IActionResult> Start([FromQuery(Name = "noi-dung")] string? about) => View(await Requests.ToStart(new() { About = about }));

    [HttpPost("them"), Allow(Permission.SendToAuthority)]
    public Task<IActionResult> Start(StartRequestForm form, [FromServices] StartRequest start)
    {
        var requestId = 0;
        return Submit(async () => requestId = await start.Handle(form), () => DoneAt("Đã lập dự thảo văn bản gửi cấp trên. Xem lại nội dung rồi trình ký.", requestId), async () => View(await Requests.ToStart(form)));
    }

    [HttpGet("{requestId:int}"), Allow(Permission.ReadClusterYear)]
    public async Task<IActionResult> Show(int requestId) => View(await Requests.Handle(requestId));

    [HttpGet("{requestId:int}/sua"), Allow(Permission.SendToAuthority)]
    public async Task<IActionResult> Edit(int requestId)
    {
        var page = await Requests.Handle(requestId);
        return page.MayEdit ? View(new EditRequestPage(page, RequestForm.Of(page.Request))) : NotNow(page, "sửa nội dung");
    }

    [HttpPost("{requestId:int}/sua"), Allow(Permission.SendToAuthority)]
    public Task<IActionResult> Edit(int requestId, RequestForm form, [FromServices] DescribeRequest describe) =>
        Submit(() => describe.Handle(requestId, form), () => DoneAt("Đã lưu nội dung.", requestId), async () => View(new EditRequestPage(await Requests.Handle(requestId), form)));

    [HttpGet("{requestId:int}/bo"), Allow(Permission.SendToAuthority)]
    public Task<IActionResult> Drop(int requestId) => End(requestId, RequestStep.Drop);

    [HttpPost("{requestId:int}/bo"), Allow(Permission.SendToAuthority)]
    public Task<IActionResult> Drop(int requestId, EndRequestForm form, [FromServices] EndRequest end) => End(requestId, RequestStep.Drop, form, end, "Đã bỏ dự thảo.");

    [HttpGet("{requestId:int}/rut"), Allow(Permission.SendToAuthority)]
    public Task<IActionResult> Withdraw(int requestId) => End(requestId, RequestStep.Withdraw);

    [HttpPost("{requestId:int}/rut"), Allow(Permission.SendToAuthority)]
    public Task<IActionResult> Withdraw(int requestId, EndRequestForm form, [FromServices] EndRequest end) => End(requestId, RequestStep.Withdraw, form, end, "Đã rút văn bản đã gửi.");

    private async Task<IActionResult> End(int requestId, RequestStep step)
    {
        var page = await Requests.Handle(requestId);
        return page.May(step) ? View("End", new EndRequestPage(page, step, new())) : NotNow(page, Labels.Of(step).ToLowerInvariant());
    }

    private Task<IActionResult> End(int requestId, RequestStep step, EndRequestForm form, EndRequest end, string done) =>
        Submit(() => end.Handle(requestId, step, form), () => DoneAt(done, requestId), async () => View("End", new EndRequestPage(await Requests.Handle(requestId), step, form)));
}
