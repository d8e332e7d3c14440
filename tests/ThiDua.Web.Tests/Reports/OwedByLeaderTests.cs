using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Planning;
using ThiDua.Web.Tests.Fixture;

namespace ThiDua.Web.Tests.Reports;

/// <summary>What the leader owes those above for the cluster: told to them, due by its own deadline, received by them.</summary>
public sealed class OwedByLeaderTests(Portal portal)
{
    private Task<int> Told(int userId, string about) => portal.WithDb(db => db.Notifications.CountAsync(row => row.UserId == userId && row.Title.Contains(about)));

    [Fact]
    public async Task What_the_leader_sends_for_the_cluster_is_told_to_those_above_and_its_receipt_to_the_leader()
    {
        var year = await ClusterYearInTest.Make(portal);
        var id = await year.ARequirement(portal, owedBy: OwedBy.Leader);
        await year.AReport(portal, id, year.Leader);
        foreach (var above in new[] { year.Authority, year.StandingBody })
        {
            (await Told(above.ClerkId, "đã nộp báo cáo, chờ tiếp nhận")).ShouldBe(1);
        }

        (await Told(year.Deputy.ClerkId, "đã nộp báo cáo")).ShouldBe(0, "the deputy receives only what the leader owes as a member");
        var authority = year.ClerkOf(year.Authority);
        await authority.Follow(await authority.Take(year.Report(id, year.Leader, "/tiep-nhan")));
        (await Told(year.Leader.ClerkId, "đã được tiếp nhận")).ShouldBe(1);

        var own = await year.ARequirement(portal, title: "Báo cáo năm");
        await year.AReport(portal, own, year.Leader);
        (await Told(year.Deputy.ClerkId, "đã nộp báo cáo")).ShouldBe(1);
    }
}
