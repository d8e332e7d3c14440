using Microsoft.AspNetCore.Mvc;
using ThiDua.Web.Access;
using ThiDua.Web.Conventions;

namespace ThiDua.Web.Features.Home;

/// <summary>Việc cần làm: where everybody starts.</summary>
public sealed class HomeController : PortalController
{
    [HttpGet("/"), AllowSignedIn]
    public IActionResult Show() => View();
}
