using Microsoft.AspNetCore.Mvc;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Access;
using ThiDua.Web.Conventions;

namespace ThiDua.Web.Features.ScoringSchemes;

/// <summary>Lấy ý kiến: the draft is put up for the members' comments, and the time for them ends.</summary>
[Route("cum/{clusterYearId:int}/tieu-chi"), KnowsDraft]
public sealed class SchemeRoundController(ShowScheme show, CurrentYear year, TimeProvider clock) : PortalController
{
    [HttpGet("lay-y-kien"), Allow(Permission.DraftScheme)]
    public Task<IActionResult> Consult() => Step(SchemeStep.OpenConsultation);

    [HttpPost("lay-y-kien"), Allow(Permission.DraftScheme)]
    public Task<IActionResult> Consult(SchemeRoundForm form, [FromServices] OpenSchemeConsultation open) =>
        Take(SchemeStep.OpenConsultation, form, () => open.Handle(form), "Đã gửi dự thảo bảng tiêu chí lấy ý kiến các đơn vị thành viên.");

    [HttpGet("gia-han-gop-y"), Allow(Permission.DraftScheme)]
    public Task<IActionResult> Extend() => Step(SchemeStep.ExtendConsultation);

    [HttpPost("gia-han-gop-y"), Allow(Permission.DraftScheme)]
    public Task<IActionResult> Extend(SchemeRoundForm form, [FromServices] ExtendSchemeConsultation extend) =>
        Take(SchemeStep.ExtendConsultation, form, () => extend.Handle(form), "Đã gia hạn góp ý cho các đơn vị.");

    [HttpGet("ket-thuc-lay-y-kien"), Allow(Permission.DraftScheme)]
    public Task<IActionResult> EndConsultation() => Step(SchemeStep.CloseConsultation);

    [HttpPost("ket-thuc-lay-y-kien"), Allow(Permission.DraftScheme)]
    public Task<IActionResult> EndConsultation(SchemeRoundForm form, [FromServices] CloseSchemeConsultation close) =>
        Take(SchemeStep.CloseConsultation, form, () => close.Handle(form), "Đã kết thúc lấy ý kiến. Dự thảo sửa được để tiếp thu, hoàn thiện.");

    private async Task<IActionResult> Step(SchemeStep step)
    {
        if (await show.Draft() is { } page && page.May(step))
        {
            return View("Round", new SchemeRoundPage(page, step, new() { CommentsUntil = step == SchemeStep.OpenConsultation ? year.Year.Parameters.LastDayForComments(Days.Today(clock)) : null }));
        }

        TempData["Problem"] = $"Không thể {Labels.Of(step).ToLowerInvariant()} lúc này.";
        return Redirect(HttpContext.SchemeUrl());
    }

    private Task<IActionResult> Take(SchemeStep step, SchemeRoundForm form, Func<Task> take, string done) => Submit(
        take,
        () =>
        {
            TempData["Notice"] = done;
            return Redirect(HttpContext.SchemeUrl());
        },
        async () => await show.Draft() is { } page ? View("Round", new SchemeRoundPage(page, step, form)) : NotFound());
}
