using Microsoft.AspNetCore.Mvc;
using ThiDua.Domain.Access;
using ThiDua.Web.Access;
using ThiDua.Web.Conventions;

namespace ThiDua.Web.Features.ClusterYears;

/// <summary>An authority opens a year of its cluster.</summary>
[Route("co-quan/{organizationId:int}/cum/{clusterId:int}/mo-nam")]
public sealed class OpeningController(ShowOpenYear show) : PortalController
{
    [HttpGet(""), AllowAuthority(AuthorityPermission.SetUpClusters)]
    public async Task<IActionResult> Open(int organizationId, int clusterId) => View(nameof(Open), await show.Handle(organizationId, clusterId, null));

    [HttpPost(""), AllowAuthority(AuthorityPermission.SetUpClusters)]
    public async Task<IActionResult> Open(int organizationId, int clusterId, OpenYearForm form, [FromServices] OpenYear open)
    {
        async Task<IActionResult> Again() => View(nameof(Open), await show.Handle(organizationId, clusterId, form));
        if (form.Find)
        {
            ModelState.ForgetProblems();
            return await Again();
        }

        var id = 0;
        return await Submit(async () => id = await open.Handle(organizationId, clusterId, form), () => Opened(id), Again);
    }

    private LocalRedirectResult Opened(int id)
    {
        TempData["Notice"] = "Đã mở năm thi đua.";
        return LocalRedirect($"/cum/{id}");
    }
}
