using Microsoft.AspNetCore.Mvc;
using ThiDua.Domain.Access;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared;

namespace ThiDua.Web.Features.Ranking;

/// <summary>Xếp hạng: the results of a cluster year, how each figure came about, the projector and the trial.</summary>
[Route("cum/{clusterYearId:int}/xep-hang")]
public sealed class RankingController(PortalDb db, CurrentActor current, CurrentYear year, ResultsOverYears years) : RankingPages(db, current, year, years)
{
    [HttpGet(""), Allow(Permission.ReadClusterYear)]
    public async Task<IActionResult> Show(int? lop) => View(await Page(lop));

    [HttpGet("{layerId:int}/don-vi/{unitId:int}"), Allow(Permission.ReadClusterYear)]
    public async Task<IActionResult> Explain(int layerId, int unitId, [FromServices] ExplainResult explain) => View(await explain.Handle(layerId, unitId));

    [HttpGet("thu-phuong-an"), Allow(Permission.TryResults)]
    public Task<IActionResult> Try([FromServices] TryResults trial) => OrBack(async () => View("Try", await trial.Handle(new(), isTried: false)));

    [HttpPost("thu-phuong-an"), Allow(Permission.TryResults)]
    public async Task<IActionResult> Try(TryResults.Form form, [FromServices] TryResults trial)
    {
        TrialPage? tried = null;
        return await Submit(async () => tried = await trial.Handle(form, isTried: true), () => View("Try", tried), () => OrMoved(async () => View("Try", await trial.Handle(form, isTried: false))));
    }

    [HttpGet("trinh-chieu"), Allow(Permission.ReadClusterYear)]
    public Task<IActionResult> Projector([FromServices] ShowProjector projector) => OrBack(async () => View("Projector", await projector.Handle()));
}
