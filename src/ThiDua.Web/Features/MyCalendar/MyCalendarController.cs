using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ThiDua.Web.Access;
using ThiDua.Web.Conventions;

namespace ThiDua.Web.Features.MyCalendar;

/// <summary>Lịch: the dates of all cluster years of the office acted in, and one's own feed of them.</summary>
[Route("lich")]
public sealed class MyCalendarController(ShowCalendar show) : PortalController
{
    [HttpGet(""), AllowSignedIn]
    public async Task<IActionResult> Show([FromQuery(Name = "thang")] string? month, [FromQuery(Name = "danh-sach")] bool isList) => View(nameof(Show), await show.Handle(month, isList));

    /// <summary>Shows the new address this once.</summary>
    [HttpPost("dia-chi"), AllowSignedIn]
    public async Task<IActionResult> RenewFeed([FromServices] RenewFeed renew)
    {
        var path = await renew.Handle();
        return View(nameof(Show), await show.Handle(null, isList: false) with { NewAddress = $"{Request.Scheme}://{Request.Host}{path}" });
    }

    [HttpPost("thu-hoi"), AllowSignedIn]
    public async Task<IActionResult> RevokeFeed([FromServices] RevokeFeed revoke)
    {
        await revoke.Handle();
        return Done("Đã thu hồi địa chỉ lịch; chương trình lịch nào dùng địa chỉ đó không đọc được nữa.", nameof(Show));
    }
}

/// <summary>The feed itself: calendar programs do not sign in, the secret in the address suffices.</summary>
[Route("lich-ca-nhan"), AllowAnonymous]
public sealed class CalendarFeedController(PublicThrottle throttle) : PortalController
{
    [HttpGet("{token}.ics")]
    public async Task<IActionResult> Read(string token, [FromServices] ReadFeed read)
    {
        Response.Headers.CacheControl = "private, no-store";
        Response.Headers["X-Robots-Tag"] = "noindex";
        return throttle.Admits(HttpContext) ? Content(await read.Handle(token), "text/calendar; charset=utf-8") : StatusCode(StatusCodes.Status429TooManyRequests);
    }
}
