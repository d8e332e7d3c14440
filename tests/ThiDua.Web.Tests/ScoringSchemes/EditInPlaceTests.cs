using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Tests.Fixture;

namespace ThiDua.Web.Tests.ScoringSchemes;

public class EditInPlaceTests(Portal portal)
{
    [Fact]
    public async Task A_row_saves_itself_and_brings_the_sums_that_follow()
    {
        var year = await ClusterYearInTest.Make(portal);
        await year.ADraftScheme();
        var (leaf, section) = (await year.Stored(portal, "II.1"), await year.Stored(portal, "II"));
        var answer = await Save(year, leaf, ("Name", "Văn bản chỉ đạo, điều hành"), ("Max", "12,5"), ("EvidenceNeeded", "Danh mục văn bản"));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var saved = await Read(answer);
        saved.GetProperty("version").GetInt32().ShouldBe(leaf.Version + 1);
        saved.GetProperty("sections").GetProperty($"{section.Id}").GetProperty("missing").GetString().ShouldBe("còn thiếu 7,5");
        var after = await year.Stored(portal, "II.1");
        (after.Name, after.Max, after.EvidenceNeeded, after.Rule).ShouldBe(("Văn bản chỉ đạo, điều hành", 12.5m, "Danh mục văn bản", leaf.Rule));
        var page = await year.ClerkOf(year.Leader).See(year.Scheme());
        page.QuerySelector("[data-code='II'] .scheme-sum")!.TextContent.ShouldBe("Các tiêu chí trong mục cộng lại: 22,5 điểm trên tối đa 30");
        page.QuerySelector("[data-code='II'] .scheme-missing")!.TextContent.ShouldBe("còn thiếu 7,5");
    }

    [Fact]
    public async Task C1_The_second_of_two_is_told_and_sees_the_newer_text_beside_its_own()
    {
        var year = await ClusterYearInTest.Make(portal);
        await year.ADraftScheme();
        var leaf = await year.Stored(portal, "II.1");
        (await Save(year, leaf, ("Name", "Bản thứ nhất"), ("Max", "20"))).StatusCode.ShouldBe(HttpStatusCode.OK);
        var late = await Save(year, leaf, ("Name", "Bản thứ hai"), ("Max", "20"));
        late.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var told = await Read(late);
        told.GetProperty("message").GetString()!.ShouldContain("vừa cập nhật lúc");
        told.GetProperty("theirs").GetProperty("name").GetString().ShouldBe("Bản thứ nhất");
        told.GetProperty("theirs").GetProperty("version").GetInt32().ShouldBe(leaf.Version + 1);
        (await year.Stored(portal, "II.1")).Name.ShouldBe("Bản thứ nhất");
    }

    [Theory]
    [InlineData("Name", "", "Nhập tên tiêu chí")]
    [InlineData("Max", "mười", "Nhập một số")]
    [InlineData("Max", "5,125", "2 chữ số")]
    [InlineData("Max", "0,75", "bước điểm")]
    public async Task What_is_typed_wrongly_is_told_beside_its_field(string field, string typed, string told)
    {
        var year = await ClusterYearInTest.Make(portal, units: 2);
        await year.ADraftScheme();
        var leaf = await year.Stored(portal, "II.1");
        var answer = await Save(year, leaf, [.. new[] { ("Name", "Tên"), ("Max", "20") }.Where(one => one.Item1 != field), (field, typed)]);
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Read(answer)).GetProperty("problems").GetProperty(field).GetString()!.ShouldContain(told);
        (await year.Stored(portal, "II.1")).Name.ShouldBe(leaf.Name);
    }

    [Fact]
    public async Task An_issued_scheme_and_a_foreign_row_take_nothing()
    {
        var (year, other) = (await ClusterYearInTest.Make(portal), await ClusterYearInTest.Make(portal));
        await year.ADraftScheme();
        await other.ADraftScheme();
        (await Save(year, await other.Stored(portal, "II.1"), ("Name", "Đổi trộm"), ("Max", "20"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var leaf = await year.Stored(portal, "II.1");
        var clerk = year.ClerkOf(year.Leader);
        var token = (await clerk.See(year.Scheme())).FormTo("/chuyen").Elements["__RequestVerificationToken"]!.GetAttribute("value")!;
        await year.IssueByHead();
        var answer = await clerk.PostAsync(year.Scheme($"/muc/{leaf.Id}/dong"), new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("Name", "Khác"), new("Max", "20"), new("Version", $"{leaf.Version}")]));
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("ban h");
    }

    [Fact]
    public async Task Buttons_move_a_row_in_and_out_of_a_section_without_script()
    {
        var year = await ClusterYearInTest.Make(portal);
        await year.ADraftScheme();
        var clerk = year.ClerkOf(year.Leader);
        var second = await year.Stored(portal, "II");
        var page = await clerk.See(year.Scheme());
        page.QuerySelector("[data-code='II'] button[name=In]").ShouldNotBeNull();
        page.QuerySelectorAll("[data-code='I'] button[name=In], [data-code='I'] button[name=Out], [data-code='I.2'] button[name=In]").ShouldBeEmpty();
        page = await clerk.Follow(await clerk.Submit(page.FormTo("/chuyen"), ("In", $"{second.Id}")));
        page.QuerySelectorAll("[data-code]").Select(row => row.GetAttribute("data-code")).ShouldBe(["I", "I.1", "I.2", "II", "II.1", "II.2", "B", "B.1", "C", "C.1"]);
        (await year.Stored(portal, "II")).ParentId.ShouldBe((await year.Stored(portal, "I")).Id);
        var leaf = await year.Stored(portal, "II.2");
        page = await clerk.Follow(await clerk.Submit(page.FormTo("/chuyen"), ("Out", $"{leaf.Id}")));
        page.QuerySelectorAll("[data-code]").Select(row => row.GetAttribute("data-code")).ShouldBe(["I", "I.1", "I.2", "II", "II.1", "II.2", "B", "B.1", "C", "C.1"]);
        (await year.Stored(portal, "II.2")).ParentId.ShouldBe((await year.Stored(portal, "I")).Id);
        page = await clerk.Follow(await clerk.Submit(page.FormTo("/chuyen"), ("Out", $"{second.Id}")));
        (await year.Stored(portal, "II")).ParentId.ShouldBeNull();
        page.QuerySelectorAll("[data-code]").Select(row => row.GetAttribute("data-code")).ShouldBe(["I", "I.1", "I.2", "II.2", "II", "II.1", "B", "B.1", "C", "C.1"]);
    }

    [Fact]
    public async Task A_row_is_dropped_before_after_or_into_another_and_takes_the_kind_of_its_section()
    {
        var year = await ClusterYearInTest.Make(portal);
        await year.ADraftScheme();
        await Drop(year, "II.1", "I.1", CriterionPlace.Before);
        await Drop(year, "I.2", "II", CriterionPlace.Into);
        var page = await Drop(year, "II", "B", CriterionPlace.Into);
        page.QuerySelectorAll("[data-code]").Select(row => row.GetAttribute("data-code")).ShouldBe(["I", "II.1", "I.1", "B", "B.1", "II", "II.2", "I.2", "C", "C.1"]);
        (await year.Stored(portal)).Criteria.Where(row => row.Code is "II" or "II.2" or "I.2").ShouldAllBe(row => row.Kind == CriterionKind.Bonus);
        (await Drop(year, "B", "II", CriterionPlace.Into)).Says().ShouldContain("Không chuyển được B vào bên trong chính nó");
        (await Drop(year, "C", "I.1", CriterionPlace.Into)).Says().ShouldContain("đang chấm điểm trực tiếp");
        (await Drop(year, "C", "B", CriterionPlace.Before)).QuerySelectorAll("[data-code]").Select(row => row.GetAttribute("data-code")).ShouldBe(["I", "II.1", "I.1", "C", "C.1", "B", "B.1", "II", "II.2", "I.2"]);
    }

    [Fact]
    public async Task Another_years_scheme_is_copied_into_the_draft_after_its_changes_are_shown()
    {
        var (year, source) = (await ClusterYearInTest.Make(portal), await ClusterYearInTest.Make(portal));
        await year.StartScheme("trong", ("Title", "Dự thảo"), ("ContentTotal", "950"));
        await year.AddCriterion(null, ("Code", "I"), ("Name", "Sẽ bị thay"), ("Max", "5"));
        await source.StartScheme("mau-cum-tinh");
        var clerk = year.ClerkOf(year.Leader);
        (await clerk.GetAsync(year.Scheme($"/sao-chep?nguon=nam-{source.Id}"))).StatusCode.ShouldBe(HttpStatusCode.NotFound, "the leader has no position there");
        (await clerk.See(year.Scheme("/sao-chep"))).QuerySelector(".empty").ShouldNotBeNull();
        await portal.WithDb(async db =>
        {
            var other = await db.ClusterYears.Include(row => row.Members).SingleAsync(row => row.Id == source.Id);
            other.AddMember(Domain.Access.Actor.Portal, year.Leader.Id, year.Leader.Name, new(2020, 1, 1));
            await db.SaveChangesAsync();
            return 0;
        });
        (await clerk.GetAsync(year.Scheme($"/sao-chep?nguon=nam-{source.Id}"))).StatusCode.ShouldBe(HttpStatusCode.NotFound, "another cluster's draft is nobody's source");
        await source.IssueByHead();
        (await clerk.See(year.Scheme("/sao-chep"))).QuerySelectorAll(".list-group a").Length.ShouldBe(1);
        var page = await clerk.See(year.Scheme($"/sao-chep?nguon=nam-{source.Id}"));
        page.QuerySelector("main")!.TextContent.ShouldContain("Sửa 1 dòng: I.");
        var form = page.FormTo("/sao-chep");
        await year.AddCriterion(null, ("Code", "XX"), ("Name", "Đồng nghiệp vừa thêm"), ("Max", "5"));
        var late = await clerk.Submit(form);
        late.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await clerk.Follow(await clerk.Submit((await late.Html()).FormTo("/sao-chep")))).Says().ShouldContain("Đã sao chép");
        var (copied, original) = (await year.Stored(portal), await source.Stored(portal));
        copied.Criteria.Select(row => (row.Code, row.Name, row.Max, row.Rule)).ShouldBe(original.Criteria.Select(row => (row.Code, row.Name, row.Max, row.Rule)), ignoreOrder: true);
        copied.Title.ShouldBe("Dự thảo");
    }

    private async Task<AngleSharp.Html.Dom.IHtmlDocument> Drop(ClusterYearInTest year, string moved, string target, CriterionPlace place)
    {
        var clerk = year.ClerkOf(year.Leader);
        var form = (await clerk.See(year.Scheme())).FormTo("/dat");
        return await clerk.Follow(await clerk.Submit(form, ("Moved", $"{(await year.Stored(portal, moved)).Id}"), ("Target", $"{(await year.Stored(portal, target)).Id}"), ("Place", $"{place}")));
    }

    private static async Task<HttpResponseMessage> Save(ClusterYearInTest year, Criterion row, params (string Name, string Value)[] typed)
    {
        var clerk = year.ClerkOf(year.Leader);
        var token = (await clerk.See(year.Scheme())).FormTo("/chuyen").Elements["__RequestVerificationToken"]!.GetAttribute("value")!;
        return await clerk.PostAsync(year.Scheme($"/muc/{row.Id}/dong"), new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("Version", $"{row.Version}"), .. typed.Select(one => new KeyValuePair<string, string>(one.Name, one.Value))]));
    }

    private static async Task<JsonElement> Read(HttpResponseMessage answer) => JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
}
