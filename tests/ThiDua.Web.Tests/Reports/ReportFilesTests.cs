using System.IO.Compression;
using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ThiDua.Web.Tests.Authorities;
using ThiDua.Web.Tests.Files;
using ThiDua.Web.Tests.Fixture;
using ThiDua.Web.Tests.Home;

namespace ThiDua.Web.Tests.Reports;

public sealed class ReportFilesTests(Portal portal)
{
    private static string Text(IHtmlDocument page) => TasksInTest.Words(page.Body!.TextContent);

    [Fact]
    public async Task A_duplicate_is_told_and_what_the_item_does_not_take_is_refused_without_losing_the_rest()
    {
        var year = await ClusterYearInTest.Make(portal);
        var id = await year.ARequirement(portal);
        var (clerk, url, pdf) = (year.ClerkOf(year.Member), year.Report(id, year.Member), EvidenceInTest.APdf());
        await clerk.Follow(await clerk.SendFiles(url, 0, ("a.pdf", pdf)));
        Text(await clerk.Follow(await clerk.SendFiles(url, 0, ("b.pdf", pdf)))).ShouldContain("Mục này đã có tệp này (“a.pdf”");
        Text(await clerk.Follow(await clerk.SendFiles(url, 1, ("a.pdf", pdf)))).ShouldContain("Tệp này cũng đã có ở mục “Báo cáo sơ kết”");
        var refused = await clerk.SendFiles(url, 0, ("hong.pdf", Encoding.ASCII.GetBytes("<html>")), ("c.pdf", EvidenceInTest.APdf()));
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await refused.Html()).Says().ShouldContain("không phải là PDF");
        (await year.StoredReport(portal, id, year.Member)).FilesIn(1).Select(file => file.Name).ShouldBe(["a.pdf", "c.pdf", "a.pdf"], ignoreOrder: true);
        (await clerk.SendFiles(url, 0)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, "no file was chosen");
        var page = await clerk.See(url);
        var remove = page.Forms.First(form => form.Action.EndsWith("/bo", StringComparison.Ordinal));
        await clerk.Follow(await clerk.Submit(remove));
        (await clerk.Submit(remove)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, "it is gone already");
    }

    [Fact]
    public async Task Twenty_files_sent_at_once_by_two_people_all_stand_in_the_report()
    {
        var year = await ClusterYearInTest.Make(portal);
        var id = await year.ARequirement(portal);
        var (clerk, head, url) = (year.ClerkOf(year.Member), year.HeadOf(year.Member), year.Report(id, year.Member));
        _ = (await clerk.See(url), await head.See(url)); // each browser has its cookie before it sends
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(number => (number % 2 == 0 ? clerk : head).SendFiles(url, 1, ($"{number}a.pdf", EvidenceInTest.APdf()), ($"{number}b.pdf", EvidenceInTest.APdf()))));
        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.Found);
        (await year.StoredReport(portal, id, year.Member)).FilesIn(1).Count.ShouldBe(20);
    }

    [Fact]
    public async Task F1_A_ZIP_holds_each_file_byte_for_byte_with_a_list_of_hashes()
    {
        var year = await ClusterYearInTest.Make(portal);
        var id = await year.ARequirement(portal);
        var (clerk, pdf) = (year.ClerkOf(year.Member), EvidenceInTest.APdf());
        await clerk.Follow(await clerk.SendFiles(year.Report(id, year.Member), 0, ("Ửớềắặỹđ ĐỒNG CHÍ.pdf", pdf)));
        await year.HeadOf(year.Member).Take(year.Report(id, year.Member, "/nop"));
        await year.AReport(portal, id, year.Units[3], isSubmitted: false);
        foreach (var url in new[] { year.Report(id, year.Member, "/tat-ca.zip"), year.Requirement(id, "/tat-ca.zip") })
        {
            using var zip = new ZipArchive(new MemoryStream(await year.ClerkOf(year.Leader).GetByteArrayAsync(url)));
            zip.Entries.Count.ShouldBe(2, "what is being written is not in it");
            var entry = zip.Entries.Single(row => row.Name == "Ửớềắặỹđ ĐỒNG CHÍ.pdf");
            entry.FullName.ShouldContain("01. Báo cáo sơ kết/");
            zip.Entries.ShouldAllBe(row => (row.LastWriteTime.DateTime - DateTime.UtcNow.AddHours(7)).Duration() < TimeSpan.FromMinutes(10), "by the clock in Vietnam");
            using var content = new MemoryStream();
            await using (var opened = entry.Open())
            {
                await opened.CopyToAsync(content, TestContext.Current.CancellationToken);
            }

            content.ToArray().ShouldBe(pdf);
            using var list = new StreamReader(zip.GetEntry("DANH MỤC TỆP.txt")!.Open());
            (await list.ReadToEndAsync(TestContext.Current.CancellationToken)).ShouldContain((await year.StoredReport(portal, id, year.Member)).Files[0].File.Sha256);
        }
    }

    [Fact]
    public async Task A_ZIP_is_named_in_whole_words()
    {
        var year = await ClusterYearInTest.Make(portal);
        var title = string.Join(' ', Enumerable.Repeat("Chuyên đề", 20));
        var id = await year.ARequirement(portal, title: title);
        var answer = await year.ClerkOf(year.Leader).GetAsync(year.Requirement(id, "/tat-ca.zip"), TestContext.Current.CancellationToken);
        var name = Path.GetFileNameWithoutExtension(answer.Content.Headers.ContentDisposition!.FileNameStar!);
        title.ShouldStartWith(name + " ");
        name.Length.ShouldBeInRange(100, 120);
    }

    [Theory]
    [InlineData(NormalizationForm.FormC)]
    [InlineData(NormalizationForm.FormD)]
    public async Task F1_Names_of_200_characters_with_every_Vietnamese_letter_come_back_from_page_and_ZIP(NormalizationForm sent)
    {
        const string Letters = "aàảãáạăằẳẵắặâầẩẫấậdđeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵ";
        var year = await ClusterYearInTest.Make(portal);
        var id = await year.ARequirement(portal);
        var (clerk, report) = (year.ClerkOf(year.Member), year.Report(id, year.Member));
        var files = new[] { (Letters, 'x'), (Letters.ToUpperInvariant(), 'y') }.Select(row => (Name: $"{row.Item1}{new string(row.Item2, 196 - Letters.Length)}.pdf", Content: EvidenceInTest.APdf())).ToArray(); // names that differ by case alone are one
        files.ShouldAllBe(file => file.Name.Length == 200);
        await clerk.Follow(await clerk.SendFiles(report, 0, [.. files.Select(file => (file.Name.Normalize(sent), file.Content))]));
        var links = (await clerk.See(report)).QuerySelectorAll<IHtmlAnchorElement>("[data-file] a.file-name").ToDictionary(link => link.TextContent.Trim(), link => link.PathName);
        using var zip = new ZipArchive(new MemoryStream(await clerk.GetByteArrayAsync(report + "/tat-ca.zip")));
        foreach (var (name, content) in files)
        {
            var answer = await clerk.GetAsync(links[name], TestContext.Current.CancellationToken);
            answer.Content.Headers.ContentDisposition!.FileNameStar.ShouldBe(name);
            (await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBe(content);
            await using var entry = zip.Entries.Single(row => row.Name == name).Open();
            using var unpacked = new MemoryStream();
            await entry.CopyToAsync(unpacked, TestContext.Current.CancellationToken);
            unpacked.ToArray().ShouldBe(content);
        }
    }
}
