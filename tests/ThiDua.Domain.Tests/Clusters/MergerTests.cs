using ThiDua.Domain.Access;
using ThiDua.Domain.Clusters;

namespace ThiDua.Domain.Tests.Clusters;

public sealed class MergerTests
{
    private static readonly Actor Authority = new(1, "Người", 1, "Chuyên viên", 90, Capacity.Clerk) { Positions = new HashSet<Position> { Position.Authority } };
    private static readonly DocumentReference Document = new("01/QĐ", new(2020, 1, 1), "Hội đồng", "");
    private static readonly DateOnly Start = new(2020, 1, 1);
    private static readonly DateOnly Merged = new(2020, 7, 1);

    private static ClusterYear AYear()
    {
        var year = new ClusterYear(Authority, new Cluster(Authority, 90, new("Cụm thi đua", ClusterKind.Cum, ClusterLevel.Central) { Abbreviation = "CTĐ" }), 2020, new(), Document);
        foreach (var unit in Enumerable.Range(1, 5))
        {
            year.AddMember(Authority, unit, $"Tỉnh {unit}", Start);
        }

        year.AppointLeader(Authority, 1, Start);
        year.AppointDeputy(Authority, 2, Start);
        year.AppointDeputy(Authority, 3, Start);
        return year;
    }

    private static IEnumerable<(int Unit, Position Position, int Order)> Now(ClusterYear year) =>
        year.Positions.Where(row => row.ToOn is null).Select(row => (row.OrganizationId, row.Position, row.Order)).Order();

    [Fact]
    public void U2_The_deputy_into_which_the_leader_merges_leads_from_that_day()
    {
        var year = AYear();
        year.Merge(Authority, [1], 2, "Tỉnh 2", Merged, MergerOutcome.TakesPlace, Document, new(2020, 7, 1, 2, 0, 0, DateTimeKind.Utc));
        Now(year).ShouldBe([(2, Position.Leader, 1), (3, Position.Deputy, 2)]);
        year.Positions.Where(row => row.OrganizationId is 1 or 2 && row.FromOn == Start).ShouldAllBe(row => row.ToOn == new DateOnly(2020, 6, 30));
    }

    [Fact]
    public void U2_The_second_deputy_into_which_the_first_merges_is_the_first()
    {
        var year = AYear();
        year.Merge(Authority, [2], 3, "Tỉnh 3", Merged, MergerOutcome.TakesPlace, Document, new(2020, 7, 1, 2, 0, 0, DateTimeKind.Utc));
        Now(year).ShouldBe([(1, Position.Leader, 1), (3, Position.Deputy, 1)]);
    }

    [Fact]
    public void U2_A_higher_position_of_its_own_is_kept()
    {
        var year = AYear();
        year.Merge(Authority, [3, 4], 2, "Tỉnh 2", Merged, MergerOutcome.TakesPlace, Document, new(2020, 7, 1, 2, 0, 0, DateTimeKind.Utc));
        Now(year).ShouldBe([(1, Position.Leader, 1), (2, Position.Deputy, 1)]);
        year.Positions.Single(row => row.OrganizationId == 2).FromOn.ShouldBe(Start);
    }

    [Fact]
    public void U2_A_new_unit_takes_the_highest_position_of_those_that_merge()
    {
        var year = AYear();
        year.AppointObserver(Authority, 6, Start);
        year.Merge(Authority, [2, 1, 4], 6, "Tỉnh mới", Merged, MergerOutcome.TakesPlace, Document, new(2020, 7, 1, 2, 0, 0, DateTimeKind.Utc));
        Now(year).ShouldBe([(3, Position.Deputy, 2), (6, Position.Leader, 1)]);
        year.Members.Where(row => row.ToOn is null).Select(row => row.OrganizationId).ShouldBe([3, 5, 6]);
    }

    [Fact]
    public void A_unit_has_left_once_all_its_memberships_have_ended_and_by_none_it_stays_ranked()
    {
        DateOnly today = new(2020, 10, 1);
        (int, DateOnly?, int?, bool)[] rows =
        [
            (1, null, null, false),
            (2, new(2020, 9, 30), null, false),
            (3, today, null, false),
            (4, new(2020, 3, 31), null, false), (4, null, null, false),
            (5, new(2020, 6, 30), 9, true),
            (6, new(2020, 3, 31), null, false), (6, new(2020, 6, 30), 9, false),
        ];
        UnitLeft.Among(rows, today).ShouldBe([new(2, new(2020, 9, 30), null), new(6, new(2020, 6, 30), 9)]);
        UnitLeft.Among(rows, today)[1].InWords.ShouldBe("Sáp nhập từ ngày 01/07/2020.");
    }
}
