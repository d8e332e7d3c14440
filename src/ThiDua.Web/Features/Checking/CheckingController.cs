using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ThiDua.Web.Access;
using ThiDua.Web.Conventions;

namespace ThiDua.Web.Features.Checking;

/// <summary>The public page of an issued document (kiểm tra văn bản): whoever has its address or QR code sees number, date, abstract, state and SHA-256, nothing more.</summary>
[Route("kiem-tra"), AllowAnonymous]
public sealed class CheckingController(PublicThrottle throttle) : PortalController
{
    [HttpGet("{token}")]
    public async Task<IActionResult> Show(string token, [FromServices] CheckDocument check) =>
        throttle.Admits(HttpContext) ? View(await check.Handle(token)) : StatusCode(StatusCodes.Status429TooManyRequests);
}
