using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Documents;
using ThiDua.Domain.Regulations;
using ThiDua.Web.Tests.Authorities;
using ThiDua.Web.Tests.Documents;
using ThiDua.Web.Tests.Fixture;
using ThiDua.Web.Tests.Home;
using ThiDua.Web.Tests.Plans;

namespace ThiDua.Web.Tests.Regulations;

public sealed class RegulationPagesTests(Portal portal)
{
    private static string Text(IHtmlDocument page) => TasksInTest.Words(page.Body!.TextContent);

    [Fact]
    public async Task A_draft_begins_with_the_usual_chapters_and_prints_as_a_decision_with_the_regulation_as_its_annex()
    {
        var year = await ClusterYearInTest.Make(portal);
        var clerk = year.ClerkOf(year.Leader);
        Text(await clerk.See($"{year.Url}/quy-che")).ShouldContain("Chưa có Quy chế nào có hiệu lực");
        var begun = await clerk.See($"{year.Url}/quy-che/them");
        begun.QuerySelector("[name=Text]")!.TextContent.ShouldContain("Điều 1. Phạm vi điều chỉnh");
        var page = await clerk.Follow(await clerk.Submit(begun.FormTo("/them"), ("Parameters.Deputies", "1"), ("Parameters.ObjectionDays", "5"), ("Parameters.MajorityKind", "TwoThirds"), ("Parameters.MajorityOf", "Present")));
        page.QuerySelector("[data-state]")!.TextContent.ShouldBe("Dự thảo");
        Text(page).ShouldContain("Nội dung chưa nêu “Tỷ lệ thông qua”: thêm {tỷ lệ thông qua} vào điều quy định việc này.");
        var here = new Uri(page.Url).AbsolutePath;

        var edit = await clerk.See($"{here}/sua");
        var text = ((IHtmlTextAreaElement)edit.QuerySelector("[name=Text]")!).Value + "\n\n{tỷ lệ thông qua} {đề nghị xem xét lại}";
        page = await clerk.Follow(await clerk.Submit(edit.FormTo("/sua"), ("Text", text)));
        Text(page).ShouldNotContain("Trước khi trình ký");

        var printed = Text(await clerk.See($"{here}/ban-in.html"));
        foreach (var said in new[] { "QUYẾT ĐỊNH Về việc ban hành Quy chế", "CỤM TRƯỞNG CỤM THI ĐUA THỬ", "Căn cứ Luật Thi đua, khen thưởng.", "QUYẾT ĐỊNH:", "Điều 1. Ban hành kèm theo Quyết định này Quy chế", "có hiệu lực kể từ ngày ký", "/QĐ-CTĐT", "(Kèm theo Quyết định số", "Chương I QUY ĐỊNH CHUNG", "Điều 3. Đơn vị Cụm trưởng, đơn vị Cụm phó", "Cụm có 01 đơn vị Cụm phó.", "ít nhất hai phần ba số đại diện có mặt tán thành", "trong thời hạn 05 ngày" })
        {
            printed.ShouldContain(said);
        }

        printed.ShouldNotContain("{");
        (await clerk.GetAsync($"{here}/ban-in.docx", TestContext.Current.CancellationToken)).Content.Headers.ContentType!.MediaType.ShouldBe("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
        var form = (await clerk.See($"{here}/sua")).FormTo("/sua");
        form.Action = $"{here}/sua/xem-truoc";
        var preview = await clerk.Submit(form, ("Title", "Quy chế chưa lưu của Cụm"));
        Text(await preview.Html()).ShouldContain("Về việc ban hành Quy chế chưa lưu của Cụm");
    }

    [Fact]
    public async Task D1_From_signature_to_issue_it_moves_with_its_decision_and_its_PDF_bears_the_number_twice()
    {
        var year = await ClusterYearInTest.Make(portal);
        var id = await year.ARegulation(portal);
        var clerk = year.ClerkOf(year.Leader);
        await clerk.Follow(await clerk.Submit((await clerk.See(year.Regulation(id, "/trinh-ky"))).FormTo("/trinh-ky")));
        (await clerk.Follow(await clerk.GetAsync(year.Regulation(id, "/sua"), TestContext.Current.CancellationToken))).Says().ShouldContain("Không thể sửa nội dung");
        var documentId = await portal.WithDb(db => db.IssuedDocuments.Where(row => row.Origin == nameof(Domain.Regulations.Regulation) && row.OriginId == id).Select(row => row.Id).SingleAsync(), year.Acting(year.Leader, Capacity.Head));
        (await year.HeadOf(year.Leader).Tasks()).ShouldContain(task => task.Contains("Ký quy chế: Quy chế tổ chức và hoạt động"));
        await year.TakeDocumentStep(portal, documentId, DocumentStep.Return, "Bổ sung Điều 5");
        Text(await clerk.See(year.Regulation(id))).ShouldContain("Bổ sung Điều 5");
        await clerk.Follow(await clerk.Submit((await clerk.See(year.Regulation(id, "/trinh-ky"))).FormTo("/trinh-ky")));
        await year.TakeDocumentStep(portal, documentId, DocumentStep.Sign);
        await year.TakeDocumentStep(portal, documentId, DocumentStep.Issue);

        var stored = await year.StoredRegulation(portal, id);
        (stored.State, stored.FromOn, stored.DocumentId).ShouldBe((RegulationState.Issued, new DateOnly(2020, 7, 2), documentId));
        var member = year.ClerkOf(year.Member);
        Text(await member.See($"{year.Url}/quy-che")).ShouldContain("Ban hành kèm theo văn bản số 05/QĐ-CTĐT ngày 02/07/2020");
        var pdf = new PdfTools(await member.GetByteArrayAsync($"{year.Url}/van-ban/{documentId}/ban-in.pdf", TestContext.Current.CancellationToken)).Text;
        pdf.ShouldContain("Số: 05/QĐ-CTĐT");
        TasksInTest.Words(pdf).ShouldContain("(Kèm theo Quyết định số 05/QĐ-CTĐT ngày 02 tháng 7 năm 2020 của Cụm thi đua thử");
        pdf.ShouldContain("QUY CHẾ");

        var next = await year.NextYear(portal);
        var elsewhere = Text(await clerk.See($"/cum/{next}/quy-che/{id}/ban-in.html"));
        elsewhere.ShouldContain("Số: 05/QĐ-CTĐT");
        Text(await clerk.See($"/cum/{next}/quy-che")).ShouldContain("05/QĐ-CTĐT ngày 02/07/2020");

        await year.TakeDocumentStep(portal, documentId, DocumentStep.Revoke, "Không còn phù hợp");
        (await year.StoredRegulation(portal, id)).ToOn.ShouldBe(new DateOnly(2020, 8, 31));
        Text(await member.See($"{year.Url}/quy-che")).ShouldContain("Chưa có Quy chế nào có hiệu lực");
    }

    [Fact]
    public async Task A3_A_draft_exists_for_leader_and_deputy_alone_and_what_is_in_force_for_everybody()
    {
        var year = await ClusterYearInTest.Make(portal);
        var (draft, recorded) = (await year.ARegulation(portal), await year.ARecordedRegulation(portal));
        foreach (var unit in new[] { year.Member, year.Authority, year.StandingBody })
        {
            (await year.ClerkOf(unit).GetAsync(year.Regulation(draft), TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NotFound, unit.Name);
            Text(await year.ClerkOf(unit).See(year.Regulation(recorded))).ShouldContain("369/QĐ-CTĐT");
        }

        var deputy = year.HeadOf(year.Deputy);
        (await deputy.See(year.Regulation(draft))).QuerySelectorAll(".page-steps a").Select(link => link.TextContent).ShouldNotContain("Sửa nội dung");
        foreach (var path in new[] { "/sua", "/trinh-ky", "/bo" })
        {
            (await deputy.GetAsync(year.Regulation(draft, path), TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.Forbidden, path);
        }

        (await year.ClerkOf(year.Authority).GetAsync($"{year.Url}/quy-che/them", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await year.ClerkOf(year.Member).GetAsync($"{year.Url}/quy-che/nam-nay", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A1_A_regulation_of_another_cluster_or_of_nothing_does_not_exist_here()
    {
        var (year, other) = (await ClusterYearInTest.Make(portal), await ClusterYearInTest.Make(portal));
        var (foreign, own) = (await other.ARecordedRegulation(portal), await year.ARecordedRegulation(portal));
        var clerk = year.ClerkOf(year.Leader);
        foreach (var path in new[] { $"/{foreign}", $"/{foreign}/ban-in.html", $"/{foreign}/so-sanh", "/987654", $"/{own}/so-sanh?voi={foreign}" })
        {
            (await clerk.GetAsync($"{year.Url}/quy-che{path}", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        }

        var next = await year.NextYear(portal);
        var draft = await year.ARegulation(portal);
        (await clerk.GetAsync($"/cum/{next}/quy-che/{draft}", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NotFound, "a draft is of the year in which it is made");
    }

    [Fact]
    public async Task C1_Of_two_clerks_the_second_is_told_and_sees_both()
    {
        var year = await ClusterYearInTest.Make(portal);
        var id = await year.ARegulation(portal);
        var (clerk, head) = (year.ClerkOf(year.Leader), year.HeadOf(year.Leader));
        var stale = (await head.See(year.Regulation(id, "/sua"))).FormTo("/sua");
        var staleStep = (await head.See(year.Regulation(id, "/trinh-ky"))).FormTo("/trinh-ky");
        await clerk.Follow(await clerk.Submit((await clerk.See(year.Regulation(id, "/sua"))).FormTo("/sua"), ("Title", "Quy chế của chuyên viên")));
        var answer = await head.Submit(stale, ("Title", "Quy chế của lãnh đạo"));
        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var page = await answer.Html();
        page.QuerySelector("#dang-luu")!.TextContent.ShouldContain("Quy chế của chuyên viên");
        page.QuerySelector("[name=Title]")!.TextContent.Trim().ShouldBe("Quy chế của lãnh đạo");
        (await head.Submit(staleStep)).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        await head.Follow(await head.Submit(page.FormTo("/sua")));
        (await year.StoredRegulation(portal, id)).Title.ShouldBe("Quy chế của lãnh đạo");
    }

    [Fact]
    public async Task Two_regulations_are_compared_in_parameters_and_text()
    {
        var year = await ClusterYearInTest.Make(portal);
        var before = await year.ARecordedRegulation(portal);
        var id = await year.ARecordedRegulation(portal, RegulationsInTest.Parameters with { ObjectionDays = 3 }, new DocumentReference("400/QĐ-CTĐT", new(2020, 6, 1), "Cụm thi đua thử", ""));
        var page = await year.ClerkOf(year.Member).See(year.Regulation(id, "/so-sanh"));
        page.QuerySelectorAll(".parameters-table tbody tr").Select(row => TasksInTest.Words(row.TextContent)).ShouldBe(["Thời hạn đề nghị xem xét lại 05 ngày 03 ngày"]);
        page.QuerySelector(".compared del")!.TextContent.Trim().ShouldBe("05");
        page.QuerySelector(".compared ins")!.TextContent.Trim().ShouldBe("03");
        var list = Text(await year.ClerkOf(year.Member).See($"{year.Url}/quy-che"));
        list.ShouldContain("369/QĐ-CTĐT ngày 27/05/2019 27/05/2019 31/05/2020");
        Text(await year.ClerkOf(year.Member).See(year.Regulation(before))).ShouldContain("từ ngày 27/05/2019 đến hết ngày 31/05/2020");
    }

    [Fact]
    public async Task The_choice_of_what_to_compare_with_loads_no_texts()
    {
        var year = await ClusterYearInTest.Make(portal);
        foreach (var number in Enumerable.Range(1, 3))
        {
            await year.ARecordedRegulation(portal, decision: RegulationsInTest.Decision with { Number = $"{number}/QĐ-CTĐT" });
        }

        var id = await year.ARecordedRegulation(portal);
        var statements = await StatementCounter.Statements(portal, year.Member.ClerkId, year.Regulation(id, "/so-sanh"));
        var withText = statements.Where(statement => statement.Contains("\"r\".\"Text\"") && statement.Contains("FROM \"Regulations\"")).ToList();
        withText.Count.ShouldBe(2, "the two that are compared");
        withText.ShouldAllBe(statement => statement.Contains("LIMIT 2"), "by its id");
    }
}
