using System.Net.Http.Headers;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.Domain.Access;
using ThiDua.Web.Access;
using ThiDua.Web.Documents;
using ThiDua.Web.Tests.Fixture;

namespace ThiDua.Web.Tests.Accounts;

/// <summary>Tables to be imported, uploaded as people do or handed to the use cases.</summary>
public static class ImportInTest
{
    public static async Task<byte[]> Workbook(IReadOnlyList<string> heads, IEnumerable<IReadOnlyList<string>> rows)
    {
        using var file = new MemoryStream();
        await XlsxTable.Write(file, [new("Danh sách", [.. heads.Select(head => new Column(head, 10))], rows.Select(row => new Row([.. row.Select(text => (Cell)text)]))) { Titles = ["DANH SÁCH"] }]);
        return file.ToArray();
    }

    public static Task<HttpResponseMessage> Upload(this HttpClient browser, IHtmlFormElement form, byte[] file, string name)
    {
        var content = new MultipartFormDataContent();
        foreach (var field in form.Elements.OfType<IHtmlInputElement>().Where(input => input is { Type: "hidden", Name: not null }))
        {
            content.Add(new StringContent(field.Value), field.Name!);
        }

        var part = new ByteArrayContent(file);
        part.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        content.Add(part, "File", name);
        return browser.PostAsync(new Uri(form.Action).PathAndQuery, content);
    }

    /// <summary>Runs use cases as this administrator, in a scope of its own as a request has it.</summary>
    public static async Task<T> AsAdministrator<T>(this Portal portal, int userId, Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var person = new Person(userId, "Quản trị", IsAdministrator: true, MustChangePassword: false, [], null);
        scope.ServiceProvider.GetRequiredService<CurrentPerson>().Enter(person);
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Enter(new(userId, "Quản trị", 0, "Quản trị hệ thống", 0, Capacity.Clerk) { IsAdministrator = true });
        return await work(scope.ServiceProvider);
    }
}

/// <summary>A portal of its own in which passwords are hashed quickly.</summary>
public sealed class ImportingPortal : IAsyncLifetime
{
    public Quick Portal { get; } = new();

    public ValueTask InitializeAsync() => Portal.InitializeAsync();

    public ValueTask DisposeAsync() => Portal.DisposeAsync();

    public sealed class Quick : Portal
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureServices(services => services.Configure<PasswordHasherOptions>(options => options.IterationCount = 10));
        }
    }
}
