using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ThiDua.Domain.Notifying;
using ThiDua.Web.Access;
using ThiDua.Web.Data;

namespace ThiDua.Web.Notifications;

/// <summary>Writes the day's digest for each person who has something unread that no mail told yet: one for each person and day, whoever runs this and however often.</summary>
public sealed class WriteDigests(PortalDb db, IOptions<MailOptions> options, TimeProvider clock)
{
    private const int Shown = 30;
    private static readonly TimeSpan ToldWithin = TimeSpan.FromDays(7);

    /// <returns>The number of digests written.</returns>
    public async Task<int> Run(CancellationToken cancellationToken)
    {
        var written = 0;
        if (options.Value.IsOn)
        {
            foreach (var user in await Readers(cancellationToken))
            {
                written += await Write(user, cancellationToken) ? 1 : 0;
                db.ChangeTracker.Clear();
            }
        }

        return written;
    }

    private IQueryable<Notification> Untold()
    {
        var (today, since) = (Days.Today(clock), clock.GetUtcNow().UtcDateTime - ToldWithin);
        return db.Notifications.Where(row => row.ReadAt == null && row.MailedAt == null && row.CreatedAt > since
            && db.Offices.Any(office => office.Id == row.OfficeId && office.FromOn <= today && (office.ToOn == null || office.ToOn >= today)));
    }

    private sealed record Reader(int Id, string Email, string FullName);

    private Task<List<Reader>> Readers(CancellationToken cancellationToken)
    {
        var (today, untold) = (Days.Today(clock), Untold());
        return db.Users.Where(user => !user.IsLocked && user.Email != null && user.MailWish != MailWish.None && untold.Any(row => row.UserId == user.Id) && !db.OutboxMails.Any(mail => mail.UserId == user.Id && mail.DigestOn == today))
            .OrderBy(user => user.Id).Select(user => new Reader(user.Id, user.Email!, user.FullName)).ToListAsync(cancellationToken);
    }

    private async Task<bool> Write(Reader reader, CancellationToken cancellationToken)
    {
        var (now, today) = (clock.GetUtcNow().UtcDateTime, Days.Today(clock));
        var notices = await Untold().Where(row => row.UserId == reader.Id).OrderByDescending(row => row.CreatedAt).ThenByDescending(row => row.Id).ToListAsync(cancellationToken);
        notices.ForEach(notice => notice.PutIntoMail(now));
        db.Add(new OutboxMail(reader.Id, MailText.Digest(reader.Email, reader.FullName, today, [.. notices.Take(Shown)], Math.Max(0, notices.Count - Shown), options.Value), now) { DigestOn = today });
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException already) when (db.IsUniqueViolation(already))
        {
            return false; // another server was quicker
        }
    }
}
