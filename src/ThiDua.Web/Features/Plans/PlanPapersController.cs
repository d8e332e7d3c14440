using Microsoft.AspNetCore.Mvc;
using ThiDua.Domain.Access;
using ThiDua.Web.Access;
using ThiDua.Web.Documents;
using ThiDua.Web.Features.Shared;

namespace ThiDua.Web.Features.Plans;

/// <summary>A plan as it prints: HTML, PDF, DOCX; what is issued is served from the register.</summary>
[Route("cum/{clusterYearId:int}/ke-hoach/{planId:int}")]
public sealed class PlanPapersController(ShowPlan show, PlanPaper paper, IPdfRenderer pdf) : PlanController(show)
{
    [HttpGet("ban-in.{format:regex(^(html|pdf|docx)$)}"), Allow(Permission.ReadClusterYear)]
    public async Task<IActionResult> Printed(int planId, string format)
    {
        var page = await Plans.Handle(planId);
        if (page.DocumentId is { } documentId && !page.Plan.IsOpen)
        {
            return Redirect($"/cum/{RouteData.Values[EnterClusterYear.Key]}/van-ban/{documentId}/ban-in.{format}");
        }

        return await this.Printed(pdf, await paper.Of(page.Plan), "ke-hoach", format);
    }
}
