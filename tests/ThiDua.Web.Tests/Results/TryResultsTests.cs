using System.Net;
using AngleSharp.Html.Dom;
using ThiDua.Web.Tests.Appraisal;
using ThiDua.Web.Tests.Architecture.Gates;
using ThiDua.Web.Tests.Fixture;

namespace ThiDua.Web.Tests.Results;

public sealed class TryResultsTests(Portal portal)
{
    [Fact]
    public async Task The_changed_ranking_stands_beside_the_present_one()
    {
        var year = await RankedYear.Closed(portal, 8.4m, 8, 7);
        var clerk = year.ClerkOf(year.Leader);
        (await clerk.See($"{year.Url}/xep-hang")).QuerySelectorAll("a[href$='/thu-phuong-an']").Length.ShouldBe(1);
        var response = await Try(clerk, year, (year.Deputy, "I.1", "Achieved", "9,8"), (year.Member, "II.1", "Points", "15"));
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var page = await response.Html();
        Cells(page, year.Deputy)[0].ShouldBe("2");
        Cells(page, year.Deputy)[4].ShouldBe("1");
        Cells(page, year.Deputy)[5].ShouldBe("100,00");
        Cells(page, year.Leader)[4].ShouldBe("2");
        Cells(page, year.Leader)[5].ShouldBe("90,00"); // 20 % over against 40 %
        Cells(page, year.Member)[5].ShouldBe("75,00");
        ((IHtmlInputElement)page.QuerySelector("[name='Lines[0].Achieved']")!).Value.ShouldBe("9,8");
    }

    [Fact]
    public async Task A_trial_changes_nothing_in_the_database()
    {
        await using var own = new Portal();
        await own.InitializeAsync();
        var year = await RankedYear.Closed(own, 8.4m, 8, 7);
        var head = year.HeadOf(year.Leader);
        await head.See($"{year.Url}/xep-hang/thu-phuong-an");
        var before = Dump.Of(own);
        var criterion = await year.LeafId(own, "I.1");
        var form = (await head.See($"{year.Url}/xep-hang/thu-phuong-an")).FormTo("thu-phuong-an");
        (await head.Submit(form, ("Lines[0].UnitId", $"{year.Deputy.Id}"), ("Lines[0].CriterionId", $"{criterion}"), ("Lines[0].Achieved", "9,8"))).StatusCode.ShouldBe(HttpStatusCode.OK);
        Dump.Of(own).Since(before).Where(change => !change.Told.Contains("UserSessions", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_empty_or_half_typed_trial_is_refused_with_what_was_typed()
    {
        var year = await RankedYear.Closed(portal, 8.4m, 8, 7);
        var clerk = year.ClerkOf(year.Leader);
        var empty = await Try(clerk, year);
        empty.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await empty.Html()).Body!.TextContent.ShouldContain("Nhập ít nhất một thay đổi");
        var both = await Try(clerk, year, (year.Deputy, "I.1", "Achieved", "9"), (year.Deputy, "II.1", "Points", "21"));
        both.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await both.Html()).Body!.TextContent.ShouldContain("Điểm không được quá điểm tối đa 20");
    }

    [Fact]
    public async Task A4_A_deputy_tries_only_what_is_published_and_others_never()
    {
        var year = await RankedYear.Closed(portal, 8.4m, 8, 7);
        var deputy = year.ClerkOf(year.Deputy);
        (await deputy.GetAsync($"{year.Url}/xep-hang/thu-phuong-an")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await year.HeadOf(year.Member).GetAsync($"{year.Url}/xep-hang/thu-phuong-an")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        await year.Take(year.HeadOf(year.Leader), "cong-bo-du-kien");
        await deputy.See($"{year.Url}/xep-hang/thu-phuong-an");
    }

    private async Task<HttpResponseMessage> Try(HttpClient person, ClusterYearInTest year, params (UnitInTest Unit, string Code, string Field, string Value)[] lines)
    {
        var typed = new List<(string, string)>();
        foreach (var (line, index) in lines.Select((line, index) => (line, index)))
        {
            typed.AddRange([($"Lines[{index}].UnitId", $"{line.Unit.Id}"), ($"Lines[{index}].CriterionId", $"{await year.LeafId(portal, line.Code)}"), ($"Lines[{index}].{line.Field}", line.Value)]);
        }

        return await year.Take(person, "thu-phuong-an", [.. typed]);
    }

    private static List<string> Cells(IHtmlDocument page, UnitInTest unit) =>
        [.. page.QuerySelectorAll($"[data-trial] tr[data-unit='{unit.Id}'] td").Select(cell => cell.TextContent.Trim())];
}
