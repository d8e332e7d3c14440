using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Tests.Fixture;
using ThiDua.Web.Tests.Results;

namespace ThiDua.Web.Tests.ScoreSheets;

public sealed class ScoreSheetTests(Portal portal)
{
    private async Task<(ClusterYearInTest Year, int SheetId)> AnOpenSheet(int units = 3)
    {
        var year = await ClusterYearInTest.Make(portal, units);
        await year.IssueWithCells(portal);
        return (year, await SheetOf(year, year.Member));
    }

    private Task<int> SheetOf(ClusterYearInTest year, UnitInTest unit) =>
        portal.WithDb(db => db.ScoreSheets.Where(sheet => sheet.UnitId == unit.Id).Select(sheet => sheet.Id).SingleAsync(), year.Acting(unit, Capacity.Clerk));

    private Task<int> CriterionId(ClusterYearInTest year, string code) =>
        portal.WithDb(db => db.Criteria.Where(row => row.Code == code).Select(row => row.Id).SingleAsync(), year.Acting(year.Leader, Capacity.Clerk));

    private static string NameOf(IHtmlDocument page, int criterionId, string field) =>
        page.QuerySelector($"#dong-{criterionId} [name$='{field}']")!.GetAttribute("name")!;

    private static async Task<HttpResponseMessage> SaveLine(HttpClient person, string sheet, IHtmlDocument page, int criterionId, params (string Name, string Value)[] typed)
    {
        var fields = new List<KeyValuePair<string, string>> { new("Version", ((IHtmlInputElement)page.QuerySelector($"#dong-{criterionId} [data-version]")!).Value) };
        fields.AddRange(typed.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{sheet}/dong/{criterionId}") { Content = new FormUrlEncodedContent(fields) };
        request.Headers.Add("RequestVerificationToken", ((IHtmlInputElement)page.QuerySelector("[name=__RequestVerificationToken]")!).Value);
        return await person.SendAsync(request);
    }

    [Fact]
    public async Task A_line_saves_itself_and_answers_with_points_and_totals()
    {
        var (year, id) = await AnOpenSheet();
        var (clerk, sheet, leaf) = (year.ClerkOf(year.Member), $"{year.Url}/cham-diem/{id}", await CriterionId(year, "I.2"));
        var answer = await SaveLine(clerk, sheet, await clerk.See(sheet), leaf, ("Target", "100"), ("Achieved", "92,5"), ("Explanation", "Giải ngân đến 31/12"));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var saved = await answer.Content.ReadFromJsonAsync<JsonElement>();
        saved.GetProperty("points").GetString().ShouldBe("27,75");
        saved.GetProperty("total").GetString().ShouldBe("27,75");
        var page = await clerk.See(sheet);
        page.QuerySelector($"#dong-{leaf} textarea")!.TextContent.ShouldBe("Giải ngân đến 31/12");
    }

    [Fact]
    public async Task S5_Comma_and_point_are_the_same_figure()
    {
        var (year, id) = await AnOpenSheet();
        var (clerk, sheet, leaf) = (year.ClerkOf(year.Member), $"{year.Url}/cham-diem/{id}", await CriterionId(year, "I.2"));
        foreach (var typed in new[] { "92,5", "92.5" })
        {
            var answer = await SaveLine(clerk, sheet, await clerk.See(sheet), leaf, ("Target", "100"), ("Achieved", typed));
            (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("points").GetString().ShouldBe("27,75");
        }
    }

    [Fact]
    public async Task C1_Fifty_parallel_saves_of_one_cell_have_one_winner_a_version()
    {
        var (year, id) = await AnOpenSheet();
        var (clerk, sheet, leaf) = (year.ClerkOf(year.Member), $"{year.Url}/cham-diem/{id}", await CriterionId(year, "II.1"));
        var page = await clerk.See(sheet);
        var answers = await Task.WhenAll(Enumerable.Range(1, 50).Select(number => SaveLine(clerk, sheet, page, leaf, ("Points", $"{number % 40 / 2m}"), ("Explanation", $"bản {number}"))));
        answers.Count(answer => answer.StatusCode == HttpStatusCode.OK).ShouldBe(1);
        foreach (var told in answers.Where(answer => answer.StatusCode != HttpStatusCode.OK))
        {
            told.StatusCode.ShouldBe(HttpStatusCode.Conflict);
            (await told.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("message").GetString()!.ShouldContain("vừa cập nhật lúc");
        }

        await portal.WithDb(
            async db =>
            {
                var cell = await db.ScoreEntries.SingleAsync(row => row.SheetId == id && row.CriterionId == leaf);
                cell.Version.ShouldBe(1);
                (await db.AuditEntries.CountAsync(entry => entry.Kind == nameof(ScoreEntry) && entry.Subject == cell.Id.ToString() && entry.Change == "Modified")).ShouldBe(1);
                return 0;
            },
            year.Acting(year.Member, Capacity.Clerk));
    }

    [Fact]
    public async Task A_line_typed_wrongly_is_told_at_its_field_and_the_problem_of_a_figure_at_its_line()
    {
        var (year, id) = await AnOpenSheet();
        var (clerk, sheet, leaf) = (year.ClerkOf(year.Member), $"{year.Url}/cham-diem/{id}", await CriterionId(year, "I.2"));
        var wrong = await SaveLine(clerk, sheet, await clerk.See(sheet), leaf, ("Target", "một trăm"));
        wrong.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await wrong.Content.ReadAsStringAsync()).ShouldContain("Target");
        var zero = await SaveLine(clerk, sheet, await clerk.See(sheet), leaf, ("Target", "0"), ("Achieved", "5"));
        (await zero.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("problem").GetString()!.ShouldContain("Chỉ tiêu phải lớn hơn 0");
    }

    [Fact]
    public async Task L1_Without_script_the_good_lines_are_saved_and_the_wrong_one_keeps_what_was_typed()
    {
        var (year, id) = await AnOpenSheet();
        var (clerk, sheet) = (year.ClerkOf(year.Member), $"{year.Url}/cham-diem/{id}");
        var (good, bad) = (await CriterionId(year, "II.1"), await CriterionId(year, "I.2"));
        var page = await clerk.See(sheet);
        var answer = await clerk.Submit(page.FormTo("/luu"), (NameOf(page, good, "Points"), "15"), (NameOf(page, bad, "Achieved"), "chín mươi"), (NameOf(page, bad, "Explanation"), "đang chờ số liệu"));
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var again = await answer.Html();
        ((IHtmlInputElement)again.QuerySelector($"#dong-{bad} [name$=Achieved]")!).Value.ShouldBe("chín mươi");
        again.QuerySelector($"#dong-{bad} textarea")!.TextContent.ShouldBe("đang chờ số liệu");
        again.QuerySelector($"#dong-{good} .line-points")!.TextContent.ShouldBe("15,00");
    }

    [Fact]
    public async Task Without_script_a_line_that_somebody_else_changed_shows_both_texts_and_untouched_lines_are_left_alone()
    {
        var (year, id) = await AnOpenSheet();
        var (clerk, sheet) = (year.ClerkOf(year.Member), $"{year.Url}/cham-diem/{id}");
        var (mine, other) = (await CriterionId(year, "II.1"), await CriterionId(year, "I.2"));
        var stale = await clerk.See(sheet);
        await SaveLine(clerk, sheet, stale, other, ("Target", "100"), ("Achieved", "80"));
        await SaveLine(clerk, sheet, stale, mine, ("Points", "12"), ("Explanation", "bản của đồng nghiệp"));
        var answer = await clerk.Submit(stale.FormTo("/luu"), (NameOf(stale, mine, "Points"), "18"));
        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var again = await answer.Html();
        again.QuerySelector($"#dong-{mine} .line-problem")!.TextContent.ShouldContain("bản của đồng nghiệp");
        ((IHtmlInputElement)again.QuerySelector($"#dong-{mine} [name$=Points]")!).Value.ShouldBe("18");
        again.QuerySelectorAll(".line-conflict").Length.ShouldBe(1);
        again.QuerySelector($"#dong-{other} .line-points")!.TextContent.ShouldBe("24,00");
    }

    [Fact]
    public async Task A_sheet_is_submitted_by_the_head_once_complete_and_all_that_is_missing_is_listed_before()
    {
        var (year, id) = await AnOpenSheet();
        var (clerk, head, sheet) = (year.ClerkOf(year.Member), year.HeadOf(year.Member), $"{year.Url}/cham-diem/{id}");
        (await head.See($"{sheet}/nop")).QuerySelectorAll("[role=alert] li").Length.ShouldBe(3);
        var page = await clerk.See(sheet);
        async Task Type(string code, params (string, string)[] typed) => (await SaveLine(clerk, sheet, page, await CriterionId(year, code), typed)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await Type("I.1", ("Target", "7"), ("Achieved", "0"));
        await Type("I.2", ("Target", "100"), ("Achieved", "0"));
        await Type("II.1", ("Points", "0"));
        (await clerk.Submit((await clerk.See($"{sheet}/nop")).FormTo("/nop"))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var form = (await head.See($"{sheet}/nop")).FormTo("/nop");
        var answers = await Task.WhenAll(head.Submit(form), head.Submit(form));
        answers.Count(answer => answer.StatusCode == HttpStatusCode.Redirect).ShouldBe(1, "C4: a double click is one submission");
        (await head.See(sheet)).QuerySelector(".state-badge")!.TextContent.ShouldBe("Đã nộp");
        (await portal.WithDb(db => db.StepsTaken.CountAsync(step => step.Step == nameof(ScoreSheetStep.Submit)), year.Acting(year.Member, Capacity.Head))).ShouldBe(1);
    }

    [Fact]
    public async Task A_clerk_records_the_submission_from_signed_paper()
    {
        var (year, id) = await AnOpenSheet();
        var (clerk, sheet) = (year.ClerkOf(year.Member), $"{year.Url}/cham-diem/{id}");
        var page = await clerk.See(sheet);
        await SaveLine(clerk, sheet, page, await CriterionId(year, "I.1"), ("Target", "7"), ("Achieved", "7"));
        await SaveLine(clerk, sheet, page, await CriterionId(year, "I.2"), ("Target", "100"), ("Achieved", "100"));
        await SaveLine(clerk, sheet, page, await CriterionId(year, "II.1"), ("Points", "20"));
        var done = await clerk.Submit((await clerk.See($"{sheet}/nop")).FormTo("/nop"), ("Paper.Number", "120/BC-UBND"), ("Paper.SignedOn", "20/01/2021"), ("Paper.Signatory", "Người ký"), ("Paper.SignatoryOffice", "Chủ tịch"));
        (await clerk.Follow(done)).QuerySelector(".state-badge")!.TextContent.ShouldBe("Đã nộp");
    }

    [Fact]
    public async Task A_submitted_sheet_is_not_written_any_more_not_even_from_a_stale_page()
    {
        var (year, id) = await AnOpenSheet();
        var (clerk, sheet, leaf) = (year.ClerkOf(year.Member), $"{year.Url}/cham-diem/{id}", await CriterionId(year, "II.1"));
        var stale = await clerk.See(sheet);
        await year.FillAndSubmit(portal, year.Member, growth: 7);
        var refused = await SaveLine(clerk, sheet, stale, leaf, ("Points", "1"));
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await refused.Content.ReadAsStringAsync()).ShouldContain("Đã nộp");
    }

    [Fact]
    public async Task Nobody_else_sees_a_sheet_before_it_is_submitted_and_members_only_after_publication()
    {
        var (year, id) = await AnOpenSheet(units: 4);
        var sheet = $"{year.Url}/cham-diem/{id}";
        foreach (var person in new[] { year.ClerkOf(year.Leader), year.ClerkOf(year.Deputy), year.HeadOf(year.Units[3]), year.HeadOf(year.Authority) })
        {
            (await person.GetAsync(sheet)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }

        await year.FillAndSubmit(portal, year.Member, growth: 7);
        (await year.ClerkOf(year.Leader).GetAsync(sheet)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await year.HeadOf(year.Units[3]).GetAsync(sheet)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await year.ClerkOf(year.Leader).PostAsync($"{sheet}/dong/{await CriterionId(year, "II.1")}", null)).StatusCode.ShouldNotBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A2_What_the_form_does_not_show_is_not_changed()
    {
        var (year, id) = await AnOpenSheet();
        var (clerk, sheet, leaf) = (year.ClerkOf(year.Member), $"{year.Url}/cham-diem/{id}", await CriterionId(year, "I.2"));
        await SaveLine(clerk, sheet, await clerk.See(sheet), leaf, ("Target", "100"), ("Achieved", "50"), ("Points", "30"), ("Stage", "Final"), ("SheetId", "1"), ("id", "1"), ("criterionId", "1"), ("IsSetByHand", "true"), ("Level", "tot"));
        await portal.WithDb(
            async db =>
            {
                var cell = await db.ScoreEntries.SingleAsync(row => row.SheetId == id && row.CriterionId == leaf);
                (cell.Points, cell.Stage, cell.IsSetByHand, cell.Values).ShouldBe((15m, ScoreStage.Self, false, new LineValues(Target: 100, Achieved: 50)));
                return 0;
            },
            year.Acting(year.Member, Capacity.Clerk));
    }

    [Fact]
    public async Task The_leader_marks_a_unit_that_never_submitted_and_may_admit_it_again()
    {
        var (year, id) = await AnOpenSheet();
        var leader = year.ClerkOf(year.Leader);
        var form = (await leader.See($"{year.Url}/cham-diem/{id}/khong-nop")).FormTo("/khong-nop");
        (await leader.Submit(form)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await leader.Follow(await leader.Submit(form, ("Reason", "Đã đôn đốc ba lần")));
        (await year.ClerkOf(year.Member).See($"{year.Url}/cham-diem/{id}")).Body!.TextContent.ShouldContain("Đã đôn đốc ba lần");
        await leader.Follow(await leader.Submit((await leader.See($"{year.Url}/cham-diem/{id}/mo-lai-nhap")).FormTo("/mo-lai-nhap"), ("Reason", "Đơn vị gửi bổ sung")));
        (await year.ClerkOf(year.Member).See($"{year.Url}/cham-diem/{id}")).QuerySelector(".state-badge")!.TextContent.ShouldBe("Đang nhập");
    }
}
