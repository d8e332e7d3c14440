using Microsoft.EntityFrameworkCore;
using Quartz;
using ThiDua.Domain;
using ThiDua.Web.Data;
using ThiDua.Web.Jobs;

namespace ThiDua.Web.Features.Admin;

/// <summary>Has a job run now, by the process that schedules; also to try again what failed.</summary>
public sealed class RunJob(IServiceProvider services)
{
    public async Task Handle(RunJobForm form, CancellationToken cancellationToken)
    {
        RuleViolation.Require(Schedule.All.Any(job => job.Name == form.Job), "Không có công việc này.", nameof(form.Job));
        RuleViolation.Require(services.GetService<ISchedulerFactory>() is not null, "Các việc tự động đang tắt trên máy chủ này (Jobs:Enabled).");
        var scheduler = await services.GetRequiredService<ISchedulerFactory>().GetScheduler(cancellationToken);
        await scheduler.TriggerJob(new JobKey(form.Job!), cancellationToken: cancellationToken);
    }
}

/// <summary>Lets a mail that was given up wait for the next run again.</summary>
public sealed class RetryMail(PortalDb db, TimeProvider clock)
{
    public async Task Handle(RetryMailForm form)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var changed = await db.OutboxMails.Where(row => row.Id == form.MailId && row.State == MailState.Failed)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, MailState.Waiting).SetProperty(row => row.NotBefore, now).SetProperty(row => row.CreatedAt, now).SetProperty(row => row.Attempts, 0));
        RuleViolation.Require(changed == 1, "Thư này không còn ở trạng thái gửi lỗi.", nameof(form.MailId));
    }
}
