using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ThiDua.Web.Access;
using ThiDua.Web.Conventions;

namespace ThiDua.Web.Features.SignIn;

/// <summary>Đăng nhập, đăng xuất.</summary>
public sealed class SignInController : PortalController
{
    private const string Refusal = "Tên đăng nhập hoặc mật khẩu không đúng. Nếu đã nhập sai nhiều lần, hãy chờ 5 phút rồi thử lại hoặc liên hệ quản trị hệ thống.";

    [HttpGet("/dang-nhap"), AllowAnonymous]
    public IActionResult Show([FromQuery(Name = "tro-lai")] string? returnUrl) =>
        User.Identity?.IsAuthenticated == true ? Back(returnUrl) : View(new SignInForm { ReturnUrl = returnUrl });

    // The session ended under a request of any verb; a form among them is kept until the person has signed in again.
    [Route("/loi/401"), AllowAnonymous, IgnoreAntiforgeryToken]
    public IActionResult SessionEnded() => View(nameof(Show), new SignInForm { Kept = KeptForms.TakenIn(HttpContext) });

    [HttpPost("/dang-nhap"), AllowAnonymous]
    public async Task<IActionResult> SignIn([FromForm] SignInForm form, [FromServices] SignInWithPassword signIn)
    {
        if (!ModelState.IsValid)
        {
            return Again(form, StatusCodes.Status422UnprocessableEntity);
        }

        var (outcome, person) = await signIn.Handle(form.UserName!, form.Password!);
        if (outcome != SignInOutcome.SignedIn)
        {
            ModelState.AddModelError("", Refusal);
            return Again(form, outcome == SignInOutcome.TooManyTries ? StatusCodes.Status429TooManyRequests : StatusCodes.Status422UnprocessableEntity);
        }

        if (KeptForms.Open(HttpContext, form.Kept) is not { } kept)
        {
            return Back(form.ReturnUrl);
        }

        HttpContext.User = person!; // the token of the form to be sent again belongs to this person
        return View("SendAgain", kept);
    }

    [HttpPost("/dang-xuat"), AllowAnonymous]
    public async Task<IActionResult> SignOut([FromServices] Sessions sessions)
    {
        await sessions.EndThis();
        Response.Cookies.Delete(EnterPortal.OfficeCookie);
        TempData["Notice"] = "Đã đăng xuất.";
        return RedirectToAction(nameof(Show));
    }

    private ViewResult Again(SignInForm form, int statusCode)
    {
        Response.StatusCode = statusCode;
        return View(nameof(Show), form);
    }

    private LocalRedirectResult Back(string? returnUrl) => LocalRedirect(Url.IsLocalUrl(returnUrl) ? returnUrl : "/");
}
