using System.Net;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Tests.Fixture;

namespace ThiDua.Web.Tests.ScoringSchemes;

public class IssueSchemeTests(Portal portal)
{
    [Fact]
    public async Task Issuing_opens_an_empty_sheet_for_every_member_and_the_dossier_of_results()
    {
        var year = await ClusterYearInTest.Make(portal);
        await year.ADraftScheme();
        await portal.WithDb(async db =>
        {
            (await db.ClusterYears.IgnoreQueryFilters().Include(row => row.Members).Include(row => row.Positions).SingleAsync(row => row.Id == year.Id)).EndMembership(Actor.Portal, year.Units[3].Id, new(2020, 6, 30));
            return await db.SaveChangesAsync();
        });
        var page = await year.IssueByHead();
        page.QuerySelector(".state-badge")!.TextContent.ShouldBe("Đã ban hành");
        page.QuerySelector("main")!.TextContent.ShouldContain("số 02/HD-CTĐ ngày 01/03/2020");
        page.QuerySelectorAll("main form, .scheme-tools, .page-steps a").ShouldBeEmpty();
        await portal.WithDb(
            async db =>
            {
                var sheets = await db.ScoreSheets.AsNoTracking().OrderBy(row => row.UnitId).ToListAsync();
                sheets.Select(row => (row.UnitId, row.UnitName, row.State)).ShouldBe(year.Units.Take(3).Select(unit => (unit.Id, unit.Name, ScoreSheetState.Entering)));
                var entries = await db.ScoreEntries.AsNoTracking().ToListAsync();
                entries.Count.ShouldBe(3 * 6);
                entries.ShouldAllBe(row => row.Stage == ScoreStage.Self && row.Points == null && row.EnteredAt == null);
                (await db.Rankings.SingleAsync()).State.ShouldBe(RankingState.Collecting);
                return 0;
            },
            year.Acting(year.Leader, Capacity.Head));
    }

    [Fact]
    public async Task S2_All_reasons_why_not_yet_stand_together_each_with_a_link_to_its_criterion()
    {
        var year = await ClusterYearInTest.Make(portal);
        var section = await year.ASection(portal);
        await year.AddCriterion(null, ("Code", "B"), ("Name", "Điểm thưởng"), ("Kind", "Bonus"), ("Max", ""));
        await year.AddCriterion(null, ("Code", "II"), ("Name", "Mục rỗng"), ("Max", "5"));
        await year.AddCriterion(section.Id, ("Code", "I.1"), ("Name", "Tiêu chí"), ("Max", "60"), ("Rule.Method", "PassOrFail"));
        var clerk = year.ClerkOf(year.Leader);
        await clerk.Follow(await clerk.Submit((await clerk.See(year.Scheme("/quy-dinh"))).FormTo("/quy-dinh"), ("CutOffOn", "")));
        var head = year.HeadOf(year.Leader);
        var page = await head.See(year.Scheme("/ban-hanh"));
        page.QuerySelectorAll("main form").ShouldBeEmpty();
        var reasons = page.QuerySelectorAll(".alert li").Select(item => item.TextContent).ToList();
        foreach (var part in new[] { "ngày chốt số liệu", "cộng lại là 105", "Tiêu chí I có điểm tối đa 100, các tiêu chí con cộng lại là 60", "chưa có mức trần", "Tiêu chí II là mục chưa có tiêu chí nào" })
        {
            reasons.ShouldContain(reason => reason.Contains(part), part);
        }

        page.QuerySelectorAll(".alert li a").Select(link => link.GetAttribute("href")).ShouldContain(year.Scheme($"/muc/{section.Id}"));
        page.QuerySelectorAll(".alert li a").Length.ShouldBe(reasons.Count);
    }

    [Fact]
    public async Task S2_A_scheme_that_became_incomplete_since_the_form_was_opened_is_not_issued()
    {
        var year = await ClusterYearInTest.Make(portal);
        await year.ADraftScheme();
        var head = year.HeadOf(year.Leader);
        var form = (await head.See(year.Scheme("/ban-hanh"))).FormTo("/ban-hanh");
        var section = await year.Stored(portal, "I");
        await year.AddCriterion(section.Id, ("Code", "I.3"), ("Name", "Thêm"), ("Max", "1"), ("Rule.Method", "PassOrFail"));
        var answer = await head.Submit(form, SchemesInTest.Document);
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await answer.Html()).Says().ShouldContain("vừa được sửa");
        (await year.Stored(portal)).State.ShouldBe(SchemeState.Draft);
    }

    [Fact]
    public async Task S1_After_issue_every_stale_form_is_refused_and_nothing_changes()
    {
        var year = await ClusterYearInTest.Make(portal);
        await year.ADraftScheme();
        var clerk = year.ClerkOf(year.Leader);
        var id = (await year.Stored(portal, "I.1")).Id;
        var show = await clerk.See(year.Scheme());
        var forms = new[]
        {
            (await clerk.See(year.Scheme($"/muc/{id}"))).FormTo($"/muc/{id}"),
            (await clerk.See(year.Scheme("/muc/them"))).FormTo("/muc/them"),
            (await clerk.See(year.Scheme($"/muc/{id}/xoa"))).FormTo("/xoa"),
            (await clerk.See(year.Scheme("/quy-dinh"))).FormTo("/quy-dinh"),
            (await clerk.See(year.Scheme("/ban-hanh"))).FormTo("/ban-hanh"),
        };
        await year.IssueByHead();
        var before = await Fingerprint(year);
        foreach (var form in forms)
        {
            var answer = await clerk.Submit(form, [("Code", "Z"), ("Name", "Sửa lén"), ("Title", "Sửa lén"), ("Max", "1"), .. SchemesInTest.Document, .. SchemesInTest.Paper]);
            answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, form.Action);
            (await answer.Html()).Says().ShouldContain("đã ban hành", customMessage: form.Action);
        }

        var moved = await clerk.Submit(show.FormTo("/muc/chuyen"), ("Down", $"{id}"));
        (await clerk.Follow(moved)).Says().ShouldContain("đã ban hành");
        (await Fingerprint(year)).ShouldBe(before);
        foreach (var path in new[] { "/quy-dinh", "/ban-hanh", $"/muc/{id}", $"/muc/{id}/xoa", "/muc/them" })
        {
            (await clerk.Follow(await clerk.GetAsync(year.Scheme(path)))).Says().ShouldContain("đã ban hành", customMessage: path);
        }
    }

    private Task<string> Fingerprint(ClusterYearInTest year) => portal.WithDb(
        async db =>
        {
            var scheme = await db.ScoringSchemes.AsNoTracking().Include(row => row.Criteria).SingleAsync();
            return $"{scheme.Title} {scheme.Version} {await db.StepsTaken.CountAsync()} {await db.ScoreSheets.CountAsync()} {string.Join(',', scheme.Criteria.OrderBy(row => row.Id).Select(row => $"{row.Id}:{row.Code}:{row.Name}:{row.Order}:{row.Version}"))} {await db.AuditEntries.CountAsync(row => row.ClusterYearId == year.Id)}";
        },
        year.Acting(year.Leader, Capacity.Head));

    [Fact]
    public async Task C2_Of_two_approvers_at_once_one_issues_and_the_other_is_told_who_did()
    {
        var year = await ClusterYearInTest.Make(portal);
        await year.ADraftScheme();
        var (head, clerk) = (year.HeadOf(year.Leader), year.ClerkOf(year.Leader));
        var byHead = (await head.See(year.Scheme("/ban-hanh"))).FormTo("/ban-hanh");
        var byClerk = (await clerk.See(year.Scheme("/ban-hanh"))).FormTo("/ban-hanh");
        var answers = await Task.WhenAll(head.Submit(byHead, SchemesInTest.Document), clerk.Submit(byClerk, [.. SchemesInTest.Document, .. SchemesInTest.Paper]), head.Submit(byHead, SchemesInTest.Document));
        answers.Count(answer => answer.StatusCode == HttpStatusCode.Redirect).ShouldBe(1);
        var scheme = await year.Stored(portal);
        var taken = scheme.History.ShouldHaveSingleItem();
        foreach (var refused in answers.Where(answer => answer.StatusCode != HttpStatusCode.Redirect))
        {
            refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            (await refused.Html()).Says().ShouldContain($"{taken.UserName} đã ban hành bảng tiêu chí lúc");
        }

        (await portal.WithDb(db => db.ScoreSheets.CountAsync(), year.Acting(year.Leader, Capacity.Head))).ShouldBe(4);
    }

    [Fact]
    public async Task A_clerk_issues_only_from_signed_paper_which_stays_marked()
    {
        var year = await ClusterYearInTest.Make(portal);
        await year.ADraftScheme();
        var clerk = year.ClerkOf(year.Leader);
        var form = (await clerk.See(year.Scheme("/ban-hanh"))).FormTo("/ban-hanh");
        var refused = await (await clerk.Submit(form, SchemesInTest.Document)).Html();
        refused.QuerySelector("[name='Paper.Number']")!.ParentElement!.QuerySelector(".invalid-feedback")!.TextContent.ShouldContain("lãnh đạo");
        refused.QuerySelector("[name=Number]")!.GetAttribute("value").ShouldBe("02/HD-CTĐ");
        var page = await clerk.Follow(await clerk.Submit(refused.FormTo("/ban-hanh"), SchemesInTest.Paper));
        page.QuerySelector("main")!.TextContent.ShouldContain("Theo văn bản đã ký số 02/HD-CTĐ ngày 01/03/2020");
    }

    [Fact]
    public async Task Without_document_or_confirmation_nothing_is_issued()
    {
        var year = await ClusterYearInTest.Make(portal);
        await year.ADraftScheme();
        var head = year.HeadOf(year.Leader);
        var answer = await head.Submit((await head.See(year.Scheme("/ban-hanh"))).FormTo("/ban-hanh"), ("Abstract", ""));
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await answer.Html();
        foreach (var field in new[] { "Number", "IssuedOn", "Abstract", "IsConfirmed" })
        {
            page.QuerySelector($"[name={field}]")!.ParentElement!.QuerySelector(".invalid-feedback").ShouldNotBeNull(field);
        }

        (await year.Stored(portal)).State.ShouldBe(SchemeState.Draft);
    }

    [Fact]
    public async Task S2_A_change_that_races_the_issue_never_leaves_an_issued_scheme_that_does_not_add_up()
    {
        for (var round = 0; round < 6; round++)
        {
            var year = await ClusterYearInTest.Make(portal, units: 2);
            await year.ADraftScheme();
            var (head, clerk) = (year.HeadOf(year.Leader), year.ClerkOf(year.Leader));
            var id = (await year.Stored(portal, "I.2")).Id;
            var issue = (await head.See(year.Scheme("/ban-hanh"))).FormTo("/ban-hanh");
            var change = (await clerk.See(year.Scheme($"/muc/{id}"))).FormTo($"/muc/{id}");
            var answers = await Task.WhenAll(head.Submit(issue, SchemesInTest.Document), clerk.Submit(change, ("Max", "29")));
            answers.Count(answer => answer.StatusCode == HttpStatusCode.Redirect).ShouldBe(1);
            var scheme = await year.Stored(portal);
            (scheme.State == SchemeState.Issued).ShouldBe(answers[0].StatusCode == HttpStatusCode.Redirect);
            scheme.Problems().Count.ShouldBe(scheme.State == SchemeState.Issued ? 0 : 1);
        }
    }

    [Fact]
    public async Task A_scan_that_is_no_file_is_refused_and_a_whole_one_is_kept_with_the_step()
    {
        var year = await ClusterYearInTest.Make(portal, units: 2);
        await year.ADraftScheme();
        var head = year.HeadOf(year.Leader);
        var form = (await head.See(year.Scheme("/ban-hanh"))).FormTo("/ban-hanh");
        var refused = await Send("%PDF-1.7");
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await refused.Html()).QuerySelector("main")!.TextContent.ShouldContain("bị hỏng");
        (await year.Stored(portal)).State.ShouldBe(SchemeState.Draft);
        (await Send($"%PDF-1.7\n% {Guid.NewGuid()}\n%%EOF")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await portal.WithDb(db => db.StepsTaken.Where(step => step.Step == nameof(SchemeStep.Issue)).Select(step => step.PaperScanId).SingleAsync(), year.Acting(year.Leader, Capacity.Head))).ShouldNotBeNull();
        var link = (await head.See($"{year.Url}/lich-su")).QuerySelector("a[href$='/ban-quet']")!.GetAttribute("href")!;
        (await head.GetStringAsync(link)).ShouldStartWith("%PDF-1.7");
        (await (await ClusterYearInTest.Make(portal, units: 2)).HeadOf(year.Leader).GetAsync(link.Replace("/ban-quet", "9/ban-quet", StringComparison.Ordinal))).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        async Task<HttpResponseMessage> Send(string scan)
        {
            using var body = new MultipartFormDataContent();
            foreach (var (name, value) in form.Elements.OfType<AngleSharp.Html.Dom.IHtmlInputElement>().Where(input => input.Type == "hidden").Select(input => (input.Name!, input.Value)).Concat(SchemesInTest.Document).Concat(SchemesInTest.Paper))
            {
                body.Add(new StringContent(value), name);
            }

            body.Add(new ByteArrayContent(System.Text.Encoding.ASCII.GetBytes(scan)), "Paper.Scan", "ban-quet.pdf");
            return await head.PostAsync(year.Scheme("/ban-hanh"), body);
        }
    }
}
