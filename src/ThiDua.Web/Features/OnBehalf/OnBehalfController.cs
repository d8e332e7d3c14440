using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using ThiDua.Domain.Access;
using ThiDua.Web.Access;
using ThiDua.Web.Conventions;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.OnBehalf;

/// <summary>Nhập thay: choosing the unit without accounts that one enters for, and ending that.</summary>
[Route("cum/{clusterYearId:int}/nhap-thay")]
public sealed class OnBehalfController(PortalDb db, CurrentActor current, CurrentYear year, TimeProvider clock) : PortalController
{
    [HttpGet(""), Allow(Permission.ReadClusterYear)]
    public async Task<IActionResult> Show() => View("Show", await Page());

    [HttpPost(""), Allow(Permission.ReadClusterYear)]
    public Task<IActionResult> Start(StartOnBehalf form) => Submit(
        async () =>
        {
            var unit = current.Actor.OnBehalfOf is not null ? null : await Access.OnBehalf.Find(db, year.Year, current.Actor, form.UnitId!.Value, Days.Today(clock));
            Domain.RuleViolation.Require(unit is not null, "Đơn vị này có tài khoản nên tự nhập, hoặc bạn không có quyền nhập thay.", nameof(form.UnitId));
            Response.Cookies.Append(Access.OnBehalf.Cookie, $"{year.Year.Id}:{unit!.Id}", new() { HttpOnly = true, Secure = Request.IsHttps, SameSite = SameSiteMode.Lax, Path = $"/cum/{year.Year.Id}" });
        },
        () => Redirect($"/cum/{year.Year.Id}/cham-diem"),
        async () => View("Show", await Page()));

    [HttpPost("thoi"), Allow(Permission.ReadClusterYear)]
    public IActionResult End(EndOnBehalf form)
    {
        _ = form;
        Response.Cookies.Delete(Access.OnBehalf.Cookie, new() { Path = $"/cum/{year.Year.Id}" });
        return Redirect($"/cum/{year.Year.Id}");
    }

    private async Task<OnBehalfPage> Page() =>
        new(current.Actor.OnBehalfOf, current.Actor.OnBehalfOf is null ? await Access.OnBehalf.Units(db, year.Year, current.Actor, Days.Today(clock)) : []);
}

/// <summary>The units that this person may enter for.</summary>
public sealed record OnBehalfPage(string? Now, IReadOnlyList<UnitWithoutAccount> Units);

/// <summary>The unit to enter for.</summary>
public sealed record StartOnBehalf
{
    public int? UnitId { get; init; }

    public sealed class Validator : AbstractValidator<StartOnBehalf>
    {
        public Validator() => RuleFor(form => form.UnitId).NotNull().WithMessage("Chọn đơn vị.");
    }
}

/// <summary>Ends entering for another unit.</summary>
public sealed record EndOnBehalf
{
    public sealed class Validator : AbstractValidator<EndOnBehalf>;
}
