using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ThiDua.Domain.Access;
using ThiDua.Domain.Notifying;
using ThiDua.Web.Data;

namespace ThiDua.Web.Notifications;

/// <summary>A reminder of what a unit owes by a deadline, at one step of the ladder, to one person in one office.</summary>
public sealed record Reminder(int ClusterYearId, int RequirementId, int UnitId, DateOnly LastDay, int Step, int UserId, int OfficeId, NoticeText Text);

/// <summary>Writes a reminder with its notification and mail, all together or, where it was written before, not at all.</summary>
public sealed class WriteReminders(PortalDb db, IOptions<MailOptions> options, TimeProvider clock)
{
    /// <returns>Whether it was written now; false: somebody was quicker, or it was before.</returns>
    public async Task<bool> Write(Reminder reminder, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var person = await db.Users.AsNoTracking().Where(user => user.Id == reminder.UserId && !user.IsLocked)
            .Select(user => new { user.FullName, user.Email, user.MailWish, Capacity = db.Offices.Where(office => office.Id == reminder.OfficeId && office.UserId == user.Id).Select(office => (Capacity?)office.Capacity).FirstOrDefault() })
            .SingleOrDefaultAsync(cancellationToken);
        if (person?.Capacity is not { } capacity)
        {
            return false;
        }

        var notice = new Notification(reminder.UserId, reminder.OfficeId, reminder.Text, now);
        db.AddRange(notice, new SentReminder(reminder.ClusterYearId, reminder.RequirementId, reminder.UnitId, reminder.UserId, reminder.LastDay, reminder.Step, now));
        // A head finds it in the day's digest.
        if (options.Value.IsOn && capacity == Capacity.Clerk && person is { Email: { } address, MailWish: MailWish.UrgentAndDigest })
        {
            notice.PutIntoMail(now);
            db.Add(new OutboxMail(reminder.UserId, MailText.Of(notice, address, person.FullName, options.Value), now));
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException already) when (db.IsUniqueViolation(already))
        {
            return false;
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }
}
