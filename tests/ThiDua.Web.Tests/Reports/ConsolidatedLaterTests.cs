using System.Net;
using AngleSharp.Html.Dom;
using ThiDua.Domain.Documents;
using ThiDua.Domain.Reporting;
using ThiDua.Web.Tests.Drafts;
using ThiDua.Web.Tests.Fixture;
using ThiDua.Web.Tests.Home;

namespace ThiDua.Web.Tests.Reports;

/// <summary>What becomes of a consolidated report when reports change after it was frozen, and of its requirement when it is revoked or replaced.</summary>
public sealed class ConsolidatedLaterTests(Portal portal)
{
    private static readonly FigureDescription Communes = new("Số xã đạt chuẩn", "xã") { Decimals = 0, IsSummed = true };

    private static string Text(IHtmlDocument page) => TasksInTest.Words(page.Body!.TextContent);

    private static string Warned(IHtmlDocument page) => TasksInTest.Words(page.QuerySelector("[data-warning], [data-changed]")?.TextContent ?? "");

    private async Task<(ClusterYearInTest Year, int Id, int DraftId, int DocumentId)> Signed()
    {
        var year = await ClusterYearInTest.Make(portal);
        var id = await year.ARequirement(portal, figures: Communes);
        await year.SendReport(id, year.Member, "12");
        await year.Accept(id, year.Member);
        await year.SendReport(id, year.Units[3], "30");
        var draftId = await year.StartConsolidated(id);
        return (year, id, draftId, await year.SignConsolidated(portal, draftId));
    }

    [Fact]
    public async Task A_report_opened_again_before_the_issue_is_named_on_every_page_and_the_document_is_issued_with_a_reason_only()
    {
        var (year, id, draftId, documentId) = await Signed();
        var (leader, document) = (year.ClerkOf(year.Leader), $"{year.Url}/van-ban/{documentId}");
        (await leader.See(document)).QuerySelector("[data-warning]").ShouldBeNull();
        await year.Reopen(id, year.Member);
        foreach (var url in new[] { year.Draft(draftId), document, document + "/ban-hanh" })
        {
            Warned(await leader.See(url)).ShouldContain($"{year.Member.Name}: báo cáo được mở lại để sửa, chưa nộp lại", customMessage: url);
        }

        (await leader.See(year.Draft(draftId))).QuerySelector($"a[href='{document}/tra-lai']").ShouldNotBeNull("taken back, it is frozen anew");
        var refused = await year.Issue(documentId);
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var again = await refused.Html();
        again.Says().ShouldContain("nêu lý do vẫn ban hành");
        again.Typed("Number").ShouldBe("12");
        (await year.StoredRequirement(portal, id)).State.ShouldBe(RequirementState.Announced);

        await leader.Follow(await year.Issue(documentId, typed: ("Reason", "Cơ quan quản lý yêu cầu gửi trong ngày")));
        var requirement = await year.StoredRequirement(portal, id);
        (requirement.State, requirement.ConsolidatedBy!.Number).ShouldBe((RequirementState.Consolidated, "12/BC-CTĐT"));
        var summed = await leader.See(year.Requirement(id, "/bao-cao-tong-hop"));
        summed.QuerySelector($"main a[href='{document}']")!.TextContent.ShouldContain("12/BC-CTĐT");
        Text(summed).ShouldNotContain("được chốt khi trình ký");
        requirement.History[^1].Reason!.ShouldContain("Lý do: Cơ quan quản lý yêu cầu gửi trong ngày");
        Warned(await leader.See(year.Draft(draftId))).ShouldContain("Số liệu đã thay đổi sau khi chốt");
    }

    [Fact]
    public async Task Taken_back_and_submitted_again_it_says_what_is_accepted_by_then()
    {
        var (year, id, draftId, documentId) = await Signed();
        var (leader, document) = (year.ClerkOf(year.Leader), $"{year.Url}/van-ban/{documentId}");
        await year.Reopen(id, year.Member);
        await year.ReportFigure(id, year.Member, "14");
        Warned(await leader.See(document)).ShouldContain("báo cáo được nộp lại, chưa tiếp nhận");
        await year.Accept(id, year.Member);
        Warned(await leader.See(document)).ShouldContain("đã tiếp nhận bản sửa (lần nộp 2). Số xã đạt chuẩn (xã): từ 12 thành 14 (chênh lệch 2)");
        await leader.Follow(await leader.Take(document + "/tra-lai", ("Reason", "Chốt lại số liệu")));
        Warned(await leader.See(year.Draft(draftId))).ShouldBeEmpty("a draft follows what is accepted");
        (await year.SignConsolidated(portal, draftId)).ShouldBe(documentId);
        (await leader.See(document)).QuerySelector("[data-warning]").ShouldBeNull();
        await leader.Follow(await year.Issue(documentId));
        Text(await leader.See(document + "/ban-in.html")).ShouldContain("14");
    }

    [Fact]
    public async Task A_report_that_is_received_only_afterwards_is_told_and_hinders_nothing()
    {
        var (year, id, _, documentId) = await Signed();
        await year.Accept(id, year.Units[3]);
        Warned(await year.ClerkOf(year.Leader).See($"{year.Url}/van-ban/{documentId}")).ShouldContain($"{year.Units[3].Name}: được tiếp nhận sau khi chốt số liệu, chưa có trong báo cáo tổng hợp");
        await year.ClerkOf(year.Leader).Follow(await year.Issue(documentId));
        (await year.StoredRequirement(portal, id)).State.ShouldBe(RequirementState.Consolidated);
    }

    [Fact]
    public async Task Revoked_in_the_register_it_opens_the_requirement_again_with_its_history_and_another_one_is_drawn_up()
    {
        var (year, id, _, documentId) = await Signed();
        var leader = year.ClerkOf(year.Leader);
        await leader.Follow(await year.Issue(documentId));
        (await leader.See(year.Report(id, year.Member))).QuerySelectorAll("a[href$='/mo-lai']").ShouldBeEmpty();
        await year.End(documentId, "bai-bo");
        var requirement = await year.StoredRequirement(portal, id);
        (requirement.State, requirement.ConsolidatedBy).ShouldBe((RequirementState.Announced, null));
        requirement.History[^1].Step.ShouldBe(nameof(RequirementStep.RevokeConsolidated));
        Text(await leader.See(year.Requirement(id))).ShouldContain("Báo cáo tổng hợp 12/BC-CTĐT ngày 02/07/2020 bị bãi bỏ theo 15/BC-CTĐT ngày 05/07/2020. Lý do: Số liệu chưa đúng");

        await year.Reopen(id, year.Member);
        await year.ReportFigure(id, year.Member, "14");
        await year.Accept(id, year.Member);
        var second = await year.SignConsolidated(portal, await year.StartConsolidated(id));
        await leader.Follow(await year.Issue(second, "16"));
        (await year.StoredRequirement(portal, id)).ConsolidatedBy!.Number.ShouldBe("16/BC-CTĐT");
    }

    [Fact]
    public async Task Replaced_in_the_register_it_leaves_the_requirement_summed_up_by_the_later_document()
    {
        var (year, id, _, documentId) = await Signed();
        await year.ClerkOf(year.Leader).Follow(await year.Issue(documentId));
        await year.End(documentId, "thay-the");
        var requirement = await year.StoredRequirement(portal, id);
        (requirement.State, requirement.ConsolidatedBy!.Number).ShouldBe((RequirementState.Consolidated, "15/BC-CTĐT"));
        requirement.History[^1].Step.ShouldBe(nameof(RequirementStep.ReplaceConsolidated));
        Text(await year.ClerkOf(year.Member).See(year.Requirement(id))).ShouldContain("Đã tổng hợp tại Báo cáo số 15/BC-CTĐT ngày 05/07/2020");
    }

    [Fact]
    public async Task What_was_corrected_by_a_supplement_is_not_opened_again_after_the_revocation()
    {
        var (year, id, _, documentId) = await Signed();
        var (leader, head) = (year.ClerkOf(year.Leader), year.HeadOf(year.Member));
        await leader.Follow(await year.Issue(documentId));
        await head.Follow(await head.Take(year.Report(id, year.Member, "/bo-sung"), ("Reason", "Số liệu chính thức"), ("Figures[0].Value", "14")));
        (await leader.See($"{year.Url}/bao-cao/tien-do?yeu-cau={id}")).QuerySelector($"[data-unit='{year.Member.Id}']")!.TextContent.ShouldContain("có bản bổ sung");
        await year.End(documentId, "bai-bo");
        (await leader.See(year.Report(id, year.Member))).QuerySelectorAll("a[href$='/mo-lai']").ShouldBeEmpty("the supplement counts");
        var page = await leader.See(year.Report(id, year.Units[3]));
        (await leader.PostAsync(year.Report(id, year.Member, "/mo-lai"), new FormUrlEncodedContent([new("__RequestVerificationToken", ReportsInTest.TokenOf(page)), new("Version", $"{(await year.StoredReport(portal, id, year.Member)).Version}"), new("Reason", "Sửa")]))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        Text(await leader.See(year.Requirement(id, "/bao-cao-tong-hop"))).ShouldContain("14");
    }

    [Fact]
    public async Task Where_the_portal_gives_the_numbers_the_requirement_names_the_one_that_was_given()
    {
        var (year, id, _, documentId) = await Signed();
        var (head, leader) = (year.HeadOf(year.Leader), year.ClerkOf(year.Leader));
        var modes = await head.See($"{year.Url}/van-ban/cach-cap-so");
        await head.Follow(await head.Submit((IHtmlFormElement)modes.QuerySelector($"[data-kind={nameof(DocumentKind.Report)}] form")!));
        await leader.Follow(await leader.Take($"{year.Url}/van-ban/{documentId}/ban-hanh", [.. DraftsInTest.Paper, ("IssuedOn", ReportsInTest.Day(0))]));
        (await year.StoredRequirement(portal, id)).ConsolidatedBy!.Number.ShouldBe("01/BC-CTĐT");
    }

    [Fact]
    public async Task Each_figure_that_adds_up_has_a_chart_of_its_own_and_a_named_one_has_where_it_is_asked_for()
    {
        var year = await ClusterYearInTest.Make(portal);
        var id = await year.ARequirement(portal, figures: [Communes, new("Thu ngân sách", "tỷ đồng") { IsSummed = true, IsRequired = false }, new("Tốc độ tăng GRDP", "%") { IsRequired = false }]);
        await year.SendReport(id, year.Member, "12", ("Figures[1].Value", "8,5"), ("Figures[2].Value", "7,1"));
        await year.Accept(id, year.Member);
        var leader = year.ClerkOf(year.Leader);
        var draftId = await year.StartConsolidated(id, "[[BIỂU ĐỒ]]\n\n[[BIỂU ĐỒ: tốc độ tăng GRDP]]\n\n[[BIỂU ĐỒ: Số huyện]]");
        (await leader.See(year.Draft(draftId, "/ban-in.html"))).QuerySelectorAll(".bar-chart figcaption").Select(caption => caption.TextContent).ShouldBe(
            ["Biểu đồ 1. Số xã đạt chuẩn (xã) của các đơn vị", "Biểu đồ 2. Thu ngân sách (tỷ đồng) của các đơn vị", "Biểu đồ 3. Tốc độ tăng GRDP (%) của các đơn vị"]);
        Text(await leader.See(year.Draft(draftId))).ShouldContain("Không có số liệu “Số huyện” để vẽ biểu đồ");
        (await leader.See(year.Draft(draftId, "/trinh-ky"))).Forms.ShouldNotContain(form => form.Action.EndsWith("/trinh-ky", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_misspelt_mark_is_told_on_the_page_and_hinders_the_signature_while_spaces_are_no_matter()
    {
        var year = await ClusterYearInTest.Make(portal);
        var id = await year.ARequirement(portal, figures: Communes);
        await year.SendReport(id, year.Member, "12");
        await year.Accept(id, year.Member);
        var leader = year.ClerkOf(year.Leader);
        var draftId = await year.StartConsolidated(id, "[[ biểu đồ ]]\n\n[[BẢNG SỐ LIỆUU]]");
        (await leader.See(year.Draft(draftId, "/ban-in.html"))).QuerySelectorAll(".bar-chart").Length.ShouldBe(1);
        Text(await leader.See(year.Draft(draftId))).ShouldContain("Cổng không có dòng “[[BẢNG SỐ LIỆUU]]”");
        (await leader.See(year.Draft(draftId, "/trinh-ky"))).Forms.ShouldNotContain(form => form.Action.EndsWith("/trinh-ky", StringComparison.Ordinal));
        var edit = await leader.See(year.Draft(draftId, "/sua"));
        Text(edit).ShouldContain("[[NGUỒN SỐ LIỆU]]: số liệu lấy từ báo cáo nào");
        await leader.Follow(await leader.Submit(edit.FormTo("/sua"), ("Body", edit.Typed("Body").Replace("[[BẢNG SỐ LIỆUU]]", "", StringComparison.Ordinal))));
        (await leader.See(year.Draft(draftId, "/trinh-ky"))).FormTo("/trinh-ky").ShouldNotBeNull();
    }
}
