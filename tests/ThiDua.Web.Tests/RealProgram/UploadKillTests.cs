using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.Data.Sqlite;
using ThiDua.Web.Data;
using ThiDua.Web.Tests.Fixture;

namespace ThiDua.Web.Tests.RealProgram;

/// <summary>An upload under which the program is killed, again and again.</summary>
[Trait("Category", "RealProgram")]
public sealed class UploadKillTests(ITestOutputHelper output)
{
    private const int Size = 6 * 1024 * 1024;
    private const string Unit = "quangtri.cv";

    [Fact]
    public async Task L2_An_upload_goes_on_after_the_program_was_killed_under_it_and_nothing_is_lost_or_left_over()
    {
        await using var portal = await DemoProgram.Start();
        var (client, report) = await OwnReport(portal);
        var before = FilesOn(await client.See(report));
        before.ShouldNotBeEmpty("the demo's report has files already");
        var content = SenderOverHttp.APdf(Size);
        var sender = await SenderOverHttp.Open(client, report);
        var (id, _) = await sender.Begin("Báo cáo lớn.pdf", Size);

        // Killed in the middle of a piece, then when the last byte was sent and nothing was answered.
        await Should.ThrowAsync<HttpRequestException>(() => sender.SendAndBreak(id, 0, new BreaksAt(content[..SenderOverHttp.Piece], SenderOverHttp.Piece / 2, portal.Kill)));
        await portal.Run();
        (client, report) = await OwnReport(portal);
        sender = await SenderOverHttp.Open(client, report);
        var (again, received) = await sender.Begin("Báo cáo lớn.pdf", Size);
        again.ShouldBe(id, "the same upload is found again");
        received.ShouldBeGreaterThan(0);
        output.WriteLine($"Killed when {SenderOverHttp.Piece / 2} bytes were sent: {received} are there.");
        await Should.ThrowAsync<HttpRequestException>(() => sender.SendAndBreak(id, received, new BreaksAt(content[(int)received..], Size - (int)received, portal.Kill)));
        await portal.Run();
        (client, report) = await OwnReport(portal);
        if (!FilesOn(await client.See(report)).ContainsKey("Báo cáo lớn.pdf"))
        {
            sender = await SenderOverHttp.Open(client, report);
            (again, received) = await sender.Begin("Báo cáo lớn.pdf", Size);
            again.ShouldBe(id);
            await sender.SendRest(id, received, content);
        }

        var after = FilesOn(await client.See(report));
        after.Count.ShouldBe(before.Count + 1);
        (await client.GetByteArrayAsync(after["Báo cáo lớn.pdf"])).ShouldBe(content);
        foreach (var (name, address) in before)
        {
            (await client.GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.OK, name);
        }

        (await client.See(report)).QuerySelector("[data-state]")!.GetAttribute("data-state").ShouldBe("Drafting");
        Directory.EnumerateFiles(Path.Combine(portal.Files, "tmp"), "u-*").ShouldBeEmpty();
        Stored(portal).ShouldBe(Directory.EnumerateFiles(portal.Files, "*", SearchOption.AllDirectories).Select(file => Path.GetFileName(file)).Where(name => name.Length == 64), ignoreOrder: true, "no content without a row, no row without its content");
        (await portal.RunCommand("--verify-audit")).ShouldBe(0);
    }

    // The report that the demo leaves half written.
    private static async Task<(HttpClient Client, string Report)> OwnReport(RunningPortal portal)
    {
        var client = await portal.SignIn(Unit);
        var progress = await client.See("/cum/1/bao-cao/tien-do");
        return (client, progress.QuerySelector<IHtmlAnchorElement>("[data-unit] a")!.PathName);
    }

    private static Dictionary<string, string> FilesOn(IHtmlDocument page) =>
        page.QuerySelectorAll<IHtmlAnchorElement>("[data-file] a.file-name").ToDictionary(link => link.TextContent.Trim(), link => link.PathName);

    private static List<string> Stored(RunningPortal portal)
    {
        System.Runtime.CompilerServices.RuntimeHelpers.RunModuleConstructor(typeof(PortalDb).Module.ModuleHandle); // finds SQLite
        using var connection = new SqliteConnection($"Data Source={portal.Database}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Sha256 FROM StoredFiles";
        using var reader = command.ExecuteReader();
        var hashes = new List<string>();
        while (reader.Read())
        {
            hashes.Add(reader.GetString(0));
        }

        return hashes;
    }

    /// <summary>Sends so many bytes of the body, has the program killed, and goes on as if nothing were.</summary>
    private sealed class BreaksAt(byte[] content, int at, Func<Task> kill) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(content.AsMemory(0, at));
            await stream.FlushAsync();
            await Task.Delay(at < content.Length ? 500 : 0); // so that some of it is on the disk
            await kill();
            await stream.WriteAsync(content.AsMemory(at));
            throw new IOException("The program was killed.");
        }

        protected override bool TryComputeLength(out long length)
        {
            length = content.Length;
            return true;
        }
    }
}
