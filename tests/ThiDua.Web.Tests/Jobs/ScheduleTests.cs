using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Quartz;
using ThiDua.Web.Jobs;
using ThiDua.Web.Tests.Accounts;
using ThiDua.Web.Tests.Audit;
using ThiDua.Web.Tests.Fixture;

namespace ThiDua.Web.Tests.Jobs;

public sealed class ScheduleTests(OwnPortal own, Portal shared) : IClassFixture<OwnPortal>
{
    [Fact]
    public async Task U1_The_head_of_each_chain_is_printed_into_the_log_daily_at_five_past_midnight_in_Vietnam()
    {
        await own.AnAccount();
        var head = await own.WithDb(db => db.AuditChains.SingleAsync());
        var scheduler = await own.Scheduler();
        var job = new JobKey("in-dau-chuoi");
        (await scheduler.GetJobDetail(job))!.JobType.Type.ShouldBe(typeof(PrintAuditHeads));
        var trigger = (await scheduler.GetTriggersOfJob(job)).ShouldHaveSingleItem();
        trigger.NextFireTimeUtc!.Value.UtcDateTime.TimeOfDay.ShouldBe(new TimeSpan(17, 5, 0));

        await scheduler.TriggerJob(job);
        await Until(() => Task.FromResult(own.Log.Lines.Any(line => line.Contains(head.LastHash))));
        own.Log.Lines.ShouldContain($"Audit chain portal stands at {head.LastSequence} {head.LastHash}");
    }

    [Fact]
    public void Nothing_runs_by_itself_in_tests() => shared.Services.GetService<ISchedulerFactory>().ShouldBeNull();

    [Fact]
    public async Task The_schedule_is_kept_in_the_portals_database_and_names_each_job_once()
    {
        var scheduler = await own.Scheduler();
        (await scheduler.GetJobKeys(GroupMatcher<JobKey>.AnyGroup())).Select(key => key.Name).ShouldBe(Schedule.All.Select(job => job.Name), ignoreOrder: true);
        var stored = await own.WithDb(db => db.Database.SqlQueryRaw<string>("SELECT JOB_NAME AS Value FROM QRTZ_JOB_DETAILS").ToListAsync());
        stored.ShouldBe(Schedule.All.Select(job => job.Name), ignoreOrder: true);
    }

    [Fact]
    public async Task Every_job_runs_and_its_run_is_written_down()
    {
        var scheduler = await own.Scheduler();
        foreach (var job in Schedule.All)
        {
            await scheduler.TriggerJob(new JobKey(job.Name));
        }

        await Until(async () => (await own.WithDb(db => db.JobRuns.Where(run => run.EndedAt != null).Select(run => run.Job).Distinct().CountAsync())) == Schedule.All.Count);
        var runs = await own.WithDb(db => db.JobRuns.AsNoTracking().Where(run => run.EndedAt != null).ToListAsync());
        runs.Where(run => run.Failure is not null).Select(run => $"{run.Job}: {run.Failure}").ShouldBeEmpty();
        runs.ShouldContain(run => run.Job == "kiem-tra-du-lieu" && run.Done == "Dữ liệu toàn vẹn");
    }

    internal static async Task Until(Func<Task<bool>> holds)
    {
        for (var waited = 0; waited < 200 && !await holds(); waited++)
        {
            await Task.Delay(100);
        }

        (await holds()).ShouldBeTrue("within twenty seconds");
    }
}

internal static class SchedulerInTest
{
    /// <summary>The scheduler, once it runs.</summary>
    public static async Task<IScheduler> Scheduler(this Portal portal)
    {
        var scheduler = await portal.Services.GetRequiredService<ISchedulerFactory>().GetScheduler();
        await ScheduleTests.Until(() => Task.FromResult(scheduler.Status == SchedulerStatus.Running));
        return scheduler;
    }
}
