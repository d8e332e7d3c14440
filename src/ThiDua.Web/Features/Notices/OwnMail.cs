using Microsoft.Extensions.Options;
using ThiDua.Domain;
using ThiDua.Domain.Notifying;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Notifications;

namespace ThiDua.Web.Features.Notices;

/// <summary>Where one's mail goes, and which (nhận thư).</summary>
public sealed record OwnMailPage(string? Email, MailWish Wish, string Stamp, bool PortalSendsMail);

/// <summary>Shows how the person gets mail.</summary>
public sealed class ShowOwnMail(PortalDb db, CurrentPerson person, IOptions<MailOptions> mail)
{
    public async Task<OwnMailPage> Handle()
    {
        var user = await db.Users.OneAsync(row => row.Id == person.Person.UserId);
        return new(user.Email, user.MailWish, user.ConcurrencyStamp!, mail.Value.IsOn);
    }
}

/// <summary>Writes the person's own address and wish; nothing else of the account.</summary>
public sealed class SaveOwnMail(PortalDb db, CurrentPerson person)
{
    public async Task Handle(MailForm form)
    {
        var user = await db.Users.OneAsync(row => row.Id == person.Person.UserId);
        user.Email = Text.Clean(form.Email);
        (user.NormalizedEmail, user.MailWish) = (user.Email?.ToUpperInvariant(), form.Wish!.Value);
        db.Entry(user).Property(row => row.ConcurrencyStamp).OriginalValue = form.Stamp;
        user.ConcurrencyStamp = Guid.NewGuid().ToString();
        await db.SaveChangesAsync();
    }
}
