using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Planning;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Tests.Fixture;
using ThiDua.Web.Tests.Home;
using ThiDua.Web.Tests.Reports;

namespace ThiDua.Web.Tests.Appraisal;

/// <summary>The portal's proposals follow what becomes of a report, until somebody has decided by them.</summary>
public sealed class FactsThatChangeTests(Portal portal)
{
    private static string Text(AngleSharp.Dom.IElement part) => TasksInTest.Words(part.TextContent);

    /// <summary>A submitted sheet of a unit that has not sent its report, which takes 2 of 10 points off line II.2.</summary>
    private async Task<(ClusterYearInTest Year, int Requirement, string Appraisal)> AMissingReport()
    {
        var year = await AppraisalInTest.Submitted(portal);
        var id = await year.ARequirement(portal, when: "đến hết ngày 10/7/2020");
        var appraisal = await year.AppraisalOf(portal, year.Member);
        var leader = year.ClerkOf(year.Leader);
        Text((await Refresh(leader, appraisal)).Line("II.2")).ShouldContain("Hệ thống đề xuất: 8,00");
        return (year, id, appraisal);
    }

    private static async Task<IHtmlDocument> Refresh(HttpClient leader, string appraisal) => await leader.Follow(await leader.Submit((await leader.See(appraisal)).FormTo("/cap-nhat-so-lieu")));

    private static async Task Extend(ClusterYearInTest year, int id)
    {
        var leader = year.ClerkOf(year.Leader);
        await leader.Follow(await leader.Take(year.Report(id, year.Member, "/gia-han"), ("LastDay", ReportsInTest.Day(5)), ("Reason", "Thiên tai")));
    }

    [Theory]
    [InlineData("gia-han", "chưa đến hạn")]
    [InlineData("doi-thoi-han", "chưa đến hạn")]
    [InlineData("nhan-cach-khac", "qua bưu chính, nhận ngày 05/07/2020, trong thời hạn")]
    [InlineData("thu-hoi", "yêu cầu báo cáo đã thu hồi")]
    public async Task A_deduction_that_the_portal_proposed_is_lifted_when_its_ground_falls(string step, string why)
    {
        var (year, id, appraisal) = await AMissingReport();
        var leader = year.ClerkOf(year.Leader);
        await leader.Follow(await (step switch
        {
            "gia-han" => leader.Take(year.Report(id, year.Member, "/gia-han"), ("LastDay", ReportsInTest.Day(5)), ("Reason", "Thiên tai")),
            "doi-thoi-han" => leader.Take(year.Requirement(id, "/doi-thoi-han"), ("When", $"đến hết ngày {ReportsInTest.Day(5)}"), ("Reason", "Thiên tai")),
            "nhan-cach-khac" => leader.Take(year.Report(id, year.Member, "/nhan-cach-khac"), ("Way", "ByPost"), ("ReceivedOn", "05/07/2020"), ("Note", "Theo Công văn 3/CV")),
            _ => leader.Take(year.Requirement(id, "/thu-hoi"), ("Reason", "Trùng")),
        }));
        var line = Text((await leader.See(appraisal)).Line("II.2"));
        line.ShouldContain(why);
        line.ShouldContain("Hệ thống đề xuất: 10,00");
        Text((await Refresh(leader, appraisal)).Line("II.2")).ShouldContain("Hệ thống đề xuất: 10,00", Case.Sensitive, "and stays so");
    }

    [Fact]
    public async Task A_report_that_comes_late_after_all_says_so_and_an_extension_afterwards_lifts_it()
    {
        var (year, id, appraisal) = await AMissingReport();
        await year.AReport(portal, id, year.Member, isSubmitted: false);
        var (head, leader) = (year.HeadOf(year.Member), year.ClerkOf(year.Leader));
        await head.Follow(await head.Take(year.Report(id, year.Member, "/nop")));
        var line = Text((await leader.See(appraisal)).Line("II.2"));
        line.ShouldContain("ngày làm việc so với thời hạn");
        line.ShouldContain("Hệ thống đề xuất: 8,00");
        await Extend(year, id);
        line = Text((await leader.See(appraisal)).Line("II.2"));
        line.ShouldContain("trong thời hạn");
        line.ShouldContain("Hệ thống đề xuất: 10,00");
        (await year.StoredReport(portal, id, year.Member)).IsLate.ShouldBeFalse();
    }

    [Fact]
    public async Task C1_Who_confirms_what_the_portal_no_longer_proposes_is_told_and_confirms_anew()
    {
        var (year, id, appraisal) = await AMissingReport();
        var leader = year.ClerkOf(year.Leader);
        var before = await leader.See(appraisal);
        await Extend(year, id);
        var answer = await leader.SaveLine(before, "II.2", ("Decision", "chap-nhan"));
        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var again = await answer.Html();
        Text(again.Line("II.2")).ShouldContain("nay hệ thống đề xuất 10,00 điểm");
        (await year.Cell(portal, year.Member, "II.2")).ShouldBeNull();
        await leader.Follow(await leader.SaveLine(again, "II.2", ("Decision", "chap-nhan")));
        (await year.Cell(portal, year.Member, "II.2"))!.Points.ShouldBe(10);
    }

    [Fact]
    public async Task What_was_decided_stays_and_each_page_says_that_its_ground_has_changed_since()
    {
        var (year, id, appraisal) = await AMissingReport();
        var leader = year.ClerkOf(year.Leader);
        await leader.AcceptAll(appraisal);
        await leader.Follow(await leader.SaveLine(await leader.See(appraisal), "II.2", ("Decision", "chap-nhan")));
        await leader.Follow(await leader.Finish(appraisal));
        await Extend(year, id);
        (await year.Cell(portal, year.Member, "II.2"))!.Points.ShouldBe(8, "no score changes by itself");
        var line = (await leader.See(appraisal)).Line("II.2");
        Text(line).ShouldContain("Chưa nộp “Báo cáo sơ kết 6 tháng”", Case.Sensitive, "by which it was decided");
        Text(line.QuerySelector("[data-later]")!).ShouldContain("Đã thay đổi sau khi thẩm định: “Báo cáo sơ kết 6 tháng”: chưa đến hạn");
        Text(line).ShouldContain("Số liệu hệ thống đã thay đổi sau khi thẩm định");
        Text((await year.ClerkOf(year.Member).See($"{year.Url}/cham-diem/{await year.SheetOf(portal, year.Member)}")).QuerySelector("[data-later]")!).ShouldContain("Theo đó không trừ điểm");

        await leader.Follow(await leader.Submit((await leader.See(appraisal)).FormTo("/mo-lai"), ("Reason", "Số liệu hệ thống đã thay đổi")));
        line = (await leader.See(appraisal)).Line("II.2");
        line.QuerySelector("[data-later]").ShouldBeNull();
        Text(line).ShouldContain("Hệ thống đề xuất: 10,00");
        await leader.Follow(await leader.SaveLine(await leader.See(appraisal), "II.2", ("Decision", "chap-nhan")));
        (await year.Cell(portal, year.Member, "II.2"))!.Points.ShouldBe(10);
    }

    [Fact]
    public async Task C4_The_figures_brought_by_many_at_once_are_there_once_and_nobody_meets_an_error()
    {
        var year = await AppraisalInTest.Submitted(portal);
        var (appraisal, clerk, head) = (await year.AppraisalOf(portal, year.Member), year.ClerkOf(year.Leader), year.HeadOf(year.Leader));
        var id = await year.ARequirement(portal, when: "đến hết ngày 10/7/2020");
        var forms = new[] { (clerk, (await clerk.See(appraisal)).FormTo("/cap-nhat-so-lieu")), (head, (await head.See(appraisal)).FormTo("/cap-nhat-so-lieu")) };
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(turn => forms[turn % 2].Item1.Submit(forms[turn % 2].Item2)));
        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.Found);
        (await Proposals(year, id)).ShouldBe(1);
    }

    [Fact]
    public async Task C4_A_sheet_submitted_twice_at_once_is_submitted_once_and_the_other_is_told()
    {
        var year = await AppraisalInTest.Submitted(portal);
        var id = await year.ARequirement(portal, when: "đến hết ngày 10/7/2020");
        var (appraisal, leader, head) = (await year.AppraisalOf(portal, year.Member), year.ClerkOf(year.Leader), year.HeadOf(year.Member));
        await leader.Follow(await leader.Submit((await leader.See(appraisal)).FormTo("/tra-lai"), ("Reason", "Bổ sung")));
        var form = (await head.See($"{year.Url}/cham-diem/{await year.SheetOf(portal, year.Member)}/nop")).FormTo("/nop");
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => head.Submit(form)));
        answers.Count(answer => answer.StatusCode == HttpStatusCode.Found).ShouldBe(1);
        foreach (var told in answers.Where(answer => answer.StatusCode != HttpStatusCode.Found))
        {
            told.StatusCode.ShouldBeOneOf([HttpStatusCode.Conflict, HttpStatusCode.UnprocessableEntity]); // overtaken at the save, or come after it
            (await told.Html()).Says().ShouldNotBeEmpty();
        }

        (await Proposals(year, id)).ShouldBe(1);
        (await year.StateOf(portal, year.Member)).ShouldBe(ScoreSheetState.Submitted);
    }

    private Task<int> Proposals(ClusterYearInTest year, int requirement) =>
        portal.WithDb(db => db.PortalProposals.CountAsync(row => row.Key == $"bao-cao-{requirement}"), year.Acting(year.Leader, Capacity.Head));

    [Fact]
    public async Task A_thematic_report_is_no_ground_of_a_line_about_the_six_month_and_annual_ones()
    {
        var year = await AppraisalInTest.Submitted(portal);
        await year.ARequirement(portal, when: "đến hết ngày 10/7/2020", title: "Báo cáo chuyên đề", kind: ReportKind.Thematic);
        var appraisal = await year.AppraisalOf(portal, year.Member);
        Text((await Refresh(year.ClerkOf(year.Leader), appraisal)).Line("II.2")).ShouldNotContain("Báo cáo chuyên đề");
        await year.ARequirement(portal, when: "đến hết ngày 10/7/2020", title: "Báo cáo năm", kind: ReportKind.Annual);
        var line = Text((await Refresh(year.ClerkOf(year.Leader), appraisal)).Line("II.2"));
        line.ShouldContain("Báo cáo năm");
        line.ShouldNotContain("Báo cáo chuyên đề");
    }
}
