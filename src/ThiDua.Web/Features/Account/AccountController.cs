using Microsoft.AspNetCore.Mvc;
using ThiDua.Web.Access;
using ThiDua.Web.Conventions;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.Account;

/// <summary>What everybody does with their own account: see its sessions, change the password, switch between offices.</summary>
[Route("tai-khoan")]
public sealed class AccountController(CurrentPerson person) : PortalController
{
    [HttpGet(""), AllowSignedIn]
    public async Task<IActionResult> Show([FromServices] ShowAccount show) => View(await show.Handle());

    [HttpGet("phien"), AllowSignedIn]
    public async Task<IActionResult> Sessions([FromQuery(Name = "trang")] int? page, [FromServices] ListSessions list) => View(await list.Handle(page));

    [HttpPost("phien/{sessionId:int}/ket-thuc"), AllowSignedIn]
    public async Task<IActionResult> EndSession(int sessionId, [FromServices] EndSession end)
    {
        await end.Handle(sessionId);
        return Done("Đã kết thúc phiên đăng nhập.", nameof(Sessions));
    }

    [HttpPost("phien/ket-thuc-khac"), AllowSignedIn]
    public async Task<IActionResult> EndOtherSessions([FromServices] Access.Sessions sessions) =>
        Done(await sessions.EndAll(person.Person.UserId, person.Person.SessionId) is var ended and > 0 ? $"Đã kết thúc {ended} phiên đăng nhập khác." : "Không có phiên đăng nhập nào khác.", nameof(Sessions));

    [HttpGet("mat-khau"), AllowSignedIn]
    public IActionResult Password() => View(nameof(Password), new PasswordPage(person.Person.MustChangePassword));

    [HttpPost("mat-khau"), AllowSignedIn]
    public Task<IActionResult> Password(PasswordForm form, [FromServices] ChangePassword change) => Submit(
        () => change.Handle(form),
        () =>
        {
            TempData["Notice"] = "Đã đổi mật khẩu. Các phiên đăng nhập khác của tài khoản đã kết thúc.";
            return LocalRedirect("/");
        },
        () => Task.FromResult(Password()));

    /// <summary>Acts in another of one's own offices in force (chuyển cương vị).</summary>
    [HttpPost("cuong-vi"), AllowSignedIn]
    public IActionResult SwitchOffice(int officeId)
    {
        var office = person.Person.Offices.FirstOrDefault(held => held.Id == officeId) ?? throw new NotFound();
        this.ActIn(office);
        return LocalRedirect("/");
    }
}

/// <summary>The page of the password.</summary>
public sealed record PasswordPage(bool IsForced);
