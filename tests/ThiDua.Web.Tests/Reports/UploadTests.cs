using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Web.Tests.Files;
using ThiDua.Web.Tests.Fixture;

namespace ThiDua.Web.Tests.Reports;

/// <summary>Uploads in pieces, as the script sends them.</summary>
public sealed class UploadTests(Portal portal)
{
    private sealed record Standing(int Id, long Received, long Size, bool Done, string? Told, string? Problem);

    private sealed record Sender(HttpClient Person, string Report, string Token, int ItemId)
    {
        public static async Task<Sender> Of(HttpClient person, string report, int itemId) => new(person, report, ReportsInTest.TokenOf(await person.See(report)), itemId);

        public Task<HttpResponseMessage> Begin(string name, long size, string mark = "1") => Send(HttpMethod.Post, "/tai-len", new FormUrlEncodedContent([new("ItemId", $"{ItemId}"), new("Name", name), new("Size", $"{size}"), new("Mark", mark)]));

        public Task<HttpResponseMessage> Piece(int id, long from, byte[] content) => Send(HttpMethod.Put, $"/tai-len/{id}?tu={from}", new ByteArrayContent(content));

        public async Task<HttpResponseMessage> Send(HttpMethod method, string path, HttpContent? content)
        {
            using var request = new HttpRequestMessage(method, Report + path) { Content = content };
            request.Headers.Add("RequestVerificationToken", Token);
            return await Person.SendAsync(request);
        }
    }

    private static async Task<Standing> Read(HttpResponseMessage answer, HttpStatusCode status = HttpStatusCode.OK)
    {
        answer.StatusCode.ShouldBe(status, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<Standing>(JsonSerializerOptions.Web))!;
    }

    private async Task<(ClusterYearInTest Year, int Id, Sender Clerk)> AReport()
    {
        var year = await ClusterYearInTest.Make(portal);
        var id = await year.ARequirement(portal);
        return (year, id, await Sender.Of(year.ClerkOf(year.Member), year.Report(id, year.Member), (await year.StoredRequirement(portal, id)).Items[0].Id));
    }

    [Fact]
    public async Task What_the_server_has_is_not_sent_again_after_a_lost_connection()
    {
        var (year, id, clerk) = await AReport();
        var pdf = EvidenceInTest.APdf();
        var begun = await Read(await clerk.Begin("Báo cáo.pdf", pdf.Length));
        begun.Received.ShouldBe(0);
        (await Read(await clerk.Piece(begun.Id, 0, pdf[..40]))).Received.ShouldBe(40);

        // The page is opened again and the same file is chosen.
        (await clerk.Person.See(clerk.Report)).Body!.TextContent.ShouldContain("Đang tải dở");
        var again = await Read(await clerk.Begin("Báo cáo.pdf", pdf.Length));
        (again.Id, again.Received).ShouldBe((begun.Id, 40));
        (await Read(await clerk.Piece(begun.Id, 0, pdf[..40]), HttpStatusCode.Conflict)).Received.ShouldBe(40, "a piece that it has already");
        (await Read(await clerk.Piece(begun.Id, 60, pdf[60..]), HttpStatusCode.Conflict)).Received.ShouldBe(40, "a piece that leaves a gap");
        (await Read(await clerk.Piece(begun.Id, 40, pdf[40..]))).Done.ShouldBeTrue();
        (await Read(await clerk.Piece(begun.Id, 40, pdf[40..]))).Done.ShouldBeTrue("the answer was lost and the last piece comes again");

        var file = (await year.StoredReport(portal, id, year.Member)).Files.ShouldHaveSingleItem();
        file.Name.ShouldBe("Báo cáo.pdf");
        (await clerk.Person.GetByteArrayAsync($"{clerk.Report}/tep/{file.Id}")).ShouldBe(pdf);
        (await clerk.Person.See(clerk.Report)).Body!.TextContent.ShouldNotContain("Đang tải dở");
        Directory.EnumerateFiles(Path.Combine(portal.Folder, "files", "tmp"), "u-*").Where(path => new FileInfo(path).Length == pdf.Length).ShouldBeEmpty("the pieces are removed");
    }

    [Fact]
    public async Task Another_file_of_the_same_name_begins_anew()
    {
        var (_, _, clerk) = await AReport();
        var first = await Read(await clerk.Begin("a.pdf", 500));
        (await Read(await clerk.Begin("a.pdf", 500, mark: "2"))).Id.ShouldNotBe(first.Id);
        (await Read(await clerk.Begin("a.pdf", 501))).Id.ShouldNotBe(first.Id);
    }

    [Fact]
    public async Task F2_What_may_not_be_uploaded_is_refused_in_words_at_once_or_when_it_is_whole()
    {
        var (year, id, clerk) = await AReport();
        foreach (var (name, size) in new[] { ("a.pdf", 0L), ("a.pdf", (50L * 1024 * 1024) + 1), ("", 5L) })
        {
            (await clerk.Begin(name, size)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        }

        var begun = await Read(await clerk.Begin("trang.pdf", 6));
        var refused = await clerk.Piece(begun.Id, 0, "<html>"u8.ToArray());
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("problem").GetString()!.ShouldContain("không phải là PDF");
        (await clerk.Piece(begun.Id, 0, "<html>"u8.ToArray())).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, "it stays refused");
        (await year.StoredReport(portal, id, year.Member)).Files.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_piece_beyond_the_end_is_cut_off_there()
    {
        var (year, id, clerk) = await AReport();
        var pdf = EvidenceInTest.APdf();
        var begun = await Read(await clerk.Begin("a.pdf", pdf.Length));
        (await Read(await clerk.Piece(begun.Id, 0, [.. pdf, .. new byte[100]]))).Done.ShouldBeTrue();
        (await year.StoredReport(portal, id, year.Member)).Files.ShouldHaveSingleItem().File.Size.ShouldBe(pdf.Length);
    }

    [Fact]
    public async Task C4_Two_pieces_at_once_make_one_file()
    {
        var (year, id, clerk) = await AReport();
        var pdf = EvidenceInTest.APdf();
        var begun = await Read(await clerk.Begin("a.pdf", pdf.Length));
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => clerk.Piece(begun.Id, 0, pdf)));
        answers.ShouldContain(answer => answer.StatusCode == HttpStatusCode.OK);
        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.OK || answer.StatusCode == HttpStatusCode.Conflict);
        (await year.StoredReport(portal, id, year.Member)).Files.Count.ShouldBe(1);
    }

    [Fact]
    public async Task F3_An_upload_of_another_unit_does_not_exist_and_one_is_given_up()
    {
        var (year, id, clerk) = await AReport();
        var begun = await Read(await clerk.Begin("a.pdf", 500));
        var neighbour = await Sender.Of(year.ClerkOf(year.Units[3]), year.Report(id, year.Units[3]), clerk.ItemId);
        (await neighbour.Piece(begun.Id, 0, [1])).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await (neighbour with { Report = clerk.Report }).Piece(begun.Id, 0, [1])).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await (neighbour with { Report = clerk.Report }).Begin("a.pdf", 500)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var leader = await Sender.Of(year.ClerkOf(year.Leader), clerk.Report, clerk.ItemId);
        (await leader.Piece(begun.Id, 0, [1])).StatusCode.ShouldBe(HttpStatusCode.Forbidden, "who receives it writes nothing");
        var page = await clerk.Person.See(clerk.Report);
        await clerk.Person.Follow(await clerk.Person.Submit(page.FormTo($"/tai-len/{begun.Id}/bo")));
        (await portal.WithDb(db => db.PartialUploads.CountAsync(row => row.EndedAt == null), year.Acting(year.Member, Capacity.Clerk))).ShouldBe(0);
    }
}
