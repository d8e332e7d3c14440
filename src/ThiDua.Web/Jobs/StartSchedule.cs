using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Quartz;
using ThiDua.Web.Data;

namespace ThiDua.Web.Jobs;

/// <summary>Starts the scheduler when the portal serves. On SQLite only one process schedules, who holds the lock file; another tries each minute. On SQL Server the servers share the work.</summary>
internal sealed partial class StartSchedule(ISchedulerFactory schedulers, IConfiguration configuration, IServiceScopeFactory scopes, TimeProvider clock, IHostApplicationLifetime lifetime, ILogger<StartSchedule> log) : BackgroundService
{
    private static readonly TimeSpan TriesEvery = TimeSpan.FromMinutes(1);

    private FileStream? _lock;

    public override void Dispose()
    {
        _lock?.Dispose();
        base.Dispose();
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        _lock?.Dispose(); // the scheduler has ended before: its service was added later
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Started(stoppingToken);
            await TakeLock(stoppingToken);
            var scheduler = await schedulers.GetScheduler(stoppingToken);
            await ForgetUnknown(scheduler, stoppingToken);
            await scheduler.Start(stoppingToken);
            await CatchUp(scheduler, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The portal ended before.
        }
    }

    private async Task Started(CancellationToken stopping)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stopping);
    }

    private async Task TakeLock(CancellationToken stopping)
    {
        var (provider, connection) = PortalData.ConnectionOf(configuration);
        if (provider == "SqlServer")
        {
            return;
        }

        var file = new SqliteConnectionStringBuilder(connection).DataSource + ".jobs-lock";
        while ((_lock = Open(file)) is null)
        {
            LogOtherSchedules(log, file);
            await Task.Delay(TriesEvery, stopping);
        }
    }

    private static FileStream? Open(string file)
    {
        try
        {
            return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }

    // What an earlier version did by itself, this one does no more.
    private static async Task ForgetUnknown(IScheduler scheduler, CancellationToken stopping)
    {
        foreach (var key in await scheduler.GetJobKeys(GroupMatcher<JobKey>.AnyGroup(), stopping))
        {
            if (!Schedule.All.Any(job => job.Name == key.Name))
            {
                await scheduler.DeleteJob(key, stopping);
            }
        }
    }

    // What was due since its last run, or was cut off in it, is done once, however long the portal was off.
    private async Task CatchUp(IScheduler scheduler, CancellationToken stopping)
    {
        await using var scope = scopes.CreateAsyncScope();
        var known = await scope.ServiceProvider.GetRequiredService<PortalDb>().JobRuns.GroupBy(run => run.Job)
            .Select(runs => new { Job = runs.Key, Ended = runs.Max(run => run.EndedAt == null ? null : (DateTime?)run.StartedAt), CutOff = runs.Max(run => run.EndedAt == null ? (DateTime?)run.StartedAt : null) }).ToListAsync(stopping);
        foreach (var job in Schedule.All)
        {
            if (known.Find(run => run.Job == job.Name) is { } run && (run.Ended is not { } ended || run.CutOff > ended || job.NextAfter(ended) < clock.GetUtcNow()))
            {
                await scheduler.TriggerJob(new JobKey(job.Name), cancellationToken: stopping);
            }
        }
    }

    [LoggerMessage(LogLevel.Information, "Another process holds {File} and runs the jobs of this database")]
    private static partial void LogOtherSchedules(ILogger log, string file);
}
