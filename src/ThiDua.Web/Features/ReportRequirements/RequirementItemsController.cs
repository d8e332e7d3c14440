using Microsoft.AspNetCore.Mvc;
using ThiDua.Domain.Access;
using ThiDua.Domain.Reporting;
using ThiDua.Web.Access;

namespace ThiDua.Web.Features.ReportRequirements;

/// <summary>Thành phần hồ sơ: the items of a package, one by one.</summary>
[Route("cum/{clusterYearId:int}/bao-cao/{requirementId:int}/thanh-phan")]
public sealed class RequirementItemsController(ShowRequirement show) : RequirementController(show)
{
    [HttpGet("them"), Allow(Permission.KeepRequirements)]
    public async Task<IActionResult> Add(int requirementId)
    {
        var page = await Requirements.Handle(requirementId);
        return page.MayEdit ? View("Item", new ItemPage(page.Stored, new() { IsRequired = true }, null)) : NotNow(page.Stored, "thêm thành phần hồ sơ");
    }

    [HttpPost("them"), Allow(Permission.KeepRequirements)]
    public Task<IActionResult> Add(int requirementId, ItemForm form, [FromServices] AddItem add) =>
        Submit(() => add.Handle(requirementId, form), () => DoneAt("Đã thêm thành phần hồ sơ.", requirementId), () => Again(requirementId, form, null));

    [HttpGet("{itemId:int}"), Allow(Permission.KeepRequirements)]
    public async Task<IActionResult> Change(int requirementId, int itemId)
    {
        var page = await Requirements.Handle(requirementId);
        return ItemOf(page.Stored, itemId) is not { } item ? NotFound() : page.MayEdit ? View("Item", new ItemPage(page.Stored, ItemForm.Of(item), item)) : NotNow(page.Stored, "sửa thành phần hồ sơ");
    }

    [HttpPost("{itemId:int}"), Allow(Permission.KeepRequirements)]
    public Task<IActionResult> Change(int requirementId, int itemId, ItemForm form, [FromServices] ChangeItem change) =>
        Submit(() => change.Handle(requirementId, itemId, form), () => DoneAt("Đã lưu thành phần hồ sơ.", requirementId), () => Again(requirementId, form, itemId));

    [HttpPost("{itemId:int}/xoa"), Allow(Permission.KeepRequirements)]
    public async Task<IActionResult> Remove(int requirementId, int itemId, RemoveItemForm form, [FromServices] RemoveItem remove)
    {
        await remove.Handle(requirementId, itemId, form);
        return DoneAt("Đã bỏ thành phần khỏi hồ sơ.", requirementId);
    }

    private async Task<IActionResult> Again(int requirementId, ItemForm form, int? itemId)
    {
        var stored = (await Requirements.Handle(requirementId)).Stored;
        return View("Item", new ItemPage(stored, form, itemId is { } id ? ItemOf(stored, id) : null));
    }

    private static RequirementItem? ItemOf(ReportRequirement requirement, int itemId) => requirement.Items.FirstOrDefault(row => row.Id == itemId);
}
