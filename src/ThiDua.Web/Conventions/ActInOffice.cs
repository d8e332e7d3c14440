using Microsoft.AspNetCore.Mvc;
using ThiDua.Web.Access;

namespace ThiDua.Web.Conventions;

/// <summary>Switches between one's own offices (chuyển cương vị).</summary>
public static class ActInOffice
{
    /// <summary>From the next request on the person acts in this office; the page to come says so.</summary>
    public static void ActIn(this Controller controller, OfficeHeld office)
    {
        controller.Response.Cookies.Append(EnterPortal.OfficeCookie, $"{office.Id}", new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = controller.Request.IsHttps, Path = "/", IsEssential = true });
        controller.TempData["Notice"] = $"Đang làm việc với cương vị {office.Name}.";
    }
}
