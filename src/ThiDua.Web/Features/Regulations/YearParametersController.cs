using Microsoft.AspNetCore.Mvc;
using ThiDua.Domain.Access;
using ThiDua.Web.Access;
using ThiDua.Web.Features.Shared.Regulations;

namespace ThiDua.Web.Features.Regulations;

/// <summary>What applies in one year: taken from the regulation in force, departed from by a document.</summary>
[Route("cum/{clusterYearId:int}/quy-che")]
public sealed class YearParametersController(ShowRegulations show) : RegulationController(show)
{
    [HttpGet("nam-nay"), Allow(Permission.SetYearParameters)]
    public async Task<IActionResult> Set()
    {
        var page = await Regulations.Handle();
        return page.MaySet ? View(new YearParametersPage(page.Year, page.From, page.Version, new() { Version = page.Version, Parameters = ParametersForm.Of(page.Year.Parameters) })) : YearIsOver();
    }

    [HttpPost("nam-nay"), Allow(Permission.SetYearParameters)]
    public Task<IActionResult> Set(YearParametersForm form, [FromServices] SetYearParameters set) => Submit(
        () => set.Handle(form),
        () => DoneAt("Đã sửa quy định của năm."),
        async () => await Regulations.Handle() is var page ? View(new YearParametersPage(page.Year, page.From, page.Version, form)) : NotFound());

    [HttpGet("ap-dung"), Allow(Permission.SetYearParameters)]
    public async Task<IActionResult> Take()
    {
        var page = await Regulations.Handle();
        return page.ToTake is { } regulation ? View(new TakeRegulationPage(page, regulation, new())) : Nothing();
    }

    [HttpPost("ap-dung"), Allow(Permission.SetYearParameters)]
    public Task<IActionResult> Take(TakeRegulationForm form, [FromServices] TakeRegulation take) => Submit(
        () => take.Handle(form),
        () => DoneAt("Năm thi đua đã theo Quy chế đang có hiệu lực."),
        async () => await Regulations.Handle() is { ToTake: { } regulation } page ? View(new TakeRegulationPage(page, regulation, form)) : Nothing());

    private RedirectResult Nothing() => Refused("Không có Quy chế nào đang có hiệu lực mà năm này chưa theo.");

    private RedirectResult YearIsOver() => Refused("Năm thi đua đã kết thúc.");
}
