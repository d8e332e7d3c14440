using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Clusters;
using ThiDua.Web.Access;
using ThiDua.Web.Conventions;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared;

namespace ThiDua.Web.Features.ClusterYears;

/// <summary>Sáp nhập of members in the middle of a year; the document says what becomes of their places.</summary>
[Route("cum/{clusterYearId:int}/thiet-lap/sap-nhap")]
public sealed class MergersController(ShowSetUp setUp, CurrentYear year) : PortalController
{
    [HttpGet(""), Allow(Permission.SetUpYear)]
    public Task<IActionResult> Merge() => Again(null);

    [HttpPost(""), Allow(Permission.SetUpYear)]
    public Task<IActionResult> Merge(MergeMembers.Form form, [FromServices] MergeMembers merge) => Submit(
        () => merge.Handle(form),
        () =>
        {
            TempData["Notice"] = "Đã ghi nhận sáp nhập.";
            return RedirectToAction("Show", "SetUp", new { clusterYearId = year.Year.Id });
        },
        () => Again(form));

    private async Task<IActionResult> Again(MergeMembers.Form? typed)
    {
        var page = await setUp.Handle();
        return View("Merge", new SetUpAct<MergeMembers.Form>(page, (typed ?? new()) with { Version = page.Version }));
    }
}

/// <summary>Members merge into an organization (sáp nhập), by a document.</summary>
public sealed class MergeMembers(PortalDb db, CurrentActor current, OrganizationByText organizations, SheetsForNewMembers sheets, TimeProvider clock)
{
    public sealed record Form
    {
        public List<int> Predecessors { get; init; } = [];

        public string? Organization { get; init; }

        public DateOnly? FromOn { get; init; }

        public MergerOutcome Outcome { get; init; }

        public DocumentForm Document { get; init; } = new();

        public int Version { get; init; }
    }

    public sealed class Validator : AbstractValidator<Form>
    {
        public Validator()
        {
            RuleFor(form => form.Predecessors).NotEmpty().WithMessage("Chọn đơn vị được sáp nhập.");
            RuleFor(form => form.Organization).NotEmpty().WithMessage("Nhập tên hoặc mã đơn vị mới.").MaximumLength(300).WithMessage("Tên đơn vị tối đa 300 ký tự.");
            RuleFor(form => form.FromOn).NotNull().WithMessage("Nhập ngày sáp nhập có hiệu lực.");
            RuleFor(form => form.Outcome).IsInEnum().WithMessage("Chọn cách xử lý.");
            RuleFor(form => form.Document).SetValidator(new DocumentForm.Validator());
        }
    }

    public async Task Handle(Form form)
    {
        var year = await db.YearToSetUp(current, form.Version);
        var successor = await organizations.Handle(form.Organization!, form.FromOn!.Value);
        year.Merge(current.Actor, form.Predecessors, successor.Id, successor.Name, form.FromOn.Value, form.Outcome, form.Document.ToReference(), clock.GetUtcNow().UtcDateTime);
        if (form.Outcome == MergerOutcome.TakesPlace)
        {
            RuleViolation.Require(await sheets.Handle([(successor.Id, successor.Name)]), $"Đã khóa nhập liệu nên đơn vị mới không có bảng chấm điểm để thay vào. Chọn “{Labels.Of(MergerOutcome.ScoredToDate)}”, hoặc mở lại nhập liệu ở trang Xếp hạng trước.", nameof(form.Outcome));
        }

        await db.SaveChangesAsync();
    }
}
