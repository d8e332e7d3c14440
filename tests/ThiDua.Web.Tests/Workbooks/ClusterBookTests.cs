using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Features.Workbooks;
using ThiDua.Web.Tests.Accounts;
using ThiDua.Web.Tests.Appraisal;
using ThiDua.Web.Tests.Fixture;
using ThiDua.Web.Tests.Results;

namespace ThiDua.Web.Tests.Workbooks;

public sealed class ClusterBookTests(Portal portal, ITestOutputHelper output)
{
    private static async Task<Spreadsheet> Download(HttpClient person, ClusterYearInTest year) => new(await person.GetByteArrayAsync(year.Url + "/tham-dinh/bang-tinh.xlsx"));

    private static async Task<HttpResponseMessage> Preview(HttpClient person, ClusterYearInTest year, byte[] file) =>
        await person.Upload((await person.See(year.Url + "/tham-dinh/bang-tinh")).FormTo("/bang-tinh"), file, "bang.xlsx");

    // The columns of a unit: self-scored, appraised, reason.
    private static (string Self, string Points, string Reason) ColumnsOf(Spreadsheet book, UnitInTest unit)
    {
        var at = Enumerable.Range(0, 20).First(index => book.Text($"{ThiDua.Web.Documents.CellAddress.Letters(3 + (index * 3))}5") == unit.Name);
        return (ThiDua.Web.Documents.CellAddress.Letters(3 + (at * 3)), ThiDua.Web.Documents.CellAddress.Letters(4 + (at * 3)), ThiDua.Web.Documents.CellAddress.Letters(5 + (at * 3)));
    }

    [Fact]
    public async Task The_team_appraises_offline_by_the_rules_of_the_page()
    {
        var year = await AppraisalInTest.Submitted(portal);
        var clerk = year.ClerkOf(year.Leader);
        (await clerk.See(year.Url + "/tham-dinh")).QuerySelector($"a[href='{year.Url}/tham-dinh/bang-tinh']").ShouldNotBeNull();
        using var book = await Download(clerk, year);
        var member = ColumnsOf(book, year.Member);
        book.Figure(book.At("I.2", member.Self)).ShouldBe(27);
        book.Type(book.At("I.1", member.Points), book.Figure(book.At("I.1", member.Self)));
        book.Type(book.At("I.2", member.Points), 27);
        book.Type(book.At("II.1", member.Points), 14.5);
        book.Type(book.At("II.1", member.Reason), "Thiếu một văn bản");
        book.Type(book.At("II.2", member.Points), 8);
        book.Type(book.At("II.2", member.Reason), "Theo sổ theo dõi");
        book.Figure(book.At("II", member.Points)).ShouldBe(22.5m, "sections add up in the workbook");

        var page = await (await Preview(clerk, year, book.Save())).Html();
        page.Says().ShouldContain("4 dòng của 1 đơn vị sẽ được ghi");
        (await year.Cell(portal, year.Member, "I.2")).ShouldBeNull("a preview writes nothing");
        (await clerk.Follow(await clerk.Submit(page.FormTo("/xac-nhan")))).Says().ShouldContain("Đã lưu thẩm định 4 dòng");
        var (accepted, provisional, judged, byPortal) = ((await year.Cell(portal, year.Member, "I.2"))!, (await year.Cell(portal, year.Member, "I.1"))!, (await year.Cell(portal, year.Member, "II.1"))!, (await year.Cell(portal, year.Member, "II.2"))!);
        (accepted.Points, accepted.IsSetByHand, accepted.Note).ShouldBe((27, false, null));
        (provisional.Points, provisional.IsSetByHand).ShouldBe((null, false), "accepted by its facts; computed for the whole cluster later");
        (judged.Points, judged.IsSetByHand, judged.Note).ShouldBe((14.5m, false, "Thiếu một văn bản"));
        (byPortal.Points, byPortal.Note).ShouldBe((8, "Theo sổ theo dõi"));
        using var again = await Download(clerk, year);
        (await (await Preview(clerk, year, again.Save())).Html()).Says().ShouldContain("không có gì khác");
    }

    [Fact]
    public async Task One_s_own_sheet_is_never_in_it_and_only_sheets_on_duty_are_open()
    {
        var year = await AppraisalInTest.Submitted(portal);
        using var ofLeader = await Download(year.ClerkOf(year.Leader), year);
        var names = (from index in Enumerable.Range(0, 4) select ofLeader.Text($"{ThiDua.Web.Documents.CellAddress.Letters(3 + (index * 3))}5")).Where(name => name.Length > 0).ToList();
        names.ShouldBe([year.Deputy.Name, year.Member.Name], ignoreOrder: true, "not its own, nor the sheet that is still entered");
        using var ofDeputy = await Download(year.ClerkOf(year.Deputy), year);
        ofDeputy.Text("D5").ShouldBe(year.Leader.Name);
        ofDeputy.Text("G5").ShouldBe("");
        ofDeputy.IsOpen(ofDeputy.At("I.2", "E")).ShouldBeTrue();
        ofDeputy.IsOpen(ofDeputy.At("I.2", "D")).ShouldBeFalse();
        (await year.ClerkOf(year.Member).GetAsync(year.Url + "/tham-dinh/bang-tinh.xlsx")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        // The deputy's file, uploaded by the leader: that sheet is its own.
        ofDeputy.Type(ofDeputy.At("I.2", "E"), 1);
        ofDeputy.Type(ofDeputy.At("I.2", "F"), "tự nâng điểm");
        var refused = await (await Preview(year.ClerkOf(year.Leader), year, ofDeputy.Save())).Html();
        refused.QuerySelector("[data-problem]")!.TextContent.ShouldContain("không còn do bạn thẩm định");
    }

    [Fact]
    public async Task What_is_wrong_is_told_by_cell_and_nothing_is_saved()
    {
        var year = await AppraisalInTest.Submitted(portal);
        var clerk = year.ClerkOf(year.Leader);
        using var book = await Download(clerk, year);
        var (member, deputy) = (ColumnsOf(book, year.Member), ColumnsOf(book, year.Deputy));
        book.Type(book.At("I.2", member.Points), "hai bảy");
        book.Type(book.At("II.1", member.Points), 21);
        book.Type(book.At("II.2", member.Points), 8);
        book.Type(book.At("I.1", member.Points), 10);
        book.Type(book.At("B.1", member.Reason), "chỉ có lý do");
        book.Type(book.At("I.2", deputy.Points), 27);
        var page = await (await Preview(clerk, year, book.Save())).Html();
        var told = page.QuerySelectorAll("[data-problem]").ToDictionary(row => row.GetAttribute("data-problem")!, row => row.LastElementChild!.TextContent);
        told.Keys.ShouldBe([book.At("I.2", member.Points), book.At("II.1", member.Points), book.At("II.2", member.Reason), book.At("I.1", member.Reason), book.At("B.1", member.Points)], ignoreOrder: true);
        told[book.At("I.1", member.Reason)].ShouldContain("khác điểm tự chấm: nêu lý do");
        told[book.At("II.1", member.Points)].ShouldContain("không được quá điểm tối đa 20");
        (await portal.WithDb(db => db.ScoreEntries.CountAsync(row => row.Stage == ScoreStage.Appraised), year.Acting(year.Leader, Capacity.Clerk))).ShouldBe(0);
    }

    [Fact]
    public async Task A_line_appraised_meanwhile_shows_both_and_a_sheet_finished_meanwhile_is_refused()
    {
        var year = await AppraisalInTest.Submitted(portal);
        var (clerk, url) = (year.ClerkOf(year.Leader), await year.AppraisalOf(portal, year.Member));
        using var book = await Download(clerk, year);
        var member = ColumnsOf(book, year.Member);
        await clerk.Follow(await clerk.SaveLine(await clerk.See(url), "I.2", ("PointsByHand", "20"), ("Reason", "Bản trên cổng")));
        book.Type(book.At("I.2", member.Points), 25);
        book.Type(book.At("I.2", member.Reason), "Bản trong tệp");
        var page = await (await Preview(clerk, year, book.Save())).Html();
        page.QuerySelector(".line-conflict")!.TextContent.ShouldContain("đã thẩm định dòng này lúc");
        page.QuerySelector(".line-conflict")!.TextContent.ShouldContain("Bản trên cổng");
        (await clerk.Submit(page.FormTo("/xac-nhan"))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await clerk.Follow(await clerk.Submit(page.FormTo("/xac-nhan"), ("Choices[0].TakeFile", "true")));
        (await year.Cell(portal, year.Member, "I.2"))!.Points.ShouldBe(25);

        using var late = await Download(clerk, year);
        late.Type(late.At("B.1", member.Points), 2.5);
        late.Type(late.At("B.1", member.Reason), "Bổ sung");
        var form = (await (await Preview(clerk, year, late.Save())).Html()).FormTo("/xac-nhan");
        await clerk.AppraiseAll(url);
        await clerk.Follow(await clerk.Finish(url));
        var answer = await clerk.Submit(form);
        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await answer.Html()).QuerySelector("[data-problem]")!.TextContent.ShouldContain("không thẩm định được");
    }

    [Fact, Trait("Category", "Full")]
    public async Task X1_The_result_is_the_preview_for_random_workbooks_of_the_cluster()
    {
        var year = await AppraisalInTest.Submitted(portal);
        var (random, saved, refused) = (new Random(3), 0, 0);
        var codes = new[] { "I.1", "I.2", "II.1", "II.2", "B.1", "C.1" };
        for (var run = 0; run < Checks.RandomFiles(150); run++)
        {
            using var book = new Spreadsheet(await portal.InYear(year, year.Leader, async services => ClusterBook.Make(await services.GetRequiredService<FindClusterSheets>().Handle(), ClusterYearInTest.Now)));
            var (typed, bad) = (new Dictionary<(string, string), decimal>(), new HashSet<string>());
            foreach (var (unit, code) in from unit in new[] { year.Deputy, year.Member } from code in codes where random.Next(4) == 0 select (unit, code))
            {
                var columns = ColumnsOf(book, unit);
                var points = random.Next(0, code is "B.1" ? 11 : 21) / 2m;
                var isBad = random.Next(12) == 0;
                book.Type(book.At(code, columns.Points), isBad ? "không" : points);
                book.Type(book.At(code, columns.Reason), $"Lý do {run}");
                typed[(unit.Name, code)] = code == "C.1" ? -points : points;
                bad.UnionWith(isBad ? [book.At(code, columns.Points)] : []);
            }

            var file = book.Save();
            var preview = await portal.InYear(year, year.Leader, services => services.GetRequiredService<PreviewClusterBook>().Handle(file));
            var done = await portal.InYear(year, year.Leader, services => services.GetRequiredService<ImportClusterBook>().Handle(new() { Kept = preview.Kept }));
            preview.Plan!.Problems.Select(problem => problem.Address).ShouldBe(bad, ignoreOrder: true, $"run {run}");
            done.Saved.ShouldBe(bad.Count > 0 ? 0 : typed.Count);
            (saved, refused) = (saved + (bad.Count == 0 && typed.Count > 0 ? 1 : 0), refused + (bad.Count > 0 ? 1 : 0));
            if (bad.Count == 0)
            {
                var kept = await portal.WithDb(db => db.ScoreEntries.Where(row => row.Stage == ScoreStage.Appraised).Select(row => new { row.Sheet.UnitName, db.Criteria.First(leaf => leaf.Id == row.CriterionId).Code, row.Points, row.Note }).ToListAsync(), year.Acting(year.Leader, Capacity.Clerk));
                typed.ShouldAllBe(one => kept.Any(row => row.UnitName == one.Key.Item1 && row.Code == one.Key.Item2 && (row.Points ?? one.Value) == one.Value && row.Note == $"Lý do {run}"));
            }
        }

        output.WriteLine($"{saved} workbooks saved, {refused} refused at their cells");
        (saved > 60 && refused > 20).ShouldBeTrue();
    }
}
