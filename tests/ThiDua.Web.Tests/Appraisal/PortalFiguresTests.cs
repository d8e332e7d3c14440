using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared.Lines;
using ThiDua.Web.Tests.Fixture;
using ThiDua.Web.Tests.Results;

namespace ThiDua.Web.Tests.Appraisal;

public sealed class PortalFiguresTests(Portal portal)
{
    private static string Day(int fromToday) => DateTime.UtcNow.AddHours(7).AddDays(fromToday).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary>A year whose member submitted through its page, days after the close of entry.</summary>
    private async Task<(ClusterYearInTest Year, string Sheet, string Appraisal)> SubmittedLate()
    {
        var year = await ClusterYearInTest.Make(portal, units: 3);
        await year.IssueWithCells(portal);
        var (leader, calendar) = (year.ClerkOf(year.Leader), $"{year.Url}/lich-cham-diem/sua");
        await leader.Follow(await leader.Submit((await leader.See(calendar)).FormTo("/sua"), ("Entry.ClosesOn", Day(-3)), ("Entry.ClosesHard", "false"), ("WaitsForWorkingDay", "false")));
        var id = await year.SheetOf(portal, year.Member);
        await portal.WithDb(
            async db =>
            {
                foreach (var cell in await db.ScoreEntries.Where(row => row.SheetId == id).ToListAsync())
                {
                    var leaf = await db.Criteria.SingleAsync(row => row.Id == cell.CriterionId);
                    if (leaf.Rule is not ByPortalRule)
                    {
                        cell.Enter(year.Acting(year.Member, Capacity.Clerk), new(new(Target: 7, Achieved: 0, Points: 20), null), leaf, ClusterYearInTest.Now);
                    }
                }

                return await db.SaveChangesAsync();
            },
            year.Acting(year.Member, Capacity.Clerk));
        var (head, sheet) = (year.HeadOf(year.Member), $"{year.Url}/cham-diem/{id}");
        await head.Follow(await head.Submit((await head.See($"{sheet}/nop")).FormTo("/nop")));
        return (year, sheet, $"{year.Url}/tham-dinh/{id}");
    }

    [Fact]
    public async Task A_late_submission_is_proposed_with_its_source_confirmed_and_explained()
    {
        var (year, sheet, appraisal) = await SubmittedLate();
        (await year.ClerkOf(year.Member).See(sheet)).QuerySelector("[data-portal-figures]")!.TextContent.ShouldContain("sau thời hạn");
        var leader = year.ClerkOf(year.Leader);
        var page = await leader.See(appraisal);
        page.Line("II.2").TextContent.ShouldContain("Hệ thống đề xuất: 8,00");
        page = await leader.Follow(await leader.SaveLine(page, "II.2", ("Decision", "chap-nhan")));
        page.Line("II.2").TextContent.ShouldContain("theo số liệu hệ thống");
        (await year.Cell(portal, year.Member, "II.2"))!.Points.ShouldBe(8);
        (await leader.SaveLine(page, "II.2", ("PointsByHand", "10"))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, "a change needs a reason");
        await leader.Follow(await leader.SaveLine(page, "II.2", ("PointsByHand", "10"), ("Reason", "Đã gửi bản giấy")));
        (await year.Cell(portal, year.Member, "II.2"))!.IsSetByHand.ShouldBeTrue();
    }

    [Fact]
    public async Task A_reason_recorded_with_its_paper_lifts_the_deduction_and_is_told_at_the_appraised_line()
    {
        var (year, sheet, appraisal) = await SubmittedLate();
        var leader = year.ClerkOf(year.Leader);
        var page = await leader.See(appraisal);
        await leader.Follow(await leader.SaveLine(page, "II.2", ("Decision", "chap-nhan")));
        var url = $"{appraisal}/dong/{await year.LeafId(portal, "II.2")}/ghi-nhan-ly-do";
        var form = (await leader.See(url)).FormTo("/ghi-nhan-ly-do");
        (await leader.Submit(form, ("Reason", "Đã nhận bản giấy đúng hạn"))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, "without paper");
        await leader.Follow(await leader.Submit(form, ("Reason", "Đã nhận bản giấy đúng hạn"), ("Paper.Number", "12/UBND-VP"), ("Paper.SignedOn", "02/12/2020"), ("Paper.Signatory", "Người ký"), ("Paper.SignatoryOffice", "Chánh Văn phòng")));
        (await leader.Submit(form, ("Reason", "Lần nữa"), ("Paper.Number", "13/UBND-VP"), ("Paper.SignedOn", "02/12/2020"), ("Paper.Signatory", "Người ký"), ("Paper.SignatoryOffice", "Chánh Văn phòng"))).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        page = await leader.See(appraisal);
        page.Line("II.2").TextContent.ShouldContain("Hệ thống đề xuất: 10,00");
        page.Line("II.2").TextContent.ShouldContain("Số liệu hệ thống đã thay đổi");
        (await year.ClerkOf(year.Member).See(sheet)).QuerySelector("[data-portal-figures]")!.TextContent.ShouldContain("12/UBND-VP");
        (await year.HeadOf(year.Member).GetAsync(url)).StatusCode.ShouldNotBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_event_told_twice_counts_once_and_only_on_lines_that_name_its_source()
    {
        var year = await ClusterYearInTest.Make(portal, units: 3);
        await year.IssueWithCells(portal);
        for (var time = 0; time < 2; time++)
        {
            await using var scope = portal.Services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentActor>().Enter(year.Acting(year.Leader, Capacity.Clerk));
            var points = scope.ServiceProvider.GetRequiredService<IPortalPoints>();
            points.Record(year.Member.Id, PortalSource.Submissions, new("bao-cao-1", "Báo cáo 6 tháng nộp chậm 2 ngày.", TakesOff: true));
            points.Record(year.Member.Id, PortalSource.Attendance, new("hop-1", "Vắng hội nghị.", TakesOff: true));
            await scope.ServiceProvider.GetRequiredService<PortalDb>().SaveChangesAsync();
        }

        var told = await portal.WithDb(db => db.PortalProposals.AsNoTracking().ToListAsync(), year.Acting(year.Leader, Capacity.Clerk));
        told.ShouldHaveSingleItem().TakesOff.ShouldBeTrue();
    }
}
