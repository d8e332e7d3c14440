using System.Text;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Options;
using ThiDua.Web.Data;
using ThiDua.Web.Notifications;
using ThiDua.Web.Tests.Accounts;
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

    [Theory]
    [InlineData("Development", "http://localhost:5790", null, "http://localhost:5790")]
    [InlineData("Development", "http://*:8080;https://0.0.0.0:8443", null, "http://localhost:8080")]
    [InlineData("Development", "http://localhost:5790", "https://cong.test", "https://cong.test")]
    [InlineData("Production", "http://localhost:5790", null, null)]
    public void Mails_lead_to_the_address_that_is_set_and_in_development_to_where_the_portal_listens(string environment, string urls, string? set, string? address)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("urls", urls), new("Documents:PublicAddress", set)]).Build();
        using var services = new ServiceCollection().AddNotifications(configuration, new HostingEnvironment { EnvironmentName = environment }).BuildServiceProvider();
        services.GetRequiredService<IOptions<MailOptions>>().Value.AddressOf("/lich").ShouldBe(address is null ? null : address + "/lich");
    }

    [Theory]
    [InlineData(null, "Thư gửi đi không có đường dẫn về cổng")]
    [InlineData("https://cong.test", "mở cổng tại https://cong.test")]
    public async Task The_administrator_is_told_where_mails_lead_and_how_to_set_it(string? address, string told)
    {
        var folder = Directory.CreateTempSubdirectory("thidua-mail-").FullName;
        await using var portal = new WithSettings([("Mail:PickupFolder", folder), ("Mail:From", "a@b.test"), .. address is null ? Array.Empty<(string, string)>() : [("Mail:PortalAddress", address)]]);
        var page = await portal.As((await portal.AnAccount(isAdministrator: true)).Id).See("/quan-tri/cong-viec");
        page.Body!.TextContent.ShouldContain(told);
        Directory.Delete(folder, recursive: true);
    }
}
