using Microsoft.AspNetCore.Mvc;
using ThiDua.Domain.Access;
using ThiDua.Domain.Planning;
using ThiDua.Web.Access;
using ThiDua.Web.Features.Shared;
using ThiDua.Web.Features.Shared.Recipients;

namespace ThiDua.Web.Features.Plans;

/// <summary>Kế hoạch of a cluster year: listed, started, described.</summary>
[Route("cum/{clusterYearId:int}/ke-hoach")]
public sealed class PlansController(ShowPlan show, PlanSources sources, PlanStarts starts, CurrentYear year, ReadAddressBook book) : PlanController(show)
{
    [HttpGet(""), Allow(Permission.ReadClusterYear)]
    public async Task<IActionResult> List([FromQuery(Name = "loai")] string? purpose, [FromQuery(Name = "trang")] int? page) => View(await Plans.List(PlanPurposes.Parse(purpose), page));

    [HttpGet("them"), Allow(Permission.DraftPlan)]
    public async Task<IActionResult> Start([FromQuery(Name = "tu")] int? source, [FromQuery(Name = "loai")] string? purpose, [FromQuery(Name = "hoi-nghi")] int? conferenceId)
    {
        var known = await sources.Handle();
        var from = known.FirstOrDefault(row => row.Id == source);
        var form = new StartPlanForm { Source = from?.Id, Purpose = from?.Purpose ?? PlanPurposes.Parse(purpose) ?? PlanPurpose.Yearly, ConferenceId = conferenceId };
        return View(await Page(form with { Abstract = from is null ? await starts.Abstract(form) : YearsMoved.Of(from.Abstract, year.Year.Year - from.Year) }));
    }

    [HttpPost("them"), Allow(Permission.DraftPlan)]
    public Task<IActionResult> Start(StartPlanForm form, [FromServices] StartPlan start)
    {
        var planId = 0;
        return Submit(async () => planId = await start.Handle(form), () => DoneAt("Đã lập dự thảo kế hoạch.", planId), async () => View(await Page(form)));
    }

    [HttpGet("{planId:int}"), Allow(Permission.ReadClusterYear)]
    public async Task<IActionResult> Show(int planId) => View(await Plans.Handle(planId));

    [HttpGet("{planId:int}/chung"), Allow(Permission.DraftPlan)]
    public async Task<IActionResult> Terms(int planId)
    {
        var page = await Plans.Handle(planId);
        return page.MayEdit ? await TermsPage(page.Plan, PlanTermsForm.Of(page.Plan)) : Closed(page.Plan);
    }

    [HttpPost("{planId:int}/chung"), Allow(Permission.DraftPlan)]
    public Task<IActionResult> Terms(int planId, PlanTermsForm form, [FromServices] DescribePlan describe) =>
        Submit(() => describe.Handle(planId, form), () => DoneAt("Đã lưu trích yếu, lời dẫn, nơi nhận và phần ký.", planId), async () => await TermsPage((await Plans.Handle(planId)).Plan, form));

    /// <summary>Shows the form with the lines of what was ticked in the address book put in; saves nothing.</summary>
    [HttpPost("{planId:int}/chung/noi-nhan"), Allow(Permission.DraftPlan)]
    public async Task<IActionResult> PickRecipients(int planId, PlanTermsForm form, PickRecipientsForm picked, [FromServices] PickRecipients pick)
    {
        var page = await Plans.Handle(planId);
        if (!page.MayEdit)
        {
            return Closed(page.Plan);
        }

        var lines = await pick.Handle(TypedLines.Of(form.Recipients), picked);
        ModelState.Clear(); // the lines put in are shown, not those typed; what is wrong is told when it is saved
        return await TermsPage(page.Plan, form with { Recipients = string.Join('\n', lines) }, hasPicked: true);
    }

    private async Task<StartPlanPage> Page(StartPlanForm form) => new(form, await sources.Handle()) { Conferences = form.Purpose == PlanPurpose.Conference ? await starts.Conferences() : [] };

    private async Task<ViewResult> TermsPage(Plan plan, PlanTermsForm form, bool hasPicked = false)
    {
        var toPick = await book.Handle() with { FormAction = $"/cum/{RouteData.Values[EnterClusterYear.Key]}/ke-hoach/{plan.Id}/chung/noi-nhan" };
        return View(nameof(Terms), new PlanTermsPage(plan, form, toPick) { HasPicked = hasPicked });
    }
}
