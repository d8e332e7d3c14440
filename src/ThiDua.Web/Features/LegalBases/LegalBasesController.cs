using Microsoft.AspNetCore.Mvc;
using ThiDua.Domain.Access;
using ThiDua.Web.Access;

namespace ThiDua.Web.Features.LegalBases;

/// <summary>Danh mục căn cứ as a cluster sees it: everybody's and its own, which the leader's staff keep.</summary>
[Route("cum/{clusterYearId:int}/can-cu")]
public sealed class LegalBasesController(ListLegalBases list, ShowLegalBasis show) : BasisListController(list, show)
{
    [HttpGet(""), Allow(Permission.ReadClusterYear)]
    public Task<IActionResult> List(LegalBasisQuery query) => Listed(query);

    [HttpGet("them"), Allow(Permission.KeepCatalogue)]
    public Task<IActionResult> Create() => Create(new LegalBasisForm());

    [HttpPost("them"), Allow(Permission.KeepCatalogue)]
    public Task<IActionResult> Create(LegalBasisForm form, [FromServices] SaveLegalBasis save) => Created(form, save);

    [HttpGet("{legalBasisId:int}"), Allow(Permission.ReadClusterYear)]
    public Task<IActionResult> Show(int legalBasisId) => Shown(legalBasisId);

    [HttpPost("{legalBasisId:int}"), Allow(Permission.KeepCatalogue)]
    public Task<IActionResult> Save(int legalBasisId, LegalBasisForm form, [FromServices] SaveLegalBasis save) => Saved(legalBasisId, form, save);

    [HttpPost("{legalBasisId:int}/xoa"), Allow(Permission.KeepCatalogue)]
    public Task<IActionResult> Remove(int legalBasisId, RemoveLegalBasisForm form, [FromServices] RemoveLegalBasis remove) => Removed(legalBasisId, form, remove);
}
