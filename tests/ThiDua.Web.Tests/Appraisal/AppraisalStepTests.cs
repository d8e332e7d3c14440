using System.Net;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Tests.Fixture;

namespace ThiDua.Web.Tests.Appraisal;

public sealed class AppraisalStepTests(Portal portal)
{
    [Fact]
    public async Task Accepting_all_remaining_lines_is_one_transaction_with_a_trace_for_each()
    {
        var year = await AppraisalInTest.Submitted(portal);
        var (client, url) = (year.ClerkOf(year.Leader), await year.AppraisalOf(portal, year.Member));
        var page = await client.Follow(await client.SaveLine(await client.See(url), "II.1", ("Points", "12"), ("Reason", "Thiếu văn bản")));
        page = await client.Follow(await client.Submit((AngleSharp.Html.Dom.IHtmlFormElement)page.QuerySelector("#chan-bang form")!));
        page.Says().ShouldContain("Đã chấp nhận 4 dòng như tự chấm; còn 1 dòng phải thẩm định từng dòng");
        page.QuerySelector("#chan-bang")!.TextContent.ShouldContain("5/6");
        (await year.Cell(portal, year.Member, "II.1"))!.Points.ShouldBe(12);
        (await year.Cell(portal, year.Member, "II.2")).ShouldBeNull();
        var traces = await portal.WithDb(db => db.AuditEntries.Where(row => row.ClusterYearId == year.Id && row.Kind == nameof(ScoreEntry) && row.UserId == year.Leader.ClerkId && row.Change == "Added").OrderBy(row => row.Sequence).ToListAsync());
        traces.Count.ShouldBe(5);
        traces.Skip(1).Select(row => row.At).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task A_section_is_accepted_by_itself()
    {
        var year = await AppraisalInTest.Submitted(portal);
        var (client, url) = (year.ClerkOf(year.Leader), await year.AppraisalOf(portal, year.Member));
        var sectionId = await year.LeafId(portal, "I");
        var form = (await client.See(url)).Forms.Single(form => form.QuerySelector($"[name=SectionId][value='{sectionId}']") is not null);
        var page = await client.Follow(await client.Submit(form));
        page.QuerySelector("#chan-bang")!.TextContent.ShouldContain("2/6");
        (await year.Cell(portal, year.Member, "II.1")).ShouldBeNull();
        page.Forms.ShouldNotContain(form => form.QuerySelector($"[name=SectionId][value='{sectionId}']") != null);
    }

    [Fact]
    public async Task Finishing_names_all_lines_that_are_missing_together()
    {
        var year = await AppraisalInTest.Submitted(portal);
        var (client, url) = (year.ClerkOf(year.Leader), await year.AppraisalOf(portal, year.Member));
        await client.Follow(await client.SaveLine(await client.See(url), "I.2", ("Decision", "chap-nhan")));
        var response = await client.Finish(url);
        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var said = (await response.Html()).Says();
        foreach (var code in new[] { "I.1", "II.1", "II.2", "B.1", "C.1" })
        {
            said.ShouldContain($"{code}. ");
        }

        said.ShouldNotContain("I.2. Giải ngân");
        (await year.StateOf(portal, year.Member)).ShouldBe(ScoreSheetState.Submitted);
    }

    [Fact]
    public async Task A_finished_appraisal_is_shown_to_read_and_not_to_write()
    {
        var year = await AppraisalInTest.Submitted(portal);
        var (client, url) = (year.ClerkOf(year.Leader), await year.AppraisalOf(portal, year.Member));
        await client.AppraiseAll(url);
        var before = await client.See(url);
        var page = await client.Follow(await client.Finish(url));
        page.QuerySelector(".state-badge")!.TextContent.ShouldBe("Đã thẩm định");
        page.QuerySelectorAll("[data-line-form], form[action$='/hoan-thanh'], form[action$='/tra-lai'], form[action$='/chap-nhan']").ShouldBeEmpty();

        // W2: a page left open offers more, and is refused before anything is written.
        var late = await client.SaveLine(before, "II.1", ("Points", "3"), ("Reason", "Muộn"));
        late.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await late.Html()).Says().ShouldContain("chưa được lưu");
        (await year.Cell(portal, year.Member, "II.1"))!.Points.ShouldBe(15);
        await portal.WithDb(
            async db =>
            {
                (await db.ScoreSheets.SingleAsync(row => row.UnitId == year.Member.Id)).AppraisedByUnitId.ShouldBe(year.Leader.Id);
                return 0;
            },
            year.Acting(year.Leader, Capacity.Clerk));
    }

    [Fact]
    public async Task C2_Of_two_who_finish_at_once_one_does_and_the_other_is_told_who()
    {
        var year = await AppraisalInTest.Submitted(portal);
        var url = await year.AppraisalOf(portal, year.Member);
        var (clerk, head) = (year.ClerkOf(year.Leader), year.HeadOf(year.Leader));
        await clerk.AppraiseAll(url);
        var forms = new[] { (clerk, await clerk.See(url)), (head, await head.See(url)) };
        var answers = await Task.WhenAll(forms.Select(row => row.Item1.Submit(row.Item2.FormTo("/hoan-thanh"))));
        answers.Count(answer => answer.StatusCode == HttpStatusCode.Redirect).ShouldBe(1);
        var told = answers.Single(answer => answer.StatusCode == HttpStatusCode.Conflict);
        (await told.Html()).Says().ShouldMatch(@"(Chuyên viên|Lãnh đạo) \d+ vừa cập nhật lúc \d\d:\d\d");
        await portal.WithDb(
            async db =>
            {
                var sheet = await db.ScoreSheets.Include(row => row.History).SingleAsync(row => row.UnitId == year.Member.Id);
                sheet.History.Count(step => step.Step == nameof(ScoreSheetStep.Appraise)).ShouldBe(1);
                return 0;
            },
            year.Acting(year.Leader, Capacity.Clerk));
    }

    [Fact]
    public async Task C2_Whoever_comes_with_an_old_page_is_told_who_moved_the_sheet()
    {
        var year = await AppraisalInTest.Submitted(portal);
        var url = await year.AppraisalOf(portal, year.Member);
        var (clerk, head) = (year.ClerkOf(year.Leader), year.HeadOf(year.Leader));
        await clerk.AppraiseAll(url);
        var old = await head.See(url);
        await clerk.Follow(await clerk.Finish(url));
        foreach (var step in new[] { "/hoan-thanh", "/tra-lai" })
        {
            var told = await head.Submit(old.FormTo(step), ("Reason", "Thiếu biểu"));
            told.StatusCode.ShouldBe(HttpStatusCode.Conflict);
            (await told.Html()).Says().ShouldMatch(@"Chuyên viên \d+ vừa cập nhật lúc \d\d:\d\d: bảng điểm đang ở trạng thái “Đã thẩm định”");
        }

        (await year.StateOf(portal, year.Member)).ShouldBe(ScoreSheetState.Appraised);
    }

    [Fact]
    public async Task L3_The_reason_of_a_return_reaches_the_unit()
    {
        var year = await AppraisalInTest.Submitted(portal);
        var (client, url) = (year.ClerkOf(year.Leader), await year.AppraisalOf(portal, year.Member));
        var without = await client.Submit((await client.See(url)).FormTo("/tra-lai"), ("Reason", "  "));
        without.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await without.Html();
        page.QuerySelector("#tra-lai [name=Reason]")!.ClassList.ShouldContain("is-invalid");
        page.QuerySelector("#tra-lai")!.HasAttribute("open").ShouldBeTrue();

        page = await client.Follow(await client.Submit(page.FormTo("/tra-lai"), ("Reason", "Bổ sung biểu GRDP quý IV")));
        page.QuerySelector(".state-badge")!.TextContent.ShouldBe("Trả lại");
        (await year.ClerkOf(year.Member).See("/")).Body!.TextContent.ShouldContain("Bổ sung biểu GRDP quý IV");
        (await year.ClerkOf(year.Member).See($"{year.Url}/lich-su")).Body!.TextContent.ShouldContain("Bổ sung biểu GRDP quý IV");
    }

    [Fact]
    public async Task W2_Once_entry_is_closed_a_return_is_not_offered_and_refused_from_an_old_page()
    {
        var year = await AppraisalInTest.Submitted(portal);
        var (client, url) = (year.ClerkOf(year.Leader), await year.AppraisalOf(portal, year.Member));
        var before = await client.See(url);
        await year.MoveRanking(portal, RankingState.EntryClosed);
        var page = await client.See(url);
        page.QuerySelector("form[action$='/tra-lai']").ShouldBeNull();
        page.QuerySelector("[data-entry-closed]")!.TextContent.ShouldContain("mở lại nhập liệu");
        var refused = await client.Submit(before.FormTo("/tra-lai"), ("Reason", "Bổ sung"));
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await refused.Html()).Says().ShouldContain("Phải mở lại nhập liệu ở trang Xếp hạng trước");
        (await year.StateOf(portal, year.Member)).ShouldBe(ScoreSheetState.Submitted);
    }

    [Fact]
    public async Task An_appraisal_is_opened_again_with_a_reason_until_results_are_agreed()
    {
        var year = await AppraisalInTest.Submitted(portal);
        var (client, url) = (year.ClerkOf(year.Leader), await year.AppraisalOf(portal, year.Member));
        await client.AppraiseAll(url);
        await client.Follow(await client.Finish(url));
        var before = await client.See(url);
        (await client.Submit(before.FormTo("/mo-lai"))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);

        await year.MoveRanking(portal, RankingState.Agreed);
        (await client.See(url)).QuerySelector("form[action$='/mo-lai']").ShouldBeNull();
        (await client.Submit(before.FormTo("/mo-lai"), ("Reason", "Nhầm"))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await year.StateOf(portal, year.Member)).ShouldBe(ScoreSheetState.Appraised);

        await year.MoveRanking(portal, RankingState.DraftPublished);
        await client.Follow(await client.Submit(before.FormTo("/mo-lai"), ("Reason", "Nhầm dòng II.1")));
        (await year.StateOf(portal, year.Member)).ShouldBe(ScoreSheetState.Submitted);
        (await year.Cell(portal, year.Member, "II.1"))!.Points.ShouldBe(15);
    }

    [Fact]
    public async Task Cluster_relative_lines_without_final_points_do_not_keep_it_open()
    {
        var year = await AppraisalInTest.Submitted(portal);
        var (client, url) = (year.ClerkOf(year.Leader), await year.AppraisalOf(portal, year.Member));
        await client.AppraiseAll(url);
        (await year.Cell(portal, year.Member, "I.1"))!.Points.ShouldBeNull();
        await client.Follow(await client.Finish(url));
        (await year.StateOf(portal, year.Member)).ShouldBe(ScoreSheetState.Appraised);
    }
}
