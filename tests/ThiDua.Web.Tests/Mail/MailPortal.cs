using System.Globalization;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.Domain.Access;
using ThiDua.Domain.Notifying;
using ThiDua.Web.Data;
using ThiDua.Web.Notifications;
using ThiDua.Web.Tests.Accounts;
using ThiDua.Web.Tests.Fixture;

namespace ThiDua.Web.Tests.Mail;

/// <summary>A portal of a test's own with a mail server beside it and a clock that is turned on; nothing runs by itself.</summary>
public sealed class MailPortal : Portal
{
    public SmtpInTest Smtp { get; } = new();

    public TurnedClock Clock { get; } = new();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Mail:Host", "127.0.0.1");
        builder.UseSetting("Mail:Port", Smtp.Port.ToString(CultureInfo.InvariantCulture));
        builder.UseSetting("Mail:Tls", "false");
        builder.UseSetting("Mail:From", "thidua@cong.test");
        builder.UseSetting("Mail:TimeoutSeconds", "2");
        builder.UseSetting("Mail:PortalAddress", "https://cong.test/");
        builder.ConfigureServices(services => services.AddSingleton<TimeProvider>(Clock));
    }

    public static string AddressOf(int userId) => $"u{userId}@don-vi.test";

    /// <summary>Gives people a mailbox.</summary>
    public Task<int> Mailboxes(MailWish wish, params int[] userIds) => WithDb(async db =>
    {
        foreach (var user in await db.Users.Where(row => userIds.Contains(row.Id)).ToListAsync())
        {
            (user.Email, user.MailWish) = (AddressOf(user.Id), wish);
        }

        return await db.SaveChangesAsync();
    });

    /// <summary>As a server of its own does it.</summary>
    public async Task<MailsSent> Send()
    {
        await using var scope = Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<SendOutbox>().Run(CancellationToken.None);
    }

    public async Task<int> WriteDigests()
    {
        await using var scope = Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<WriteDigests>().Run(CancellationToken.None);
    }

    /// <summary>As the job does it, on a server of its own.</summary>
    public async Task<int> RemindOfDeadlines(int? peopleAtOnce = null)
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Enter(Actor.Portal);
        var job = scope.ServiceProvider.GetRequiredService<RemindOfDeadlines>();
        job.PeopleAtOnce = peopleAtOnce ?? job.PeopleAtOnce;
        return await job.Run(CancellationToken.None);
    }

    /// <summary>A mail that waits, to somebody new.</summary>
    public async Task<int> AMail(string? address = null)
    {
        var account = await this.AnAccount();
        return await WithDb(async db =>
        {
            var mail = new OutboxMail(account.Id, new(address ?? AddressOf(account.Id), account.UserName, "[ThiDua] Thư thử", "Nội dung thử", "<p>Nội dung thử</p>"), Clock.GetUtcNow().UtcDateTime);
            db.Add(mail);
            await db.SaveChangesAsync();
            return mail.Id;
        });
    }

    public Task<OutboxMail> MailNow(int mailId) => WithDb(db => db.OutboxMails.AsNoTracking().SingleAsync(row => row.Id == mailId));

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Smtp.DisposeAsync();
    }
}
