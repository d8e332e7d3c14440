using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Features.Shared.Tasks;
using ThiDua.Web.Tests.Fixture;
using ThiDua.Web.Tests.History;

namespace ThiDua.Web.Tests.Home;

public sealed class MyTasksTests(Portal portal)
{
    private static readonly Domain.StepNote Note = new(ClusterYearInTest.Now.AddHours(2), "Bổ sung minh chứng mục II.1");

    private async Task<ClusterYearInTest> AnIssuedYear(bool hasPreparatorySession = true)
    {
        var year = await ClusterYearInTest.Make(portal, hasPreparatorySession: hasPreparatorySession);
        await year.Issue(portal);
        return year;
    }

    [Fact]
    public async Task The_leaders_staff_draft_the_scheme_and_members_wait_for_it()
    {
        var year = await ClusterYearInTest.Make(portal);
        (await year.ClerkOf(year.Leader).Tasks()).ShouldContain(task => task.Contains("Soạn bảng tiêu chí"));
        var member = await year.ClerkOf(year.Member).See("/");
        member.Tasks().ShouldBeEmpty();
        member.Body!.TextContent.ShouldContain("không có việc nào chờ");
        member.Awaited().ShouldHaveSingleItem().ShouldContain("Ban hành bảng tiêu chí");

        await year.ADraftScheme();
        (await year.ClerkOf(year.Leader).Tasks()).ShouldContain(task => task.Contains("Hoàn thiện dự thảo") && task.Contains("theo văn bản đã ký"));
        (await year.HeadOf(year.Leader).Tasks()).ShouldContain(task => task.Contains("Ban hành bảng tiêu chí"));
    }

    [Fact]
    public async Task An_issued_scheme_is_a_task_no_more()
    {
        var year = await AnIssuedYear();
        (await year.HeadOf(year.Leader).Tasks()).ShouldNotContain(task => task.Contains("bảng tiêu chí"));
    }

    [Fact]
    public async Task A_units_clerk_enters_and_its_head_submits()
    {
        var year = await AnIssuedYear();
        var clerk = await year.ClerkOf(year.Member).See("/");
        var task = clerk.Tasks().ShouldHaveSingleItem();
        task.ShouldContain("Nhập bảng tự chấm điểm");
        task.ShouldNotContain("quá hạn", Case.Insensitive, "the cut-off of the facts is no day of submission");
        clerk.QuerySelector(".tasks a.btn")!.GetAttribute("href")!.ShouldStartWith($"{year.Url}/cham-diem/");
        (await year.HeadOf(year.Member).Tasks()).ShouldHaveSingleItem().ShouldContain("Nộp bảng tự chấm điểm");

        await year.Submit(portal, year.Member);
        var after = await year.ClerkOf(year.Member).See("/");
        after.Tasks().ShouldBeEmpty();
        after.Awaited().ShouldContain(row => row.Contains("Thẩm định bảng chấm điểm của đơn vị") && row.Contains(year.Leader.Name));
        (await year.HeadOf(year.Member).Tasks()).ShouldBeEmpty();
    }

    [Fact]
    public async Task L3_The_reason_of_a_return_stands_with_the_task()
    {
        var year = await AnIssuedYear();
        await year.Submit(portal, year.Member);
        var leader = year.Acting(year.Leader, Capacity.Clerk);
        await year.OnSheet(portal, year.Member, leader, (sheet, duty) => sheet.Return(leader, Note, duty));
        foreach (var person in new[] { year.ClerkOf(year.Member), year.HeadOf(year.Member) })
        {
            (await person.Tasks()).ShouldHaveSingleItem().ShouldContain("Lý do trả lại: Bổ sung minh chứng mục II.1");
        }
    }

    [Fact]
    public async Task The_leader_appraises_others_and_the_deputy_the_leader()
    {
        var year = await AnIssuedYear();
        await year.Submit(portal, year.Member);
        (await year.ClerkOf(year.Leader).Tasks()).ShouldContain(task => task.Contains($"Thẩm định bảng chấm điểm của {year.Member.Name}"));
        await year.Submit(portal, year.Units[3]);
        (await year.ClerkOf(year.Leader).Tasks()).ShouldContain(task => task.Contains("Thẩm định 2 bảng chấm điểm"));
        (await year.ClerkOf(year.Deputy).Tasks()).ShouldNotContain(task => task.Contains("Thẩm định"));

        await year.Submit(portal, year.Leader);
        (await year.ClerkOf(year.Leader).Tasks()).ShouldContain(task => task.Contains("Thẩm định 2 bảng chấm điểm"), "its own sheet is not the leader's to appraise");
        (await year.ClerkOf(year.Deputy).Tasks()).ShouldContain(task => task.Contains($"Thẩm định bảng chấm điểm của {year.Leader.Name}"));
        (await year.ClerkOf(year.Member).Tasks()).ShouldNotContain(task => task.Contains("Thẩm định"));
        (await year.ClerkOf(year.StandingBody).Tasks()).ShouldNotContain(task => task.Contains("Thẩm định"));

        await year.SheetsAre(portal, ScoreSheetState.Appraised);
        (await year.ClerkOf(year.Leader).Tasks()).ShouldNotContain(task => task.Contains("Thẩm định"));
    }

    [Fact]
    public async Task Who_wrote_a_line_of_a_sheet_is_not_asked_to_appraise_it()
    {
        var year = await AnIssuedYear();
        await year.Submit(portal, year.Member);
        await portal.WithDb(
            async db =>
            {
                var sheet = db.ScoreSheets.First(row => row.UnitId == year.Member.Id);
                var entry = new ScoreEntry(sheet, db.Criteria.First(row => row.Code == "I.2").Id);
                db.Add(entry);
                db.Entry(entry).Property(row => row.EnteredById).CurrentValue = year.Leader.ClerkId;
                return await db.SaveChangesAsync();
            },
            year.Acting(year.Leader, Capacity.Clerk));
        (await year.ClerkOf(year.Leader).Tasks()).ShouldNotContain(task => task.Contains("Thẩm định"));
        (await year.HeadOf(year.Leader).Tasks()).ShouldContain(task => task.Contains("Thẩm định"));
    }

    [Fact]
    public async Task Entry_is_closed_when_all_have_submitted_and_not_before()
    {
        var year = await AnIssuedYear();
        await year.Submit(portal, year.Member);
        var before = await year.ClerkOf(year.Leader).See("/");
        before.Tasks().ShouldNotContain(task => task.Contains("Khóa nhập liệu"));
        before.Awaited().ShouldContain(row => row.Contains("Nộp bảng tự chấm điểm (2 đơn vị)") && row.Contains(year.Deputy.Name));
        await year.SheetsAre(portal, ScoreSheetState.Submitted);
        (await year.ClerkOf(year.Leader).Tasks()).ShouldContain(task => task.Contains("Khóa nhập liệu"));
        (await year.HeadOf(year.Member).Tasks()).ShouldNotContain(task => task.Contains("Khóa nhập liệu"));
        await year.RankingIs(portal, RankingState.EntryClosed);
        (await year.ClerkOf(year.Leader).Tasks()).ShouldNotContain(task => task.Contains("Khóa nhập liệu"));
    }

    [Theory]
    [InlineData(RankingState.EntryClosed, true, "Công bố kết quả dự kiến")]
    [InlineData(RankingState.DraftPublished, true, "Thống nhất kết quả")]
    [InlineData(RankingState.DraftPublished, false, "Thông qua kết quả")]
    [InlineData(RankingState.Agreed, true, "Thông qua kết quả")]
    public async Task The_leaders_head_moves_the_results_and_its_clerk_from_paper(RankingState state, bool hasPreparatorySession, string what)
    {
        var year = await AnIssuedYear(hasPreparatorySession);
        await year.RankingIs(portal, state);
        (await year.HeadOf(year.Leader).Tasks()).ShouldNotContain(task => task.Contains(what), "sheets are missing");
        await year.SheetsAre(portal, state == RankingState.Agreed ? ScoreSheetState.Agreed : ScoreSheetState.Appraised);
        (await year.HeadOf(year.Leader).Tasks()).ShouldHaveSingleItemLike(what).ShouldNotContain("theo văn bản đã ký");
        (await year.ClerkOf(year.Leader).Tasks()).ShouldHaveSingleItemLike(what).ShouldContain("theo văn bản đã ký");
        (await year.HeadOf(year.Deputy).Tasks()).ShouldNotContain(task => task.Contains(what));
        (await year.HeadOf(year.Authority).Tasks()).ShouldNotContain(task => task.Contains(what));
    }

    [Fact]
    public async Task The_authority_recognizes_adopted_results_or_the_leader_records_its_document()
    {
        var year = await AnIssuedYear();
        await year.SheetsAre(portal, ScoreSheetState.Adopted);
        await year.RankingIs(portal, RankingState.Adopted);
        (await year.HeadOf(year.Authority).Tasks()).ShouldHaveSingleItemLike("Công nhận kết quả");
        (await year.ClerkOf(year.Leader).Tasks()).ShouldHaveSingleItemLike("Ghi nhận văn bản công nhận kết quả");
        (await year.ClerkOf(year.StandingBody).Tasks()).ShouldHaveSingleItemLike("Ghi nhận văn bản công nhận kết quả");
        (await year.HeadOf(year.Member).See("/")).Awaited().ShouldHaveSingleItem().ShouldContain("Công nhận kết quả");

        await year.RankingIs(portal, RankingState.Recognized);
        (await year.HeadOf(year.Authority).Tasks()).ShouldNotContain(task => task.Contains("ông nhận"));
        (await year.HeadOf(year.Member).See("/")).Awaited().ShouldBeEmpty();
    }

    [Fact]
    public async Task The_navigation_counts_what_waits()
    {
        var year = await AnIssuedYear();
        await year.Submit(portal, year.Member);
        await year.Submit(portal, year.Units[3]);
        var page = await year.ClerkOf(year.Leader).See(year.Url + "/xep-hang");
        page.QuerySelector($".year-nav a[href='{year.Url}/tham-dinh'] .waiting")!.TextContent.ShouldStartWith("2");
        page.QuerySelector($".year-nav a[href='{year.Url}/cham-diem'] .waiting")!.TextContent.ShouldStartWith("1");
        var member = await year.ClerkOf(year.Member).See(year.Url + "/xep-hang");
        member.QuerySelector(".year-nav .waiting").ShouldBeNull();
        member.QuerySelector($".year-nav a[href='{year.Url}/tham-dinh']").ShouldBeNull("members do not appraise");
    }

    [Theory]
    [InlineData(3, "còn 3 ngày", "due-soon")]
    [InlineData(4, "còn 4 ngày", "")]
    [InlineData(0, "hôm nay là hạn cuối", "due-soon")]
    [InlineData(-1, "quá hạn 1 ngày", "late")]
    public void D1_Days_left_are_never_off_by_one(int days, string words, string cssClass)
    {
        var due = new DateOnly(2020, 12, 31);
        DueWords.Of(due, due.AddDays(-days)).ShouldBe(words);
        DueWords.ClassOf(due, due.AddDays(-days)).ShouldBe(cssClass);
    }

    [Theory]
    [InlineData(21, "hôm nay là hạn cuối", "due-soon")]
    [InlineData(22, "hạn là ngày nghỉ, đúng hạn đến hết 23/11/2026", "due-soon")]
    [InlineData(23, "hạn là ngày nghỉ, đúng hạn đến hết 23/11/2026", "due-soon")]
    [InlineData(24, "quá hạn 1 ngày", "late")]
    public void D1_A_task_due_on_a_day_off_is_overdue_from_the_day_on_which_it_counts_as_late(int day, string words, string cssClass)
    {
        var task = new TaskToDo("Cụm", "Nộp", "Mở", "/") { DueOn = new(2026, 11, 21), WaitsForWorkingDay = true };
        DateOnly today = new(2026, 11, day);
        DueWords.Of(task.DueOn!.Value, today, task.LastDayInTime).ShouldBe(words);
        DueWords.ClassOf(task.DueOn!.Value, today, task.LastDayInTime).ShouldBe(cssClass);
    }
}

internal static class TaskAssertions
{
    public static string ShouldHaveSingleItemLike(this IReadOnlyList<string> tasks, string what) => tasks.Where(task => task.Contains(what)).ShouldHaveSingleItem(string.Join(" | ", tasks));
}
