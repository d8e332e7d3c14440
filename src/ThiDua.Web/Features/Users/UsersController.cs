using Microsoft.AspNetCore.Mvc;
using ThiDua.Web.Access;
using ThiDua.Web.Conventions;
using ThiDua.Web.Features.Shared;

namespace ThiDua.Web.Features.Users;

/// <summary>Accounts and their offices (người dùng), kept by system administrators.</summary>
[Route("quan-tri/nguoi-dung")]
public sealed class UsersController(ShowUser showUser, TimeProvider clock) : PortalController
{
    [HttpGet(""), AllowAdministrator]
    public async Task<IActionResult> List([FromQuery(Name = "q")] string? search, [FromQuery(Name = "khoa")] bool onlyLocked, [FromQuery(Name = "trang")] int? page, [FromServices] ListUsers list) =>
        View(await list.Handle(search, onlyLocked, page));

    [HttpGet("them"), AllowAdministrator]
    public IActionResult Create() => View(nameof(Create), new NewUserForm { FromOn = Days.Today(clock) });

    [HttpPost("them"), AllowAdministrator]
    public async Task<IActionResult> Create(NewUserForm form, [FromServices] CreateUser create)
    {
        PasswordGiven? given = null;
        return await Submit(async () => given = await create.Handle(form), () => View("PasswordGiven", given), () => Task.FromResult<IActionResult>(View(nameof(Create), form)));
    }

    /// <summary>Suggestions while an organization is typed.</summary>
    [HttpGet("don-vi"), AllowAdministrator]
    public async Task<IActionResult> Organizations([FromQuery(Name = "Organization")] string? text, [FromServices] OrganizationByText organizations) =>
        PartialView("_OrganizationOptions", await organizations.Suggest(text));

    [HttpGet("{userId:int}"), AllowAdministrator]
    public async Task<IActionResult> Show(int userId) => View(nameof(Show), await showUser.Handle(userId));

    [HttpPost("{userId:int}/ten"), AllowAdministrator]
    public Task<IActionResult> Describe(int userId, UserForm form, [FromServices] DescribeUser describe) =>
        Submit(() => describe.Handle(userId, form), () => Done("Đã lưu thông tin tài khoản.", nameof(Show), new { userId }), () => Show(userId));

    [HttpPost("{userId:int}/cuong-vi"), AllowAdministrator]
    public Task<IActionResult> GiveOffice(int userId, OfficeForm form, [FromServices] GiveOffice give) =>
        Submit(() => give.Handle(userId, form), () => Done("Đã thêm cương vị.", nameof(Show), new { userId }), () => Show(userId));

    [HttpPost("{userId:int}/cuong-vi/{officeId:int}/ket-thuc"), AllowAdministrator]
    public Task<IActionResult> EndOffice(int userId, int officeId, EndOfficeForm form, [FromServices] EndOffice end) =>
        Submit(() => end.Handle(userId, officeId, form), () => Done("Đã ghi ngày kết thúc cương vị.", nameof(Show), new { userId }), () => Show(userId));

    [HttpPost("{userId:int}/khoa"), AllowAdministrator]
    public async Task<IActionResult> Lock(int userId, [FromServices] LockUser lockUser)
    {
        await lockUser.Handle(userId, locked: true);
        return Done("Đã khóa tài khoản; các phiên đăng nhập của tài khoản đã kết thúc.", nameof(Show), new { userId });
    }

    [HttpPost("{userId:int}/mo-khoa"), AllowAdministrator]
    public async Task<IActionResult> Unlock(int userId, [FromServices] LockUser lockUser)
    {
        await lockUser.Handle(userId, locked: false);
        return Done("Đã mở khóa tài khoản.", nameof(Show), new { userId });
    }

    [HttpPost("{userId:int}/ket-thuc-phien"), AllowAdministrator]
    public async Task<IActionResult> EndSessions(int userId, [FromServices] EndSessionsOfUser end)
    {
        await end.Handle(userId);
        return Done("Đã kết thúc mọi phiên đăng nhập của tài khoản.", nameof(Show), new { userId });
    }

    [HttpPost("{userId:int}/tat-xac-thuc-hai-lop"), AllowAdministrator]
    public async Task<IActionResult> ResetTwoFactor(int userId, [FromServices] ResetTwoFactor reset)
    {
        await reset.Handle(userId);
        return Done("Đã tắt xác thực hai lớp của tài khoản; các phiên đăng nhập đã kết thúc.", nameof(Show), new { userId });
    }

    [HttpPost("{userId:int}/dat-lai-mat-khau"), AllowAdministrator]
    public async Task<IActionResult> ResetPassword(int userId, [FromServices] ResetPassword reset) => View("PasswordGiven", await reset.Handle(userId));
}
