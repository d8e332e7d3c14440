using System.Net;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Data;
using ThiDua.Web.Tests.Fixture;

namespace ThiDua.Web.Tests.Results;

public sealed class RankingTests(Portal portal)
{
    private static readonly (string, string)[] Minutes = [("Document.Number", "05/BB-CTĐ"), ("Document.IssuedOn", "25/2/2021"), ("Document.Issuer", "Cụm thi đua")];

    private async Task<ClusterYearInTest> AnAppraisedYear()
    {
        var year = await ClusterYearInTest.Make(portal, units: 4);
        await year.IssueWithCells(portal);
        await year.FillAndSubmit(portal, year.Units[0], growth: 8.4m);
        await year.FillAndSubmit(portal, year.Units[1], growth: 7.7m);
        await year.FillAndSubmit(portal, year.Units[2], growth: 7);
        await year.FillAndSubmit(portal, year.Units[3], growth: 7, disbursed: 90);
        foreach (var unit in year.Units)
        {
            await year.Appraise(portal, unit);
        }

        return year;
    }

    private static async Task<HttpResponseMessage> Take(HttpClient person, ClusterYearInTest year, string path, params (string, string)[] typed) =>
        await person.Submit((await person.See($"{year.Url}/xep-hang/{path}")).FormTo(path), typed);

    [Fact]
    public async Task The_year_goes_from_closing_to_recognition()
    {
        var year = await AnAppraisedYear();
        var (clerk, head, authority) = (year.ClerkOf(year.Leader), year.HeadOf(year.Leader), year.HeadOf(year.Authority));
        (await clerk.Follow(await Take(clerk, year, "khoa-nhap-lieu"))).Says().ShouldContain("Đã khóa nhập liệu.");
        (await head.Follow(await Take(head, year, "cong-bo-du-kien"))).Says().ShouldContain("Đã công bố kết quả dự kiến.");
        await head.Follow(await Take(head, year, "thong-nhat", Minutes));
        await head.Follow(await Take(head, year, "thong-qua", Minutes));
        var page = await authority.Follow(await Take(authority, year, "cong-nhan", ("Document.Number", "77/QĐ"), ("Document.IssuedOn", "01/04/2021"), ("Document.Issuer", "Hội đồng")));

        page.QuerySelector(".page-head .state-badge")!.TextContent.ShouldBe("Đã công nhận");
        var rows = page.QuerySelectorAll(".result-table tbody tr").Select(row => row.QuerySelectorAll("td, th").Select(cell => cell.TextContent.Trim()).ToList()).ToList();
        rows.Select(row => row[0]).ShouldBe(["1", "2", "3", "4"]);
        rows[0][1].ShouldStartWith(year.Leader.Name);
        rows.Select(row => row[6]).ShouldBe(["100,00", "90,00", "80,00", "77,00"]);
        page.QuerySelectorAll("[data-honour]").Select(cell => cell.TextContent).ShouldBe(["Dẫn đầu", "Nhì", "", ""]);
        await portal.WithDb(
            async db =>
            {
                (await db.ScoreSheets.Select(sheet => sheet.State).Distinct().SingleAsync()).ShouldBe(ScoreSheetState.Adopted);
                (await db.ScoreEntries.CountAsync(cell => cell.Stage == ScoreStage.Final)).ShouldBe(4 * 6);
                var layers = await db.ResultLayers.Include(layer => layer.Rows).ToListAsync();
                layers.Select(layer => layer.Kind).ShouldBe([ResultLayerKind.Draft, ResultLayerKind.Agreed, ResultLayerKind.Adopted, ResultLayerKind.Recognized]);
                layers.SelectMany(layer => layer.Differences()).ShouldBeEmpty();
                return 0;
            },
            year.Acting(year.Leader, Capacity.Head));
    }

    [Fact]
    public async Task S3_What_is_stored_recomputes_to_itself_and_a_changed_figure_is_told()
    {
        var year = await AnAppraisedYear();
        await Take(year.ClerkOf(year.Leader), year, "khoa-nhap-lieu");
        await Take(year.HeadOf(year.Leader), year, "cong-bo-du-kien");
        await portal.WithDb(
            async db =>
            {
                foreach (var snapshot in await db.ClusterSnapshots.ToListAsync())
                {
                    snapshot.Recompute().ToDictionary(row => row.Key, row => row.Value.Points).ShouldBe(snapshot.Results.ToDictionary());
                }

                await db.LayerRows.Where(row => row.Rank == 1).ExecuteUpdateAsync(set => set.SetProperty(row => row.Total, 1));
                (await db.ResultLayers.Include(layer => layer.Rows).SingleAsync()).Differences().Single().ShouldContain(year.Leader.Name);
                return 0;
            },
            year.Acting(year.Leader, Capacity.Head));
    }

    [Fact]
    public async Task Every_sheet_that_is_not_ready_is_listed_together()
    {
        var year = await ClusterYearInTest.Make(portal, units: 4);
        await year.IssueWithCells(portal);
        await year.FillAndSubmit(portal, year.Units[0], growth: 8);
        var page = await year.ClerkOf(year.Leader).See($"{year.Url}/xep-hang/khoa-nhap-lieu");
        page.QuerySelectorAll("[role=alert] li").Length.ShouldBe(3);
        page.Forms.Where(form => form.Action.EndsWith("khoa-nhap-lieu", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_unit_that_never_submitted_holds_nobody_up_and_is_not_ranked()
    {
        var year = await ClusterYearInTest.Make(portal, units: 3);
        await year.IssueWithCells(portal);
        foreach (var unit in year.Units.Take(2))
        {
            await year.FillAndSubmit(portal, unit, growth: 8);
            await year.Appraise(portal, unit);
        }

        var by = year.Acting(year.Leader, Capacity.Clerk);
        await portal.WithDb(
            async db =>
            {
                (await db.ScoreSheets.SingleAsync(sheet => sheet.UnitId == year.Member.Id)).MarkNotSubmitted(by, new(ClusterYearInTest.Now, "Quá hạn, không gửi hồ sơ"));
                return await db.SaveChangesAsync();
            },
            by);
        await Take(year.ClerkOf(year.Leader), year, "khoa-nhap-lieu");
        var head = year.HeadOf(year.Leader);
        var page = await head.Follow(await Take(head, year, "cong-bo-du-kien"));
        var last = page.QuerySelectorAll(".result-table tbody tr")[^1];
        last.TextContent.ShouldContain("Quá hạn, không gửi hồ sơ");
        last.QuerySelector("td")!.TextContent.ShouldBe("–");
    }

    [Fact]
    public async Task S4_Units_tied_to_the_end_share_the_rank_and_no_honour_follows_from_it()
    {
        var year = await ClusterYearInTest.Make(portal, units: 3);
        await year.IssueWithCells(portal);
        foreach (var unit in year.Units)
        {
            await year.FillAndSubmit(portal, unit, growth: unit == year.Member ? 7 : 8);
            await year.Appraise(portal, unit);
        }

        await Take(year.ClerkOf(year.Leader), year, "khoa-nhap-lieu");
        var head = year.HeadOf(year.Leader);
        var page = await head.Follow(await Take(head, year, "cong-bo-du-kien"));
        page.QuerySelectorAll(".result-table tbody tr td:first-child").Select(cell => cell.TextContent.Trim()).ShouldBe(["1", "1", "3"]);

        var adopted = await head.Follow(await Take(head, year, "thong-qua", Minutes));
        adopted.QuerySelectorAll(".result-table tbody tr").Select(row => row.QuerySelectorAll("td")[^2].TextContent.Trim()).ShouldAllBe(honour => honour.Length == 0);
    }

    [Fact]
    public async Task An_honour_that_differs_from_the_ranks_needs_a_reason_and_the_form_keeps_what_was_typed()
    {
        var year = await AnAppraisedYear();
        await Take(year.ClerkOf(year.Leader), year, "khoa-nhap-lieu");
        var head = year.HeadOf(year.Leader);
        await Take(head, year, "cong-bo-du-kien");
        (string, string)[] swapped = [.. Minutes, ("Honours[0].Honour", "Nhì"), ("Honours[1].Honour", "Dẫn đầu")];
        var refused = await Take(head, year, "thong-qua", swapped);
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var again = await refused.Html();
        again.Body!.TextContent.ShouldContain("vị trí suy tôn khác thứ hạng điểm, nêu lý do");
        ((AngleSharp.Html.Dom.IHtmlInputElement)again.QuerySelector("[name='Document.Number']")!).Value.ShouldBe("05/BB-CTĐ");

        var done = await Take(head, year, "thong-qua", [.. swapped, ("Honours[0].Reason", "Nhường theo ý kiến Hội nghị"), ("Honours[1].Reason", "Theo ý kiến Hội nghị")]);
        (await head.Follow(done)).QuerySelector(".result-table tbody")!.TextContent.ShouldContain("Nhường theo ý kiến Hội nghị");
    }

    [Fact]
    public async Task A_unit_without_a_rank_is_not_offered_an_honour_and_gets_none()
    {
        var year = await ClusterYearInTest.Make(portal, units: 3);
        await year.IssueWithCells(portal);
        foreach (var unit in year.Units.Take(2))
        {
            await year.FillAndSubmit(portal, unit, growth: unit == year.Leader ? 8 : 7);
            await year.Appraise(portal, unit);
        }

        var head = year.HeadOf(year.Leader);
        var by = year.Acting(year.Leader, Capacity.Head);
        await portal.WithDb(
            async db =>
            {
                (await db.ScoreSheets.SingleAsync(sheet => sheet.UnitId == year.Member.Id)).MarkNotSubmitted(by, new(ClusterYearInTest.Now, "Quá hạn, không gửi hồ sơ"));
                return await db.SaveChangesAsync();
            },
            by);
        await Take(year.ClerkOf(year.Leader), year, "khoa-nhap-lieu");
        await head.Follow(await Take(head, year, "cong-bo-du-kien"));
        (await head.See($"{year.Url}/xep-hang/thong-qua")).QuerySelectorAll("[name^='Honours['][name$='.Honour']").Length.ShouldBe(2);
        var refused = await Take(head, year, "thong-qua", [.. Minutes, ("Honours[2].UnitId", $"{year.Member.Id}"), ("Honours[2].Honour", "Dẫn đầu"), ("Honours[2].Reason", "Theo ý kiến Hội nghị"), ("Honours[0].Honour", ""), ("Honours[0].Reason", "Nhường")]);
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await refused.Content.ReadAsStringAsync()).ShouldContain(System.Text.Encodings.Web.HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All).Encode("không được xếp hạng nên không suy tôn được"));
    }

    [Fact]
    public async Task C2_Two_heads_at_once_make_one_transition_and_one_polite_message()
    {
        var year = await AnAppraisedYear();
        await Take(year.ClerkOf(year.Leader), year, "khoa-nhap-lieu");
        var people = Enumerable.Range(0, 4).Select(_ => year.HeadOf(year.Leader)).ToList();
        var forms = new List<AngleSharp.Html.Dom.IHtmlFormElement>();
        foreach (var person in people)
        {
            forms.Add((await person.See($"{year.Url}/xep-hang/cong-bo-du-kien")).FormTo("cong-bo-du-kien"));
        }

        var answers = await Task.WhenAll(people.Select((person, index) => person.Submit(forms[index])));
        answers.Count(answer => answer.StatusCode == HttpStatusCode.Redirect).ShouldBe(1);
        foreach (var refused in answers.Where(answer => answer.StatusCode != HttpStatusCode.Redirect))
        {
            refused.StatusCode.ShouldBeOneOf(HttpStatusCode.Conflict, HttpStatusCode.UnprocessableEntity);
            (await refused.Html()).Says().ShouldContain("Lãnh đạo");
        }

        (await portal.WithDb(db => db.ResultLayers.CountAsync(), year.Acting(year.Leader, Capacity.Head))).ShouldBe(1);
    }

    [Fact]
    public async Task Before_publication_members_see_no_points_and_nobody_but_the_leader_moves_the_results()
    {
        var year = await AnAppraisedYear();
        var member = year.HeadOf(year.Member);
        var page = await member.See($"{year.Url}/xep-hang");
        page.QuerySelectorAll(".result-table").ShouldBeEmpty();
        page.QuerySelectorAll(".page-steps a").ShouldBeEmpty();
        (await member.GetAsync($"{year.Url}/xep-hang/cong-bo-du-kien")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await year.ClerkOf(year.Deputy).GetAsync($"{year.Url}/xep-hang/khoa-nhap-lieu")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var stranger = await ClusterYearInTest.Make(portal, units: 2);
        (await stranger.HeadOf(stranger.Leader).GetAsync($"{year.Url}/xep-hang")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_clerk_records_the_publication_only_from_signed_paper()
    {
        var year = await AnAppraisedYear();
        var clerk = year.ClerkOf(year.Leader);
        await Take(clerk, year, "khoa-nhap-lieu");
        var refused = await Take(clerk, year, "cong-bo-du-kien");
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await clerk.Follow(await Take(clerk, year, "cong-bo-du-kien", ("Paper.Number", "15/TB-CTĐ"), ("Paper.SignedOn", "10/02/2021"), ("Paper.Signatory", "Người ký"), ("Paper.SignatoryOffice", "Chủ tịch")));
        (await portal.WithDb(db => db.StepsTaken.Where(step => step.PaperNumber == "15/TB-CTĐ").CountAsync(), year.Acting(year.Leader, Capacity.Clerk))).ShouldBe(1);
    }

    [Fact]
    public async Task A_total_unfolds_to_formula_inputs_and_person()
    {
        var year = await AnAppraisedYear();
        await Take(year.ClerkOf(year.Leader), year, "khoa-nhap-lieu");
        var head = year.HeadOf(year.Leader);
        var page = await head.Follow(await Take(head, year, "cong-bo-du-kien"));
        var link = page.QuerySelectorAll(".result-table th a")[1].GetAttribute("href")!;
        var explained = (await year.ClerkOf(year.Member).See(link)).Body!.TextContent;
        explained.ShouldContain("10/20");
        explained.ShouldContain("30,00");
        explained.ShouldContain($"Người của {year.Deputy.Name}");
    }
}
