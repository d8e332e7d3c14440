using System.Net;
using AngleSharp.Html.Dom;
using DocumentFormat.OpenXml.Packaging;
using Excel = DocumentFormat.OpenXml.Spreadsheet;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Planning.Consultations;
using ThiDua.Web.Tests.Authorities;
using ThiDua.Web.Tests.Fixture;
using ThiDua.Web.Tests.Home;
using ThiDua.Web.Tests.Plans;

namespace ThiDua.Web.Tests.Consultations;

/// <summary>What a round of comments keeps: withdrawn comments, what was typed wrongly, scripts as text, papers of units without accounts, workbooks.</summary>
public sealed class CommentTests(Portal portal)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static string Text(IHtmlDocument page) => TasksInTest.Words(page.Body!.TextContent);

    [Fact]
    public async Task A_comment_that_was_withdrawn_stays_marked_and_the_unit_may_then_agree()
    {
        var year = await ClusterYearInTest.Make(portal);
        var (_, round) = await year.AConsultedPlan(portal);
        var comment = await year.AComment(portal, round, year.Member, "II");
        var clerk = year.ClerkOf(year.Member);
        var refused = await clerk.Reply(year, round, UnitReply.Agreed);
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await refused.Html()).Says().ShouldContain("Đơn vị đang có 1 ý kiến góp ý");

        var page = await clerk.Follow(await clerk.Submit((await clerk.See(year.Round(round))).FormTo("/rut")));
        page.At(comment).TextContent.ShouldContain("đã rút");
        await clerk.Follow(await clerk.Reply(year, round, UnitReply.Agreed, ("Paper.Number", "15/UBND-NC"), ("Paper.SignedOn", "01/07/2020"), ("Paper.Signatory", "Người ký"), ("Paper.SignatoryOffice", "Chủ tịch")));
        (await year.UnitOf(portal, round, year.Member)).Reply.ShouldBe(UnitReply.Agreed);
        Text(await year.ClerkOf(year.Leader).See(year.Round(round, "/don-vi"))).ShouldContain("Theo văn bản đã ký số 15/UBND-NC ngày 01/07/2020, người ký: Người ký, Chủ tịch");
        var incomplete = await clerk.Reply(year, round, UnitReply.Agreed, ("Paper.Number", "15/UBND-NC"));
        incomplete.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        ((IHtmlInputElement)(await incomplete.Html()).QuerySelector("[name='Paper.Number']")!).Value.ShouldBe("15/UBND-NC");
    }

    [Fact]
    public async Task For_a_unit_without_accounts_the_leader_enters_from_its_paper_and_it_is_marked()
    {
        var year = await ClusterYearInTest.Make(portal);
        var (_, round) = await year.AConsultedPlan(portal);
        await year.With(portal, db => db.Offices.Where(row => row.OrganizationId == year.Member.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.ToOn, new DateOnly(2020, 1, 2))));
        var clerk = year.ClerkOf(year.Leader);
        await clerk.Submit((await clerk.See($"{year.Url}/nhap-thay")).FormTo("/nhap-thay"), ("UnitId", $"{year.Member.Id}"));
        await clerk.Follow(await clerk.Submit(await clerk.CommentForm(year, portal, round, "II"), ("Text", "Theo văn bản của đơn vị.")));
        var comment = (await year.CommentsOf(portal, round)).Single();
        (comment.IsOnBehalf, comment.EnteredByName.Contains($"nhập thay {year.Member.Name}", StringComparison.Ordinal)).ShouldBe((true, true));
        var withoutPaper = await clerk.Reply(year, round, UnitReply.HasComments);
        withoutPaper.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await withoutPaper.Html()).Says().ShouldContain("Nhập thay phải theo văn bản đã ký");
        await clerk.Follow(await clerk.Reply(year, round, UnitReply.HasComments, ("Paper.Number", "15/UBND-NC"), ("Paper.SignedOn", "01/07/2020"), ("Paper.Signatory", "Người ký"), ("Paper.SignatoryOffice", "Chủ tịch")));
        (await year.UnitOf(portal, round, year.Member)).IsOnBehalf.ShouldBeTrue();
        Text(await year.ClerkOf(year.Deputy).See(year.Round(round))).ShouldContain("nhập thay");
    }

    [Theory]
    [InlineData("Text")]
    [InlineData("Quote")]
    [InlineData("Answer")]
    [InlineData("Note")]
    public async Task A_script_is_text_wherever_it_is_shown(string field)
    {
        const string Script = "<script>alert(1)</script>";
        var year = await ClusterYearInTest.Make(portal);
        var (_, round) = await year.AConsultedPlan(portal);
        var clerk = year.ClerkOf(year.Member);
        await clerk.Follow(await clerk.Submit(await clerk.CommentForm(year, portal, round, "II"), ("Text", field == "Text" ? Script : "Ý kiến"), ("Quote", field == "Quote" ? Script : "")));
        var comment = (await year.CommentsOf(portal, round)).Single().Id;
        if (field == "Answer")
        {
            await year.Answer(round, comment, CommentResponse.Explained, Script);
        }
        else if (field == "Note")
        {
            await clerk.Follow(await clerk.Reply(year, round, UnitReply.HasComments, ("Note", Script)));
        }

        foreach (var path in field == "Note" ? new[] { "/don-vi" } : ["", $"?sua={comment}"])
        {
            var page = await clerk.See(year.Round(round, path));
            page.Body!.TextContent.ShouldContain("alert(1)");
            page.Scripts.ShouldNotContain(script => script.Text.Contains("alert(1)"));
        }
    }

    public static TheoryData<string, string, string> WrongInput => new()
    {
        { "Text", "", "Nhập nội dung góp ý" },
        { "Text", new string('a', 10_001), "tối đa 10.000 ký tự" },
        { "Quote", new string('a', 2001), "tối đa 2.000 ký tự" },
    };

    [Theory, MemberData(nameof(WrongInput), DisableDiscoveryEnumeration = true)]
    public async Task What_is_typed_wrongly_is_told_beside_its_field_and_stays(string field, string typed, string told)
    {
        var year = await ClusterYearInTest.Make(portal);
        var (_, round) = await year.AConsultedPlan(portal);
        var clerk = year.ClerkOf(year.Member);
        var answer = await clerk.Submit(await clerk.CommentForm(year, portal, round, "II"), ("Text", field == "Text" ? typed : "Ý kiến"), ("Quote", field == "Quote" ? typed : "Câu"));
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var input = (await answer.Html()).QuerySelector($"[name='{field}']")!;
        input.ParentElement!.QuerySelector(".invalid-feedback")!.TextContent.ShouldContain(told);
        ((IHtmlTextAreaElement)input).Value.ShouldBe(typed);
    }

    [Fact]
    public async Task An_answer_that_is_not_taken_over_whole_needs_its_reason()
    {
        var year = await ClusterYearInTest.Make(portal);
        var (_, round) = await year.AConsultedPlan(portal);
        var comment = await year.AComment(portal, round, year.Member, "II");
        var leader = year.ClerkOf(year.Leader);
        var form = (await leader.See(year.Round(round, $"?tra-loi={comment}"))).FormTo("/tra-loi");
        foreach (var (response, told) in new[] { ("", "Chọn tiếp thu"), ("Partly", "Nêu lý do khi tiếp thu một phần"), ("Explained", "Nêu lý do khi giải trình") })
        {
            var answer = await leader.Submit(form, ("Response", response));
            answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            (await answer.Html()).Says().ShouldContain(told);
        }
    }

    [Fact]
    public async Task The_workbook_holds_comments_and_units_and_a_formula_is_text()
    {
        var year = await ClusterYearInTest.Make(portal);
        var (_, round) = await year.AConsultedPlan(portal);
        var comment = await year.AComment(portal, round, year.Member, "II", "=1+1 cần sửa");
        await year.Answer(round, comment, CommentResponse.Accepted);
        using var book = SpreadsheetDocument.Open(new MemoryStream(await year.ClerkOf(year.Deputy).GetByteArrayAsync(year.Round(round, "/y-kien.xlsx"), Cancel)), isEditable: false);
        book.WorkbookPart!.Workbook!.Descendants<Excel.Sheet>().Select(sheet => sheet.Name!.Value).ShouldBe(["Ý kiến góp ý", "Đơn vị"]);
        var parts = book.WorkbookPart.WorksheetParts.ToList();
        parts.SelectMany(part => part.Worksheet!.Descendants<Excel.CellFormula>()).ShouldBeEmpty();
        parts.ShouldContain(part => part.Worksheet!.InnerText.Contains("=1+1 cần sửa"));
    }

    [Fact]
    public async Task K1_The_statements_of_the_page_do_not_grow_with_comments()
    {
        var year = await ClusterYearInTest.Make(portal);
        var (_, round) = await year.AConsultedPlan(portal);
        await year.AComment(portal, round, year.Member, "II");
        var paths = new[] { year.Round(round), year.Round(round, "/don-vi") };
        var before = new List<int>();
        foreach (var path in paths)
        {
            before.Add(await StatementCounter.Of(portal, year.Leader.ClerkId, path));
        }

        for (var more = 0; more < 6; more++)
        {
            await year.AComment(portal, round, year.Units[more % 4], more % 2 == 0 ? "I.1" : null, $"Ý kiến {more}");
        }

        foreach (var (path, count) in paths.Zip(before))
        {
            (await StatementCounter.Of(portal, year.Leader.ClerkId, path)).ShouldBe(count, path);
            count.ShouldBeLessThanOrEqualTo(13, path); // twelve, and one for what a plan's sections print beside their text
        }
    }

    [Fact]
    public async Task U1_A_second_round_stands_beside_the_first()
    {
        var year = await ClusterYearInTest.Make(portal);
        var (planId, first) = await year.AConsultedPlan(portal);
        var comment = await year.AComment(portal, first, year.Member, "II");
        var leader = year.ClerkOf(year.Leader);
        await leader.Follow(await leader.Submit((await leader.See(year.Plan(planId, "/ket-thuc-lay-y-kien"))).FormTo("/ket-thuc-lay-y-kien")));
        var sectionId = await year.SectionId(portal, planId, "II");
        await leader.Follow(await leader.Submit((await leader.See(year.Plan(planId, $"/muc/{sectionId}/xoa"))).FormTo("/xoa")));
        await leader.Follow(await leader.Submit((await leader.See(year.Plan(planId, "/lay-y-kien"))).FormTo("/lay-y-kien"), ("CommentsUntil", "31/12/2035")));
        var last = await year.ClerkOf(year.Member).See(year.Plan(planId, "/y-kien"));
        last.QuerySelectorAll(".consult-comment").ShouldBeEmpty();
        last.QuerySelector($"a[href='{year.Round(first)}']").ShouldNotBeNull();
        var second = year.Round(await year.With(portal, db => db.Consultations.Where(row => row.PlanId == planId && row.Number == 2).Select(row => row.Id).SingleAsync()));
        var earlier = await leader.See(year.Round(first));
        earlier.At(comment).Closest("section")!.TextContent.ShouldContain("Mục này không còn trong dự thảo.");
        earlier.QuerySelector($"a[href='{second}']").ShouldNotBeNull();
        (await year.With(portal, db => db.AuditEntries.CountAsync(row => row.ClusterYearId == year.Id && row.Kind == nameof(Comment)))).ShouldBe(1);
    }
}
