using Microsoft.AspNetCore.Mvc;
using ThiDua.Domain.Covenants;
using ThiDua.Domain;
using ThiDua.Web.Access;
using ThiDua.Web.Conventions;

namespace ThiDua.Web.Features.Covenants;

/// <summary>How the controllers of a covenant lead back to it.</summary>
public abstract class CovenantController(ShowCovenant show) : PortalController
{
    protected ShowCovenant Covenants => show;

    protected RedirectResult DoneAt(string message, int covenantId)
    {
        TempData["Notice"] = message;
        return ToCovenant(covenantId);
    }

    protected RedirectResult Refused(int covenantId, string message)
    {
        TempData["Problem"] = message;
        return ToCovenant(covenantId);
    }

    protected RedirectResult NotNow(Covenant covenant, string what) => Refused(covenant.Id, $"Không thể {what} khi giao ước đang ở trạng thái “{Labels.Of(covenant.State)}”.");

    private RedirectResult ToCovenant(int covenantId) => Redirect($"/cum/{RouteData.Values[EnterClusterYear.Key]}/giao-uoc/{covenantId}");
}
