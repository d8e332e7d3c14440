using Microsoft.AspNetCore.Mvc;
using ThiDua.Web.Access;
using ThiDua.Web.Conventions;
using ThiDua.Web.Features.Shared.Tasks;

namespace ThiDua.Web.Features.Home;

/// <summary>Việc cần làm: where everybody starts.</summary>
public sealed class HomeController(MyTasks tasks) : PortalController
{
    [HttpGet("/"), AllowSignedIn]
    public async Task<IActionResult> Show() => View(await tasks.Handle());
}
