using Microsoft.AspNetCore.Mvc;
using ThiDua.Domain.Access;
using ThiDua.Web.Access;
using ThiDua.Web.Conventions;

namespace ThiDua.Web.Features.ScoringSchemes.Frameworks;

/// <summary>The framework schemes of an authority (bảng điểm khung): listed, started, written, given up.</summary>
[Route("co-quan/{organizationId:int}/bang-diem-khung")]
public sealed class FrameworksController(ShowFramework show, ShowNewFramework start) : PortalController
{
    [HttpGet(""), AllowAuthority(AuthorityPermission.SeeBoard)]
    public async Task<IActionResult> List(int organizationId, [FromQuery(Name = "trang")] int? page, [FromServices] ListFrameworks list) => View(await list.Handle(organizationId, page));

    [HttpGet("them"), AllowAuthority(AuthorityPermission.DraftFrameworks)]
    public async Task<IActionResult> Start(int organizationId, [FromQuery(Name = "nguon")] string? source) => View(await start.Handle(organizationId, source));

    [HttpPost("them"), AllowAuthority(AuthorityPermission.DraftFrameworks)]
    public async Task<IActionResult> Start(int organizationId, NewFrameworkForm form, [FromServices] StartFramework make)
    {
        var frameworkId = 0;
        return await Submit(
            async () => frameworkId = await make.Handle(organizationId, form),
            () => Done("Đã lập dự thảo bảng điểm khung. Chọn phần khóa, phần tự xây dựng và rà lại điểm.", nameof(Show), new { frameworkId }),
            async () => View(nameof(Start), await start.Handle(organizationId, form.Source, form)));
    }

    [HttpGet("{frameworkId:int}"), AllowAuthority(AuthorityPermission.SeeBoard)]
    public async Task<IActionResult> Show(int organizationId, int frameworkId, [FromQuery(Name = "trang")] int? page) => View(nameof(Show), await show.Handle(organizationId, frameworkId, page));

    [HttpPost("{frameworkId:int}"), AllowAuthority(AuthorityPermission.DraftFrameworks)]
    public async Task<IActionResult> Save(int organizationId, int frameworkId, FrameworkForm form, [FromServices] SaveFramework save)
    {
        var overtaken = false;
        return await Submit(
            () => save.Handle(organizationId, frameworkId, form).Noting(() => overtaken = true),
            () => Done("Đã lưu bảng điểm khung.", nameof(Show), new { frameworkId }),
            async () => View(nameof(Show), await show.Handle(organizationId, frameworkId) with { Typed = form, IsOvertaken = overtaken }));
    }

    [HttpPost("{frameworkId:int}/them-muc"), AllowAuthority(AuthorityPermission.DraftFrameworks)]
    public Task<IActionResult> AddFree(int organizationId, int frameworkId, FreeSectionForm form, [FromServices] AddFreeSection add) => Submit(
        () => add.Handle(organizationId, frameworkId, form),
        () => Done($"Đã thêm mục tự xây dựng {form.Code}.", nameof(Show), new { frameworkId }),
        async () => View(nameof(Show), await show.Handle(organizationId, frameworkId) with { Added = form }));

    [HttpPost("{frameworkId:int}/bo"), AllowAuthority(AuthorityPermission.DraftFrameworks)]
    public Task<IActionResult> Drop(int organizationId, int frameworkId, DropFrameworkForm form, [FromServices] DropFramework drop) =>
        Submit(() => drop.Handle(organizationId, frameworkId, form), () => Done("Đã bỏ dự thảo bảng điểm khung.", nameof(List)), () => Show(organizationId, frameworkId, null));
}
