using Microsoft.EntityFrameworkCore;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared;
using ThiDua.Web.Notifications;

namespace ThiDua.Web.Features.Notices;

/// <summary>A notification as listed; the office is named where it is not the one acted in.</summary>
public sealed record NoticeRow(int Id, string Title, string? Detail, string? Place, string? OtherOffice, DateTime CreatedAt, bool IsRead)
{
    /// <summary>The reminder as a text for a chat; null: it reminds of nothing.</summary>
    public string? ForChat { get; init; }
}

/// <summary>One's notifications, the latest first (thông báo).</summary>
public sealed record NoticesPage(PageOf<NoticeRow> Page, bool OnlyUnread, int Unread, int Latest);

/// <summary>Lists the notifications of the offices that the person holds today.</summary>
public sealed class ListNotices(PortalDb db, CurrentPerson current, PublicAddress address)
{
    public async Task<NoticesPage> Handle(bool onlyUnread, int? page)
    {
        var person = current.Person;
        var found = await db.NoticesOf(person).Where(row => !onlyUnread || row.ReadAt == null).OrderByDescending(row => row.CreatedAt).ThenByDescending(row => row.Id).PageAt(page);
        var latest = await db.NoticesOf(person).MaxAsync(row => (int?)row.Id) ?? 0;
        return new(new([.. found.Rows.Select(row => Shown(row, person))], found.Number, found.Total), onlyUnread, person.Unread, latest);
    }

    private NoticeRow Shown(Notification row, Person person) =>
        new(row.Id, row.Title, row.Detail, row.Place, row.OfficeId == person.Office?.Id ? null : person.Offices.FirstOrDefault(office => office.Id == row.OfficeId)?.Name, row.CreatedAt, row.ReadAt is not null)
        {
            ForChat = row.IsReminder ? MailText.ForChat(row.Title, row.Detail, row.Place, address.Of(row.Link)) : null,
        };
}

internal static class OwnNotices
{
    /// <summary>What was told to the person in offices held today; of others nothing is shown any more.</summary>
    public static IQueryable<Notification> NoticesOf(this PortalDb db, Person person)
    {
        var offices = person.Offices.Select(office => office.Id).ToList();
        return db.Notifications.AsNoTracking().Where(row => row.UserId == person.UserId && offices.Contains(row.OfficeId));
    }
}
