using Microsoft.AspNetCore.Mvc;
using ThiDua.Domain.Access;
using ThiDua.Web.Access;
using ThiDua.Web.Conventions;

namespace ThiDua.Web.Features.Calendars;

/// <summary>Lịch chấm điểm: when entry, appraisal, objection and answer open and close, and more time for single units.</summary>
[Route("cum/{clusterYearId:int}/lich-cham-diem")]
public sealed class CalendarsController(ShowCalendar calendar) : PortalController
{
    [HttpGet(""), Allow(Permission.ReadClusterYear)]
    public async Task<IActionResult> Show() => View("Show", await calendar.Handle());

    [HttpGet("sua"), Allow(Permission.SetCalendar)]
    public async Task<IActionResult> Set() => View("Set", await calendar.ToSet(null));

    [HttpPost("sua"), Allow(Permission.SetCalendar)]
    public Task<IActionResult> Set(SetCalendar.Form form, [FromServices] SetCalendar set) =>
        Submit(() => set.Handle(form), () => Done("Đã lưu lịch chấm điểm.", nameof(Show)), async () => View("Set", await calendar.ToSet(form)));

    [HttpGet("gia-han"), Allow(Permission.SetCalendar)]
    public async Task<IActionResult> Extend() => View("Extend", await calendar.ToExtend(null));

    [HttpPost("gia-han"), Allow(Permission.SetCalendar)]
    public Task<IActionResult> Extend(ExtendEntry.Form form, [FromServices] ExtendEntry extend) =>
        Submit(() => extend.Handle(form), () => Done("Đã gia hạn cho đơn vị.", nameof(Show)), async () => View("Extend", await calendar.ToExtend(form)));
}
