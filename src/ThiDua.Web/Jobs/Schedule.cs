using Quartz;
using ThiDua.Web.Access;

namespace ThiDua.Web.Jobs;

/// <summary>All that the portal does by itself, with its times. <c>Jobs:Enabled</c> switches it off, for a second node.</summary>
public static class Schedule
{
    public static IServiceCollection AddSchedule(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        if (!configuration.GetValue("Jobs:Enabled", !environment.IsEnvironment("Testing")))
        {
            return services;
        }

        services.AddQuartz(jobs => jobs.ScheduleJob<PrintAuditHeads>(DailyAt("0 5 0 * * ?")));
        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
        return services;
    }

    private static Action<ITriggerConfigurator<PrintAuditHeads>> DailyAt(string cron) =>
        trigger => trigger.WithCronSchedule(cron, schedule => schedule.InTimeZone(Days.Vietnam));
}
