using Microsoft.EntityFrameworkCore;
using ThiDua.Web.Access;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.Notices;

/// <summary>Marks one of one's own notifications as read; one that is read already stays so.</summary>
public sealed class ReadNotice(PortalDb db, CurrentPerson person, TimeProvider clock)
{
    public async Task<Notification> Handle(int notificationId)
    {
        var notice = await db.NoticesOf(person.Person).AsTracking().OneAsync(row => row.Id == notificationId);
        notice.Read(clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync();
        return notice;
    }
}

/// <summary>Marks as read what was there when the page was shown: what came since stays unread.</summary>
public sealed class ReadAllNotices(PortalDb db, CurrentPerson person, TimeProvider clock)
{
    public Task<int> Handle(ReadAllForm form)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return db.NoticesOf(person.Person).Where(row => row.ReadAt == null && row.Id <= form.UpTo).ExecuteUpdateAsync(set => set.SetProperty(row => row.ReadAt, now));
    }
}
