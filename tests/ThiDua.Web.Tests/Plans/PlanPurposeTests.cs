using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Documents;
using ThiDua.Domain.Planning;
using ThiDua.Web.Tests.Documents;
using ThiDua.Web.Tests.Fixture;
using ThiDua.Web.Tests.Home;

namespace ThiDua.Web.Tests.Plans;

public sealed class PlanPurposeTests(Portal portal)
{
    private static string Text(IHtmlDocument page) => TasksInTest.Words(page.QuerySelector("main")!.TextContent);

    private static int IdOf(IHtmlDocument page) => int.Parse(new Uri(page.Url).AbsolutePath.Split('/')[4], System.Globalization.CultureInfo.InvariantCulture);

    // The issued yearly plan with its annual conference.
    private async Task<int> AnAnnualConference(ClusterYearInTest year)
    {
        var planId = await year.APlan(portal);
        var by = year.Acting(year.Leader, Capacity.Clerk);
        var blockId = await portal.WithDb(
            async db =>
            {
                var plan = await db.Plans.Include(row => row.Sections).Include(row => row.Blocks).SingleAsync(row => row.Id == planId);
                var block = plan.AddBlockTo(by, plan.Outline()[^1].Section, new ConferenceContent(ConferenceKind.Annual) { When = "ngày 20/02/2021", Place = "thành phố Thanh Hóa", Agenda = ["Báo cáo tổng kết", "Ký kết giao ước"] }, isInText: true);
                await db.SaveChangesAsync();
                return block.Id;
            },
            by);
        var documentId = await year.SubmitPlan(portal, planId);
        await year.TakeDocumentStep(portal, documentId, DocumentStep.Sign);
        await year.TakeDocumentStep(portal, documentId, DocumentStep.Issue);
        return blockId;
    }

    [Fact]
    public async Task A_plan_for_one_conference_starts_from_the_yearly_plan_that_is_in_force()
    {
        var year = await ClusterYearInTest.Make(portal);
        var blockId = await AnAnnualConference(year);
        var clerk = year.ClerkOf(year.Leader);
        (await clerk.See($"{year.Url}/ke-hoach/them?loai=hoi-nghi")).QuerySelector($"main a[href$='hoi-nghi={blockId}']").ShouldNotBeNull();
        var form = (await clerk.See($"{year.Url}/ke-hoach/them?loai=hoi-nghi&hoi-nghi={blockId}")).FormTo("/them");
        ((IHtmlTextAreaElement)form.Elements["Abstract"]!).Value.ShouldStartWith("Tổ chức Hội nghị tổng kết năm 2020 của Cụm thi đua thử");
        var page = await clerk.Follow(await clerk.Submit(form));
        Text(page).ShouldContain("Kế hoạch tổ chức hội nghị.");
        var pdf = TasksInTest.Words(new PdfTools(await clerk.GetByteArrayAsync(year.Plan(IdOf(page), "/ban-in.pdf"), TestContext.Current.CancellationToken)).Text);
        pdf.ShouldContain("- Thời gian: ngày 20/02/2021;");
        pdf.ShouldContain("- Địa điểm: thành phố Thanh Hóa;");
        pdf.ShouldContain("V. TRANG TRÍ, MAKET");
        pdf.ShouldContain("Thực hiện Kế hoạch số 05/KH-CTĐT ngày 02 tháng 7 năm 2020");
        pdf.ShouldContain("Đơn vị Cụm phó");
        Text(await clerk.See(year.Plan(IdOf(page), "/trinh-ky"))).ShouldContain("Khi trình ký, nội dung được giữ nguyên");
    }

    [Fact]
    public async Task Each_purpose_is_listed_filtered_and_kept_by_what_adjusts_it()
    {
        var year = await ClusterYearInTest.Make(portal);
        await year.APlan(portal);
        var clerk = year.ClerkOf(year.Leader);
        foreach (var path in new[] { "kiem-tra", "nhieu-nam", "hoi-nghi" })
        {
            await clerk.Follow(await clerk.Submit((await clerk.See($"{year.Url}/ke-hoach/them?loai={path}")).FormTo("/them")));
        }

        Text(await clerk.See($"{year.Url}/ke-hoach")).ShouldContain("Kế hoạch kiểm tra");
        foreach (var (path, words) in new[] { ("nam", "Kế hoạch năm"), ("kiem-tra", "Kế hoạch kiểm tra"), ("nhieu-nam", "Kế hoạch nhiều năm"), ("hoi-nghi", "Kế hoạch tổ chức hội nghị") })
        {
            var rows = (await clerk.See($"{year.Url}/ke-hoach?loai={path}")).QuerySelectorAll("tbody tr");
            rows.Length.ShouldBe(1, path);
            rows[0].TextContent.ShouldContain(words);
        }

        var other = await ClusterYearInTest.Make(portal);
        Text(await other.ClerkOf(other.Leader).See($"{other.Url}/ke-hoach?loai=kiem-tra")).ShouldContain("Không có kế hoạch nào thuộc loại này.");
        (await clerk.Submit((await clerk.See($"{year.Url}/ke-hoach/them")).FormTo("/them"), ("Purpose", "Khác"))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task A_plan_of_elsewhere_gives_no_conference()
    {
        var (year, other) = (await ClusterYearInTest.Make(portal), await ClusterYearInTest.Make(portal));
        var foreign = await AnAnnualConference(other);
        var clerk = year.ClerkOf(year.Leader);
        var page = await clerk.Follow(await clerk.Submit((await clerk.See($"{year.Url}/ke-hoach/them?loai=hoi-nghi&hoi-nghi={foreign}")).FormTo("/them")));
        (await year.StoredPlan(portal, IdOf(page))).Sections.ShouldNotContain(section => section.Body != null && section.Body.Contains("20/02/2021"));
    }
}
