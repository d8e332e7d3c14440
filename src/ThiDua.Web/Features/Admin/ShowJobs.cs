using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Quartz;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared;
using ThiDua.Web.Jobs;
using ThiDua.Web.Notifications;

namespace ThiDua.Web.Features.Admin;

/// <summary>A job with its last run and its next; the next is unknown where this process takes no part.</summary>
public sealed record JobRow(string Name, string Title, string When, JobRun? Last, DateTime? Next);

/// <summary>A mail that was given up.</summary>
public sealed record FailedMail(int Id, string Address, string Subject, DateTime CreatedAt, int Attempts, string? LastError);

/// <summary>How many mails wait, and how many were given up.</summary>
public sealed record MailsNow(bool IsOn, string Way, int Waiting, int GivenUp, IReadOnlyList<FailedMail> Failed)
{
    /// <summary>The address before each link in a mail; null: mails have no links.</summary>
    public string? PortalAddress { get; init; }
}

/// <summary>What the portal does by itself, as its administrator sees it.</summary>
public sealed record JobsPage(bool IsOn, IReadOnlyList<JobRow> Jobs, PageOf<JobRun> Failures, MailsNow Mail);

/// <summary>Reads the schedule, the runs and the outbox.</summary>
public sealed class ShowJobs(PortalDb db, IServiceProvider services, IOptions<MailOptions> mail)
{
    private const int FailedShown = 20;

    public async Task<JobsPage> Handle(int? page, CancellationToken cancellationToken)
    {
        var last = await db.JobRuns.AsNoTracking().Where(run => run.Id == db.JobRuns.Where(other => other.Job == run.Job).Max(other => other.Id)).ToDictionaryAsync(run => run.Job, cancellationToken);
        var scheduler = services.GetService<ISchedulerFactory>() is { } factory ? await factory.GetScheduler(cancellationToken) : null;
        var rows = new List<JobRow>();
        foreach (var job in Schedule.All)
        {
            rows.Add(new(job.Name, job.Title, job.When, last.GetValueOrDefault(job.Name), await NextOf(scheduler, job.Name, cancellationToken)));
        }

        return new(scheduler is not null, rows, await db.JobRuns.AsNoTracking().Where(run => run.Failure != null).OrderByDescending(run => run.Id).PageAt(page), await Mails(cancellationToken));
    }

    private static async Task<DateTime?> NextOf(IScheduler? scheduler, string job, CancellationToken cancellationToken) =>
        scheduler is null ? null : (await scheduler.GetTriggersOfJob(new JobKey(job), cancellationToken)).Select(trigger => trigger.NextFireTimeUtc?.UtcDateTime).Min();

    private async Task<MailsNow> Mails(CancellationToken cancellationToken)
    {
        var counts = await db.OutboxMails.Where(row => row.State != MailState.Sent).GroupBy(row => row.State).Select(rows => new { State = rows.Key, Count = rows.Count() }).ToDictionaryAsync(row => row.State, row => row.Count, cancellationToken);
        var failed = await db.OutboxMails.AsNoTracking().Where(row => row.State == MailState.Failed).OrderByDescending(row => row.Id).Take(FailedShown)
            .Select(row => new FailedMail(row.Id, row.Address, row.Subject, row.CreatedAt, row.Attempts, row.LastError)).ToListAsync(cancellationToken);
        var options = mail.Value;
        var way = string.IsNullOrWhiteSpace(options.PickupFolder) ? $"máy chủ {options.Host}:{options.Port}{(options.Tls ? ", mã hóa TLS" : "")}" : $"thư mục {Path.GetFullPath(options.PickupFolder)}";
        return new(options.IsOn, way, counts.GetValueOrDefault(MailState.Waiting), counts.GetValueOrDefault(MailState.Failed), failed) { PortalAddress = options.KnowsPortal ? options.PortalAddress : null };
    }
}
