using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Features.ScoringSchemes;
using ThiDua.Web.Tests.Accounts;
using ThiDua.Web.Tests.Fixture;

namespace ThiDua.Web.Tests.ScoringSchemes;

public sealed class SchemeFromFrameworkTests(Portal portal)
{
    private Task<FrameworkScheme> Stored(int id) => portal.WithDb(db => db.FrameworkSchemes.AsNoTracking().Include(row => row.Rows).Include(row => row.History).SingleAsync(row => row.Id == id));

    private static (string, string) Row(AngleSharp.Html.Dom.IHtmlDocument page, string code, string field, string value) =>
        (page.QuerySelector($"tr[data-code='{code}'] [name^='Rows']")!.GetAttribute("name")!.Replace(".Id", $".{field}", StringComparison.Ordinal), value);

    [Fact]
    public async Task The_leader_makes_its_scheme_from_the_framework_and_locked_rows_offer_no_button()
    {
        var year = await ClusterYearInTest.Make(portal);
        await year.AnIssuedFramework(portal);
        var clerk = year.ClerkOf(year.Leader);
        var source = (await clerk.See(year.Scheme())).QuerySelectorAll(".list-group-item")[0];
        source.TextContent.ShouldContain("Lập từ bảng điểm khung của Cơ quan quản lý thử");
        var start = await clerk.See(source.QuerySelector("a")!.GetAttribute("href")!);
        (await (await clerk.Submit(start.FormTo("/tao"), ("ContentTotal", "90"))).Html()).Says().ShouldContain("theo bảng điểm khung là 100");
        var page = await clerk.Follow(await clerk.Submit(start.FormTo("/tao"), ("CutOffOn", "30/11/2020")));
        page.QuerySelector("tr[data-code='I.1']")!.QuerySelectorAll("a, button").ShouldBeEmpty();
        page.QuerySelector("tr[data-code='I.1']")!.TextContent.ShouldContain("Khóa");
        page.QuerySelectorAll("tr[data-code='II'] .scheme-tools a, tr[data-code='II'] .scheme-tools button").Select(tool => tool.GetAttribute("title")).ShouldBe(["Sửa", "Thêm vào mục này"]);
        page.QuerySelectorAll("tr[data-code='II.1'] .scheme-tools a").Length.ShouldBe(2);
        page.QuerySelector("main")!.TextContent.ShouldContain("Lập từ bảng điểm khung theo văn bản số 15/QĐ-HĐTĐKT");
        page.QuerySelectorAll(".page-steps a").ShouldNotContain(link => link.TextContent == "Thêm mục lớn");

        var locked = await year.Stored(portal, "I.1");
        foreach (var path in new[] { $"/muc/{locked.Id}", $"/muc/{locked.Id}/xoa", $"/muc/them?duoi={locked.ParentId}", "/muc/them" })
        {
            (await clerk.Follow(await clerk.GetAsync(year.Scheme(path)))).Says().ShouldContain("15/QĐ-HĐTĐKT");
        }

        await year.AddCriterion((await year.Stored(portal, "II")).Id, ("Code", "II.2"), ("Name", "Của cụm"), ("Max", "5"), ("Rule.Method", "PassOrFail"));
        var problems = (await clerk.See(year.Scheme())).QuerySelector(".scheme-problems")!.TextContent;
        problems.ShouldContain("cộng lại bằng 40 điểm theo bảng điểm khung");
    }

    [Fact]
    public async Task A_post_against_a_locked_row_is_refused_and_an_import_cannot_break_it()
    {
        var year = await ClusterYearInTest.Make(portal);
        await year.FollowFramework(portal);
        var (clerk, locked) = (year.ClerkOf(year.Leader), await year.Stored(portal, "I.1"));
        var token = ((AngleSharp.Html.Dom.IHtmlInputElement)(await clerk.See(year.Scheme())).QuerySelector("[name=__RequestVerificationToken]")!).Value;
        async Task<HttpResponseMessage> Post(string path, params (string Name, string Value)[] fields) =>
            await clerk.PostAsync(year.Scheme(path), new FormUrlEncodedContent(fields.Append(("__RequestVerificationToken", token)).Select(field => KeyValuePair.Create(field.Item1, field.Item2))));
        (await Post($"/muc/{locked.Id}/dong", ("Version", $"{locked.Version}"), ("Name", "Khác"), ("Max", "40"))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Post($"/muc/{locked.Id}", ("Version", $"{locked.Version}"), ("Code", "I.1"), ("Name", "Khác"), ("Max", "40"), ("Rule.Method", "PassOrFail"))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Post($"/muc/{locked.Id}/xoa", ("Version", $"{locked.Version}"), ("Below", "0"))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await clerk.Follow(await Post("/muc/chuyen", ("Down", $"{locked.Id}")))).Says().ShouldContain("phần khóa");
        (await clerk.Follow(await Post("/muc/dat", ("Moved", $"{locked.Id}"), ("Target", $"{(await year.Stored(portal, "II")).Id}"), ("Place", "Into")))).Says().ShouldContain("phần khóa");

        var before = (await year.Stored(portal)).Lines();
        string[] heads = [.. SchemeTable.Columns.Select(column => column.Head)];
        var file = await ImportInTest.Workbook(heads, [["I", "Mục nội dung", "", "Khác", "100", "", "", "", "", "", "", ""], ["I.1", "Tiêu chí", "I", "Một", "100", "Đánh giá", "Bước điểm: 0,5", "", "", "", "", ""]]);
        var page = await (await clerk.Upload((await clerk.See(year.Scheme("/nhap"))).FormTo("/nhap"), file, "tieu-chi.xlsx")).Html();
        page.Says().ShouldContain("I.1 thuộc phần khóa bị sửa");
        page.Says().ShouldContain("Thiếu mục tự xây dựng II");
        page.Forms.ShouldNotContain(form => form.Action.EndsWith("/xac-nhan", StringComparison.Ordinal));
        var kept = await year.AsLeader(portal, services => services.GetRequiredService<PreviewScheme>().Handle(file));
        await Should.ThrowAsync<Domain.NotReady>(() => year.AsLeader(portal, services => services.GetRequiredService<ImportScheme>().Handle(new() { Kept = kept.Preview!.Kept })));
        var whole = await (await clerk.GetAsync(year.Scheme("/bang-tinh.xlsx"))).Content.ReadAsByteArrayAsync();
        await clerk.Follow(await clerk.Submit((await (await clerk.Upload((await clerk.See(year.Scheme("/nhap"))).FormTo("/nhap"), whole, "tieu-chi.xlsx")).Html()).FormTo("/xac-nhan")));
        (await year.Stored(portal)).Lines().ShouldBe(before);
        (await clerk.See(year.Scheme("/sao-chep?nguon=mau-cum-tinh"))).Says().ShouldContain("không sao chép được");
    }

    [Fact]
    public async Task Who_drafted_before_sees_the_deviations_and_may_issue_and_the_authority_sees_them_too()
    {
        var year = await ClusterYearInTest.Make(portal);
        await year.ADraftScheme();
        var id = await year.AnIssuedFramework(portal);
        var page = await year.ClerkOf(year.Leader).See(year.Scheme());
        page.QuerySelector("details.alert-warning")!.TextContent.ShouldContain("Khác bảng điểm khung theo văn bản số 15/QĐ-HĐTĐKT");
        var compared = await year.ClerkOf(year.Member).See(page.QuerySelector("a[href*='so-sanh?truoc=khung']")!.GetAttribute("href")!);
        compared.QuerySelectorAll(".compare-table tbody tr").ShouldNotBeEmpty();
        (await year.ClerkOf(year.Member).See(year.Scheme("/khung"))).QuerySelector("tr[data-code='II']")!.TextContent.ShouldContain("Tự xây dựng");
        (await year.IssueByHead()).Says().ShouldContain("Đã ban hành");

        var follower = (await year.ClerkOf(year.Authority).See(year.Frameworks($"/{id}"))).QuerySelectorAll(".framework-followers tbody tr").ShouldHaveSingleItem();
        follower.TextContent.ShouldContain("Đã ban hành");
        follower.TextContent.ShouldContain("Khác");
    }

    [Fact]
    public async Task A_withdrawn_framework_lets_the_draft_go_and_a_later_one_replaces_it()
    {
        var year = await ClusterYearInTest.Make(portal);
        var id = await year.AnIssuedFramework(portal);
        await year.StartScheme($"khung-{id}");
        var (head, clerk) = (year.HeadOf(year.Authority), year.ClerkOf(year.Leader));
        (await (await clerk.PostAsync(year.Scheme("/khung/bo-rang-buoc"), new FormUrlEncodedContent([new("Version", "1"), new("__RequestVerificationToken", ((AngleSharp.Html.Dom.IHtmlInputElement)(await clerk.See(year.Scheme())).QuerySelector("[name=__RequestVerificationToken]")!).Value)]))).Html()).Says().ShouldContain("đang có hiệu lực");
        var next = await head.Follow(await head.Submit((await head.See(year.Frameworks($"/them?nguon=khung-{id}"))).FormTo("/them"), ("Title", "Khung sửa")));
        var nextId = int.Parse(next.FormTo("/them-muc").Action.Split('/')[^2], System.Globalization.CultureInfo.InvariantCulture);
        (await Stored(nextId)).PartOf("II").ShouldBe(FrameworkPart.Free, "marks are copied too");
        await head.Follow(await head.Submit((await head.See(year.Frameworks($"/{nextId}/ban-hanh"))).FormTo("/ban-hanh"), FrameworksInTest.Decision));
        (await Stored(id)).State.ShouldBe(FrameworkState.Replaced);
        (await clerk.See(year.Scheme())).QuerySelector("main")!.TextContent.ShouldContain("nay không còn áp dụng");
        await head.Follow(await head.Submit((await head.See(year.Frameworks($"/{nextId}/thu-hoi"))).FormTo("/thu-hoi"), FrameworksInTest.Decision));
        var page = await clerk.See(year.Scheme());
        page = await clerk.Follow(await clerk.Submit(page.FormTo("/bo-rang-buoc")));
        page.QuerySelectorAll("tr[data-code='I.1'] .scheme-tools a").ShouldNotBeEmpty();
        (await year.Stored(portal)).Framework.ShouldBeNull();
    }
}
