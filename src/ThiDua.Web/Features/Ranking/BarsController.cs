using Microsoft.AspNetCore.Mvc;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Web.Access;
using ThiDua.Web.Conventions;

namespace ThiDua.Web.Features.Ranking;

/// <summary>Không xét, tạm dừng xét: which units are kept from honours, classification or proposals, and by what.</summary>
[Route("cum/{clusterYearId:int}/xep-hang/khong-xet")]
public sealed class BarsController(ShowBars bars) : PortalController
{
    [HttpGet(""), Allow(Permission.ReadClusterYear)]
    public async Task<IActionResult> Show() => View("Bars", await bars.Handle());

    [HttpGet("ghi-nhan"), Allow(Permission.HoldResults)]
    public Task<IActionResult> Record() => OrBack(() => RecordAgain(null));

    [HttpPost("ghi-nhan"), Allow(Permission.HoldResults)]
    public Task<IActionResult> Record(RecordBar.Form form, [FromServices] RecordBar record) =>
        Submit(() => record.Handle(form), () => Done("Đã ghi nhận. Đơn vị giữ nguyên điểm và thứ hạng điểm.", nameof(Show)), () => OrBack(() => RecordAgain(form)));

    [HttpGet("{barId:int}/go-bo"), Allow(Permission.HoldResults)]
    public Task<IActionResult> Lift(int barId) => OrBack(() => LiftAgain(barId, null));

    [HttpPost("{barId:int}/go-bo"), Allow(Permission.HoldResults)]
    public Task<IActionResult> Lift(int barId, LiftBar.Form form, [FromServices] LiftBar lift) =>
        Submit(() => lift.Handle(barId, form), () => Done("Đã gỡ bỏ.", nameof(Show)), () => LiftAgain(barId, form));

    private async Task<IActionResult> RecordAgain(RecordBar.Form? form) => View("RecordBar", await bars.ToRecord(form));

    private async Task<IActionResult> LiftAgain(int barId, LiftBar.Form? form) => View("LiftBar", await bars.ToLift(barId, form));

    private async Task<IActionResult> OrBack(Func<Task<IActionResult>> page)
    {
        try
        {
            return await page();
        }
        catch (RuleViolation notNow)
        {
            TempData["Problem"] = notNow.Message;
            return RedirectToAction(nameof(Show), RouteData.Values);
        }
    }
}
