using System.Net;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Tests.Appraisal;
using ThiDua.Web.Tests.Authorities;
using ThiDua.Web.Tests.Fixture;
using ThiDua.Web.Tests.Home;
using ThiDua.Web.Tests.Results;
using ThiDua.Web.Tests.Workbooks;

namespace ThiDua.Web.Tests.Registrations;

public sealed class TargetsInSheetTests(Portal portal)
{
    private static string Words(string text) => TasksInTest.Words(text);

    private async Task<(ClusterYearInTest Year, string Sheet)> AYear()
    {
        var year = await ClusterYearInTest.Make(portal);
        await year.IssueWithCells(portal);
        return (year, $"{year.Url}/cham-diem/{await year.SheetOf(portal, year.Member)}");
    }

    private async Task<HttpResponseMessage> Type(ClusterYearInTest year, string sheet, string code, params (string, string)[] typed)
    {
        var (clerk, leaf) = (year.ClerkOf(year.Member), await year.LeafId(portal, code));
        var page = await clerk.See(sheet);
        return await clerk.PostAsync($"{sheet}/dong/{leaf}", new FormUrlEncodedContent([new("__RequestVerificationToken", page.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!), new("Version", page.QuerySelector($"#dong-{leaf} [data-version]")!.GetAttribute("value")!), .. typed.Select(field => KeyValuePair.Create(field.Item1, field.Item2))]));
    }

    [Fact]
    public async Task S6_The_registered_target_stands_in_the_sheet_with_its_source_and_all_points_follow_from_it()
    {
        var (year, sheet) = await AYear();
        var (clerk, leaf) = (year.ClerkOf(year.Member), await year.LeafId(portal, "I.2"));
        await Type(year, sheet, "I.2", ("Target", "100"), ("Achieved", "60"));
        (await year.Cell(portal, year.Member, "I.2", ScoreStage.Self))!.Points.ShouldBe(18);
        await year.FillTarget(portal, year.Member, "I.2", "80");
        await clerk.Follow(await clerk.Submit((await clerk.See(year.Registration(year.Member, "/chi-tieu/them"))).FormTo("/them"), ("CriterionId", $"{leaf}"), ("Value", "75"), ("Source", "Assigned"), ("Document.Number", "281/QĐ-UBND"), ("Document.IssuedOn", "20/01/2020"), ("Document.Issuer", "UBND tỉnh"), ("Page", "3")));
        (await year.Cell(portal, year.Member, "I.2", ScoreStage.Self))!.Points.ShouldBe(18, "nothing counts before it is registered");
        await year.HeadOf(year.Member).Follow(await year.Register(year.Member));

        const string Ground = "được giao tại 281/QĐ-UBND ngày 20/01/2020, trang 3; đăng ký 80";
        var cell = (await year.Cell(portal, year.Member, "I.2", ScoreStage.Self))!;
        (cell.Values.Target, cell.Values.TargetGround, cell.Points).ShouldBe((75, Ground, 24));
        var line = (await clerk.See(sheet)).QuerySelector($"#dong-{leaf}")!;
        Words(line.TextContent).ShouldContain($"75 % {Ground}");
        line.QuerySelector("[name$='.Target']").ShouldBeNull();
        Words((await clerk.See(sheet + "/ban-in.html")).Body!.TextContent).ShouldContain($"75 % ({Ground})");
        using var book = new Spreadsheet(await clerk.GetByteArrayAsync(sheet + "/bang-tinh.xlsx", TestContext.Current.CancellationToken));
        (book.IsOpen(book.At("I.2", "E")), book.Figure(book.At("I.2", "E")), book.Figure(book.At("I.2", "I"))).ShouldBe((false, 75m, 24m));
        book.Type(book.At("I.2", "F"), 67.5);
        book.Figure(book.At("I.2", "I")).ShouldBe(27m);

        (await Type(year, sheet, "I.2", ("Target", "60"), ("Achieved", "67,5"))).StatusCode.ShouldBe(HttpStatusCode.OK);
        cell = (await year.Cell(portal, year.Member, "I.2", ScoreStage.Self))!;
        (cell.Values.Target, cell.Values.TargetGround, cell.Points).ShouldBe((75, Ground, 27), "what is typed over a registered target does not count");
        await Type(year, sheet, "I.1", ("Target", "7"), ("Achieved", "7"));
        (await year.Cell(portal, year.Member, "I.1", ScoreStage.Self))!.Values.Target.ShouldBe(7, "without one the unit types it");
        (await StatementCounter.Of(portal, year.Member.ClerkId, sheet)).ShouldBeLessThanOrEqualTo(14, "K1: the line holds its target; the count of tasks asks for registrations, and the sheet once for the figures of reports");
    }

    [Fact]
    public async Task Saving_all_lines_leaves_a_fixed_target_alone()
    {
        var (year, sheet) = await AYear();
        await year.FillTarget(portal, year.Member, "I.2", "80");
        await year.Register(year.Member);
        var clerk = year.ClerkOf(year.Member);
        var page = await clerk.See(sheet);
        var version = (await year.Cell(portal, year.Member, "I.2", ScoreStage.Self))!.Version;
        var note = page.QuerySelector($"#dong-{await year.LeafId(portal, "II.1")} [name$='Points']")!.GetAttribute("name")!;
        await clerk.Follow(await clerk.Submit(page.FormTo("/luu"), (note, "12")));
        var cell = (await year.Cell(portal, year.Member, "I.2", ScoreStage.Self))!;
        (cell.Version, cell.Values.Target, cell.EnteredAt).ShouldBe((version, 80, null));
    }

    [Fact]
    public async Task A_later_document_before_the_cut_off_moves_the_points_and_the_old_value_stays_told()
    {
        var (year, sheet) = await AYear();
        var clerk = year.ClerkOf(year.Member);
        await Type(year, sheet, "I.2", ("Target", "100"), ("Achieved", "60"));
        await year.FillTarget(portal, year.Member, "I.2", "80");
        await year.Register(year.Member);
        (await clerk.GetAsync(year.Registration(year.Member, "/chi-tieu/nhap-nhanh"), TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.Found, "closed without a document");
        var late = await year.Adjust(year.Member, "01/01/2021");
        late.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await late.Html()).Says().ShouldContain("chậm nhất ngày chốt số liệu 31/12/2020");

        await clerk.Follow(await year.Adjust(year.Member, "31/12/2020"));
        await year.FillTarget(portal, year.Member, "I.2", "60");
        (await year.Cell(portal, year.Member, "I.2", ScoreStage.Self))!.Points.ShouldBe(22.5m, "until it is registered the old one counts");
        await year.Register(year.Member);
        (await year.Cell(portal, year.Member, "I.2", ScoreStage.Self))!.Points.ShouldBe(30);
        var page = await clerk.See(year.Registration(year.Member));
        Words(page.Body!.TextContent).ShouldContain("900/UBND-TH ngày 31/12/2020 của UBND tỉnh");
        (await year.StoredRegistration(portal, year.Member)).FormerTargets.ShouldHaveSingleItem().Value.ShouldBe(80);
    }

    [Fact]
    public async Task A_sheet_handed_in_keeps_its_target_and_takes_the_new_one_when_it_is_returned()
    {
        var (year, _) = await AYear();
        await year.FillAndSubmit(portal, year.Member, growth: 7, disbursed: 60);
        await year.FillTarget(portal, year.Member, "I.2", "80");
        await year.Register(year.Member);
        (await year.Cell(portal, year.Member, "I.2", ScoreStage.Self))!.Values.ShouldBe(new(100, 60));
        var leader = year.ClerkOf(year.Leader);
        var url = await year.AppraisalOf(portal, year.Member);
        await leader.Follow(await leader.Submit((await leader.See(url)).FormTo("/tra-lai"), ("Reason", "Chỉ tiêu đã đăng ký khác")));
        var cell = (await year.Cell(portal, year.Member, "I.2", ScoreStage.Self))!;
        (cell.Values.Target, cell.Points).ShouldBe((80, 22.5m));
    }

    [Fact]
    public async Task A_registration_before_the_scheme_is_issued_fills_the_sheets_that_are_opened_then()
    {
        var year = await ClusterYearInTest.Make(portal);
        await year.ADraftScheme();
        await year.ARegistration(portal, year.Member, value: 7.5m);
        var head = year.HeadOf(year.Leader);
        await head.Follow(await head.Submit((await head.See($"{year.Url}/tieu-chi/ban-hanh")).FormTo("/ban-hanh"), [.. ScoringSchemes.SchemesInTest.Document]));
        var cell = (await year.Cell(portal, year.Member, "I.1", ScoreStage.Self))!;
        (cell.Values.Target, cell.Values.TargetGround).ShouldBe((7.5m, "theo đăng ký ngày 01/12/2020"));
        (await year.Cell(portal, year.Deputy, "I.1", ScoreStage.Self))!.Values.Target.ShouldBeNull();
    }

    [Fact]
    public async Task A_criterion_removed_from_a_draft_leaves_the_units_indicator()
    {
        var year = await ClusterYearInTest.Make(portal);
        await year.ADraftScheme();
        await year.Registrations(portal);
        await portal.WithDb(async db => await db.Criteria.Where(row => row.Code == "I.1").ExecuteDeleteAsync(), year.Acting(year.Leader, Capacity.Head));
        var target = (await year.StoredRegistration(portal, year.Member)).Targets.ShouldHaveSingleItem();
        (target.CriterionId, target.Indicator).ShouldBe((null, "Tốc độ tăng GRDP"));
    }
}
