using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Clusters;
using ThiDua.Web.Tests.Fixture;

namespace ThiDua.Web.Tests.Clusters;

public sealed class OpenYearTests(Portal portal)
{
    private static readonly (string, string)[] Document = [("Document.Number", "20/QĐ-HĐ"), ("Document.IssuedOn", "15/01/2021"), ("Document.Issuer", "Hội đồng Thi đua"), ("Document.Abstract", "Về các khối thi đua")];

    private async Task<string> PathOf(ClusterYearInTest year) =>
        $"/co-quan/{year.Authority.Id}/cum/{await portal.WithDb(db => db.ClusterYears.Where(row => row.Id == year.Id).Select(row => row.ClusterId).SingleAsync())}/mo-nam";

    private static void Tick(IHtmlFormElement form, UnitInTest unit, bool ticked = true) =>
        form.Elements.OfType<IHtmlInputElement>().Single(box => box.Name == "MemberIds" && box.Value == $"{unit.Id}").IsChecked = ticked;

    private static IReadOnlyList<string> Ticked(IHtmlFormElement form) => [.. form.Elements.OfType<IHtmlInputElement>().Where(box => box is { Name: "MemberIds", IsChecked: true }).Select(box => box.Value)];

    [Fact]
    public async Task The_next_year_carries_the_members_and_takes_its_own_leader()
    {
        var year = await ClusterYearInTest.Make(portal);
        var clerk = year.ClerkOf(year.Authority);
        var form = (await clerk.See(await PathOf(year))).FormTo("/mo-nam");
        Ticked(form).ShouldBe(year.Units.Select(unit => $"{unit.Id}"), ignoreOrder: true);
        form.QuerySelector("[name=Year]")!.GetAttribute("value").ShouldBe("2021");
        form.QuerySelector("[name=Honours]")!.TextContent.ShouldBe("Dẫn đầu\nNhì");
        Tick(form, year.Units[3], ticked: false);
        var page = await clerk.Follow(await clerk.Submit(form, [.. Document, ("LeaderId", $"{year.Member.Id}"), ("FirstDeputyId", $"{year.Leader.Id}")]));
        page.QuerySelector("h1")!.TextContent.ShouldContain("năm 2021");
        var rows = page.QuerySelectorAll(".members tbody tr").Select(row => row.TextContent).ToList();
        rows.Count.ShouldBe(3);
        rows[0].ShouldContain(year.Member.Name);
        rows[0].ShouldContain("Cụm trưởng");
        rows[1].ShouldContain(year.Leader.Name);
        page.Body!.TextContent.ShouldContain("20/QĐ-HĐ ngày 15/01/2021");
    }

    [Fact]
    public async Task A_unit_that_was_merged_is_followed_by_its_successor()
    {
        var year = await ClusterYearInTest.Make(portal);
        var successor = await year.AUnit("Tỉnh kế thừa");
        await portal.WithDb(async db =>
        {
            (await db.Organizations.FindAsync(year.Member.Id))!.Merge(Actor.Portal, successor.Id, new(2020, 12, 31));
            return await db.SaveChangesAsync();
        });
        var form = (await year.ClerkOf(year.Authority).See(await PathOf(year))).FormTo("/mo-nam");
        Ticked(form).ShouldContain($"{successor.Id}");
        Ticked(form).ShouldNotContain($"{year.Member.Id}");
        (await year.ClerkOf(year.Member).See(year.Url)).QuerySelector(".members")!.TextContent.ShouldContain(year.Member.Name, customMessage: "the year keeps the name of its time");
    }

    [Fact]
    public async Task Searching_without_diacritics_keeps_what_is_ticked_and_typed()
    {
        var year = await ClusterYearInTest.Make(portal);
        var odd = await year.AUnit($"Tỉnh Đắk Xyz{Portal.Next()}");
        var clerk = year.ClerkOf(year.Authority);
        var form = (await clerk.See(await PathOf(year))).FormTo("/mo-nam");
        var answer = await clerk.Submit(form, ("Find", "true"), ("Search", $"dak {odd.Name.Split(' ')[2]}".ToUpperInvariant()), ("Document.Number", "20/QĐ-HĐ"));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var found = (await answer.Html()).FormTo("/mo-nam");
        Ticked(found).Count.ShouldBe(4);
        found.QuerySelector("[name='Document.Number']")!.GetAttribute("value").ShouldBe("20/QĐ-HĐ");
        found.QuerySelector(".invalid-feedback").ShouldBeNull();
        Tick(found, odd);
        var page = await clerk.Follow(await clerk.Submit(found, Document));
        page.QuerySelectorAll(".members tbody tr").Length.ShouldBe(5);
    }

    [Fact]
    public async Task Mistakes_are_told_beside_their_fields_and_nothing_is_opened()
    {
        var year = await ClusterYearInTest.Make(portal);
        var clerk = year.ClerkOf(year.Authority);
        var form = (await clerk.See(await PathOf(year))).FormTo("/mo-nam");
        var page = await (await clerk.Submit(form, ("Year", ""), ("LeaderId", $"{year.Leader.Id}"), ("FirstDeputyId", $"{year.Leader.Id}"))).Html();
        page.Says().ShouldContain("Nhập năm thi đua");
        page.Says().ShouldContain("Nhập số, ký hiệu văn bản");
        page.Says().ShouldContain("không vừa là trưởng vừa là phó");
        (await (await clerk.Submit(form, [.. Document, ("Year", "2020")])).Html()).Says().ShouldContain("Năm 2020 của cụm, khối đã được mở");
        (await (await clerk.Submit(form, [.. Document, ("Honours", "Nhất\nNhất")])).Html()).Says().ShouldContain("không trùng nhau");
        (await portal.WithDb(db => db.ClusterYears.CountAsync(row => row.Cluster.AuthorityId == year.Authority.Id))).ShouldBe(1);
    }
}
