using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Notifying;
using ThiDua.Web.Data;
using ThiDua.Web.Tests.Fixture;
using ThiDua.Web.Tests.Reports;

namespace ThiDua.Web.Tests.RealProgram;

/// <summary>The program killed while it reminds, and while it sends: nothing is lost, and nobody is told twice.</summary>
[Trait("Category", "RealProgram")]
public sealed class KillReminderTests(ITestOutputHelper output)
{
    private const int Units = 60;
    private const int People = 2 * Units;

    [Fact]
    public async Task R1_Killed_during_reminders_and_while_sending_nothing_is_lost_and_nobody_is_told_twice()
    {
        await using var portal = await RunningPortal.Start(Prepare);
        var atKill = await KillWhen(portal, () => Count(portal, "SentReminders"), after: 1);
        output.WriteLine($"Killed after {atKill} of {People} reminders.");
        atKill.ShouldBeLessThan(People + Units);
        (await Scalar(portal, "SELECT COUNT(*) FROM \"SentReminders\" s WHERE NOT EXISTS (SELECT 1 FROM \"Notifications\" n WHERE n.\"UserId\" = s.\"UserId\")")).ShouldBe(0, "what counts as given was given");

        await portal.Run();
        await Until(async () => await Count(portal, "Notifications") == People + 1);
        var files = await KillWhen(portal, () => Task.FromResult((long)Mails(portal).Count), after: 1);
        output.WriteLine($"Killed after {files} of {Units} mails.");
        // Who claimed them is dead: five minutes later they are free.
        await Scalar(portal, "UPDATE \"OutboxMails\" SET \"ClaimedUntil\" = NULL WHERE \"State\" = 'Waiting'");

        await portal.Run();
        await Until(async () => await Scalar(portal, "SELECT COUNT(*) FROM \"OutboxMails\" WHERE \"State\" <> 'Sent'") == 0);
        (await Count(portal, "Notifications")).ShouldBe(People + 1, "each once, and the leader's list");
        (await Scalar(portal, "SELECT COUNT(*) FROM (SELECT 1 FROM \"Notifications\" GROUP BY \"UserId\", \"Link\" HAVING COUNT(*) > 1)")).ShouldBe(0);
        (await Count(portal, "OutboxMails")).ShouldBe(Units, "a clerk of each unit; heads wait for the digest");
        var ids = Mails(portal);
        ids.Distinct().Count().ShouldBe(Units, "each mail is there");
        ids.Count.ShouldBeInRange(Units, Units + 1, "the one that was being sent may be there again, under the same Message-ID");
        (await portal.RunCommand("--verify-audit")).ShouldBe(0);
    }

    // A year whose units owe a report in three days; the jobs of reminding and sending were missed since yesterday, and are caught up with at the start.
    private static async Task Prepare(string database)
    {
        await using (var host = new OnFile(database))
        {
            await host.InitializeAsync();
            var year = await ClusterYearInTest.Make(host, Units);
            await year.ARequirement(host, $"đến hết ngày {ReportsInTest.Day(3)}");
            await host.WithDb(async db =>
            {
                foreach (var user in await db.Users.ToListAsync())
                {
                    (user.Email, user.MailWish) = ($"u{user.Id}@don-vi.test", MailWish.UrgentAndDigest);
                }

                await db.SaveChangesAsync();
                await db.Notifications.ExecuteDeleteAsync();
                await db.OutboxMails.ExecuteDeleteAsync();
                foreach (var job in new[] { "nhac-nop-bao-cao", "gui-thu" })
                {
                    var run = new JobRun(job, "test", DateTime.UtcNow.AddDays(-1));
                    run.End(DateTime.UtcNow.AddDays(-1), null, null);
                    db.Add(run);
                }

                return await db.SaveChangesAsync();
            });
        }

        SqliteConnection.ClearAllPools();
    }

    private static async Task<long> KillWhen(RunningPortal portal, Func<Task<long>> count, long after)
    {
        await Until(async () => await count() >= after);
        await portal.Kill();
        return await count();
    }

    private static async Task Until(Func<Task<bool>> isSo)
    {
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < TimeSpan.FromMinutes(3); await Task.Delay(2))
        {
            if (await isSo())
            {
                return;
            }
        }

        throw new TimeoutException("Not within three minutes.");
    }

    private static List<string> Mails(RunningPortal portal) => !Directory.Exists(portal.Mailbox) ? [] :
        [.. Directory.EnumerateFiles(portal.Mailbox, "*.eml").Select(file => File.ReadLines(file).FirstOrDefault(line => line.StartsWith("Message-ID:", StringComparison.OrdinalIgnoreCase))).OfType<string>()];

    private static Task<long> Count(RunningPortal portal, string table) => Scalar(portal, $"SELECT COUNT(*) FROM \"{table}\"");

    private static async Task<long> Scalar(RunningPortal portal, string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={portal.Database};Default Timeout=30");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync() as long? ?? 0;
    }

    private sealed class OnFile(string database) : Portal
    {
        protected override void ConfigureWebHost(Microsoft.AspNetCore.Hosting.IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("ConnectionStrings:Portal", $"Data Source={database}");
        }
    }
}
