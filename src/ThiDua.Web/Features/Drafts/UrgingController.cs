using Microsoft.AspNetCore.Mvc;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Web.Access;
using ThiDua.Web.Conventions;
using ThiDua.Web.Features.Shared.Reports;

namespace ThiDua.Web.Features.Drafts;

/// <summary>Công văn đôn đốc about a report, to units that have not sent it.</summary>
[Route("cum/{clusterYearId:int}/bao-cao/{requirementId:int}/don-doc")]
public sealed class UrgingController(MissingReports missing) : PortalController
{
    private string Year => $"/cum/{RouteData.Values[EnterClusterYear.Key]}";

    [HttpGet(""), Allow(Permission.KeepRequirements)]
    public async Task<IActionResult> Urge(int requirementId)
    {
        var found = await missing.Handle(requirementId);
        if (found.Requirement.MayRemind)
        {
            return View(new UrgeUnitsPage(found, null));
        }

        TempData["Problem"] = $"Không đôn đốc khi yêu cầu báo cáo đang ở trạng thái “{Labels.Of(found.Requirement.State)}” hoặc do đơn vị trưởng gửi.";
        return Redirect($"{Year}/bao-cao/{requirementId}");
    }

    [HttpPost(""), Allow(Permission.KeepRequirements)]
    public Task<IActionResult> Urge(int requirementId, UrgeUnitsForm form, [FromServices] UrgeUnits urge)
    {
        var draftId = 0;
        return Submit(async () => draftId = await urge.Handle(requirementId, form), () => Drafted(draftId), async () => View(new UrgeUnitsPage(await missing.Handle(requirementId), form)));
    }

    private RedirectResult Drafted(int draftId)
    {
        TempData["Notice"] = "Đã lập dự thảo công văn đôn đốc. Xem, sửa, lưu rồi trình ký.";
        return Redirect($"{Year}/van-ban-theo-mau/{draftId}/sua");
    }
}
