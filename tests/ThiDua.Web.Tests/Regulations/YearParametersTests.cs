using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Planning.Consultations;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Tests.Fixture;
using ThiDua.Web.Tests.Home;
using ThiDua.Web.Tests.Plans;

namespace ThiDua.Web.Tests.Regulations;

public sealed class YearParametersTests(Portal portal)
{
    private static readonly (string, string)[] Naming = [("Document.Number", "20/QĐ-HĐ"), ("Document.IssuedOn", "15/01/2021"), ("Document.Issuer", "Hội đồng Thi đua")];
    private static readonly (string, string)[] Minutes = [("Document.Number", "02/BB-CTĐ"), ("Document.IssuedOn", "01/02/2020"), ("Document.Issuer", "Cụm thi đua")];

    private static string Text(IHtmlDocument page) => TasksInTest.Words(page.Body!.TextContent);

    private Task<ClusterYear> YearAt(string path)
    {
        var id = int.Parse(path["/cum/".Length..], System.Globalization.CultureInfo.InvariantCulture);
        return portal.WithDb(db => db.ClusterYears.AsNoTracking().SingleAsync(row => row.Id == id));
    }

    private async Task<string> OpeningOf(ClusterYearInTest year) => $"/co-quan/{year.Authority.Id}/cum/{await portal.WithDb(db => db.ClusterOf(year))}/mo-nam";

    [Fact]
    public async Task A_new_year_takes_the_parameters_of_the_regulation_in_force_on_its_first_day_and_the_old_year_keeps_its_own()
    {
        var year = await ClusterYearInTest.Make(portal);
        await year.ARecordedRegulation(portal);
        var clerk = year.ClerkOf(year.Authority);
        var opening = await clerk.See(await OpeningOf(year));
        Text(opening).ShouldContain("ban hành kèm theo văn bản số 369/QĐ-CTĐT ngày 27/05/2019");
        var refused = await clerk.Submit(opening.FormTo("/mo-nam"), [.. Naming, ("LeaderId", $"{year.Leader.Id}"), ("FirstDeputyId", $"{year.Deputy.Id}"), ("SecondDeputyId", $"{year.Member.Id}")]);
        (await refused.Html()).QuerySelector("#f-SecondDeputyId-problem")!.TextContent.ShouldContain("nhiều nhất 01 đơn vị phó");

        var page = await clerk.Follow(await clerk.Submit(opening.FormTo("/mo-nam"), [.. Naming, ("LeaderId", $"{year.Leader.Id}"), ("FirstDeputyId", $"{year.Deputy.Id}")]));
        var next = new Uri(page.Url).AbsolutePath;
        var stored = await YearAt(next);
        (stored.Parameters, stored.ParametersFrom.Regulation).ShouldBe((RegulationsInTest.Parameters, RegulationsInTest.Decision));
        Text(await clerk.See($"{next}/quy-che")).ShouldContain("Theo Quy chế ban hành kèm theo văn bản số 369/QĐ-CTĐT ngày 27/05/2019.");
        var old = await year.Stored(portal);
        (old.Parameters.CommentDays, old.ParametersFrom.RegulationId).ShouldBe((null, null));
        Text(await clerk.See($"{year.Url}/quy-che")).ShouldContain("Chưa lấy theo Quy chế nào; nhập khi mở năm thi đua");
    }

    [Fact]
    public async Task A_year_that_begins_before_the_regulation_keeps_what_is_typed()
    {
        var year = await ClusterYearInTest.Make(portal);
        await year.ARecordedRegulation(portal);
        var clerk = year.ClerkOf(year.Authority);
        var page = await clerk.Follow(await clerk.Submit((await clerk.See(await OpeningOf(year))).FormTo("/mo-nam"), [.. Naming, ("Year", "2019"), ("FromOn", "01/01/2019"), ("LeaderId", $"{year.Leader.Id}")]));
        var opened = new Uri(page.Url).AbsolutePath;
        var stored = await YearAt(opened);
        stored.Parameters.ShouldBe(new YearParameters { HasPreparatorySession = true, Honours = ["Dẫn đầu", "Nhì"] });
    }

    [Fact]
    public async Task The_running_year_takes_a_regulation_over_and_departs_from_it_by_a_document()
    {
        var year = await ClusterYearInTest.Make(portal);
        await year.ARecordedRegulation(portal);
        var clerk = year.ClerkOf(year.Leader);
        var take = await clerk.See($"{year.Url}/quy-che/ap-dung");
        take.QuerySelectorAll(".parameter-changed").Length.ShouldBe(7);
        await clerk.Follow(await clerk.Submit(take.FormTo("/ap-dung")));
        (await year.Stored(portal)).Parameters.ShouldBe(RegulationsInTest.Parameters);
        (await clerk.See($"{year.Url}/quy-che")).QuerySelectorAll("a").ShouldNotContain(link => link.TextContent.Contains("Lấy theo Quy chế"));
        (await clerk.Follow(await clerk.GetAsync($"{year.Url}/quy-che/ap-dung", TestContext.Current.CancellationToken))).Says().ShouldContain("Không có Quy chế nào");

        var set = (await clerk.See($"{year.Url}/quy-che/nam-nay")).FormTo("/nam-nay");
        (await clerk.Submit(set, ("Parameters.ObjectionDays", "3"))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, "not without its document");
        (await (await clerk.Submit(set, Minutes)).Html()).Says().ShouldContain("Chưa có quy định nào thay đổi.");
        var page = await clerk.Follow(await clerk.Submit(set, [.. Minutes, ("Parameters.ObjectionDays", "3")]));
        Text(page).ShouldContain("sửa cho năm này bởi Chuyên viên");
        Text(page).ShouldContain("văn bản số 02/BB-CTĐ ngày 01/02/2020");
        TasksInTest.Words(page.QuerySelector(".parameter-changed")!.TextContent).ShouldBe("Thời hạn đề nghị xem xét lại 05 ngày 03 ngày");
        (await year.Stored(portal)).History.Select(step => step.Step).ShouldBe([nameof(YearAct.TakeRegulation), nameof(YearAct.SetParameters)]);
        Text(await clerk.See($"{year.Url}/lich-su")).ShouldContain("Sửa quy định của năm");
    }

    [Fact]
    public async Task C1_Of_two_who_change_the_year_the_second_is_told_and_sees_what_applies()
    {
        var year = await ClusterYearInTest.Make(portal);
        var (clerk, authority) = (year.ClerkOf(year.Leader), year.ClerkOf(year.Authority));
        var stale = (await authority.See($"{year.Url}/quy-che/nam-nay")).FormTo("/nam-nay");
        await clerk.Follow(await clerk.Submit((await clerk.See($"{year.Url}/quy-che/nam-nay")).FormTo("/nam-nay"), [.. Minutes, ("Parameters.CommentDays", "9")]));
        var answer = await authority.Submit(stale, [.. Minutes, ("Parameters.CommentDays", "8")]);
        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var page = await answer.Html();
        page.QuerySelector("#dang-luu")!.TextContent.ShouldContain("09 ngày");
        page.QuerySelector("[name='Parameters.CommentDays']")!.GetAttribute("value").ShouldBe("8");
    }

    [Fact]
    public async Task The_years_parameters_are_the_defaults_of_schemes_calendar_and_consultations()
    {
        var year = await ClusterYearInTest.Make(portal);
        await year.ARecordedRegulation(portal);
        var clerk = year.ClerkOf(year.Leader);
        await clerk.Follow(await clerk.Submit((await clerk.See($"{year.Url}/quy-che/ap-dung")).FormTo("/ap-dung")));

        await clerk.Follow(await clerk.Submit((await clerk.See($"{year.Url}/tieu-chi/tao?nguon=mau-khoi-so-nganh")).FormTo("/tao")));
        (await year.AsLeader(portal, (db, _) => db.ScoringSchemes.Include(row => row.Criteria).SingleAsync())).TieKeys.Select(key => (key.Kind, key.Label)).ShouldBe([(TieKeyKind.SectionTotal, "mục II"), (TieKeyKind.Vote, null)], "what the scheme does not have is left out");

        var calendar = $"{year.Url}/lich-cham-diem";
        await clerk.Follow(await clerk.Submit((await clerk.See($"{calendar}/sua")).FormTo("/sua"), ("Appraisal.ClosesOn", "10/12/2035")));
        Text(await clerk.See(calendar)).ShouldContain("đến hết ngày 15/12/2035");

        var planId = await year.APlan(portal);
        var step = await clerk.See(year.Plan(planId, "/lay-y-kien"));
        var expected = DateOnly.FromDateTime(DateTime.UtcNow.AddHours(7)).AddDays(7);
        step.QuerySelector("[name=CommentsUntil]")!.GetAttribute("value").ShouldBe($"{expected:dd/MM/yyyy}");
        await clerk.Follow(await clerk.Submit(step.FormTo("/lay-y-kien")));
        var round = await year.AsLeader(portal, (db, _) => db.Consultations.Include(row => row.Units).SingleAsync());
        round.StandingOf(round.Units.First(unit => !unit.IsDrafter), DateTime.UtcNow.AddDays(30)).ShouldBe(ReplyStanding.NoReply);
    }
}
