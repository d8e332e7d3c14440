using Microsoft.AspNetCore.Mvc;
using ThiDua.Domain.Access;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared;

namespace ThiDua.Web.Features.Ranking;

/// <summary>Biểu quyết khi bằng điểm, as the minutes have it.</summary>
[Route("cum/{clusterYearId:int}/xep-hang/bieu-quyet")]
public sealed class TieVotesController(PortalDb db, CurrentActor current, CurrentYear year, ResultsOverYears years) : RankingPages(db, current, year, years)
{
    [HttpGet(""), Allow(Permission.RecordTieVote)]
    public Task<IActionResult> TieVote([FromQuery(Name = "hang")] int? rank, [FromServices] ShowTieVote show) => OrBack(async () => View("TieVote", await show.Handle(rank, null)));

    [HttpPost(""), Allow(Permission.RecordTieVote)]
    public Task<IActionResult> TieVote(RecordTieVote.Form form, [FromServices] RecordTieVote record, [FromServices] ShowTieVote show) =>
        Submit(() => record.Handle(form), () => ToRanking("Đã ghi kết quả biểu quyết; kết quả được tính vào lớp kế tiếp."), () => OrMoved(async () => View("TieVote", await show.Handle(null, form))));
}
