using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Tests.Appraisal;
using ThiDua.Web.Tests.Fixture;
using ThiDua.Web.Tests.Results;

namespace ThiDua.Web.Tests.ScoringSchemes;

public class AmendSchemeTests(Portal portal)
{
    [Fact]
    public async Task A_change_after_issue_moves_open_sheets_returns_submitted_ones_and_keeps_what_was_typed()
    {
        var year = await ClusterYearInTest.Make(portal);
        await year.IssueWithCells(portal);
        await year.FillAndSubmit(portal, year.Member, growth: 8.4m);
        await year.FillAndSubmit(portal, year.Deputy, growth: 7);
        await year.Appraise(portal, year.Deputy);
        var before = await year.Stored(portal);
        await year.Amend();
        await Change(year, "I.1", ("Max", "45"));
        await Change(year, "I.2", ("Max", "25"), ("Name", "Giải ngân vốn đầu tư công (mới)"));
        await Change(year, "B.1", ("Guide", "Chỉ sửa câu chữ"));
        await Remove(year, "II.1");
        var section = await Draft(year, "II");
        await year.AddCriterion(section.Id, ("Code", "II.1"), ("Name", "Chuyển đổi số"), ("Max", "20"), ("Rule.Method", "PassOrFail"));

        var head = year.HeadOf(year.Leader);
        var issue = await head.See(year.Scheme("/ban-hanh"));
        var said = issue.QuerySelector("main")!.TextContent;
        foreach (var part in new[] { "5 dòng thay đổi", "thêm II.1; bỏ II.1; sửa I.1, I.2, B.1", "2 bảng đang nhập", "2 bảng đã nộp hoặc đã thẩm định bị trả lại" })
        {
            said.ShouldContain(part);
        }

        issue.QuerySelector(".compare-table [data-code='I.2'] .num")!.TextContent.ShouldBe("2");
        (await year.Stored(portal, "I.2")).Max.ShouldBe(30, "the scheme in force stays until then");
        (await head.Follow(await head.Submit(issue.FormTo("/ban-hanh"), SchemesInTest.Document))).Says().ShouldContain("phiên bản mới");

        var after = await year.Stored(portal);
        (after.Id, after.Edition, after.State, after.IssuedBy!.Number).ShouldBe((before.Id, 2, SchemeState.Issued, "02/HD-CTĐ"));
        after.Criteria.Where(row => row.Code != "II.1").Select(row => (row.Code, row.Id)).ShouldBe(before.Criteria.Where(row => row.Code != "II.1").Select(row => (row.Code, row.Id)), ignoreOrder: true);
        after.Criteria.Single(row => row.Code == "II.1").Name.ShouldBe("Chuyển đổi số");
        after.ReasonsNotToIssue().ShouldBeEmpty();

        (await year.StateOf(portal, year.Member)).ShouldBe(ScoreSheetState.Returned);
        (await year.StateOf(portal, year.Deputy)).ShouldBe(ScoreSheetState.Returned);
        (await year.StateOf(portal, year.Leader)).ShouldBe(ScoreSheetState.Entering);
        (await Cell(year, year.Member, "I.2")).ShouldBe((100m, 25m), "what was typed stays, points are those of the new maximum");
        (await Cell(year, year.Member, "B.1")).ShouldBe((0m, 0m));
        (await year.Cell(portal, year.Deputy, "I.2", ScoreStage.Appraised))!.Points.ShouldBe(25);
        (await year.Cell(portal, year.Leader, "II.1", ScoreStage.Self)).ShouldNotBeNull("a sheet has a cell for what was added");

        var clerk = year.ClerkOf(year.Member);
        var sheet = await clerk.See($"{year.Url}/cham-diem/{await year.SheetOf(portal, year.Member)}");
        sheet.QuerySelector("main")!.TextContent.ShouldContain("Bảng tiêu chí sửa đổi, phiên bản 2, theo văn bản số 02/HD-CTĐ");
        var kept = (await clerk.See(year.Scheme("/dong-da-bo"))).QuerySelector("main table")!.TextContent;
        kept.ShouldContain("II.1 Văn bản chỉ đạo");
        kept.ShouldContain("20,00");
        kept.ShouldNotContain(year.Deputy.Name, customMessage: "another unit's sheet is not shown before it may be");

        var old = await clerk.See(year.Scheme("/phien-ban?so=1"));
        old.QuerySelectorAll("[data-code]").Select(row => row.GetAttribute("data-code")).ShouldBe(["I", "I.1", "I.2", "II", "II.1", "II.2", "B", "B.1", "C", "C.1"]);
        old.QuerySelector("[data-code='II.1']")!.TextContent.ShouldContain("Văn bản chỉ đạo");
        old.QuerySelector(".state-badge")!.TextContent.ShouldBe("Đã được thay thế");
        var compared = await clerk.See(year.Scheme("/so-sanh"));
        compared.QuerySelectorAll(".compare-table [data-code]").Select(row => $"{row.GetAttribute("data-code")} {row.QuerySelector("strong")!.TextContent}").ShouldBe(["I.1 Sửa", "I.2 Sửa", "II.1 Bỏ", "II.1 Thêm", "B.1 Sửa"], ignoreOrder: true);
        compared.QuerySelector("[data-code='I.2'] del")!.TextContent.ShouldBe("30");
    }

    [Fact]
    public async Task Only_words_changed_leave_submitted_sheets_as_they_are()
    {
        var year = await ClusterYearInTest.Make(portal);
        await year.IssueWithCells(portal);
        await year.FillAndSubmit(portal, year.Member, growth: 8.4m);
        var cells = await Cell(year, year.Member, "I.2");
        await year.Amend();
        await Change(year, "I.2", ("Name", "Tên rõ hơn"));
        var head = year.HeadOf(year.Leader);
        var issue = await head.See(year.Scheme("/ban-hanh"));
        issue.QuerySelector("main")!.TextContent.ShouldContain("giữ nguyên trạng thái");
        await head.Follow(await head.Submit(issue.FormTo("/ban-hanh"), SchemesInTest.Document));
        (await year.StateOf(portal, year.Member)).ShouldBe(ScoreSheetState.Submitted);
        (await Cell(year, year.Member, "I.2")).ShouldBe(cells);
        (await year.Stored(portal, "I.2")).Name.ShouldBe("Tên rõ hơn");
    }

    [Fact]
    public async Task Codes_exchanged_between_two_criteria_come_into_force_and_a_third_version_follows()
    {
        var year = await ClusterYearInTest.Make(portal);
        await year.IssueWithCells(portal);
        var before = await year.Stored(portal);
        await year.Amend();
        await Change(year, "I.1", ("Code", "X"));
        await Change(year, "I.2", ("Code", "I.1"));
        await Change(year, "X", ("Code", "I.2"));
        await Issue(year);
        var second = await year.Stored(portal);
        second.Criteria.Single(row => row.Code == "I.1").Id.ShouldBe(before.Criteria.Single(row => row.Code == "I.2").Id);
        await year.Amend();
        await Remove(year, "I");
        await Change(year, "II", ("Max", "100"));
        await Change(year, "II.1", ("Max", "90"));
        await Issue(year);
        (await year.Stored(portal)).Criteria.Count.ShouldBe(7);
        var names = (await year.ClerkOf(year.Member).See(year.Scheme("/phien-ban?so=2"))).QuerySelectorAll("[data-code^='I.'] [data-edit=Name]").Select(place => place.TextContent);
        names.ShouldBe(["Giải ngân vốn đầu tư công", "Tốc độ tăng GRDP"], ignoreOrder: true);
        (await year.ClerkOf(year.Member).See(year.Scheme("/phien-ban?so=1"))).QuerySelectorAll("[data-code]").Length.ShouldBe(10);
    }

    [Fact]
    public async Task After_entry_is_closed_nothing_is_amended()
    {
        var year = await ClusterYearInTest.Make(portal);
        await year.IssueWithCells(portal);
        var clerk = year.ClerkOf(year.Leader);
        var start = (await clerk.See(year.Scheme("/sua-doi"))).FormTo("/sua-doi");
        await year.Amend();
        await Change(year, "I.2", ("Name", "Muộn rồi"));
        var head = year.HeadOf(year.Leader);
        var issue = (await head.See(year.Scheme("/ban-hanh"))).FormTo("/ban-hanh");
        await year.MoveRanking(portal, RankingState.EntryClosed);
        var answer = await head.Submit(issue, SchemesInTest.Document);
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await answer.Html()).Says().ShouldContain("Đã khóa nhập liệu");
        (await year.Stored(portal, "I.2")).Name.ShouldBe("Giải ngân vốn đầu tư công");
        var again = await clerk.Submit(start);
        again.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task An_objection_is_answered_before_points_are_touched()
    {
        var year = await ClusterYearInTest.Make(portal);
        await year.IssueWithCells(portal);
        await portal.WithDb(db => db.ScoreSheets.Where(row => row.UnitId == year.Member.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.State, ScoreSheetState.Objected)), year.Acting(year.Leader, Capacity.Head));
        await year.Amend();
        await Change(year, "I.1", ("Max", "45"));
        await Change(year, "I.2", ("Max", "25"));
        var head = year.HeadOf(year.Leader);
        var answer = await head.Submit((await head.See(year.Scheme("/ban-hanh"))).FormTo("/ban-hanh"), SchemesInTest.Document);
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await answer.Html()).Says().ShouldContain($"{year.Member.Name} đang đề nghị xem xét lại");
        (await year.Stored(portal)).Edition.ShouldBe(1);
    }

    [Fact]
    public async Task A_draft_amendment_is_read_by_members_edited_by_the_leader_and_may_be_given_up()
    {
        var year = await ClusterYearInTest.Make(portal);
        await year.IssueWithCells(portal);
        (await year.ClerkOf(year.Member).GetAsync(year.Scheme("/sua-doi"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var page = await year.Amend();
        page.QuerySelectorAll("[data-criterion]").Length.ShouldBe(10);
        page.QuerySelector(".scheme-table")!.GetAttribute("data-row-url").ShouldBe(year.Scheme("/muc/"));
        page.QuerySelector(".scheme-terms")!.TextContent.ShouldContain("Ít điểm trừ hơn");
        var member = await year.ClerkOf(year.Member).See(year.Scheme("/sua-doi"));
        member.QuerySelectorAll("[data-code]").Length.ShouldBe(10);
        member.QuerySelectorAll("main form, main button, .page-steps a, .scheme-tools").ShouldBeEmpty();
        var unchanged = await year.HeadOf(year.Leader).Submit((await year.HeadOf(year.Leader).See(year.Scheme("/ban-hanh"))).FormTo("/ban-hanh"), SchemesInTest.Document);
        unchanged.StatusCode.ShouldNotBe(HttpStatusCode.Redirect);
        var clerk = year.ClerkOf(year.Leader);
        var second = await clerk.PostAsync(year.Scheme("/sua-doi"), new FormUrlEncodedContent([new("__RequestVerificationToken", (await clerk.See(year.Scheme("/sua-doi"))).FormTo("/bo").Elements["__RequestVerificationToken"]!.GetAttribute("value")!), new("Version", "0")]));
        second.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await clerk.Follow(await clerk.Submit((await clerk.See(year.Scheme("/sua-doi"))).FormTo("/bo")))).Says().ShouldContain("Đã bỏ dự thảo sửa đổi");
        await year.Amend();
        await Change(year, "I.2", ("Name", "Lần hai"));
        (await year.Stored(portal, "I.2")).Name.ShouldBe("Giải ngân vốn đầu tư công");
    }

    [Fact]
    public async Task A_year_is_compared_with_the_one_before_by_number_and_name()
    {
        var year = await ClusterYearInTest.Make(portal);
        await year.StartScheme("mau-cum-tinh", ("Title", "Tiêu chí năm 2020"));
        var clerk = year.ClerkOf(year.Leader);
        (await clerk.See(year.Scheme("/so-sanh"))).QuerySelector(".empty").ShouldNotBeNull();
        (await clerk.GetAsync(year.Scheme("/so-sanh?truoc=nam-987654&sau=phien-ban-1"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await clerk.GetAsync(year.Scheme("/so-sanh?truoc=phien-ban-7&sau=phien-ban-1"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await clerk.See(year.Scheme("/so-sanh?truoc=phien-ban-1&sau=phien-ban-1&ca-dong-giu-nguyen=true"))).QuerySelectorAll(".compare-same").Length.ShouldBe((await year.Stored(portal)).Criteria.Count);
    }

    private static async Task Issue(ClusterYearInTest year)
    {
        var head = year.HeadOf(year.Leader);
        await head.Follow(await head.Submit((await head.See(year.Scheme("/ban-hanh"))).FormTo("/ban-hanh"), SchemesInTest.Document));
    }

    private Task<Criterion> Draft(ClusterYearInTest year, string code) =>
        portal.WithDb(db => db.Criteria.IgnoreQueryFilters([Data.PortalDb.OneScheme]).AsNoTracking().SingleAsync(row => row.Code == code && row.IsAside && row.Scheme.State == SchemeState.Draft), year.Acting(year.Leader, Capacity.Clerk));

    private async Task Change(ClusterYearInTest year, string code, params (string Name, string Value)[] typed)
    {
        var (clerk, id) = (year.ClerkOf(year.Leader), (await Draft(year, code)).Id);
        var response = await clerk.Submit((await clerk.See(year.Scheme($"/muc/{id}"))).FormTo($"/muc/{id}"), typed);
        response.Headers.Location!.OriginalString.ShouldEndWith($"/tieu-chi/sua-doi#tc-{id}");
    }

    private async Task Remove(ClusterYearInTest year, string code)
    {
        var (clerk, id) = (year.ClerkOf(year.Leader), (await Draft(year, code)).Id);
        await clerk.Follow(await clerk.Submit((await clerk.See(year.Scheme($"/muc/{id}/xoa"))).FormTo("/xoa")));
    }

    private async Task<(decimal? Typed, decimal? Points)> Cell(ClusterYearInTest year, UnitInTest unit, string code)
    {
        var cell = (await year.Cell(portal, unit, code, ScoreStage.Self))!;
        return (cell.Values.Achieved, cell.Points);
    }
}
