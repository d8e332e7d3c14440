using Microsoft.AspNetCore.Mvc;
using ThiDua.Domain;
using ThiDua.Domain.Planning;
using ThiDua.Web.Access;
using ThiDua.Web.Conventions;

namespace ThiDua.Web.Features.Plans;

/// <summary>How the controllers of a plan lead back to it.</summary>
public abstract class PlanController(ShowPlan show) : PortalController
{
    protected ShowPlan Plans => show;

    protected RedirectResult DoneAt(string? message, int planId, string? anchor = null)
    {
        TempData["Notice"] = message;
        return ToPlan(planId, anchor);
    }

    protected RedirectResult Refused(int planId, string message, string? anchor = null)
    {
        TempData["Problem"] = message;
        return ToPlan(planId, anchor);
    }

    protected RedirectResult Closed(Plan plan) => Refused(plan.Id, $"Kế hoạch đang ở trạng thái “{Labels.Of(plan.State)}”, không sửa được nội dung.");

    /// <summary>Moves a row by one button; a refusal is told on the plan's page, at the row.</summary>
    protected async Task<IActionResult> Moved(int planId, Func<Task> move, string? anchor)
    {
        if (!ModelState.IsValid)
        {
            return Refused(planId, "Chọn dòng cần chuyển.");
        }

        try
        {
            await move();
            return DoneAt(null, planId, anchor);
        }
        catch (RuleViolation refusal)
        {
            return Refused(planId, refusal.Message, anchor);
        }
    }

    private RedirectResult ToPlan(int planId, string? anchor) => Redirect($"/cum/{RouteData.Values[EnterClusterYear.Key]}/ke-hoach/{planId}{(anchor is null ? "" : $"#{anchor}")}");
}
