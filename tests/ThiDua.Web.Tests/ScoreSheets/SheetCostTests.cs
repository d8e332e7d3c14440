using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Web.Tests.Appraisal;
using ThiDua.Web.Tests.Authorities;
using ThiDua.Web.Tests.Fixture;
using ThiDua.Web.Tests.Results;

namespace ThiDua.Web.Tests.ScoreSheets;

public sealed class SheetCostTests(Portal portal)
{
    [Fact]
    public async Task K1_A_large_scheme_has_230_nodes_and_176_leaves_on_five_levels()
    {
        var year = await LargeYear.Make(portal);
        var criteria = await portal.WithDb(db => db.Criteria.ToListAsync(), year.Acting(year.Leader, Capacity.Head));
        criteria.Count.ShouldBe(LargeYear.Nodes);
        criteria.Count(criterion => criterion.Rule is not null).ShouldBe(LargeYear.Leaves);
    }

    [Theory]
    [InlineData("/cham-diem", 10)]
    [InlineData("/cham-diem/#", 12)]
    [InlineData("/cham-diem/#/ban-in.html", 12)]
    [InlineData("/tieu-chi", 11)] // a sheet with the panel of what was sent to the authority
    [InlineData("", 10)]
    [InlineData("/lich-su", 10)]
    public async Task K1_A_page_takes_as_many_statements_for_176_leaves_as_for_six(string page, int most)
    {
        var (small, large) = (await AppraisalInTest.Submitted(portal), await LargeYear.Make(portal));
        async Task<int> Statements(ClusterYearInTest year) =>
            await StatementCounter.Of(portal, year.Member.ClerkId, year.Url + page.Replace("#", $"{await year.SheetOf(portal, year.Member)}", StringComparison.Ordinal));
        var (few, many) = (await Statements(small), await Statements(large));
        many.ShouldBe(few);
        many.ShouldBeLessThanOrEqualTo(most);
    }

    [Theory]
    [InlineData("/xep-hang")]
    [InlineData("/xep-hang/trinh-chieu")]
    [InlineData("/xep-hang/khong-xet")]
    [InlineData("/xep-hang/#/don-vi/@")]
    [InlineData("/xep-hang/#/bang-tong-hop.html")]
    [InlineData("/xep-hang/#/bien-ban.html")]
    [InlineData("/bieu-do")]
    public async Task K1_A_page_of_the_results_takes_as_many_statements_for_nine_units_as_for_three(string page)
    {
        async Task<int> Statements(int units)
        {
            var year = await ClusterYearInTest.Make(portal, units);
            await year.IssueWithCells(portal);
            foreach (var unit in year.Units)
            {
                await year.FillAndSubmit(portal, unit, growth: 7);
                await year.Appraise(portal, unit);
            }

            var head = year.HeadOf(year.Leader);
            foreach (var path in new[] { "khoa-nhap-lieu", "cong-bo-du-kien" })
            {
                await head.Follow(await head.Submit((await head.See($"{year.Url}/xep-hang/{path}")).FormTo(path)));
            }

            var layer = await portal.WithDb(db => db.ResultLayers.Select(row => row.Id).SingleAsync(), year.Acting(year.Leader, Capacity.Head));
            return await StatementCounter.Of(portal, year.Member.ClerkId, year.Url + page.Replace("#", $"{layer}", StringComparison.Ordinal).Replace("@", $"{year.Member.Id}", StringComparison.Ordinal));
        }

        var (few, many) = (await Statements(3), await Statements(9));
        many.ShouldBe(few);
        many.ShouldBeLessThanOrEqualTo(14); // the ranking reads last year, and what merged into what, beside its own
    }
}
