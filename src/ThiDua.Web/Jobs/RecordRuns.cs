using Microsoft.EntityFrameworkCore;
using Quartz;
using ThiDua.Web.Data;

namespace ThiDua.Web.Jobs;

/// <summary>Writes down each run of each job: when, on which server, what it did (the result that the job leaves) or why it failed.</summary>
internal sealed partial class RecordRuns(IServiceScopeFactory scopes, TimeProvider clock, ILogger<RecordRuns> log) : IJobExecutionMiddleware
{
    private const int Kept = 200; // of each job

    public async ValueTask Invoke(IJobExecutionContext context, JobExecutionDelegate next, CancellationToken cancellationToken = default)
    {
        var run = new JobRun(context.JobDetail.Key.Name, Environment.MachineName, clock.GetUtcNow().UtcDateTime);
        await Write(db => db.Add(run));
        try
        {
            await next(context, cancellationToken);
            await End(run, context.Result as string, null);
        }
        catch (Exception failure)
        {
            LogFailure(log, run.Job, failure);
            await End(run, null, failure.Message);
            throw;
        }
    }

    private async Task End(JobRun run, string? done, string? failure)
    {
        await Write(db =>
        {
            db.Attach(run);
            run.End(clock.GetUtcNow().UtcDateTime, done, failure);
        });
        await using var scope = scopes.CreateAsyncScope();
        var runs = scope.ServiceProvider.GetRequiredService<PortalDb>().JobRuns.Where(row => row.Job == run.Job && row.Id < run.Id);
        await runs.Where(row => row.EndedAt != null && row.Done == null && row.Failure == null).ExecuteDeleteAsync();
        if (await runs.OrderByDescending(row => row.Id).Skip(Kept).Select(row => (int?)row.Id).FirstOrDefaultAsync() is { } oldest)
        {
            await runs.Where(row => row.Id <= oldest).ExecuteDeleteAsync();
        }
    }

    private async Task Write(Action<PortalDb> change)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        change(db);
        await db.SaveChangesAsync();
    }

    [LoggerMessage(LogLevel.Error, "Job {Job} failed")]
    private static partial void LogFailure(ILogger log, string job, Exception failure);
}
