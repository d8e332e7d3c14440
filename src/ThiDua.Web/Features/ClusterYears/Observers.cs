using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using ThiDua.Domain.Access;
using ThiDua.Web.Access;
using ThiDua.Web.Conventions;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared;

namespace ThiDua.Web.Features.ClusterYears;

/// <summary>Who follows the year without a part in it (theo dõi), as the council member in charge of the cluster does.</summary>
[Route("cum/{clusterYearId:int}/thiet-lap")]
public sealed class ObserversController(ShowSetUp setUp, CurrentYear year) : PortalController
{
    [HttpGet("don-vi"), Allow(Permission.SetUpYear)]
    public async Task<IActionResult> Suggest([FromQuery(Name = "Organization")] string? text, [FromServices] OrganizationByText organizations) =>
        PartialView("_OrganizationOptions", await organizations.Suggest(text));

    [HttpGet("theo-doi"), Allow(Permission.SetUpYear)]
    public Task<IActionResult> Appoint() => AppointAgain(null);

    [HttpPost("theo-doi"), Allow(Permission.SetUpYear)]
    public Task<IActionResult> Appoint(AppointObserver.Form form, [FromServices] AppointObserver appoint) =>
        Submit(() => appoint.Handle(form), () => SetUpDone("Đã cử đơn vị theo dõi."), () => AppointAgain(form));

    [HttpGet("thoi-theo-doi/{observerId:int}"), Allow(Permission.SetUpYear)]
    public Task<IActionResult> End(int observerId) => EndAgain(observerId, null);

    [HttpPost("thoi-theo-doi/{observerId:int}"), Allow(Permission.SetUpYear)]
    public Task<IActionResult> End(int observerId, EndForm form, [FromServices] EndObserver end) =>
        Submit(() => end.Handle(observerId, form), () => SetUpDone("Đã ghi nhận đơn vị thôi theo dõi."), () => EndAgain(observerId, form));

    private RedirectToActionResult SetUpDone(string message)
    {
        TempData["Notice"] = message;
        return RedirectToAction("Show", "SetUp", new { clusterYearId = year.Year.Id });
    }

    private async Task<IActionResult> AppointAgain(AppointObserver.Form? form) => View("AppointObserver", await setUp.AppointObserver(form));

    private async Task<IActionResult> EndAgain(int observerId, EndForm? form) => View("EndObserver", await setUp.EndObserver(observerId, form));
}

/// <summary>An organization outside the year follows it from a day on (cử theo dõi).</summary>
public sealed class AppointObserver(PortalDb db, CurrentActor current, OrganizationByText organizations)
{
    public sealed record Form
    {
        public string? Organization { get; init; }

        public DateOnly? FromOn { get; init; }

        public DocumentForm Document { get; init; } = new();

        public int Version { get; init; }
    }

    public sealed class Validator : AbstractValidator<Form>
    {
        public Validator()
        {
            RuleFor(form => form.Organization).NotEmpty().WithMessage("Nhập tên hoặc mã đơn vị.").MaximumLength(300).WithMessage("Tên đơn vị tối đa 300 ký tự.");
            RuleFor(form => form.FromOn).NotNull().WithMessage("Nhập ngày bắt đầu.");
            RuleFor(form => form.Document).SetValidator(new DocumentForm.Validator());
        }
    }

    public async Task Handle(Form form)
    {
        var year = await db.YearToSetUp(current, form.Version);
        var organization = await organizations.Handle(form.Organization!, form.FromOn!.Value);
        year.AppointObserver(current.Actor, organization.Id, form.FromOn.Value, form.Document.ToReference());
        await db.SaveChangesAsync();
    }
}

/// <summary>An observer follows the year no more (thôi theo dõi).</summary>
public sealed class EndObserver(PortalDb db, CurrentActor current)
{
    public async Task Handle(int observerId, EndForm form)
    {
        var year = await db.YearToSetUp(current, form.Version);
        year.EndObserver(current.Actor, observerId, form.ToOn!.Value, form.Document.ToReference());
        await db.SaveChangesAsync();
    }
}
