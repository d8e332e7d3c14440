using Microsoft.AspNetCore.Mvc;
using ThiDua.Domain;
using ThiDua.Web.Access;
using ThiDua.Web.Conventions;

namespace ThiDua.Web.Features.Registrations;

/// <summary>How the controllers of a registration lead back to it.</summary>
public abstract class RegistrationController(ShowRegistration show) : PortalController
{
    protected ShowRegistration Registrations => show;

    protected string Address(int unitId) => $"/cum/{RouteData.Values[EnterClusterYear.Key]}/dang-ky/{unitId}";

    protected RedirectResult DoneAt(string message, int unitId, string path = "")
    {
        TempData["Notice"] = message;
        return Redirect(Address(unitId) + path);
    }

    /// <summary>The page of a form of the unit's own, where it may be filled now; else back to the registration with the reason.</summary>
    protected async Task<IActionResult> ToEnter(int unitId, Func<RegistrationPage, ViewResult> form)
    {
        var page = await show.Handle(unitId);
        if (page.MayEnter)
        {
            return form(page);
        }

        RequireOwn(page);
        TempData["Problem"] = $"Đăng ký thi đua đang ở trạng thái “{Labels.Of(page.State)}”, không sửa được nội dung.";
        return Redirect(Address(unitId));
    }

    /// <summary>The registration, if it is the person's own unit's.</summary>
    protected async Task<RegistrationPage> RequireEntry(int unitId)
    {
        var page = await show.Handle(unitId);
        RequireOwn(page);
        return page;
    }

    private static void RequireOwn(RegistrationPage page)
    {
        if (!page.IsOwn)
        {
            throw new NotPermitted($"Chỉ {page.UnitName} được sửa đăng ký thi đua của mình.");
        }
    }
}
