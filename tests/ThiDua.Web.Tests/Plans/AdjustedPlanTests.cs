using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Documents;
using ThiDua.Domain.Planning;
using ThiDua.Web.Access;
using ThiDua.Web.Tests.Fixture;
using ThiDua.Web.Tests.Home;
using ThiDua.Web.Tests.Register;

namespace ThiDua.Web.Tests.Plans;

/// <summary>An adjusted plan takes the place of the one in force in the instant in which it is issued.</summary>
public sealed class AdjustedPlanTests(PortalWithoutBrowser portal) : IClassFixture<PortalWithoutBrowser>
{
    private const string OnPaper = "Cương vị này ghi nhận theo văn bản đã ký.";

    [Theory]
    [InlineData(RegisterMode.Registrar)]
    [InlineData(RegisterMode.Portal)]
    public async Task Issued_it_marks_the_earlier_plan_and_document_with_its_own_number_and_date(RegisterMode mode)
    {
        var year = await ClusterYearInTest.Make(portal, units: 4);
        var (planId, oldDocument, newDocument) = await ASignedAdjustment(year);
        var head = year.HeadOf(year.Leader);
        if (mode == RegisterMode.Portal)
        {
            var modes = await head.See($"{year.Url}/van-ban/cach-cap-so");
            await head.Follow(await head.Submit((IHtmlFormElement)modes.QuerySelector("[data-kind=Plan] form")!));
        }

        var today = Days.Today(TimeProvider.System);
        await head.Follow(await head.Submit((await head.See($"{year.Url}/van-ban/{newDocument}/ban-hanh")).FormTo("ban-hanh"), [.. Typed(mode), ("IssuedOn", $"{today:dd/MM/yyyy}")]));

        var (earlier, later) = (await year.Document(portal, oldDocument), await year.Document(portal, newDocument));
        (later.State, earlier.State).ShouldBe((DocumentState.Issued, DocumentState.Replaced));
        later.Number.ShouldNotBeNull();
        earlier.LaterDocument.ShouldBe(new(later.NumberAndSymbol, today, later.IssuerName, later.Abstract));
        (await year.StoredPlan(portal, planId)).State.ShouldBe(PlanState.Adjusted);
        (await year.ClerkOf(year.Member).See($"{year.Url}/van-ban/{oldDocument}")).Body!.TextContent.ShouldContain(later.NumberAndSymbol);
    }

    [Fact]
    public async Task Issued_with_a_day_before_the_earlier_plan_it_is_refused_and_nothing_moves()
    {
        var year = await ClusterYearInTest.Make(portal, units: 4);
        var (planId, oldDocument, newDocument) = await ASignedAdjustment(year);
        var head = year.HeadOf(year.Leader);
        var answer = await head.Submit((await head.See($"{year.Url}/van-ban/{newDocument}/ban-hanh")).FormTo("ban-hanh"), ("Number", "9"), ("IssuedOn", "01/07/2020"));
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await answer.Html()).QuerySelector("#f-IssuedOn-problem")!.TextContent.ShouldContain("không được trước ngày 02/07/2020 của văn bản được thay thế");
        (await year.Document(portal, oldDocument)).State.ShouldBe(DocumentState.Issued);
        (await year.StoredPlan(portal, planId)).State.ShouldBe(PlanState.Issued);
    }

    [Fact]
    public async Task A_second_yearly_plan_is_warned_of_before_signature()
    {
        var year = await ClusterYearInTest.Make(portal, units: 4);
        await year.AnIssuedPlan(portal);
        var second = await year.APlan(portal);
        var warned = TasksInTest.Words((await year.ClerkOf(year.Leader).See(year.Plan(second, "/trinh-ky"))).Body!.TextContent);
        warned.ShouldContain("Năm này đã có kế hoạch năm đang có hiệu lực: 05/KH-CTĐT");
        warned.ShouldContain("lập kế hoạch điều chỉnh");
    }

    private static (string, string)[] Typed(RegisterMode mode) => mode == RegisterMode.Registrar ? [("Number", "9")] : [];

    // The plan in force, its document, and the signed document of its adjustment.
    private async Task<(int PlanId, int OldDocument, int NewDocument)> ASignedAdjustment(ClusterYearInTest year)
    {
        var planId = await year.AnIssuedPlan(portal);
        var clerk = year.ClerkOf(year.Leader);
        await clerk.Follow(await clerk.Submit((await clerk.See($"{year.Url}/ke-hoach/them?tu={planId}")).FormTo("/them"), ("Abstract", "Điều chỉnh hoạt động của Cụm năm 2020")));
        var by = year.Acting(year.Leader, Capacity.Head);
        var (adjustedId, oldDocument) = await portal.WithDb(async db => (await db.Plans.Where(row => row.AdjustsId == planId).Select(row => row.Id).SingleAsync(), await db.IssuedDocuments.Where(row => row.OriginId == planId && row.Origin == nameof(Plan)).Select(row => row.Id).SingleAsync()), by);
        var deputy = year.HeadOf(year.Deputy);
        (await deputy.Tasks()).ShouldContain(task => task.Contains("Xem, thống nhất nội dung điều chỉnh kế hoạch") && !task.Contains(OnPaper));
        (await year.ClerkOf(year.Deputy).Tasks()).ShouldContain(task => task.Contains("Xem, thống nhất nội dung điều chỉnh kế hoạch") && task.Contains(OnPaper));
        await deputy.Follow(await deputy.Submit((await deputy.See(year.Plan(adjustedId, "/thong-nhat"))).FormTo("/thong-nhat")));
        (await deputy.Tasks()).ShouldNotContain(task => task.Contains("thống nhất nội dung điều chỉnh"));
        (await clerk.See(year.Plan(adjustedId, "/trinh-ky"))).Body!.TextContent.ShouldNotContain("Nội dung giống hệt");
        var newDocument = await year.SubmitPlan(portal, adjustedId);
        await year.TakeDocumentStep(portal, newDocument, DocumentStep.Sign);
        return (planId, oldDocument, newDocument);
    }
}
