using Microsoft.AspNetCore.Mvc;
using ThiDua.Web.Access;
using ThiDua.Web.Conventions;
using ThiDua.Web.Features.Shared;

namespace ThiDua.Web.Features.Organizations;

/// <summary>The organizations of the portal (đơn vị), kept by system administrators.</summary>
[Route("quan-tri/don-vi")]
public sealed class OrganizationsController(ShowOrganization show) : PortalController
{
    [HttpGet(""), AllowAdministrator]
    public async Task<IActionResult> List([FromQuery(Name = "q")] string? search, [FromQuery(Name = "loai")] int? kindId, [FromQuery(Name = "tinh-trang")] string? state, [FromQuery(Name = "sap-xep")] string? sort, [FromQuery(Name = "trang")] int? page, [FromServices] ListOrganizations list) =>
        View(await list.Handle(new() { Search = search, KindId = kindId, State = state, Sort = sort }, page));

    [HttpGet("them"), AllowAdministrator]
    public Task<IActionResult> Create() => Create(new OrganizationForm());

    [HttpPost("them"), AllowAdministrator]
    public async Task<IActionResult> Create(OrganizationForm form, [FromServices] SaveOrganization save)
    {
        var organizationId = 0;
        return await Submit(async () => organizationId = await save.Handle(null, form), () => Done("Đã thêm đơn vị.", nameof(Show), new { id = organizationId }), () => Create(form));
    }

    [HttpGet("{id:int}"), AllowAdministrator]
    public async Task<IActionResult> Show(int id) => View(nameof(Show), await show.Handle(id));

    [HttpPost("{id:int}"), AllowAdministrator]
    public Task<IActionResult> Save(int id, OrganizationForm form, [FromServices] SaveOrganization save) =>
        Submit(() => save.Handle(id, form), () => Done("Đã lưu đơn vị.", nameof(Show), new { id }), () => Show(id));

    [HttpPost("{id:int}/sap-nhap"), AllowAdministrator]
    public Task<IActionResult> Merge(int id, MergeForm form, [FromServices] MergeOrganization merge) =>
        Submit(() => merge.Handle(id, form), () => Done("Đã ghi nhận sáp nhập.", nameof(Show), new { id }), () => Show(id));

    /// <summary>Suggestions while an organization is typed, under whichever name its field has.</summary>
    [HttpGet("goi-y"), AllowAdministrator]
    public async Task<IActionResult> Suggest([FromServices] OrganizationByText organizations) =>
        PartialView("_OrganizationOptions", await organizations.Suggest(Request.Query.Select(field => field.Value.ToString()).FirstOrDefault()));

    [HttpGet("loai"), AllowAdministrator]
    public async Task<IActionResult> Kinds([FromServices] ListKinds list) => View(nameof(Kinds), await list.Handle());

    [HttpPost("loai"), AllowAdministrator]
    public Task<IActionResult> AddKind(KindForm form, [FromServices] SaveKind save, [FromServices] ListKinds list) =>
        Submit(() => save.Handle(null, form), () => Done("Đã thêm loại đơn vị.", nameof(Kinds)), () => Kinds(list));

    [HttpPost("loai/{kindId:int}"), AllowAdministrator]
    public Task<IActionResult> RenameKind(int kindId, KindForm form, [FromServices] SaveKind save, [FromServices] ListKinds list) =>
        Submit(() => save.Handle(kindId, form), () => Done("Đã đổi tên loại đơn vị.", nameof(Kinds)), () => Kinds(list));

    private async Task<IActionResult> Create(OrganizationForm form) => View(nameof(Create), new OrganizationFields(form, await show.Kinds(), null));
}
