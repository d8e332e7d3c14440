using Microsoft.AspNetCore.Mvc;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Web.Access;
using ThiDua.Web.Conventions;
using ThiDua.Web.Features.Shared.Reports;
using ThiDua.Web.Notifications;

namespace ThiDua.Web.Features.Submissions;

/// <summary>Nhắc các đơn vị chưa nộp, from the table of progress.</summary>
[Route("cum/{clusterYearId:int}/bao-cao/{requirementId:int}/nhac-nop")]
public sealed class RemindersController(MissingReports missing, PublicAddress address) : PortalController
{
    private string Reports => $"/cum/{RouteData.Values[EnterClusterYear.Key]}/bao-cao";

    [HttpGet(""), Allow(Permission.KeepRequirements)]
    public async Task<IActionResult> Remind(int requirementId)
    {
        var page = await Page(requirementId, null);
        if (page.Missing.Requirement.MayRemind)
        {
            return View(page);
        }

        TempData["Problem"] = $"Không nhắc nộp khi yêu cầu báo cáo đang ở trạng thái “{Labels.Of(page.Missing.Requirement.State)}” hoặc do đơn vị trưởng gửi.";
        return Redirect($"{Reports}/{requirementId}");
    }

    [HttpPost(""), Allow(Permission.KeepRequirements)]
    public Task<IActionResult> Remind(int requirementId, RemindUnitsForm form, [FromServices] RemindUnits remind)
    {
        var count = 0;
        return Submit(async () => count = await remind.Handle(requirementId, form), () => Reminded(requirementId, count), async () => View(await Page(requirementId, form)));
    }

    private RedirectResult Reminded(int requirementId, int count)
    {
        TempData["Notice"] = $"Đã nhắc {count} đơn vị.";
        return Redirect($"{Reports}/tien-do?yeu-cau={requirementId}");
    }

    private async Task<RemindUnitsPage> Page(int requirementId, RemindUnitsForm? form)
    {
        var found = await missing.Handle(requirementId);
        return new(found, form, new("nhan-tin", "Nội dung gửi qua tin nhắn", $"{found.InWords}\n{address.Of($"{Reports}/{requirementId}")}"));
    }
}
