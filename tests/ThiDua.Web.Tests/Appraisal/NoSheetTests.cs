using System.Net;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Tests.Fixture;
using ThiDua.Web.Tests.Results;

namespace ThiDua.Web.Tests.Appraisal;

/// <summary>A unit that submitted nothing, through the pages: 0, or what the appraiser scores from the facts.</summary>
public sealed class NoSheetTests(Portal portal)
{
    private async Task<ClusterYearInTest> AYear(NoSheetPolicy policy)
    {
        var year = await ClusterYearInTest.Make(portal, units: 3, hasPreparatorySession: false);
        await year.IssueWithCells(portal);
        await portal.WithDb(db => db.ScoringSchemes.ExecuteUpdateAsync(set => set.SetProperty(row => row.NoSheet, policy)), year.Acting(year.Leader, Capacity.Head));
        foreach (var unit in new[] { year.Leader, year.Deputy })
        {
            await year.FillAndSubmit(portal, unit, growth: 8);
            await year.Appraise(portal, unit);
        }

        await portal.WithDb(
            async db =>
            {
                (await db.ScoreSheets.SingleAsync(row => row.UnitId == year.Member.Id)).MarkNotSubmitted(year.Acting(year.Leader, Capacity.Head), new(ClusterYearInTest.Now, "Không nộp dù đã đôn đốc"));
                return await db.SaveChangesAsync();
            },
            year.Acting(year.Leader, Capacity.Head));
        return year;
    }

    [Fact]
    public async Task S3_The_points_of_the_facts_count_unranked_and_the_adoption_does_not_wait()
    {
        var year = await AYear(NoSheetPolicy.PointsOfFacts);
        var (leader, head) = (year.ClerkOf(year.Leader), year.HeadOf(year.Leader));
        var sheet = $"{year.Url}/tham-dinh/{await year.SheetOf(portal, year.Member)}";
        (await leader.See($"{year.Url}/tham-dinh")).QuerySelectorAll($"a[href='{sheet}']").Length.ShouldBe(1);
        var page = await leader.See(sheet);
        page.QuerySelectorAll("form[action$='/hoan-thanh']").ShouldBeEmpty();
        page.QuerySelector("main")!.TextContent.ShouldContain("chấm những dòng có căn cứ trong hồ sơ");
        (await leader.SaveLine(page, "II.1", ("Points", "12"))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, "a reason is needed");
        page = await leader.Follow(await leader.SaveLine(page, "II.1", ("Points", "12"), ("Reason", "Theo số liệu của cơ quan thống kê")));
        await leader.Follow(await year.Take(leader, "khoa-nhap-lieu"));
        await head.Follow(await year.Take(head, "cong-bo-du-kien"));
        await head.Follow(await year.Take(head, "thong-qua", RankedYear.Minutes));
        var row = await portal.WithDb(db => db.LayerRows.Where(one => one.UnitId == year.Member.Id).OrderByDescending(one => one.LayerId).FirstAsync(), year.Acting(year.Leader, Capacity.Head));
        (row.Total, row.Rank).ShouldBe((12, null));
        (await year.Cell(portal, year.Member, "II.1", ScoreStage.Final))!.Points.ShouldBe(12);
        (await leader.SaveLine(page, "II.1", ("Points", "13"), ("Reason", "Muộn"))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, "the results are adopted");
    }

    [Fact]
    public async Task S3_Where_the_scheme_says_0_nothing_is_scored()
    {
        var year = await AYear(NoSheetPolicy.Zero);
        var leader = year.ClerkOf(year.Leader);
        var sheet = $"{year.Url}/tham-dinh/{await year.SheetOf(portal, year.Member)}";
        (await leader.See($"{year.Url}/tham-dinh")).QuerySelectorAll($"a[href='{sheet}']").ShouldBeEmpty();
        (await leader.See(sheet)).QuerySelectorAll("[data-appraisal] form").ShouldBeEmpty();
    }
}
