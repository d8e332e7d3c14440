using System.Net;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Tests.Fixture;

namespace ThiDua.Web.Tests.Appraisal;

public sealed class AppraisedLineTests(Portal portal)
{
    [Fact]
    public async Task A_line_is_accepted_as_the_unit_scored_it()
    {
        var year = await AppraisalInTest.Submitted(portal);
        var (client, url) = (year.ClerkOf(year.Leader), await year.AppraisalOf(portal, year.Member));
        var page = await client.Follow(await client.SaveLine(await client.See(url), "I.2", ("Decision", "chap-nhan")));
        page.Line("I.2").ClassList.ShouldContain("is-done");
        page.Line("I.2").TextContent.ShouldContain("như tự chấm");
        page.Line("I.2").QuerySelector("[data-status]")!.TextContent.ShouldContain("Đã lưu");
        page.QuerySelector("#chan-bang")!.TextContent.ShouldContain("1/6");
        var cell = (await year.Cell(portal, year.Member, "I.2"))!;
        cell.Points.ShouldBe((await year.Cell(portal, year.Member, "I.2", ScoreStage.Self))!.Points);
        cell.Note.ShouldBeNull();
        cell.EnteredById.ShouldBe(year.Leader.ClerkId);
    }

    [Fact]
    public async Task L3_Other_facts_need_a_reason_beside_the_field_and_what_was_typed_stays()
    {
        var year = await AppraisalInTest.Submitted(portal);
        var (client, url) = (year.ClerkOf(year.Leader), await year.AppraisalOf(portal, year.Member));
        var response = await client.SaveLine(await client.See(url), "I.2", ("Achieved", "80,5"));
        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await response.Html();
        page.Line("I.2").QuerySelector("textarea[name=Reason]")!.ClassList.ShouldContain("is-invalid");
        page.Line("I.2").TextContent.ShouldContain("nêu lý do");
        page.Line("I.2").QuerySelector("[name=Achieved]")!.GetAttribute("value").ShouldBe("80,5");
        page.Line("II.1").QuerySelector(".is-invalid").ShouldBeNull();
        (await year.Cell(portal, year.Member, "I.2")).ShouldBeNull();

        page = await client.Follow(await client.SaveLine(page, "I.2", ("Reason", "Theo báo cáo của Kho bạc")));
        page.Line("I.2").ClassList.ShouldContain("is-differs");
        page.Line("I.2").TextContent.ShouldContain("khác tự chấm");
        var cell = (await year.Cell(portal, year.Member, "I.2"))!;
        (cell.Values.Achieved, cell.Points, cell.Note).ShouldBe((80.5m, 24.15m, "Theo báo cáo của Kho bạc"));
    }

    [Fact]
    public async Task Points_set_by_hand_win_over_the_formula_and_need_a_reason()
    {
        var year = await AppraisalInTest.Submitted(portal);
        var (client, url) = (year.ClerkOf(year.Leader), await year.AppraisalOf(portal, year.Member));
        (await client.SaveLine(await client.See(url), "I.1", ("PointsByHand", "21.5"))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await client.Follow(await client.SaveLine(await client.See(url), "I.1", ("PointsByHand", "21.5"), ("Reason", "Số liệu thống kê chưa công bố")));
        page.Line("I.1").TextContent.ShouldContain("điểm do thẩm định quyết định");
        var cell = (await year.Cell(portal, year.Member, "I.1"))!;
        (cell.Points, cell.IsSetByHand).ShouldBe((21.5m, true));

        // Accepting afterwards takes the hand off again.
        await client.Follow(await client.SaveLine(page, "I.1", ("Decision", "chap-nhan")));
        cell = (await year.Cell(portal, year.Member, "I.1"))!;
        (cell.Points, cell.IsSetByHand).ShouldBe((null, false));
    }

    [Fact]
    public async Task Corrected_facts_of_a_cluster_relative_line_leave_its_points_provisional()
    {
        var year = await AppraisalInTest.Submitted(portal);
        var (client, url) = (year.ClerkOf(year.Leader), await year.AppraisalOf(portal, year.Member));
        var page = await client.Follow(await client.SaveLine(await client.See(url), "I.1", ("Achieved", "3,5"), ("Reason", "Theo Cục Thống kê")));
        page.Line("I.1").TextContent.ShouldContain("tạm tính");
        page.Line("I.1").QuerySelectorAll("td.num .figure")[1].TextContent.ShouldBe("10,00");
        (await year.Cell(portal, year.Member, "I.1"))!.Points.ShouldBeNull();
    }

    [Fact]
    public async Task Points_by_the_portal_are_typed_with_their_source()
    {
        var year = await AppraisalInTest.Submitted(portal);
        var (client, url) = (year.ClerkOf(year.Leader), await year.AppraisalOf(portal, year.Member));
        (await client.SaveLine(await client.See(url), "II.2", ("PointsByHand", "8"))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await client.SaveLine(await client.See(url), "II.2", ("Reason", "Sổ"))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await client.Follow(await client.SaveLine(await client.See(url), "II.2", ("PointsByHand", "8"), ("Reason", "Sổ theo dõi văn bản đến")));
        page.Line("II.2").TextContent.ShouldContain("nhập theo hồ sơ");
        page.QuerySelector("#chan-bang")!.TextContent.ShouldContain("Khác tự chấm 0 dòng");
        (await year.Cell(portal, year.Member, "II.2"))!.Points.ShouldBe(8);
    }

    [Theory]
    [InlineData("3")]
    [InlineData("-3")]
    public async Task A_deduction_counts_with_or_without_its_minus(string typed)
    {
        var year = await AppraisalInTest.Submitted(portal);
        var (client, url) = (year.ClerkOf(year.Leader), await year.AppraisalOf(portal, year.Member));
        await client.Follow(await client.SaveLine(await client.See(url), "C.1", ("PointsByHand", typed), ("Reason", "Công văn trả hồ sơ số 12")));
        (await year.Cell(portal, year.Member, "C.1"))!.Points.ShouldBe(-3);
    }

    [Theory]
    [InlineData("I.2", "PointsByHand", "30,5", "Điểm không được quá điểm tối đa 30.")]
    [InlineData("I.2", "PointsByHand", "-1", "Điểm không được nhỏ hơn 0.")]
    [InlineData("I.2", "Achieved", "chín mươi", "Nhập một số, ví dụ 45,5.")]
    [InlineData("I.2", "Achieved", "", "Chưa nhập kết quả thực hiện.")]
    [InlineData("II.1", "Points", "15,3", "Điểm phải theo bước 0,5 điểm.")]
    public async Task A_wrong_figure_is_told_at_its_line_and_stays_as_typed(string code, string field, string typed, string message)
    {
        var year = await AppraisalInTest.Submitted(portal);
        var (client, url) = (year.ClerkOf(year.Leader), await year.AppraisalOf(portal, year.Member));
        var response = await client.SaveLine(await client.See(url), code, (field, typed), ("Reason", "Lý do của thẩm định"));
        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var line = (await response.Html()).Line(code);
        line.TextContent.ShouldContain(message);
        line.QuerySelector($"[name={field}]")!.GetAttribute("value").ShouldBe(typed);
        line.QuerySelector("textarea")!.TextContent.ShouldContain("Lý do của thẩm định");
        (await year.Cell(portal, year.Member, code)).ShouldBeNull();
    }

    [Fact]
    public async Task Enter_in_a_field_saves_what_was_typed_and_does_not_accept()
    {
        var year = await AppraisalInTest.Submitted(portal);
        var page = await year.ClerkOf(year.Leader).See(await year.AppraisalOf(portal, year.Member));
        page.LineForm("I.2").QuerySelector("button")!.GetAttribute("value").ShouldBe("luu");
    }

    [Fact]
    public async Task A_script_gets_the_line_with_the_totals_alone()
    {
        var year = await AppraisalInTest.Submitted(portal);
        var (client, url) = (year.ClerkOf(year.Leader), await year.AppraisalOf(portal, year.Member));
        var page = await client.See(url);
        client.DefaultRequestHeaders.Add("X-Line", "1");
        var response = await client.SaveLine(page, "I.2", ("Decision", "chap-nhan"));
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var part = await response.Html();
        part.QuerySelector("h1").ShouldBeNull();
        part.QuerySelectorAll("tr.appraisal-line").Length.ShouldBe(1);
        part.QuerySelector("#chan-bang")!.TextContent.ShouldContain("1/6");
        part.QuerySelector($"#muc-{await year.LeafId(portal, "I")}")!.TextContent.ShouldBe("27,00");
        (await client.SaveLine(page, "II.1", ("Points", "99"), ("Reason", "x"))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task The_second_appraiser_is_told_who_came_first_with_what_and_keeps_the_text()
    {
        var year = await AppraisalInTest.Submitted(portal);
        var url = await year.AppraisalOf(portal, year.Member);
        var (first, second) = (year.ClerkOf(year.Leader), year.HeadOf(year.Leader));
        var (seenByFirst, seenBySecond) = (await first.See(url), await second.See(url));
        await first.Follow(await first.SaveLine(seenByFirst, "II.1", ("Points", "12"), ("Reason", "Thiếu 2 văn bản")));
        var response = await second.SaveLine(seenBySecond, "II.1", ("Points", "14"), ("Reason", "Văn bản đã bổ sung"));
        response.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var page = await response.Html();
        var line = page.Line("II.1");
        line.QuerySelector("[role=alert]")!.TextContent.ShouldMatch(@"Chuyên viên \d+ vừa cập nhật dòng II.1 lúc \d\d:\d\d: 12,00 điểm");
        line.QuerySelector("[name=Points]")!.GetAttribute("value").ShouldBe("14");
        line.QuerySelector("textarea")!.TextContent.ShouldContain("Văn bản đã bổ sung");

        // Having seen it, the second may decide otherwise.
        await second.Follow(await second.SaveLine(page, "II.1"));
        (await year.Cell(portal, year.Member, "II.1"))!.Points.ShouldBe(14);
    }

    [Fact]
    public async Task C1_Of_fifty_parallel_saves_of_a_cell_one_wins_and_the_trail_says_so()
    {
        var year = await AppraisalInTest.Submitted(portal);
        var url = await year.AppraisalOf(portal, year.Member);
        var client = year.ClerkOf(year.Leader);
        var page = await client.See(url);
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(turn => client.SaveLine(page, "II.1", ("Points", $"{turn % 20}"), ("Reason", $"Lý do {turn}"))));
        answers.Count(answer => answer.StatusCode == HttpStatusCode.Redirect).ShouldBe(1);
        answers.Count(answer => answer.StatusCode == HttpStatusCode.Conflict).ShouldBe(49);
        var cell = (await year.Cell(portal, year.Member, "II.1"))!;
        cell.Version.ShouldBe(1);
        (await portal.WithDb(db => db.AuditEntries.CountAsync(row => row.Kind == nameof(ScoreEntry) && row.Subject == $"{cell.Id}"))).ShouldBe(1);
        foreach (var (answer, turn) in answers.Select((answer, turn) => (answer, turn)).Where(row => row.answer.StatusCode == HttpStatusCode.Conflict).Take(5))
        {
            (await answer.Html()).Line("II.1").QuerySelector("textarea")!.TextContent.ShouldContain($"Lý do {turn}");
        }
    }

    [Fact]
    public async Task A2_Nothing_beyond_the_fields_of_the_line_changes()
    {
        var year = await AppraisalInTest.Submitted(portal);
        var (client, url) = (year.ClerkOf(year.Leader), await year.AppraisalOf(portal, year.Member));
        var page = await client.See(url);
        await client.Follow(await client.SaveLine(page, "I.2", ("Stage", "Final"), ("SheetId", "1"), ("IsSetByHand", "true"), ("EnteredByName", "Ai đó"), ("EnteredAt", "01/01/2020"), ("Points", "30"), ("Level", "tot"), ("Note", "Lách"), ("Parts[0]", "5")));
        var (self, cell) = ((await year.Cell(portal, year.Member, "I.2", ScoreStage.Self))!, (await year.Cell(portal, year.Member, "I.2"))!);
        cell.Values.ShouldBe(self.Values);
        (cell.Points, cell.IsSetByHand, cell.Note, cell.Stage).ShouldBe((self.Points, false, null, ScoreStage.Appraised));
        cell.EnteredByName.ShouldStartWith("Chuyên viên");
        self.Version.ShouldBe(1);
    }

    [Fact]
    public async Task A_section_or_a_criterion_of_another_year_is_no_line_of_this_sheet()
    {
        var year = await AppraisalInTest.Submitted(portal);
        var other = await AppraisalInTest.Submitted(portal);
        var (client, url) = (year.ClerkOf(year.Leader), await year.AppraisalOf(portal, year.Member));
        var form = (await client.See(url)).LineForm("I.2");
        foreach (var id in new[] { await year.LeafId(portal, "I"), await other.LeafId(portal, "I.2"), 999_999 })
        {
            form.Action = $"{url}/dong/{id}";
            (await client.Submit(form, ("Decision", "chap-nhan"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public async Task A_line_that_the_unit_changed_after_a_return_has_to_be_appraised_again()
    {
        var year = await AppraisalInTest.Submitted(portal);
        var (client, url) = (year.ClerkOf(year.Leader), await year.AppraisalOf(portal, year.Member));
        await client.Follow(await client.SaveLine(await client.See(url), "II.1", ("Decision", "chap-nhan")));
        var leafId = await year.LeafId(portal, "II.1");
        await portal.WithDb(
            db => db.ScoreEntries.Where(row => row.Sheet.UnitId == year.Member.Id && row.CriterionId == leafId && row.Stage == ScoreStage.Self).ExecuteUpdateAsync(set => set.SetProperty(row => row.EnteredAt, DateTime.UtcNow.AddMinutes(5))),
            year.Acting(year.Member, Capacity.Clerk));
        var page = await client.See(url);
        page.Line("II.1").TextContent.ShouldContain("Đơn vị đã sửa sau khi thẩm định");
        page.QuerySelector("#chan-bang")!.TextContent.ShouldContain("0/6");
        (await client.See($"{year.Url}/tham-dinh")).QuerySelectorAll("tr[data-sheet]").Single(row => row.TextContent.Contains(year.Member.Name)).TextContent.ShouldContain("0/6 dòng");
    }
}
