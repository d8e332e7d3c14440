using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Web.Tests.Fixture;
using ThiDua.Web.Tests.Results;

namespace ThiDua.Web.Tests.Files;

/// <summary>Files as people send them: one streamed by the script, several by the form.</summary>
internal static class EvidenceInTest
{
    public static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");
    public static readonly byte[] Png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    public static byte[] APdf() => [.. Pdf[..^6], .. Encoding.ASCII.GetBytes($"% {Guid.NewGuid()}\n%%EOF\n")];

    public static byte[] Office(params (string Name, string Text)[] entries)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in entries)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(text);
            }
        }

        return stream.ToArray();
    }

    public static async Task<(ClusterYearInTest Year, int Sheet, string Line)> ALine(Portal portal)
    {
        var year = await ClusterYearInTest.Make(portal, units: 3);
        await year.IssueWithCells(portal);
        var (sheet, leaf) = await portal.WithDb(
            async db => (await db.ScoreSheets.Where(row => row.UnitId == year.Member.Id).Select(row => row.Id).SingleAsync(), await db.Criteria.Where(row => row.Code == "II.1").Select(row => row.Id).SingleAsync()),
            year.Acting(year.Member, Capacity.Clerk));
        return (year, sheet, $"{year.Url}/cham-diem/{sheet}/dong/{leaf}/minh-chung");
    }

    public static async Task<HttpResponseMessage> Put(HttpClient person, string line, string name, byte[] content) => await Put(person, await person.See(line), line, name, content);

    public static async Task<HttpResponseMessage> Put(HttpClient person, IHtmlDocument page, string line, string name, byte[] content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"{line}/{Uri.EscapeDataString(name)}") { Content = new ByteArrayContent(content) };
        request.Headers.Add("RequestVerificationToken", ((IHtmlInputElement)page.QuerySelector("[data-upload] [name=__RequestVerificationToken]")!).Value);
        return await person.SendAsync(request);
    }

    public static async Task<HttpResponseMessage> Post(HttpClient person, string line, params (string Name, byte[] Content)[] files)
    {
        var page = await person.See(line);
        var form = new MultipartFormDataContent { { new StringContent(((IHtmlInputElement)page.QuerySelector("[data-upload] [name=__RequestVerificationToken]")!).Value), "__RequestVerificationToken" } };
        foreach (var (name, content) in files)
        {
            var part = new ByteArrayContent(content);
            part.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = "\"Files\"", FileName = "\"f\"", FileNameStar = name };
            form.Add(part);
        }

        return await person.PostAsync(line, form);
    }
}
