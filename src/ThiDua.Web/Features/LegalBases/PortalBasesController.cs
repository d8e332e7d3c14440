using Microsoft.AspNetCore.Mvc;
using ThiDua.Web.Access;

namespace ThiDua.Web.Features.LegalBases;

/// <summary>Danh mục căn cứ chung of the whole portal, kept by system administrators.</summary>
[Route("quan-tri/can-cu")]
public sealed class PortalBasesController(ListLegalBases list, ShowLegalBasis show) : BasisListController(list, show)
{
    [HttpGet(""), AllowAdministrator]
    public Task<IActionResult> List(LegalBasisQuery query) => Listed(query);

    [HttpGet("them"), AllowAdministrator]
    public Task<IActionResult> Create() => Create(new LegalBasisForm());

    [HttpPost("them"), AllowAdministrator]
    public Task<IActionResult> Create(LegalBasisForm form, [FromServices] SaveLegalBasis save) => Created(form, save);

    [HttpGet("{legalBasisId:int}"), AllowAdministrator]
    public Task<IActionResult> Show(int legalBasisId) => Shown(legalBasisId);

    [HttpPost("{legalBasisId:int}"), AllowAdministrator]
    public Task<IActionResult> Save(int legalBasisId, LegalBasisForm form, [FromServices] SaveLegalBasis save) => Saved(legalBasisId, form, save);

    [HttpPost("{legalBasisId:int}/xoa"), AllowAdministrator]
    public Task<IActionResult> Remove(int legalBasisId, RemoveLegalBasisForm form, [FromServices] RemoveLegalBasis remove) => Removed(legalBasisId, form, remove);
}
