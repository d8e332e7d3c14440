using Microsoft.AspNetCore.Mvc;
using ThiDua.Domain;
using ThiDua.Domain.Regulations;
using ThiDua.Web.Access;
using ThiDua.Web.Conventions;

namespace ThiDua.Web.Features.Regulations;

/// <summary>How the controllers of a regulation lead back to it.</summary>
public abstract class RegulationController(ShowRegulations show) : PortalController
{
    protected ShowRegulations Regulations => show;

    protected string All => $"/cum/{RouteData.Values[EnterClusterYear.Key]}/quy-che";

    protected RedirectResult DoneAt(string message, int? regulationId = null)
    {
        TempData["Notice"] = message;
        return Redirect(regulationId is { } id ? $"{All}/{id}" : All);
    }

    protected RedirectResult Refused(string message, int? regulationId = null)
    {
        TempData["Problem"] = message;
        return Redirect(regulationId is { } id ? $"{All}/{id}" : All);
    }

    protected RedirectResult NotNow(Regulation regulation, string what) => Refused($"Không thể {what} khi quy chế đang ở trạng thái “{Labels.Of(regulation.State)}”.", regulation.Id);
}
