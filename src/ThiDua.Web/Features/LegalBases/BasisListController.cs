using Microsoft.AspNetCore.Mvc;
using ThiDua.Web.Conventions;

namespace ThiDua.Web.Features.LegalBases;

/// <summary>What the address of the list says.</summary>
public sealed record LegalBasisQuery
{
    [FromQuery(Name = "q")]
    public string? Search { get; init; }

    [FromQuery(Name = "tinh-trang")]
    public string? State { get; init; }

    [FromQuery(Name = "ngay")]
    public DateOnly? Day { get; init; }

    [FromQuery(Name = "nguon")]
    public string? Source { get; init; }

    [FromQuery(Name = "sap-xep")]
    public string? Sort { get; init; }

    [FromQuery(Name = "trang")]
    public int? Page { get; init; }
}

/// <summary>How the two lists of legal bases answer: the portal's and that of a cluster.</summary>
public abstract class BasisListController(ListLegalBases list, ShowLegalBasis show) : PortalController
{
    protected async Task<IActionResult> Listed(LegalBasisQuery query) =>
        View("List", await list.Handle(new() { Search = query.Search, State = query.State, Source = query.Source, Sort = query.Sort }, query.Day, query.Page));

    protected async Task<IActionResult> Create(LegalBasisForm form) => View("Create", await show.New(form));

    protected async Task<IActionResult> Created(LegalBasisForm form, SaveLegalBasis save)
    {
        var id = 0;
        return await Submit(async () => id = await save.Handle(null, form), () => Done("Đã thêm văn bản vào danh mục.", "Show", new { legalBasisId = id }), () => Create(form));
    }

    protected async Task<IActionResult> Shown(int legalBasisId) => View("Show", await show.Handle(legalBasisId));

    protected Task<IActionResult> Saved(int legalBasisId, LegalBasisForm form, SaveLegalBasis save) =>
        Submit(() => save.Handle(legalBasisId, form), () => Done("Đã lưu văn bản.", "Show", new { legalBasisId }), async () => View("Show", await show.Handle(legalBasisId, form)));

    protected async Task<IActionResult> Removed(int legalBasisId, RemoveLegalBasisForm form, RemoveLegalBasis remove)
    {
        await remove.Handle(legalBasisId, form);
        return Done("Đã xóa văn bản khỏi danh mục.", "List");
    }
}
