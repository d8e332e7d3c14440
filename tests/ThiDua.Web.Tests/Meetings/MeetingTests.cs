using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Tests.Appraisal;
using ThiDua.Web.Tests.Fixture;
using ThiDua.Web.Tests.Results;

namespace ThiDua.Web.Tests.Meetings;

public sealed class MeetingTests(Portal portal)
{
    [Fact]
    public async Task The_secretary_records_all_units_and_the_entry_names_the_meeting()
    {
        var (year, clerk) = await Opened();
        var leaves = (await clerk.See($"{year.Url}/cham-tai-cuoc-hop")).QuerySelectorAll("tbody a.btn-primary").Select(link => link.GetAttribute("href")!).ToList();
        leaves.Count.ShouldBe(6);
        (await clerk.Submit((await clerk.See($"{year.Url}/cham-tai-cuoc-hop")).FormTo("ket-thuc"))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        foreach (var (leaf, points) in leaves.Zip(["35,5", "28", "19", "10", "2,5", "0"]))
        {
            await clerk.Follow(await Record(clerk, leaf, year, points));
        }

        await clerk.Follow(await clerk.Submit((await clerk.See($"{year.Url}/cham-tai-cuoc-hop")).FormTo("ket-thuc")));
        foreach (var unit in year.Units)
        {
            (await year.StateOf(portal, unit)).ShouldBe(ScoreSheetState.Appraised);
            var cell = (await year.Cell(portal, unit, "I.1"))!;
            cell.Points.ShouldBe(35.5m);
            cell.EnteredByName.ShouldStartWith("Phiên họp trù bị ngày 25/02/2021 (thư ký");
        }
    }

    [Fact]
    public async Task What_a_unit_gave_itself_in_bonus_is_owed_and_what_is_not_assigned_is_not()
    {
        var year = await ClusterYearInTest.Make(portal);
        await year.IssueWithCells(portal);
        await year.FillAndSubmit(portal, year.Member, growth: 8);
        var (bonus, notAssigned) = (await year.LeafId(portal, "B.1"), await year.LeafId(portal, "I.2"));
        await portal.WithDb(
            async db =>
            {
                var sheet = await db.ScoreSheets.SingleAsync(row => row.UnitId == year.Deputy.Id);
                var cell = await db.ScoreEntries.SingleAsync(row => row.SheetId == sheet.Id && row.CriterionId == bonus && row.Stage == ScoreStage.Self);
                cell.Enter(year.Acting(year.Deputy, Capacity.Clerk), new(new(Achieved: 1), null), await db.Criteria.SingleAsync(row => row.Id == bonus), ClusterYearInTest.Now);
                return await db.SaveChangesAsync();
            },
            year.Acting(year.Deputy, Capacity.Clerk));
        await portal.WithDb(
            async db =>
            {
                var by = year.Acting(year.Leader, Capacity.Clerk);
                var sheet = await db.ScoreSheets.SingleAsync(row => row.UnitId == year.Member.Id);
                var assignment = db.Add(new LeafAssignment(sheet, notAssigned)).Entity;
                assignment.Set(by, sheet, AppraisalDuty.For(year.Member.Id, await db.PositionsHeld.ToListAsync(), false), await db.Criteria.SingleAsync(row => row.Id == notAssigned), NotAssignedPolicy.ReduceBase, new(ClusterYearInTest.Now, "Không có dự án"));
                return await db.SaveChangesAsync();
            },
            year.Acting(year.Leader, Capacity.Clerk));
        var clerk = await Open(year);
        var all = $"{year.Url}/cham-tai-cuoc-hop";
        (await clerk.See($"{all}/{notAssigned}")).QuerySelector($"[data-sheet='{await year.SheetOf(portal, year.Member)}']")!.TextContent.ShouldContain("không giao");
        foreach (var (code, points) in new[] { ("I.1", "35,5"), ("I.2", "28"), ("II.1", "19"), ("II.2", "10") })
        {
            var leaf = $"{all}/{await year.LeafId(portal, code)}";
            var page = await clerk.See(leaf);
            await clerk.Follow(await clerk.Submit(page.FormTo(leaf[leaf.LastIndexOf('/')..]), [.. page.QuerySelectorAll("input[inputmode]").Select(field => (field.GetAttribute("name")!, points))]));
        }

        var refused = await clerk.Submit((await clerk.See(all)).FormTo("ket-thuc"));
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var missing = (await refused.Html()).Body!.TextContent;
        missing.ShouldContain($"{year.Deputy.Name}: chưa có điểm tiêu chí B.1");
        missing.ShouldNotContain("chưa có điểm tiêu chí I.2");
        foreach (var leaf in new[] { bonus, await year.LeafId(portal, "C.1") })
        {
            var last = await clerk.See($"{all}/{leaf}");
            await clerk.Follow(await clerk.Submit(last.FormTo($"/{leaf}"), [.. last.QuerySelectorAll("input[inputmode]").Select(field => (field.GetAttribute("name")!, "0"))]));
        }

        await clerk.Follow(await clerk.Submit((await clerk.See(all)).FormTo("ket-thuc")));
        (await year.StateOf(portal, year.Member)).ShouldBe(ScoreSheetState.Appraised);
    }

    [Fact]
    public async Task Who_is_not_the_secretary_sees_of_each_unit_what_its_sheet_shows_them()
    {
        var year = await ClusterYearInTest.Make(portal);
        await year.IssueWithCells(portal);
        await year.FillAndSubmit(portal, year.Member, growth: 8, judged: 17);
        var clerk = await Open(year);
        var leaf = $"{year.Url}/cham-tai-cuoc-hop/{await year.LeafId(portal, "II.1")}";
        await clerk.Follow(await Record(clerk, leaf, year, "16,5"));
        foreach (var page in new[] { leaf, leaf + "/trinh-chieu" })
        {
            (await clerk.See(page)).Body!.TextContent.ShouldContain("17,00");
            var deputy = (await year.ClerkOf(year.Deputy).See(page)).QuerySelector("table")!.TextContent;
            deputy.ShouldContain("chưa công bố");
            deputy.ShouldNotContain("17,00");
            deputy.ShouldNotContain("16,50");
        }
    }

    [Fact]
    public async Task Nobody_else_scores_while_a_meeting_does()
    {
        var (year, clerk) = await Opened();
        var leaf = (await clerk.See($"{year.Url}/cham-tai-cuoc-hop")).QuerySelector("tbody a.btn-primary")!.GetAttribute("href")!;
        var head = year.HeadOf(year.Leader);
        (await head.See(leaf)).QuerySelector("input[inputmode]").ShouldBeNull();
        (await Record(head, leaf, year, "10", await clerk.See(leaf), await head.See(leaf))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        await year.FillAndSubmit(portal, year.Member, growth: 8);
        (await year.HeadOf(year.Leader).GetAsync(new Uri(await year.AppraisalOf(portal, year.Member), UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await year.ClerkOf(year.Member).GetAsync(new Uri($"{year.Url}/cham-tai-cuoc-hop", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Points_out_of_bounds_are_told_at_the_unit_and_nothing_is_written()
    {
        var (year, clerk) = await Opened();
        var leaf = (await clerk.See($"{year.Url}/cham-tai-cuoc-hop")).QuerySelector("tbody a.btn-primary")!.GetAttribute("href")!;
        var page = await clerk.See(leaf);
        var refused = await clerk.Submit(page.FormTo(leaf[leaf.LastIndexOf('/')..]), ("Lines[0].Points", "20"), ("Lines[1].Points", "41"));
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var again = await refused.Html();
        again.QuerySelector("[name='Lines[1].Points']")!.ClassList.ShouldContain("is-invalid");
        ((IHtmlInputElement)again.QuerySelector("[name='Lines[0].Points']")!).Value.ShouldBe("20");
        (await portal.WithDb(db => db.ScoreEntries.CountAsync(cell => cell.Stage == ScoreStage.Appraised), year.Acting(year.Leader, Capacity.Clerk))).ShouldBe(0);
    }

    private async Task<(ClusterYearInTest Year, HttpClient Secretary)> Opened()
    {
        var year = await ClusterYearInTest.Make(portal);
        await year.IssueWithCells(portal);
        return (year, await Open(year));
    }

    private static async Task<HttpClient> Open(ClusterYearInTest year)
    {
        var head = year.HeadOf(year.Leader);
        await head.Follow(await head.Submit((await head.See($"{year.Url}/cham-tai-cuoc-hop/lap")).FormTo("lap"),
            ("Name", "Phiên họp trù bị"), ("HeldOn", "25/02/2021"), ("SecretaryId", $"{year.Leader.ClerkId}"), ("Document.Number", "03/BB-CTĐ"), ("Document.IssuedOn", "25/02/2021"), ("Document.Issuer", "Cụm thi đua")));
        return year.ClerkOf(year.Leader);
    }

    private static async Task<HttpResponseMessage> Record(HttpClient person, string leaf, ClusterYearInTest year, string points, IHtmlDocument? from = null, IHtmlDocument? own = null)
    {
        var page = from ?? await person.See(leaf);
        var form = page.FormTo(leaf[leaf.LastIndexOf('/')..]);
        (string, string)[] typed = [.. year.Units.Select((_, index) => ($"Lines[{index}].Points", points))];
        return own is null ? await person.Submit(form, typed) : await person.Submit(form, [.. typed, ("__RequestVerificationToken", ((IHtmlInputElement)own.QuerySelector("[name=__RequestVerificationToken]")!).Value)]);
    }
}
