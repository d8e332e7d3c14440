using System.Text;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Options;
using ThiDua.Web.Data;
using ThiDua.Web.Notifications;
using ThiDua.Web.Tests.Fixture;

namespace ThiDua.Web.Tests.Mail;

public sealed class MailOptionsTests
{
    private sealed class WithSettings((string Key, string Value)[] settings) : Portal
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            foreach (var (key, value) in settings)
            {
                builder.UseSetting(key, value);
            }
        }
    }

    [Theory]
    [InlineData("Mail:From is", "Mail:Host=127.0.0.1")]
    [InlineData("exclude each other", "Mail:Host=127.0.0.1;Mail:From=a@b.test;Mail:PickupFolder=/tmp/x")]
    [InlineData("465", "Mail:Host=127.0.0.1;Mail:From=a@b.test;Mail:Port=465")]
    [InlineData("Mail:Tls", "Mail:Host=127.0.0.1;Mail:From=a@b.test;Mail:Tls=false;Mail:User=u;Mail:Password=p")]
    [InlineData("Mail:PortalAddress", "Mail:PortalAddress=cong.test")]
    public async Task Wrong_settings_stop_the_portal_at_its_start_and_say_which(string told, string settings)
    {
        await using var portal = new WithSettings([.. settings.Split(';').Select(setting => (setting.Split('=')[0], setting.Split('=')[1]))]);
        Should.Throw<OptionsValidationException>(() => portal.Services).Message.ShouldContain(told);
    }

    [Fact]
    public async Task A_pickup_folder_takes_mails_as_files()
    {
        var folder = Directory.CreateTempSubdirectory("thidua-mail-").FullName;
        var server = new MailServer(Options.Create(new MailOptions { PickupFolder = folder, From = "thidua@cong.test" }));
        await server.Send(new OutboxMail(1, new("vanthu@don-vi.test", "Văn thư", "Tiêu đề có dấu", "Nội dung", "<p>Nội dung</p>"), DateTime.UtcNow));
        var file = Directory.GetFiles(folder).ShouldHaveSingleItem();
        new MailTaken("", await File.ReadAllTextAsync(file, Encoding.UTF8)).Text.ShouldContain("<p>Nội dung</p>");
        Directory.Delete(folder, recursive: true);
    }
}
