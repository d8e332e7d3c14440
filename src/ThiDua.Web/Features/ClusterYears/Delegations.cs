using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Clusters;
using ThiDua.Web.Access;
using ThiDua.Web.Conventions;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared;

namespace ThiDua.Web.Features.ClusterYears;

/// <summary>Ủy quyền of a cluster year: what the leader lets a deputy do for it, from when to when.</summary>
[Route("cum/{clusterYearId:int}/uy-quyen")]
public sealed class DelegationsController(ShowDelegations delegations) : PortalController
{
    [HttpGet(""), Allow(Permission.ReadClusterYear)]
    public async Task<IActionResult> Show() => View("Delegations", await delegations.Handle());

    [HttpGet("them"), Allow(Permission.DelegateLeadership)]
    public Task<IActionResult> Add() => AddAgain(null);

    [HttpPost("them"), Allow(Permission.DelegateLeadership)]
    public Task<IActionResult> Add(AddDelegation.Form form, [FromServices] AddDelegation add) =>
        Submit(() => add.Handle(form), () => Done("Đã ghi nhận ủy quyền.", nameof(Show)), () => AddAgain(form));

    [HttpGet("{delegationId:int}/cham-dut"), Allow(Permission.DelegateLeadership)]
    public Task<IActionResult> End(int delegationId) => EndAgain(delegationId, null);

    [HttpPost("{delegationId:int}/cham-dut"), Allow(Permission.DelegateLeadership)]
    public Task<IActionResult> End(int delegationId, EndForm form, [FromServices] EndDelegation end) =>
        Submit(() => end.Handle(delegationId, form), () => Done("Đã chấm dứt ủy quyền.", nameof(Show)), () => EndAgain(delegationId, form));

    private async Task<IActionResult> AddAgain(AddDelegation.Form? form) => View("Delegate", await delegations.Add(form));

    private async Task<IActionResult> EndAgain(int delegationId, EndForm? form) => View("EndDelegation", await delegations.End(delegationId, form));
}

/// <summary>The delegations of a year, newest first; who may add one sees the button.</summary>
public sealed record DelegationsPage(EnteredYear Year, int Version, bool MayDelegate, IReadOnlyList<DelegationsPage.Row> Rows)
{
    public sealed record Row(int Id, string Deputy, IReadOnlyList<Permission> Scope, DateOnly FromOn, DateOnly ToOn, DocumentReference Document, DocumentReference? EndDocument, bool IsInForce, bool MayEnd);

    public sealed record Deputy(int Id, string Name);

    public IReadOnlyList<Deputy> Deputies { get; init; } = [];
}

public sealed record DelegationAct<TForm>(DelegationsPage Page, TForm Form)
{
    public DelegationsPage.Row? Delegation { get; init; }
}

/// <summary>Shows the delegations of the year entered.</summary>
public sealed class ShowDelegations(PortalDb db, CurrentActor current, CurrentYear entered, TimeProvider clock)
{
    public async Task<DelegationsPage> Handle()
    {
        var (year, today) = (entered.Year, Days.Today(clock));
        var mayDelegate = current.Actor.CanInAnyWay(Permission.DelegateLeadership) && year.Stage != ClusterYearStage.Concluded;
        var rows = await db.Delegations.AsNoTracking().OrderByDescending(row => row.Id).ToListAsync();
        var units = await db.Memberships.AsNoTracking().Select(row => new { row.OrganizationId, row.NameThen }).ToListAsync();
        string Name(int id) => units.FindLast(row => row.OrganizationId == id)?.NameThen ?? "";
        return new(year, await db.ClusterYears.Where(row => row.Id == year.Id).Select(row => row.Version).SingleAsync(), mayDelegate,
            [.. rows.Select(row => new DelegationsPage.Row(row.Id, Name(row.ToUnitId), row.Scope, row.FromOn, row.ToOn, row.Document, row.EndDocument, IsInForce(row), mayDelegate && row.ToOn >= today))])
        {
            Deputies = [.. year.Positions.Where(row => row.Position == Position.Deputy).OrderBy(row => row.Order).Select(row => new DelegationsPage.Deputy(row.OrganizationId, Name(row.OrganizationId)))],
        };
        bool IsInForce(Delegation row) => row.FromOn <= today && row.ToOn >= today && row.FromUnitId == year.LeaderId && year.Positions.Any(held => held.Position == Position.Deputy && held.OrganizationId == row.ToUnitId);
    }

    public async Task<DelegationAct<AddDelegation.Form>> Add(AddDelegation.Form? typed)
    {
        var page = await Handle();
        return new(page, (typed ?? new() { FromOn = Days.Today(clock), Document = new() }) with { Version = page.Version });
    }

    public async Task<DelegationAct<EndForm>> End(int delegationId, EndForm? typed)
    {
        var page = await Handle();
        var row = page.Rows.FirstOrDefault(row => row.Id == delegationId) ?? throw new NotFound();
        return new(page, (typed ?? new() { ToOn = Days.Today(clock), Document = new() }) with { Version = page.Version }) { Delegation = row };
    }
}

/// <summary>The leader lets a deputy act for it (ủy quyền) by a document that its head has signed.</summary>
public sealed class AddDelegation(PortalDb db, CurrentActor current, TimeProvider clock)
{
    public sealed record Form
    {
        public int? DeputyId { get; init; }

        public List<Permission> Scope { get; init; } = [];

        public DateOnly? FromOn { get; init; }

        public DateOnly? ToOn { get; init; }

        public DocumentForm Document { get; init; } = new();

        public int Version { get; init; }
    }

    public sealed class Validator : AbstractValidator<Form>
    {
        public Validator()
        {
            RuleFor(form => form.DeputyId).NotNull().WithMessage("Chọn đơn vị phó.");
            RuleFor(form => form.Scope).NotEmpty().WithMessage("Chọn ít nhất một việc được ủy quyền.");
            RuleFor(form => form.FromOn).NotNull().WithMessage("Nhập ngày bắt đầu.");
            RuleFor(form => form.ToOn).NotNull().WithMessage("Nhập ngày kết thúc.").GreaterThanOrEqualTo(form => form.FromOn).WithMessage("Ngày kết thúc không được trước ngày bắt đầu.");
            RuleFor(form => form.Document).SetValidator(new DocumentForm.Validator());
        }
    }

    public async Task Handle(Form form)
    {
        var year = await db.YearWithDelegations(current, form.Version);
        year.Delegate(current.Actor, form.DeputyId!.Value, form.Scope, form.FromOn!.Value, form.ToOn!.Value, form.Document.ToReference(), clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync();
    }
}

/// <summary>The leader ends a delegation before its last day (chấm dứt ủy quyền).</summary>
public sealed class EndDelegation(PortalDb db, CurrentActor current, TimeProvider clock)
{
    public async Task Handle(int delegationId, EndForm form)
    {
        var year = await db.YearWithDelegations(current, form.Version);
        RuleViolation.Require(year.Delegations.Any(row => row.Id == delegationId), "Không có ủy quyền này.");
        year.EndDelegation(current.Actor, delegationId, form.ToOn!.Value, form.Document.ToReference(), clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync();
    }
}

internal static class YearsWithDelegations
{
    public static async Task<ClusterYear> YearWithDelegations(this PortalDb db, CurrentActor current, int version)
    {
        var year = await db.YearToSetUp(current, version);
        await db.Entry(year).Collection(row => row.Delegations).LoadAsync();
        return year;
    }
}
