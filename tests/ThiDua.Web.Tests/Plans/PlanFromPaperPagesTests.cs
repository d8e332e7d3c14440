using System.Net;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Planning;
using ThiDua.Web.Features.Shared;
using ThiDua.Web.Tests.Fixture;

namespace ThiDua.Web.Tests.Plans;

public sealed class PlanFromPaperPagesTests(Portal portal)
{
    [Fact]
    public async Task A_scanned_plan_becomes_a_draft_of_what_was_accepted_and_of_nothing_else()
    {
        var year = await ClusterYearInTest.Make(portal, units: 2);
        var clerk = year.ClerkOf(year.Leader);
        var page = await Bring(year, Scanned(), clerk);
        page.QuerySelectorAll(".paper-source mark").Length.ShouldBeGreaterThan(2);
        page.QuerySelectorAll("[name^='Dates'][name$='Take'][type=checkbox]").ShouldAllBe(box => !box.HasAttribute("checked"));
        page.QuerySelectorAll("[name^='Sections'][name$='Take'][type=checkbox]").Length.ShouldBe(26);

        var shown = await clerk.Follow(await clerk.Submit(page.FormTo(new Uri(page.Url).AbsolutePath), ("YearsOn", "1"), ("Dates[0].Take", "true"), ("Dates[0].Name", "Hội nghị sơ kết"), ("Sections[22].Take", "false"), ("Bases[1].Take", "false")));
        shown.Body!.TextContent.ShouldContain("Đã lập dự thảo");
        var plan = await Made(year);
        (plan.Sections.Count, plan.Bases.Count, plan.Blocks.Count).ShouldBe((25, 1, 1));
        plan.Blocks[0].IsInText.ShouldBeTrue();
        plan.Blocks[0].Content.Date!.ToString().ShouldBe("dự kiến trong tháng 7/2021");
        plan.Abstract.ShouldContain("2020");
        plan.Outline().Select(row => row.Number).Distinct().Take(3).ShouldBe(["I.", "1.", "2."]);
    }

    [Fact]
    public async Task C4_A_paper_is_taken_over_once_and_who_comes_second_is_led_to_the_draft()
    {
        var year = await ClusterYearInTest.Make(portal, units: 2);
        var clerk = year.ClerkOf(year.Leader);
        var page = await clerk.See($"{year.Url}/ke-hoach/tu-van-ban/{await year.APaper(portal)}");
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => clerk.Submit(page.FormTo(new Uri(page.Url).AbsolutePath))));
        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.Redirect || answer.StatusCode == HttpStatusCode.Found);
        (await Made(year)).Sections.Count.ShouldBe(2);
    }

    [Fact]
    public async Task What_is_corrected_wrongly_is_told_at_its_field_and_all_that_was_typed_stays()
    {
        var year = await ClusterYearInTest.Make(portal, units: 2);
        var clerk = year.ClerkOf(year.Leader);
        var page = await clerk.See($"{year.Url}/ke-hoach/tu-van-ban/{await year.APaper(portal)}");
        var answer = await clerk.Submit(page.FormTo(new Uri(page.Url).AbsolutePath), ("Abstract", ""), ("Sections[0].Title", "Tiêu đề đã sửa"), ("Dates[0].Take", "true"), ("Dates[0].When", "hôm nào đó"));
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var again = await answer.Html();
        again.Body!.TextContent.ShouldContain("Nhập trích yếu");
        again.QuerySelector("[name='Dates[0].When']")!.ParentElement!.QuerySelector(".invalid-feedback")!.TextContent.ShouldContain("Không hiểu thời gian");
        again.QuerySelectorAll("[data-form-problems] a").Select(link => (link.TextContent, again.GetElementById(link.GetAttribute("href")![1..])?.GetAttribute("name"))).ShouldBe([("Trích yếu", "Abstract"), ("Mốc thời gian 1", "Dates[0].When")], ignoreOrder: true);
        again.QuerySelector("[name='Sections[0].Title']")!.GetAttribute("value").ShouldBe("Tiêu đề đã sửa");
        again.QuerySelector("[name='Dates[0].Take'][type=checkbox]")!.HasAttribute("checked").ShouldBeTrue();
    }

    [Fact]
    public async Task A_basis_that_is_no_document_is_taken_over_in_the_words_of_the_paper()
    {
        var year = await ClusterYearInTest.Make(portal, units: 2);
        var clerk = year.ClerkOf(year.Leader);
        var page = await Bring(year, "KẾ HOẠCH\nHoạt động năm 2020\n\nCăn cứ Quyết định số 369/QĐ-CTĐ ngày 27/5/2019 về việc ban hành Quy chế; nội dung Giao ước thi đua năm 2020, Cụm Thi đua ban hành kế hoạch như sau:\n\nI. MỤC ĐÍCH\n\nĐổi mới./.", clerk);
        await clerk.Follow(await clerk.Submit(page.FormTo(new Uri(page.Url).AbsolutePath)));
        var plan = await Made(year);
        plan.BasesInOrder().Select(basis => BasisWords.Of(basis.Description())).ShouldBe(["Căn cứ Quyết định số 369/QĐ-CTĐ ngày 27 tháng 5 năm 2019 về việc ban hành Quy chế", "Căn cứ nội dung Giao ước thi đua năm 2020"]);
        plan.Sections[0].Body.ShouldBe("Đổi mới.");
    }

    [Fact]
    public async Task Where_nothing_is_recognised_the_page_says_so_and_what_to_do()
    {
        var year = await ClusterYearInTest.Make(portal, units: 2);
        var page = await Bring(year, "abc");
        page.QuerySelector(".alert-warning")!.TextContent.ShouldContain("Không nhận ra");
        page.QuerySelectorAll(".alert-warning a").Select(link => link.GetAttribute("href")).ShouldBe([$"{year.Url}/ke-hoach/tu-van-ban", $"{year.Url}/ke-hoach/them"]);
    }

    [Fact]
    public async Task A_Word_file_is_read_with_its_headings()
    {
        var year = await ClusterYearInTest.Make(portal, units: 2);
        var page = await Upload(year, "ke-hoach-2019.docx", Word("KẾ HOẠCH", "Hoạt động của Cụm năm 2019", "Căn cứ Luật Thi đua, khen thưởng;", "I. MỤC ĐÍCH", "Đổi mới.", "II. TỔ CHỨC THỰC HIỆN", "Các đơn vị gửi báo cáo trước ngày 10/7/2019."), HttpStatusCode.OK);
        page.QuerySelectorAll("[name^='Sections'][name$='Title']").Select(input => input.GetAttribute("value")).ShouldBe(["MỤC ĐÍCH", "TỔ CHỨC THỰC HIỆN"]);
    }

    public static TheoryData<string, string> NoPlans => new() { { "macro", "macro" }, { "text", ".docx" }, { "empty", "rỗng" }, { "encoding", "bảng mã" } };

    [Theory, MemberData(nameof(NoPlans))]
    public async Task F2_What_is_no_readable_Word_file_is_refused_in_clear_words(string kind, string told)
    {
        var year = await ClusterYearInTest.Make(portal, units: 2);
        var file = kind switch { "macro" => WithMacros(), "text" => Encoding.UTF8.GetBytes("<html></html>"), "empty" => [], _ => Word("KÕ ho¹ch ho¹t ®éng cña Côm thi ®ua", "C¨n cø LuËt Thi ®ua, khen th­ëng n¨m 2003;", "I. Môc ®Ých, yªu cÇu", "§æi míi c«ng t¸c thi ®ua, khen th­ëng.") };
        var page = await Upload(year, "ke-hoach.docx", file, HttpStatusCode.UnprocessableEntity);
        page.QuerySelector(".invalid-feedback:not(:empty), [role=alert]")!.TextContent.ShouldContain(told);
        (await portal.WithDb(db => db.PaperTexts.CountAsync(), year.Acting(year.Leader, Capacity.Head))).ShouldBe(0);
    }

    [Fact]
    public async Task Three_hundred_sections_pasted_at_once_become_a_draft()
    {
        var year = await ClusterYearInTest.Make(portal, units: 2);
        var clerk = year.ClerkOf(year.Leader);
        var text = string.Join('\n', Enumerable.Range(1, 15).Select(chapter => $"{RomanNumber.Of(chapter)}. CHƯƠNG\n" + string.Join('\n', Enumerable.Range(1, 19).Select(section => $"{section}. Mục thứ {section}\nNội dung của mục này gồm nhiều việc."))));
        var page = await Bring(year, "KẾ HOẠCH\nHoạt động năm 2020\nCăn cứ Luật Thi đua, khen thưởng;\n" + text, clerk);
        await clerk.Follow(await clerk.Submit(page.FormTo(new Uri(page.Url).AbsolutePath), ("Abstract", "Hoạt động năm 2020")));
        (await Made(year)).Sections.Count.ShouldBe(300);
    }

    [Fact]
    public async Task Five_megabytes_are_refused_with_a_sentence_and_nothing_is_kept()
    {
        var year = await ClusterYearInTest.Make(portal, units: 2);
        var clerk = year.ClerkOf(year.Leader);
        var form = (await clerk.See($"{year.Url}/ke-hoach/tu-van-ban")).FormTo("/tu-van-ban");
        var answer = await clerk.Submit(form, ("Text", new string('a', 5 * 1024 * 1024)));
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("1.000.000");
        (await portal.WithDb(db => db.PaperTexts.CountAsync(), year.Acting(year.Leader, Capacity.Head))).ShouldBe(0);
    }

    [Fact]
    public async Task A_script_in_the_text_stays_text()
    {
        var year = await ClusterYearInTest.Make(portal, units: 2);
        var page = await Bring(year, "KẾ HOẠCH\nHoạt động <script>alert(1)</script>\nCăn cứ Luật <script>alert(1)</script>;\nI. MỤC <script>alert(1)</script>\nGửi <script>alert(1)</script> trước ngày 10/7/2020.");
        page.Scripts.ShouldNotContain(script => script.Text.Contains("alert(1)"));
        page.Body!.InnerHtml.ShouldContain("&lt;script&gt;");
    }

    [Fact]
    public async Task Members_never_see_what_was_brought_in()
    {
        var year = await ClusterYearInTest.Make(portal, units: 3);
        var paperId = await year.APaper(portal);
        (await year.ClerkOf(year.Member).GetAsync($"{year.Url}/ke-hoach/tu-van-ban/{paperId}")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static async Task<AngleSharp.Html.Dom.IHtmlDocument> Bring(ClusterYearInTest year, string text, HttpClient? by = null)
    {
        var clerk = by ?? year.ClerkOf(year.Leader);
        return await clerk.Follow(await clerk.Submit((await clerk.See($"{year.Url}/ke-hoach/tu-van-ban")).FormTo("/tu-van-ban"), ("Text", text)));
    }

    private static async Task<AngleSharp.Html.Dom.IHtmlDocument> Upload(ClusterYearInTest year, string name, byte[] file, HttpStatusCode expected)
    {
        var clerk = year.ClerkOf(year.Leader);
        var form = (await clerk.See($"{year.Url}/ke-hoach/tu-van-ban")).FormTo("/tu-van-ban");
        using var content = new MultipartFormDataContent { { new StringContent(((AngleSharp.Html.Dom.IHtmlInputElement)form.QuerySelector("[name=__RequestVerificationToken]")!).Value), "__RequestVerificationToken" }, { new ByteArrayContent(file), "File", name } };
        var answer = await clerk.PostAsync(form.Action, content);
        if (expected == HttpStatusCode.OK)
        {
            return await clerk.Follow(answer);
        }

        answer.StatusCode.ShouldBe(expected);
        return await answer.Html();
    }

    private Task<Plan> Made(ClusterYearInTest year) => portal.WithDb(db => db.Plans.AsNoTracking().Include(row => row.Sections).Include(row => row.Bases).Include(row => row.Blocks).SingleAsync(), year.Acting(year.Leader, Capacity.Head));

    private static string Scanned()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "ThiDua.sln")))
        {
            folder = folder.Parent!;
        }

        return File.ReadAllText(Path.Combine(folder.FullName, "tests/ThiDua.Domain.Tests/Planning/Papers/cluster-plan.txt"));
    }

    private static byte[] Word(params string[] paragraphs)
    {
        using var file = new MemoryStream();
        using (var package = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            package.AddMainDocumentPart().Document = new Document(new Body(paragraphs.Select(text => new Paragraph(new Run(new Text(text))))));
        }

        return file.ToArray();
    }

    private static byte[] WithMacros()
    {
        using var file = new MemoryStream();
        using (var package = WordprocessingDocument.Create(file, WordprocessingDocumentType.MacroEnabledDocument))
        {
            var main = package.AddMainDocumentPart();
            main.Document = new Document(new Body(new Paragraph(new Run(new Text("KẾ HOẠCH")))));
            using var macros = new MemoryStream([1, 2, 3]);
            main.AddNewPart<VbaProjectPart>().FeedData(macros);
        }

        return file.ToArray();
    }
}
