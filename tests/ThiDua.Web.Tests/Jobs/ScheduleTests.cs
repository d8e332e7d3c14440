using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Quartz;
using ThiDua.Web.Tests.Accounts;
using ThiDua.Web.Tests.Fixture;

namespace ThiDua.Web.Tests.Audit;

public sealed class ScheduleTests(OwnPortal own, Portal shared) : IClassFixture<OwnPortal>
{
    [Fact]
    public async Task U1_The_head_of_each_chain_is_printed_into_the_log_daily_at_five_past_midnight_in_Vietnam()
    {
        await own.AnAccount();
        var head = await own.WithDb(db => db.AuditChains.SingleAsync());
        var scheduler = await own.Services.GetRequiredService<ISchedulerFactory>().GetScheduler();
        scheduler.Status.ShouldBe(SchedulerStatus.Running);
        var job = new JobKey("");
        foreach (var key in await scheduler.GetJobKeys(GroupMatcher<JobKey>.AnyGroup()))
        {
            job = (await scheduler.GetJobDetail(key))!.JobType.Type == typeof(Jobs.PrintAuditHeads) ? key : job;
        }

        var trigger = (await scheduler.GetTriggersOfJob(job)).ShouldHaveSingleItem();
        var next = trigger.NextFireTimeUtc!.Value.UtcDateTime;
        next.TimeOfDay.ShouldBe(new TimeSpan(17, 5, 0));

        await scheduler.TriggerJob(job);
        for (var waited = 0; waited < 100 && !own.Log.Lines.Any(line => line.Contains(head.LastHash)); waited++)
        {
            await Task.Delay(100);
        }

        own.Log.Lines.ShouldContain($"Audit chain portal stands at {head.LastSequence} {head.LastHash}");
    }

    [Fact]
    public void Nothing_runs_by_itself_in_tests() => shared.Services.GetService<ISchedulerFactory>().ShouldBeNull();
}
