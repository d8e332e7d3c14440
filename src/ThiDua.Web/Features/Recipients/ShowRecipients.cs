using System.Text.Json;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Recipients;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared;
using ThiDua.Web.Features.Shared.Changes;
using ThiDua.Web.Features.Shared.Recipients;

namespace ThiDua.Web.Features.Recipients;

/// <summary>What the book is narrowed to; it stands in the URL.</summary>
public sealed record RecipientFilter(string? Search, ContactKind? Kind);

/// <summary>The address book of the cluster (sổ nơi nhận): its groups, and its entries page by page.</summary>
public sealed record RecipientsPage(RecipientFilter Filter, IReadOnlyList<RecipientGroup> Groups, PageOf<Contact> Page, bool MayKeep);

/// <summary>One entry with its form; Stored is what the book holds now, null for a new one.</summary>
public sealed record ContactPage(ContactForm Form, Contact? Stored, bool MayKeep, IReadOnlyList<ChangeOfRow> Changes)
{
    public bool IsOvertaken => Stored is not null && Form.Version != Stored.Version;

    public static IEnumerable<SelectListItem> Kinds => Enum.GetValues<ContactKind>().Select(kind => new SelectListItem(Labels.Of(kind), $"{kind}"));
}

/// <summary>One group with its form; Stored is what the book holds now, null for a new one.</summary>
public sealed record GroupPage(GroupForm Form, RecipientGroup? Stored, RecipientsToPick ToPick, bool MayKeep, IReadOnlyList<ChangeOfRow> Changes)
{
    public bool IsOvertaken => Stored is not null && Form.Version != Stored.Version;
}

/// <summary>Shows the address book, an entry of it, a group of it.</summary>
public sealed class ShowRecipients(PortalDb db, ReadAddressBook book, ReadChanges changes)
{
    private static readonly Dictionary<string, string> FieldLabels = new()
    {
        [nameof(Contact.Kind)] = "Loại",
        [nameof(Contact.Name)] = "Tên",
        [nameof(Contact.Salutation)] = "Kính gửi",
        [nameof(Contact.Through)] = "Qua",
        [nameof(Contact.Purpose)] = "Gửi để",
        [nameof(Contact.Address)] = "Địa chỉ",
        [nameof(Contact.Email)] = "Thư điện tử",
        [nameof(Contact.Note)] = "Ghi chú",
    };

    private static readonly Dictionary<string, string> GroupLabels = new() { [nameof(RecipientGroup.Name)] = "Tên nhóm", [nameof(RecipientGroup.Lines)] = "Các dòng" };

    public async Task<RecipientsPage> Handle(RecipientFilter filter, int? page)
    {
        var rows = book.Contacts().AsNoTracking();
        foreach (var word in Text.Words(filter.Search ?? "").Take(10))
        {
            rows = rows.Where(row => row.Folded.Contains(word));
        }

        rows = filter.Kind is { } kind ? rows.Where(row => row.Kind == kind) : rows;
        // Sorted here, as neither engine sorts Vietnamese by default.
        var ids = (await rows.Select(row => new { row.Id, row.Name }).ToListAsync()).OrderBy(row => row.Name, Text.VietnameseOrder).Select(row => row.Id).ToList();
        var number = Math.Clamp(page ?? 1, 1, Math.Max(1, (ids.Count + PageSize.Rows - 1) / PageSize.Rows));
        var shown = ids.Skip((number - 1) * PageSize.Rows).Take(PageSize.Rows).ToList();
        var byId = await book.Contacts().AsNoTracking().Where(row => shown.Contains(row.Id)).ToDictionaryAsync(row => row.Id);
        return new(filter, (await book.Handle()).Groups, new([.. shown.Select(id => byId[id])], number, ids.Count), book.IsOpen);
    }

    public async Task<ContactPage> OneContact(int? contactId, ContactForm? typed = null)
    {
        db.ChangeTracker.Clear(); // after a refusal what was tried is not what is stored
        var stored = contactId is { } id ? await book.Contacts().AsNoTracking().OneAsync(row => row.Id == id) : null;
        var form = typed ?? (stored is null ? new() { Kind = ContactKind.Office } : ContactForm.Of(stored));
        return new(form, stored, book.IsOpen, stored is null ? [] : await changes.Handle(nameof(Contact), stored.Id, FieldLabels, (field, value) => field == nameof(Contact.Kind) ? Labels.Of(Enum.Parse<ContactKind>(value)) : null));
    }

    public async Task<GroupPage> OneGroup(int? groupId, GroupForm? typed = null)
    {
        db.ChangeTracker.Clear();
        var stored = groupId is { } id ? await book.Groups().AsNoTracking().OneAsync(row => row.Id == id) : null;
        var form = typed ?? (stored is null ? new() : GroupForm.Of(stored));
        var toPick = await book.Handle();
        return new(form, stored, toPick with { Groups = [] }, book.IsOpen, stored is null ? [] : await changes.Handle(nameof(RecipientGroup), stored.Id, GroupLabels, (field, value) => field == nameof(RecipientGroup.Lines) ? string.Join("; ", JsonSerializer.Deserialize<string[]>(value)!) : null));
    }
}
