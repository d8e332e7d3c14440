using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Recipients;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared.Recipients;

namespace ThiDua.Web.Features.Recipients;

/// <summary>Adds an entry to the address book, or writes one anew; the groups that hold its line follow.</summary>
public sealed class SaveContact(PortalDb db, CurrentActor current, ReadAddressBook book)
{
    /// <param name="contactId">Null for a new one.</param>
    /// <param name="form">What was typed.</param>
    public async Task Handle(int? contactId, ContactForm form)
    {
        book.RequireOpen();
        if (contactId is not { } id)
        {
            db.Add(new Contact(current.Actor, book.ClusterId, form.ToDescription()));
        }
        else
        {
            var row = await book.Contacts().OneAsync(row => row.Id == id);
            var before = row.Line;
            row.Describe(current.Actor, form.ToDescription());
            db.Expect(row, form.Version);
            (await book.Groups().ToListAsync()).ForEach(group => group.Follow(current.Actor, before, row.Line));
        }

        await db.SaveOnce("Sổ đã có nơi nhận tên này.", nameof(form.Name));
    }
}

/// <summary>Removes an entry; lines that papers and groups hold stay.</summary>
public sealed class RemoveContact(PortalDb db, CurrentActor current, ReadAddressBook book)
{
    public async Task Handle(int contactId, RemoveRecipientForm form)
    {
        book.RequireOpen();
        AddressBook.RequireKeeper(current.Actor);
        var row = await book.Contacts().OneAsync(row => row.Id == contactId);
        db.Remove(row);
        db.Expect(row, form.Version);
        await db.SaveChangesAsync();
    }
}

/// <summary>Adds a group, or writes one anew, with the lines of the entries ticked behind those typed.</summary>
public sealed class SaveGroup(PortalDb db, CurrentActor current, ReadAddressBook book, PickRecipients pick)
{
    /// <param name="groupId">Null for a new one.</param>
    /// <param name="form">What was typed.</param>
    public async Task Handle(int? groupId, GroupForm form)
    {
        book.RequireOpen();
        var lines = await pick.Handle(form.Typed(), new() { PickedContacts = form.PickedContacts });
        if (groupId is not { } id)
        {
            db.Add(new RecipientGroup(current.Actor, book.ClusterId, form.Name, lines));
        }
        else
        {
            var row = await book.Groups().OneAsync(row => row.Id == id);
            row.Describe(current.Actor, form.Name, lines);
            db.Expect(row, form.Version);
        }

        await db.SaveOnce("Đã có nhóm tên này.", nameof(form.Name));
    }
}

/// <summary>Removes a group; its entries stay in the book, its lines in the papers.</summary>
public sealed class RemoveGroup(PortalDb db, CurrentActor current, ReadAddressBook book)
{
    public async Task Handle(int groupId, RemoveRecipientForm form)
    {
        book.RequireOpen();
        AddressBook.RequireKeeper(current.Actor);
        var row = await book.Groups().OneAsync(row => row.Id == groupId);
        db.Remove(row);
        db.Expect(row, form.Version);
        await db.SaveChangesAsync();
    }
}
