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

        services.AddQuartz(jobs =>
        {
            jobs.ScheduleJob<PrintAuditHeads>(trigger => trigger.DailyAt("0 5 0 * * ?"));
            jobs.ScheduleJob<ForgetSessions>(trigger => trigger.DailyAt("0 20 0 * * ?"));
        });
        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
        return services;
    }

    private static void DailyAt<T>(this ITriggerConfigurator<T> trigger, string cron)
        where T : IJob =>
        trigger.WithCronSchedule(cron, schedule => schedule.InTimeZone(Days.Vietnam));
}
