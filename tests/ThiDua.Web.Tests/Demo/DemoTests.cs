using System.Net;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Data;
using ThiDua.Web.Data.Audit;
using ThiDua.Web.Data.DemoData;
using ThiDua.Web.Tests.Accounts;
using ThiDua.Web.Tests.Fixture;

namespace ThiDua.Web.Tests.Demo;

[Collection(nameof(DemoDatabase))]
public sealed class DemoTests(DemoDatabase demo)
{
    private const string NorthCentral = "CTĐBTB";
    private const string North = "CTĐ";

    private Task<int> YearOf(string abbreviation) => demo.WithDb(db => db.ClusterYears.Where(year => year.Cluster.Abbreviation == abbreviation).Select(year => year.Id).SingleAsync());

    private async Task<T> In<T>(string abbreviation, Func<PortalDb, Task<T>> read) => await demo.WithDb(read, Actor.Portal with { ClusterYearId = await YearOf(abbreviation) });

    [Fact]
    public async Task Planting_twice_changes_nothing()
    {
        var before = await demo.WithDb(db => db.AuditEntries.CountAsync());
        await DemoPortal.Plant(demo.Services);
        (await demo.WithDb(db => db.AuditEntries.CountAsync())).ShouldBe(before);
        (await demo.WithDb(db => AuditTrail.Verify(db, default))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_63_provinces_34_remain_and_each_other_has_a_successor_that_remains()
    {
        var provinces = await demo.WithDb(db => (from row in db.Organizations
                                                 join kind in db.OrganizationKinds on row.KindId equals kind.Id
                                                 where kind.Name == "Ủy ban nhân dân cấp tỉnh"
                                                 select row).ToListAsync());
        provinces.Count.ShouldBe(64, "63 and the new city of Huế");
        var remaining = provinces.Where(row => row.ValidToOn is null).ToList();
        remaining.Count.ShouldBe(34);
        provinces.Except(remaining).ShouldAllBe(row => remaining.Exists(other => other.Id == row.SuccessorId));
        provinces.Single(row => row.Code == "T44").SuccessorId.ShouldBe(provinces.Single(row => row.Name == "Ủy ban nhân dân tỉnh Quảng Trị").Id);
        provinces.Single(row => row.Code == "T44").ValidToOn.ShouldBe(new(2025, 6, 30));
        provinces.Single(row => row.Code == "T46").SuccessorId.ShouldBe(provinces.Single(row => row.Name == "Ủy ban nhân dân thành phố Huế").Id);
    }

    [Fact]
    public async Task The_schemes_add_up_and_rest_on_their_sections()
    {
        foreach (var (cluster, content, bonus) in new[] { (NorthCentral, 950m, 50m), (North, 95m, 5m) })
        {
            var scheme = await In(cluster, db => db.ScoringSchemes.Include(row => row.Criteria).SingleAsync());
            scheme.State.ShouldBe(SchemeState.Issued);
            var tree = scheme.Tree();
            tree.Problems(content).ShouldBeEmpty();
            tree.Sections.Where(section => section.Kind == CriterionKind.Normal).Sum(section => section.Max).ShouldBe(content);
            tree.Sections.Where(section => section.Kind == CriterionKind.Bonus).Sum(section => section.Max).ShouldBe(bonus);
            scheme.TieKeys.ShouldContain(key => key.NodeId != null && key.Label == (cluster == North ? "mục IV" : "mục III"));
        }
    }

    [Fact]
    public async Task Sheets_of_the_North_Central_cluster_stand_where_the_demo_needs_them()
    {
        var sheets = await In(NorthCentral, db => db.ScoreSheets.Include(sheet => sheet.History).ToListAsync());
        var byUnit = sheets.ToDictionary(sheet => sheet.UnitName["Ủy ban nhân dân tỉnh ".Length..]);
        byUnit.ToDictionary(row => row.Key, row => row.Value.State).ShouldBe(
            new Dictionary<string, ScoreSheetState>
            {
                ["Thanh Hóa"] = ScoreSheetState.Submitted,
                ["Quảng Bình"] = ScoreSheetState.Submitted,
                ["Hà Tĩnh"] = ScoreSheetState.Submitted,
                ["Nghệ An"] = ScoreSheetState.Appraised,
                ["Quảng Trị"] = ScoreSheetState.Entering,
                ["Thừa Thiên Huế"] = ScoreSheetState.Returned,
            },
            ignoreOrder: true);
        byUnit["Thừa Thiên Huế"].LastReason!.ShouldContain("I.1.5");
        byUnit["Hà Tĩnh"].History.ShouldContain(step => step.PaperNumber != null, "submitted on paper");
        sheets.SelectMany(sheet => sheet.History).ShouldAllBe(step => step.At.Year == 2020 || step.At.Year == 2021);
    }

    [Fact]
    public async Task Every_total_of_the_North_Central_cluster_is_one_that_a_province_could_have()
    {
        var scheme = await In(NorthCentral, db => db.ScoringSchemes.Include(row => row.Criteria).SingleAsync());
        var cells = await In(NorthCentral, db => db.ScoreEntries.Include(cell => cell.Sheet).Where(cell => cell.Stage == ScoreStage.Self).ToListAsync());
        foreach (var sheet in cells.GroupBy(cell => cell.Sheet).Where(sheet => sheet.Key.State != ScoreSheetState.Entering))
        {
            // Cluster-relative leaves count when entry closes: half the points at least until then.
            var totals = scheme.Tree().Totals(sheet.ToDictionary(cell => cell.CriterionId, cell => new LeafResult(cell.Points)), scheme.NotAssigned);
            totals.Total.ShouldBeInRange(400, 700, sheet.Key.UnitName);
            sheet.Count(cell => cell.EnteredAt is not null).ShouldBe(36, sheet.Key.UnitName);
        }
    }

    [Fact]
    public async Task S3_The_adopted_ranking_of_the_northern_cluster_is_the_one_reckoned_by_hand()
    {
        var layer = await In(North, db => db.ResultLayers.Include(row => row.Rows).SingleAsync(row => row.Kind == ResultLayerKind.Adopted));
        layer.Differences().ShouldBeEmpty();
        layer.Rows.OrderBy(row => row.Order).Select(row => (row.UnitName, row.Total, row.Rank, row.Honour)).ShouldBe(
        [
            ("Sở Nội vụ tỉnh Quảng Ninh", 99.14m, 1, "Nhất"),
            ("Sở Nội vụ thành phố Hải Phòng", 97.51m, 2, "Nhì"),
            ("Sở Nội vụ tỉnh Ninh Bình", 94m, 3, "Ba"),
            ("Sở Nội vụ tỉnh Nam Định", 94m, 4, null),
            ("Sở Nội vụ tỉnh Thái Bình", 91.04m, 5, null),
            ("Sở Nội vụ tỉnh Hải Dương", 88.92m, 6, null),
            ("Sở Nội vụ tỉnh Hà Nam", 85.04m, 7, null),
            ("Sở Nội vụ tỉnh Hưng Yên", 82.34m, 8, null),
        ]);
        layer.Rows.Single(row => row.Rank == 3).TieBrokenBy!.ShouldContain("mục IV");
    }

    [Theory]
    [InlineData("thanhhoa.cv", NorthCentral)]
    [InlineData("thuathienhue.ld", NorthCentral)]
    [InlineData("hdtw.ld", NorthCentral)]
    [InlineData("bantdkt.ld", NorthCentral)]
    [InlineData("thanhhoa.vt", NorthCentral)]
    [InlineData("haiphong.cv", North)]
    [InlineData("bonoivu.ld", North)]
    [InlineData("vpbnv.cv", North)]
    public async Task A_demo_account_signs_in_and_opens_its_cluster(string userName, string cluster)
    {
        var browser = await demo.SignedIn(new(0, userName, "ThiDua@2020"));
        var other = cluster == North ? NorthCentral : North;
        (await browser.GetAsync($"/cum/{await YearOf(cluster)}/cham-diem")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await browser.GetAsync($"/cum/{await YearOf(other)}/cham-diem")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task One_person_switches_between_two_offices_and_the_administrator_keeps_the_organizations()
    {
        var twoOffices = await demo.SignedIn(new(0, "bantdkt.cv", "ThiDua@2020"));
        (await twoOffices.See("/")).QuerySelectorAll("header [name=OfficeId]").Length.ShouldBe(2);
        var admin = await demo.SignedIn(new(0, "admin", "ThiDua@2020"));
        (await admin.See("/quan-tri/don-vi?q=thanh+hoa")).QuerySelector("tbody tr")!.TextContent.ShouldContain("Thanh Hóa");
    }

    [Fact]
    public async Task The_console_lists_every_account_with_the_common_password()
    {
        var output = new StringWriter();
        await DemoPortal.Print(demo.Services, "http://localhost:5050;https://localhost:5051", output);
        var said = output.ToString();
        said.ShouldContain("ThiDua@2020");
        said.ShouldContain("http://localhost:5050/dang-nhap");
        var names = await demo.WithDb(db => db.Users.Select(user => user.UserName!).ToListAsync());
        names.ShouldAllBe(name => said.Contains(name, StringComparison.Ordinal));
    }
}

public sealed class WithoutDemoTests(Portal portal)
{
    [Fact]
    public async Task A_database_in_use_is_left_alone_and_nothing_is_printed()
    {
        await portal.AnAccount();
        await DemoPortal.Plant(portal.Services);
        var output = new StringWriter();
        await DemoPortal.Print(portal.Services, "http://localhost", output);
        output.ToString().ShouldBeEmpty();
        (await portal.WithDb(db => db.Users.AnyAsync(user => user.UserName == "admin"))).ShouldBeFalse();
    }
}
