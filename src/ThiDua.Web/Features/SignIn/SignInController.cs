using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ThiDua.Web.Access;
using ThiDua.Web.Conventions;

namespace ThiDua.Web.Features.SignIn;

/// <summary>Đăng nhập, đăng xuất.</summary>
public sealed class SignInController : PortalController
{
    private const string Refusal = "Tên đăng nhập hoặc mật khẩu không đúng. Nếu đã nhập sai nhiều lần, hãy chờ 5 phút rồi thử lại hoặc liên hệ quản trị hệ thống.";

    private const string CodeRefusal = "Mã không đúng hoặc đã dùng. Hãy chờ mã mới trong ứng dụng rồi nhập lại; nếu đã nhập sai nhiều lần, hãy chờ 5 phút.";

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

        var answer = await signIn.Handle(form.UserName!, form.Password!);
        switch (answer.Outcome)
        {
            case SignInOutcome.SignedIn:
                return Inside(answer.Person!, form.Kept, form.ReturnUrl);
            case SignInOutcome.NeedsCode:
                ModelState.Clear();
                return View(nameof(Code), new CodeForm { Ticket = answer.Ticket, ReturnUrl = form.ReturnUrl, Kept = form.Kept });
            default:
                ModelState.AddModelError("", Refusal);
                return Again(form, StatusOf(answer.Outcome));
        }
    }

    [HttpPost("/dang-nhap/ma"), AllowAnonymous]
    public async Task<IActionResult> Code([FromForm] CodeForm form, [FromServices] SignInWithCode signIn)
    {
        if (!ModelState.IsValid)
        {
            return CodeAgain(form, StatusCodes.Status422UnprocessableEntity);
        }

        var (outcome, person) = await signIn.Handle(form.Ticket, form.Code!);
        switch (outcome)
        {
            case SignInOutcome.SignedIn:
                return Inside(person!, form.Kept, form.ReturnUrl);
            case SignInOutcome.TooLate:
                ModelState.Clear();
                ModelState.AddModelError("", "Đã quá 10 phút hoặc mật khẩu vừa được thay đổi. Hãy đăng nhập lại từ đầu.");
                return Again(new() { ReturnUrl = form.ReturnUrl, Kept = form.Kept }, StatusCodes.Status422UnprocessableEntity);
            default:
                ModelState.AddModelError(nameof(form.Code), CodeRefusal);
                return CodeAgain(form, StatusOf(outcome));
        }
    }

    // A head who must first switch two-factor sign-in on sent a form from an older page: it is kept until that is done.
    [Route("/loi/428"), AllowAnonymous, IgnoreAntiforgeryToken]
    public IActionResult SetUpFirst() => View(nameof(SetUpFirst), KeptForms.TakenIn(HttpContext) ?? "");

    /// <summary>Offers what was kept to be sent again.</summary>
    [HttpPost(KeptForms.AgainPath), AllowSignedIn]
    public IActionResult SendAgain(KeptAgainForm form) => KeptForms.Open(HttpContext, form.Kept) is { } kept ? Offer(kept, form.Kept!, HttpContext.User) : LocalRedirect("/");

    /// <summary>Somebody else had signed in: goes back to the sign-in page with what is kept, for the person who typed it.</summary>
    [HttpPost(KeptForms.SomebodyElsePath), AllowSignedIn]
    public async Task<IActionResult> SomebodyElse(KeptAgainForm form, [FromServices] Sessions sessions)
    {
        await sessions.EndThis();
        Response.Cookies.Delete(EnterPortal.OfficeCookie);
        HttpContext.User = new ClaimsPrincipal(new ClaimsIdentity()); // the token of the sign-in form belongs to nobody
        ModelState.Clear();
        return View(nameof(Show), new SignInForm { Kept = form.Kept });
    }

    [HttpPost("/dang-xuat"), AllowAnonymous]
    public async Task<IActionResult> SignOut([FromServices] Sessions sessions)
    {
        await sessions.EndThis();
        Response.Cookies.Delete(EnterPortal.OfficeCookie);
        TempData["Notice"] = "Đã đăng xuất.";
        return RedirectToAction(nameof(Show));
    }

    private IActionResult Inside(ClaimsPrincipal person, string? keptForm, string? returnUrl)
    {
        if (KeptForms.Open(HttpContext, keptForm) is not { } kept)
        {
            return Back(returnUrl);
        }

        HttpContext.User = person; // the token of the form to be sent again belongs to this person
        return Offer(kept, keptForm!, person);
    }

    private ViewResult Offer(KeptForm kept, string sealedForm, ClaimsPrincipal person)
    {
        ModelState.Clear();
        return kept.IsOf(int.TryParse(person.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : null) ? View(nameof(SendAgain), kept) : View("NotYours", sealedForm);
    }

    private static int StatusOf(SignInOutcome outcome) => outcome == SignInOutcome.TooManyTries ? StatusCodes.Status429TooManyRequests : StatusCodes.Status422UnprocessableEntity;

    private ViewResult CodeAgain(CodeForm form, int statusCode)
    {
        Response.StatusCode = statusCode;
        return View(nameof(Code), form);
    }

    private ViewResult Again(SignInForm form, int statusCode)
    {
        Response.StatusCode = statusCode;
        return View(nameof(Show), form);
    }

    private LocalRedirectResult Back(string? returnUrl) => LocalRedirect(Url.IsLocalUrl(returnUrl) ? returnUrl : "/");
}
