using System.Net;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Tests.Accounts;
using ThiDua.Web.Tests.Authorities;
using ThiDua.Web.Tests.Fixture;

namespace ThiDua.Web.Tests.ScoringSchemes;

public sealed class FrameworkTests(Portal portal)
{
    private Task<FrameworkScheme> Stored(int id) => portal.WithDb(db => db.FrameworkSchemes.AsNoTracking().Include(row => row.Rows).Include(row => row.History).SingleAsync(row => row.Id == id));

    private static (string, string) Row(AngleSharp.Html.Dom.IHtmlDocument page, string code, string field, string value) =>
        (page.QuerySelector($"tr[data-code='{code}'] [name^='Rows']")!.GetAttribute("name")!.Replace(".Id", $".{field}", StringComparison.Ordinal), value);

    [Fact]
    public async Task An_authority_copies_a_scheme_of_its_cluster_marks_it_and_its_head_issues_it()
    {
        var year = await ClusterYearInTest.Make(portal);
        await year.ADraftScheme();
        var clerk = year.ClerkOf(year.Authority);
        (await clerk.See($"/co-quan/{year.Authority.Id}")).QuerySelector($"a[href='{year.Frameworks()}']").ShouldNotBeNull();
        var start = await clerk.See(year.Frameworks("/them"));
        var page = await clerk.Follow(await clerk.Submit(start.FormTo("/them"), ("Year", "2020"), ("Title", "Khung năm 2020"), ("Source", $"nam-{year.Id}")));
        var id = int.Parse(page.FormTo("/them-muc").Action.Split('/')[^2], System.Globalization.CultureInfo.InvariantCulture);
        page = await clerk.Follow(await clerk.Submit(page.FormTo($"/{id}"), Row(page, "II", "Part", "Free"), Row(page, "I.1", "Name", "Tăng trưởng GRDP"), Row(page, "C", "IsRemoved", "true")));
        var stored = await Stored(id);
        stored.Ordered().Select(row => (row.Code, row.Part)).ShouldBe([("I", FrameworkPart.Locked), ("I.1", FrameworkPart.Locked), ("I.2", FrameworkPart.Locked), ("II", FrameworkPart.Free), ("II.1", FrameworkPart.Locked), ("II.2", FrameworkPart.Locked), ("B", FrameworkPart.Locked), ("B.1", FrameworkPart.Locked)]);
        stored.Rows.Single(row => row.Code == "I.1").Description.Name.ShouldBe("Tăng trưởng GRDP");
        page.QuerySelector("tr[data-code='II.1']")!.TextContent.ShouldContain("gợi ý");
        page = await clerk.Follow(await clerk.Submit(page.FormTo("/them-muc"), ("Code", "T"), ("Name", "Điểm thưởng của cụm"), ("Max", "3"), ("Kind", "Bonus")));
        (await Stored(id)).Rows.Single(row => row.Code == "T").Part.ShouldBe(FrameworkPart.Free);

        var refused = await (await clerk.Submit((await clerk.See(year.Frameworks($"/{id}/ban-hanh"))).FormTo("/ban-hanh"), FrameworksInTest.Decision)).Html();
        refused.Says().ShouldContain("nhập người ký");
        var head = year.HeadOf(year.Authority);
        page = await head.Follow(await head.Submit((await head.See(year.Frameworks($"/{id}/ban-hanh"))).FormTo("/ban-hanh"), FrameworksInTest.Decision));
        page.QuerySelector("main")!.TextContent.ShouldContain("15/QĐ-HĐTĐKT ngày 15/01/2020");
        page.Forms.ShouldNotContain(form => form.Action.EndsWith("/them-muc", StringComparison.Ordinal));
        (await Stored(id)).State.ShouldBe(FrameworkState.Issued);
    }

    [Fact]
    public async Task A_clerk_records_it_from_signed_paper_with_its_scan()
    {
        var year = await ClusterYearInTest.Make(portal);
        var id = await year.AFramework(portal);
        var clerk = year.ClerkOf(year.Authority);
        var form = (await clerk.See(year.Frameworks($"/{id}/ban-hanh"))).FormTo("/ban-hanh");
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in FrameworksInTest.Decision.Concat(FrameworksInTest.OfSignatory).Concat([("Version", form.QuerySelector("[name=Version]")!.GetAttribute("value")!), ("__RequestVerificationToken", form.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!)]))
        {
            content.Add(new StringContent(value), name);
        }

        content.Add(new ByteArrayContent(System.Text.Encoding.ASCII.GetBytes($"%PDF-1.4\n% {Guid.NewGuid()}\n%%EOF\n")), "Scan", "quyet-dinh.pdf");
        await clerk.Follow(await clerk.PostAsync(new Uri(form.Action).PathAndQuery, content));
        var stored = await Stored(id);
        (stored.State, stored.History[0].Paper!.Signatory).ShouldBe((FrameworkState.Issued, "Người ký"));
        (await clerk.GetAsync(year.Frameworks($"/{id}/ban-quet"))).Content.Headers.ContentType!.MediaType.ShouldBe("application/pdf");
        (await year.ClerkOf(year.Member).GetAsync(year.Scheme("/khung/ban-quet"))).Content.Headers.ContentType!.MediaType.ShouldBe("application/pdf");
        (await year.ClerkOf(year.Member).GetAsync(year.Frameworks($"/{id}/ban-quet"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Of_two_clerks_who_save_the_second_is_told_and_sees_both_texts()
    {
        var year = await ClusterYearInTest.Make(portal);
        var id = await year.AFramework(portal);
        var (clerk, head) = (year.ClerkOf(year.Authority), year.HeadOf(year.Authority));
        var (first, second) = (await clerk.See(year.Frameworks($"/{id}")), await head.See(year.Frameworks($"/{id}")));
        await clerk.Follow(await clerk.Submit(first.FormTo($"/{id}"), Row(first, "I.1", "Name", "Tên thứ nhất")));
        var answer = await head.Submit(second.FormTo($"/{id}"), Row(second, "I.1", "Name", "Tên thứ hai"));
        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var page = await answer.Html();
        page.Says().ShouldContain("vừa cập nhật lúc");
        page.QuerySelector("tr[data-code='I.1']")!.TextContent.ShouldContain("Đang lưu: Tên thứ nhất");
        page.QuerySelector("tr[data-code='I.1'] textarea")!.TextContent.ShouldBe("Tên thứ hai");
        await head.Follow(await head.Submit(page.FormTo($"/{id}")));
        (await Stored(id)).Rows.Single(row => row.Code == "I.1").Description.Name.ShouldBe("Tên thứ hai");
        (await clerk.Submit(first.FormTo("/bo"))).StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task K1_The_page_of_the_authority_takes_as_many_statements_for_many_clusters()
    {
        var year = await ClusterYearInTest.Make(portal);
        await year.FollowFramework(portal);
        var url = year.Frameworks($"/{await portal.WithDb(db => db.FrameworkSchemes.Where(row => row.AuthorityId == year.Authority.Id).Select(row => row.Id).SingleAsync())}");
        (await year.ClerkOf(year.Authority).See(url)).QuerySelector(".framework-followers")!.TextContent.ShouldContain("giữ đúng");
        var few = await StatementCounter.Of(portal, year.Authority.ClerkId, url);
        await portal.WithDb(async db =>
        {
            for (var number = 1; number <= 15; number++)
            {
                var cluster = new Cluster(Actor.Portal, year.Authority.Id, new($"Khối {number:00}", ClusterKind.Khoi, ClusterLevel.Provincial) { Abbreviation = "KTĐ" });
                db.Add(new ClusterYear(Actor.Portal, cluster, 2020, new(), new("1/QĐ", new(2020, 1, 2), "Hội đồng", "")));
            }

            return await db.SaveChangesAsync();
        });
        (await year.ClerkOf(year.Authority).See(url)).QuerySelectorAll(".framework-followers tbody tr").Length.ShouldBe(16);
        (await StatementCounter.Of(portal, year.Authority.ClerkId, url)).ShouldBe(few);
    }

    [Fact]
    public async Task Each_position_reaches_what_is_its_own_and_foreign_ids_are_nothing()
    {
        var (year, other) = (await ClusterYearInTest.Make(portal), await ClusterYearInTest.Make(portal));
        var (id, foreign) = (await year.AFramework(portal), await other.AFramework(portal));
        foreach (var path in new[] { "", "/ban-hanh", "/nhap", "/bang-tinh.xlsx" })
        {
            (await year.ClerkOf(year.Authority).GetAsync(year.Frameworks($"/{foreign}{path}"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
            (await year.ClerkOf(year.Authority).GetAsync(year.Frameworks($"/{id}{path}"))).StatusCode.ShouldBe(HttpStatusCode.OK);
            foreach (var unit in new[] { year.Leader, year.Member, year.StandingBody, other.Authority })
            {
                (await year.HeadOf(unit).GetAsync(year.Frameworks($"/{id}{path}"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
            }
        }

        var registrar = (await portal.AnAccount()).Id;
        await portal.AnOffice(registrar, year.Authority.Id, Capacity.Registrar);
        (await portal.As(registrar).GetAsync(year.Frameworks($"/{id}/nhap"))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await portal.As(registrar).See(year.Frameworks($"/{id}"))).Forms.ShouldNotContain(form => form.Action.EndsWith("/them-muc", StringComparison.Ordinal));
        (await year.ClerkOf(year.Leader).GetAsync(year.Scheme($"/tao?nguon=khung-{id}"))).StatusCode.ShouldBe(HttpStatusCode.NotFound, "a draft of the authority is not the cluster's to read");
        (await year.ClerkOf(year.Leader).See(year.Scheme("/khung"))).QuerySelector(".empty").ShouldNotBeNull();
        var author = year.ClerkOf(year.Authority);
        var typed = await (await author.Submit((await author.See(year.Frameworks("/them"))).FormTo("/them"), ("Year", "2020"), ("Title", "Hai bảng một lúc"), ("ContentTotal", "100"), ("Source", "trong"))).Html();
        typed.Says().ShouldContain("đã có dự thảo bảng điểm khung");
    }

    [Fact]
    public async Task The_workbook_of_a_framework_comes_back_with_its_marks()
    {
        var year = await ClusterYearInTest.Make(portal);
        var id = await year.AFramework(portal);
        var clerk = year.ClerkOf(year.Authority);
        var before = await Stored(id);
        var file = await (await clerk.GetAsync(year.Frameworks($"/{id}/bang-tinh.xlsx"))).EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();
        var preview = await (await clerk.Upload((await clerk.See(year.Frameworks($"/{id}/nhap"))).FormTo("/nhap"), file, "khung.xlsx")).Html();
        preview.QuerySelector("main")!.TextContent.ShouldContain($"Giữ nguyên {before.Rows.Count} dòng");
        await clerk.Follow(await clerk.Submit(preview.FormTo("/xac-nhan")));
        var after = await Stored(id);
        after.Lines().ShouldBe(before.Lines());
        after.PartOf("II").ShouldBe(FrameworkPart.Free);
        (await clerk.Submit(preview.FormTo("/xac-nhan"))).StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }
}
