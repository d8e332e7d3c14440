using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Access;
using ThiDua.Web.Conventions;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared;
using ThiDua.Web.Features.Shared.Lines;
using ThiDua.Web.Files;

namespace ThiDua.Web.Features.Appraisal;

/// <summary>The appraiser records on paper why an event takes nothing off (vắng có lý do, đã nhận bằng cách khác).</summary>
public sealed class ExcuseFigures(PortalDb db, FindSheetOnDuty find, CurrentActor current, TimeProvider clock, FileStore files)
{
    public sealed record Form
    {
        public int Version { get; init; }

        public int? ProposalId { get; init; }

        public string? Reason { get; init; }

        public PaperForm Paper { get; init; } = new();
    }

    public sealed class Validator : AbstractValidator<Form>
    {
        public Validator()
        {
            RuleFor(form => form.ProposalId).NotNull().WithMessage("Chọn số liệu được ghi nhận lý do.");
            RuleFor(form => form.Reason).NotEmpty().WithMessage("Nêu lý do: vắng có lý do, đã nhận bằng cách khác, …").MaximumLength(1000).WithMessage("Lý do tối đa 1.000 ký tự.");
            RuleFor(form => form.Paper).SetValidator(new PaperForm.Validator());
        }
    }

    public async Task Handle(int sheetId, int criterionId, Form form)
    {
        _ = await db.Criteria.OneAsync(row => row.Id == criterionId);
        var found = await find.Handle(sheetId);
        await found.MustBeAsSeen(db, form.Version);
        var criterion = await db.Criteria.OneAsync(row => row.Id == criterionId && row.SchemeId == found.Sheet.SchemeId);
        var proposal = await db.PortalProposals.OneAsync(row => row.Id == form.ProposalId && row.SheetId == sheetId && row.CriterionId == criterionId);
        var scan = await files.Receive(form.Paper.Scan, "Paper.Scan", CancellationToken.None);
        proposal.ExcuseBy(current.Actor, found.Sheet, found.Duty, criterion, new(clock.GetUtcNow().UtcDateTime, form.Reason, form.Paper.ToPaper(scan?.Id)));
        await db.SaveChangesAsync();
    }
}

/// <summary>A line by the portal with the events that may be excused, and the form.</summary>
public sealed record ExcusePage(SheetOnDuty Duty, Criterion Criterion, IReadOnlyList<PortalProposal> Events, ExcuseFigures.Form Typed)
{
    public IReadOnlyList<PortalProposal> ToExcuse => [.. Events.Where(one => one.CanBeExcused && one.IsFor(Criterion.Node()))];
}

/// <summary>Ghi nhận lý do: lifts what an event takes off a line.</summary>
[Route("cum/{clusterYearId:int}/tham-dinh/{sheetId:int}/dong/{criterionId:int}/ghi-nhan-ly-do")]
public sealed class ExcusesController(PortalDb db, FindSheetOnDuty find) : PortalController
{
    [HttpGet(""), Allow(Permission.AppraiseScores)]
    public Task<IActionResult> Excuse([FromRoute] int sheetId, [FromRoute] int criterionId) => Form(sheetId, criterionId, null);

    [HttpPost(""), Allow(Permission.AppraiseScores)]
    public Task<IActionResult> Excuse([FromRoute] int sheetId, [FromRoute] int criterionId, ExcuseFigures.Form form, [FromServices] ExcuseFigures excuse) =>
        Submit(
            () => excuse.Handle(sheetId, criterionId, form),
            () => Back(sheetId, criterionId, "Đã ghi nhận lý do; số liệu này không trừ điểm nữa. Hãy xác nhận lại điểm của dòng."),
            () => Form(sheetId, criterionId, form));

    private async Task<IActionResult> Form(int sheetId, int criterionId, ExcuseFigures.Form? typed)
    {
        db.ChangeTracker.Clear();
        _ = await db.Criteria.AsNoTracking().OneAsync(row => row.Id == criterionId);
        var duty = await find.Handle(sheetId);
        var criterion = await db.Criteria.AsNoTracking().OneAsync(row => row.Id == criterionId && row.SchemeId == duty.Sheet.SchemeId);
        var events = await db.PortalProposals.AsNoTracking().Where(row => row.SheetId == sheetId && row.CriterionId == criterionId).OrderBy(row => row.Id).ToListAsync();
        return View("Excuse", new ExcusePage(duty, criterion, events, (typed ?? new()) with { Version = duty.Sheet.Version }));
    }

    private LocalRedirectResult Back(int sheetId, int criterionId, string message)
    {
        TempData["Notice"] = message;
        return LocalRedirect($"/cum/{RouteData.Values[EnterClusterYear.Key]}/tham-dinh/{sheetId}#dong-{criterionId}");
    }
}
