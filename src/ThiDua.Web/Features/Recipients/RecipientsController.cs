using Microsoft.AspNetCore.Mvc;
using ThiDua.Domain.Access;
using ThiDua.Domain.Recipients;
using ThiDua.Web.Access;
using ThiDua.Web.Conventions;

namespace ThiDua.Web.Features.Recipients;

/// <summary>Sổ nơi nhận: recipients outside the portal, kept by the leader's staff for their cluster.</summary>
[Route("cum/{clusterYearId:int}/noi-nhan")]
public sealed class RecipientsController(ShowRecipients show) : PortalController
{
    [HttpGet(""), Allow(Permission.KeepCatalogue)]
    public async Task<IActionResult> List([FromQuery(Name = "q")] string? search, [FromQuery(Name = "loai")] ContactKind? kind, [FromQuery(Name = "trang")] int? page) =>
        View(nameof(List), await show.Handle(new(search, kind), page));

    [HttpGet("them"), Allow(Permission.KeepCatalogue)]
    public async Task<IActionResult> Create() => View("Contact", await show.OneContact(null));

    [HttpPost("them"), Allow(Permission.KeepCatalogue)]
    public Task<IActionResult> Create(ContactForm form, [FromServices] SaveContact save) =>
        Submit(() => save.Handle(null, form), () => Done("Đã thêm nơi nhận.", nameof(List)), async () => View("Contact", await show.OneContact(null, form)));

    [HttpGet("{contactId:int}"), Allow(Permission.KeepCatalogue)]
    public async Task<IActionResult> Show(int contactId) => View("Contact", await show.OneContact(contactId));

    [HttpPost("{contactId:int}"), Allow(Permission.KeepCatalogue)]
    public Task<IActionResult> Save(int contactId, ContactForm form, [FromServices] SaveContact save) =>
        Submit(() => save.Handle(contactId, form), () => Done("Đã lưu nơi nhận.", nameof(List)), async () => View("Contact", await show.OneContact(contactId, form)));

    [HttpPost("{contactId:int}/xoa"), Allow(Permission.KeepCatalogue)]
    public async Task<IActionResult> Remove(int contactId, RemoveRecipientForm form, [FromServices] RemoveContact remove)
    {
        await remove.Handle(contactId, form);
        return Done("Đã xóa nơi nhận khỏi sổ.", nameof(List));
    }

    [HttpGet("nhom/them"), Allow(Permission.KeepCatalogue)]
    public async Task<IActionResult> CreateGroup() => View("Group", await show.OneGroup(null));

    [HttpPost("nhom/them"), Allow(Permission.KeepCatalogue)]
    public Task<IActionResult> CreateGroup(GroupForm form, [FromServices] SaveGroup save) =>
        Submit(() => save.Handle(null, form), () => Done("Đã thêm nhóm nơi nhận.", nameof(List)), async () => View("Group", await show.OneGroup(null, form)));

    [HttpGet("nhom/{groupId:int}"), Allow(Permission.KeepCatalogue)]
    public async Task<IActionResult> ShowGroup(int groupId) => View("Group", await show.OneGroup(groupId));

    [HttpPost("nhom/{groupId:int}"), Allow(Permission.KeepCatalogue)]
    public Task<IActionResult> SaveGroup(int groupId, GroupForm form, [FromServices] SaveGroup save) =>
        Submit(() => save.Handle(groupId, form), () => Done("Đã lưu nhóm nơi nhận.", nameof(List)), async () => View("Group", await show.OneGroup(groupId, form)));

    [HttpPost("nhom/{groupId:int}/xoa"), Allow(Permission.KeepCatalogue)]
    public async Task<IActionResult> RemoveGroup(int groupId, RemoveRecipientForm form, [FromServices] RemoveGroup remove)
    {
        await remove.Handle(groupId, form);
        return Done("Đã xóa nhóm nơi nhận.", nameof(List));
    }
}
