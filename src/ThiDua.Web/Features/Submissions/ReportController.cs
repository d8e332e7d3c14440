using Microsoft.AspNetCore.Mvc;
using ThiDua.Domain;
using ThiDua.Domain.Reporting;
using ThiDua.Web.Access;
using ThiDua.Web.Conventions;

namespace ThiDua.Web.Features.Submissions;

/// <summary>How the controllers of a report lead back to it.</summary>
public abstract class ReportController(ShowReport show) : PortalController
{
    /// <summary>All files of one sending, in bytes.</summary>
    public const long LargestRequest = 200L * 1024 * 1024;

    protected ShowReport Reports => show;

    protected string Address(int requirementId, int unitId) => $"/cum/{RouteData.Values[EnterClusterYear.Key]}/bao-cao/{requirementId}/don-vi/{unitId}";

    protected RedirectResult DoneAt(string message, int requirementId, int unitId, string path = "")
    {
        TempData["Notice"] = message;
        return Redirect(Address(requirementId, unitId) + path);
    }

    protected RedirectResult NotNow(ReportPage page, string what)
    {
        TempData["Problem"] = page.Stored is null ? $"Không thể {what} khi đơn vị chưa soạn báo cáo." : $"Không thể {what} ở cương vị này khi báo cáo đang ở trạng thái “{Labels.Of(page.Stored.State)}”.";
        return Redirect(Address(page.Requirement.Id, page.Unit.Id));
    }

    protected async Task<IActionResult> Again(int requirementId, int unitId, ReportStep step, ReportStepForm form) => View("Step", new ReportStepPage(await Reports.Handle(requirementId, unitId), step, form));

    // What is another's to do is refused; what only the state forbids leads back.
    protected async Task<IActionResult> Ask(int requirementId, int unitId, ReportStep step, Func<ReportPage, ViewResult> form)
    {
        var page = await Reports.Handle(requirementId, unitId);
        if (page.Step(step) is not null)
        {
            return form(page);
        }

        if (step is not (ReportStep.Submit or ReportStep.Supplement))
        {
            RequireReceiver(page);
        }
        else if (!page.IsOwn)
        {
            throw new NotPermitted($"Chỉ {page.Unit.Name} được thực hiện việc này trên báo cáo của mình.");
        }

        return NotNow(page, Labels.Of(step).ToLowerInvariant());
    }

    protected static void RequireReceiver(ReportPage page)
    {
        if (!page.MayReceive && !page.Steps.Any(open => open.Step == ReportStep.Accept))
        {
            throw new NotPermitted(ReportReceivers.Refusal);
        }
    }
}
