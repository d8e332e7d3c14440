using Microsoft.AspNetCore.Mvc;
using ThiDua.Web.Access;
using ThiDua.Web.Conventions;

namespace ThiDua.Web.Features.Searching;

/// <summary>Search over all that the office acted in may see (tìm kiếm).</summary>
[Route("tim-kiem")]
public sealed class SearchingController : PortalController
{
    [HttpGet(""), AllowSignedIn]
    public async Task<IActionResult> Show([FromQuery(Name = "q")] string? typed, [FromQuery(Name = "trang")] int? page, [FromServices] SearchPortal search) =>
        View(await search.Handle(typed, page));
}
