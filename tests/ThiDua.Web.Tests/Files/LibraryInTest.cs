using System.Net;
using System.Text.Json;
using AngleSharp.Html.Dom;
using ThiDua.Web.Tests.Fixture;

namespace ThiDua.Web.Tests.Files;

/// <summary>The library of a unit as a person fills it in a browser.</summary>
public static class LibraryInTest
{
    public sealed record Answer(int Id, string Name, string? Told);

    public static string Library(ClusterYearInTest year, string path = "") => $"{year.Url}/minh-chung{path}";

    public static async Task<HttpResponseMessage> Send(HttpClient person, string to, string name, byte[] content) => await Send(person, await person.See(to), to, name, content);

    public static async Task<HttpResponseMessage> Send(HttpClient person, IHtmlDocument page, string to, string name, byte[] content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"{to}/tep/{Uri.EscapeDataString(name)}") { Content = new ByteArrayContent(content) };
        request.Headers.Add("RequestVerificationToken", ((IHtmlInputElement)page.QuerySelector("[data-upload] [name=__RequestVerificationToken]")!).Value);
        return await person.SendAsync(request);
    }

    public static async Task<Answer> Taken(HttpClient person, ClusterYearInTest year, string name, byte[] content) => await Taken(await Send(person, Library(year), name, content));

    public static async Task<Answer> Taken(HttpResponseMessage answer)
    {
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return JsonSerializer.Deserialize<Answer>(await answer.Content.ReadAsStringAsync(), JsonSerializerOptions.Web)!;
    }

    public static async Task<IHtmlDocument> Withdraw(HttpClient person, ClusterYearInTest year, int id, string reason = "Nhầm tệp") =>
        await person.Follow(await person.Submit((await person.See(Library(year, $"/{id}"))).FormTo("/rut"), ("Reason", reason)));
}
