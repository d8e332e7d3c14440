using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Quartz;
using ThiDua.Domain.Access;
using ThiDua.Web.Access;
using ThiDua.Web.Data;

namespace ThiDua.Web.Jobs;

/// <summary>Something that the portal does by itself: its name in addresses and in the store, what it is, when in words, and when as cron in Vietnamese time.</summary>
public sealed record Scheduled(string Name, string Title, string When, string Cron, Action<IQuartzBuilder, Scheduled> AddTo)
{
    public DateTimeOffset? NextAfter(DateTime utc) => new CronExpression(Cron, Days.Vietnam).GetNextValidTimeAfter(new DateTimeOffset(utc, TimeSpan.Zero));
}

/// <summary>All that the portal does by itself, with its times. <c>Jobs:Enabled</c> switches it off. Whatever is missed while the portal is off is done once when it is on again.</summary>
public static class Schedule
{
    public static readonly IReadOnlyList<Scheduled> All =
    [
        Of<SendMail>("gui-thu", "Gửi thư đang chờ", "mỗi phút", "0 * * * * ?"),
        Of<RemindUnits>("nhac-nop-bao-cao", "Nhắc đơn vị về thời hạn báo cáo", "mỗi giờ từ 06:30 đến 17:30", "0 30 6-17 * * ?"), // what a run left undone, the next does
        Of<WriteDailyDigests>("thu-tom-tat", "Soạn thư tóm tắt thông báo chưa đọc", "07:00 hằng ngày", "0 0 7 * * ?"),
        Of<PrintAuditHeads>("in-dau-chuoi", "Ghi mã băm cuối mỗi chuỗi nhật ký ra nhật ký máy chủ", "00:05 hằng ngày", "0 5 0 * * ?"),
        Of<ForgetSessions>("xoa-phien-cu", "Xóa phiên đăng nhập cũ", "00:20 hằng ngày", "0 20 0 * * ?"),
        Of<RemoveUnfinishedUploads>("don-tep-do-dang", "Dọn tệp tải lên dở dang", "00:40 hằng ngày", "0 40 0 * * ?"),
        Of<ScanWaitingFiles>("quet-tep", "Quét mã độc các tệp đang chờ", "mỗi phút", "30 * * * * ?"),
        Of<RemoveUnusedFiles>("don-tep-khong-dung", "Xóa tệp không còn hồ sơ nào dùng", "01:20 hằng ngày", "0 20 1 * * ?"),
        Of<ForgetOldMail>("don-thu-cu", "Xóa thư đã gửi và thông báo đã đọc từ lâu", "01:00 hằng ngày", "0 0 1 * * ?"),
        Of<CheckInvariants>("kiem-tra-du-lieu", "Kiểm tra tính toàn vẹn của dữ liệu", "02:00 hằng ngày", "0 0 2 * * ?"),
    ];

    /// <summary>Whether this process takes part; tests switch it on where they ask for it.</summary>
    public static bool IsOn(IConfiguration configuration, IHostEnvironment environment) => configuration.GetValue("Jobs:Enabled", !environment.IsEnvironment("Testing"));

    public static IServiceCollection AddSchedule(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        if (!IsOn(configuration, environment))
        {
            return services;
        }

        var (provider, connection) = PortalData.ConnectionOf(configuration);
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(options => options.IdleWaitTime = TimeSpan.FromSeconds(10)); // so soon it sees what was asked for on another server
            quartz.UsePersistentStore(store => InPortalDatabase(store, provider, connection));
            quartz.ConfigureJobScope((scope, _, _) => scope.ServiceProvider.GetRequiredService<CurrentActor>().Enter(Actor.Portal));
            quartz.AddJobMiddleware<RecordRuns>();
            All.ToList().ForEach(job => job.AddTo(quartz, job));
        });
        services.AddHostedService<StartSchedule>(); // before the scheduler's own: ends after it
        return services.AddQuartzHostedService(options => (options.AutoStart, options.WaitForJobsToComplete) = (false, true));
    }

    /// <summary>Makes the tables of the schedule where they are missing, as an account may that brings the database up to date.</summary>
    public static async Task Provision(IServiceProvider services)
    {
        if (services.GetService<ISchedulerFactory>() is { } schedulers)
        {
            await (await schedulers.GetScheduler()).Shutdown();
        }
    }

    private static void InPortalDatabase(IPersistentStoreBuilder store, string provider, string connection)
    {
        store.UseSystemTextJsonSerializer();
        store.ProvisionSchema();
        if (provider == "SqlServer")
        {
            store.UseSqlServer(SqlClientFactory.Instance, connection);
            store.UseClustering();
        }
        else
        {
            store.UseSqlite(SqliteFactory.Instance, connection);
        }
    }

    private static Scheduled Of<T>(string name, string title, string when, string cron)
        where T : class, IJob => new(name, title, when, cron, static (quartz, job) => quartz.ScheduleJob<T>(
            trigger => trigger.WithIdentity(job.Name).WithCronSchedule(job.Cron, schedule => schedule.InTimeZone(Days.Vietnam)),
            detail => detail.WithIdentity(job.Name).DisallowConcurrentExecution()));
}
