using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ThiDua.Domain.Access;
using ThiDua.Domain.Notifying;
using ThiDua.Domain.Reporting;
using ThiDua.Web.Data;

namespace ThiDua.Web.Notifications;

/// <summary>What a unit owes by a deadline, and the step of the ladder that is due; the version is that of the requirement as it was read.</summary>
public sealed record ReminderStep(int RequirementId, int Version, int UnitId, DateOnly LastDay, int Step);

/// <summary>One notification for one person: of one report, or a list of those who are missing.</summary>
public sealed record Reminder(Hearer To, NoticeText Text, IReadOnlyList<ReminderStep> Steps);

/// <summary>What was to be written is not so any more: somebody submitted, got more time, or was reminded meanwhile.</summary>
public sealed class Overtaken : Exception;

/// <summary>Writes reminders with their notifications and one mail for each person, all together or not at all.</summary>
public sealed class WriteReminders(PortalDb db, IOptions<MailOptions> options, TimeProvider clock)
{
    /// <returns>The number of people reminded.</returns>
    /// <exception cref="Overtaken">Nothing was written: look again.</exception>
    public async Task<int> Write(IReadOnlyList<Reminder> reminders, int clusterYearId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var ofPerson in reminders.GroupBy(reminder => reminder.To.Actor.UserId))
        {
            Add([.. ofPerson], clusterYearId, now);
        }

        db.First(() => RequireStillOwed([.. reminders.SelectMany(reminder => reminder.Steps).Distinct()], cancellationToken));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return reminders.DistinctBy(reminder => reminder.To.Actor.UserId).Count();
        }
        catch (DbUpdateException already) when (db.IsUniqueViolation(already))
        {
            throw new Overtaken();
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    private void Add(IReadOnlyList<Reminder> ofPerson, int clusterYearId, DateTime now)
    {
        var atOnce = new List<Notification>();
        foreach (var (to, text, _) in ofPerson)
        {
            var notice = new Notification(to.Actor.UserId, to.Actor.OfficeId, text, now);
            db.Add(notice);
            // A head finds it in the day's digest.
            if (options.Value.IsOn && to is { Actor.Capacity: Capacity.Clerk, Email: not null, Wish: MailWish.UrgentAndDigest })
            {
                notice.PutIntoMail(now);
                atOnce.Add(notice);
            }
        }

        // Once a person, who may hear of the same unit in two offices.
        var person = ofPerson[0].To;
        db.AddRange(ofPerson.SelectMany(reminder => reminder.Steps).Distinct().Select(step => new SentReminder(clusterYearId, step.RequirementId, step.UnitId, person.Actor.UserId, step.LastDay, step.Step, now)));
        if (atOnce.Count > 0)
        {
            db.Add(new OutboxMail(person.Actor.UserId, MailText.Reminders(person.Email!, person.Actor.UserName, atOnce, options.Value), now));
        }
    }

    // In the transaction: what was submitted or changed since it was read is not reminded of.
    private async Task RequireStillOwed(IReadOnlyList<ReminderStep> steps, CancellationToken cancellationToken)
    {
        var ids = steps.Select(step => step.RequirementId).Distinct().ToList();
        var versions = await db.ReportRequirements.AsNoTracking().Where(row => ids.Contains(row.Id)).Select(row => new { row.Id, row.Version }).ToDictionaryAsync(row => row.Id, row => row.Version, cancellationToken);
        var came = (await db.ReportSubmissions.AsNoTracking().Where(row => ids.Contains(row.RequirementId) && row.State != ReportState.Drafting).Select(row => new { row.RequirementId, row.UnitId }).ToListAsync(cancellationToken))
            .Select(row => (row.RequirementId, row.UnitId)).ToHashSet();
        if (steps.Any(step => versions.GetValueOrDefault(step.RequirementId, -1) != step.Version || came.Contains((step.RequirementId, step.UnitId))))
        {
            throw new Overtaken();
        }
    }
}
