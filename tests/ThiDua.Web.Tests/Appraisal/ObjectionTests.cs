using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Tests.Fixture;

namespace ThiDua.Web.Tests.Appraisal;

public sealed class ObjectionTests(Portal portal)
{
    [Fact]
    public async Task L3_Question_and_answer_stand_at_the_line_for_the_unit_beside_both_figures()
    {
        var (year, appraiser, url) = await Appraised();
        var head = year.HeadOf(year.Member);
        var page = await head.ObjectTo(url, ("II.2", "Có công văn gia hạn"), ("B.1", "Có sáng kiến được công nhận"));
        page.Says().ShouldContain("Đã gửi đề nghị xem xét lại 2 dòng");
        page.QuerySelector(".state-badge")!.TextContent.ShouldBe("Đề nghị xem xét lại");

        var answering = await appraiser.See(url);
        answering.QuerySelector("[data-answer='II.2']")!.TextContent.ShouldContain("Có công văn gia hạn");
        answering = await appraiser.Follow(await appraiser.SaveLine(answering, "II.2", ("PointsByHand", "9,5"), ("Reason", "Chấm lại theo công văn")));
        await appraiser.Follow(await appraiser.Submit(answering.FormTo("/tra-loi"), (answering.AnswerField("II.2"), "Đã xét công văn gia hạn"), (answering.AnswerField("B.1"), "Sáng kiến của năm sau"), ("Finish", "true")));
        (await year.StateOf(portal, year.Member)).ShouldBe(ScoreSheetState.Appraised);

        var sheet = await head.See(SheetUrl(url));
        sheet.QuerySelectorAll("th").ShouldContain(cell => cell.TextContent == "Sau xem xét lại");
        var changed = sheet.QuerySelector($"#dong-{await year.LeafId(portal, "II.2")}")!;
        changed.QuerySelector("[data-label='Thẩm định']")!.TextContent.Trim().ShouldStartWith("8,00");
        changed.QuerySelector("[data-label='Sau xem xét lại']")!.TextContent.Trim().ShouldBe("9,50");
        changed.TextContent.ShouldContain("Có công văn gia hạn");
        changed.TextContent.ShouldContain("Trả lời (điều chỉnh 8,00 → 9,50): Đã xét công văn gia hạn");
        sheet.QuerySelector($"#dong-{await year.LeafId(portal, "B.1")}")!.TextContent.ShouldContain("Trả lời (giữ nguyên): Sáng kiến của năm sau");
        (await head.See($"{year.Url}/lich-su")).Body!.TextContent.ShouldContain("Đã trả lời: II.2 điều chỉnh 8,00 → 9,50; B.1 giữ nguyên.");
    }

    [Fact]
    public async Task Each_line_is_objected_to_once()
    {
        var (year, appraiser, url) = await Appraised();
        var head = year.HeadOf(year.Member);
        var before = await head.See(Objecting(url));
        await head.ObjectTo(url, ("II.2", "Có công văn"));
        await appraiser.AnswerAll(url, "Giữ nguyên theo sổ");

        var again = await head.See(Objecting(url));
        again.QuerySelector("[data-criterion='II.2']").ShouldBeNull();
        again.QuerySelectorAll("[data-criterion]").Length.ShouldBeGreaterThan(2);
        var refused = await head.Submit(before.FormTo("/de-nghi-xem-xet-lai"), ("Version", again.FormTo("/de-nghi-xem-xet-lai").Version()), (before.ReasonField("II.2"), "Lần nữa"));
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await portal.WithDb(db => db.LineObjections.CountAsync(), year.Acting(year.Member, Capacity.Clerk))).ShouldBe(1);

        // Another line may be, with the first answer closed.
        await head.ObjectTo(url, ("B.1", "Có sáng kiến"));
        var answering = await appraiser.See(url);
        answering.QuerySelectorAll("[data-answer]").Select(row => row.GetAttribute("data-answer")).ShouldBe(["B.1"]);
    }

    [Fact]
    public async Task W2_Without_a_reason_nothing_is_sent_and_what_was_typed_stays()
    {
        var (year, _, url) = await Appraised();
        var head = year.HeadOf(year.Member);
        var page = await head.See(Objecting(url));
        var none = await head.Submit(page.FormTo("/de-nghi-xem-xet-lai"));
        none.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await none.Html()).Says().ShouldContain("Ghi lý do ở ít nhất một dòng");
        var tooLong = await head.Submit(page.FormTo("/de-nghi-xem-xet-lai"), (page.ReasonField("II.2"), new string('x', 4001)), (page.ReasonField("B.1"), "Có sáng kiến"));
        tooLong.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var again = await tooLong.Html();
        again.QuerySelector("[data-criterion='II.2'] .invalid-feedback")!.TextContent.ShouldContain("4.000");
        again.QuerySelector("[data-criterion='B.1'] textarea")!.TextContent.Trim().ShouldBe("Có sáng kiến");
        (await year.StateOf(portal, year.Member)).ShouldBe(ScoreSheetState.Appraised);
    }

    [Fact]
    public async Task An_appraisal_ends_only_when_each_objection_is_answered_for_the_figure_as_it_stands()
    {
        var (year, appraiser, url) = await Appraised();
        await year.HeadOf(year.Member).ObjectTo(url, ("II.2", "Có công văn"), ("B.1", "Có sáng kiến"));
        var page = await appraiser.See(url);
        var half = await appraiser.Submit(page.FormTo("/tra-loi"), (page.AnswerField("II.2"), "Giữ nguyên"), ("Finish", "true"));
        half.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await half.Html()).Says().ShouldContain("B.1. ");

        page = await appraiser.Follow(await appraiser.SaveLine(await appraiser.See(url), "II.2", ("PointsByHand", "9"), ("Reason", "Chấm lại")));
        var stale = await appraiser.Submit(page.FormTo("/tra-loi"), (page.AnswerField("II.2"), ""), (page.AnswerField("B.1"), "Giữ nguyên"), ("Finish", "true"));
        stale.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await stale.Html()).Says().ShouldContain("điểm đã sửa sau khi trả lời");
        (await year.StateOf(portal, year.Member)).ShouldBe(ScoreSheetState.Objected);
    }

    [Fact]
    public async Task While_an_objection_waits_only_its_lines_are_open()
    {
        var (year, appraiser, url) = await Appraised();
        await year.HeadOf(year.Member).ObjectTo(url, ("II.2", "Có công văn"));
        var page = await appraiser.See(url);
        page.Line("II.1").QuerySelector("[data-line-form]").ShouldBeNull();
        var forged = page.LineForm("II.2");
        forged.Action = forged.Action.Replace($"/dong/{await year.LeafId(portal, "II.2")}", $"/dong/{await year.LeafId(portal, "II.1")}", StringComparison.Ordinal);
        (await appraiser.Submit(forged, ("Points", "1"), ("Reason", "Trừ"), ("Decision", "luu"))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await year.Cell(portal, year.Member, "II.1"))!.Points.ShouldBe(15);
    }

    [Fact]
    public async Task C2_The_second_of_two_who_answer_is_told_of_the_first()
    {
        var (year, appraiser, url) = await Appraised();
        await year.HeadOf(year.Member).ObjectTo(url, ("II.2", "Có công văn"));
        var second = year.HeadOf(year.Leader);
        var old = await second.See(url);
        var page = await appraiser.See(url);
        await appraiser.Follow(await appraiser.Submit(page.FormTo("/tra-loi"), (page.AnswerField("II.2"), "Giữ nguyên")));
        var told = await second.Submit(old.FormTo("/tra-loi"), (old.AnswerField("II.2"), "Điều chỉnh"));
        told.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var shown = await told.Html();
        shown.Says().ShouldContain("“Giữ nguyên”");
        shown.QuerySelector("[data-answer] textarea")!.TextContent.Trim().ShouldBe("Điều chỉnh");
    }

    [Fact]
    public async Task A_clerk_records_the_objection_from_signed_paper_only()
    {
        var (year, _, url) = await Appraised();
        var clerk = year.ClerkOf(year.Member);
        var page = await clerk.See(Objecting(url));
        (await clerk.Submit(page.FormTo("/de-nghi-xem-xet-lai"), (page.ReasonField("II.2"), "Có công văn"))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await clerk.Follow(await clerk.Submit(page.FormTo("/de-nghi-xem-xet-lai"), (page.ReasonField("II.2"), "Có công văn"), ("Paper.Number", "15/UBND-NC"), ("Paper.SignedOn", "05/12/2020"), ("Paper.Signatory", "Nguyễn Văn A"), ("Paper.SignatoryOffice", "Chủ tịch")));
        (await year.StateOf(portal, year.Member)).ShouldBe(ScoreSheetState.Objected);
    }

    [Fact]
    public async Task F3_The_document_of_an_objection_is_for_the_unit_and_its_appraiser()
    {
        var (year, appraiser, url) = await Appraised();
        var head = year.HeadOf(year.Member);
        var page = await head.See(Objecting(url));
        using var sending = page.FormTo("/de-nghi-xem-xet-lai").AsMultipart((page.ReasonField("II.2"), "Có công văn"));
        sending.Add(new ByteArrayContent("%PDF-1.4\n%%EOF\n"u8.ToArray()), page.ReasonField("II.2").Replace("Reason", "Document", StringComparison.Ordinal), "công văn.pdf");
        (await head.PostAsync(new Uri(Objecting(url), UriKind.Relative), sending, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var document = $"{SheetUrl(url)}/dong/{await year.LeafId(portal, "II.2")}/xem-xet-lai";
        foreach (var (person, status) in new[] { (head, HttpStatusCode.OK), (appraiser, HttpStatusCode.OK), (year.ClerkOf(year.Deputy), HttpStatusCode.NotFound) })
        {
            (await person.GetAsync(new Uri(document, UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode.ShouldBe(status);
        }
    }

    private async Task<(ClusterYearInTest Year, HttpClient Appraiser, string Url)> Appraised()
    {
        var year = await AppraisalInTest.Submitted(portal);
        var (client, url) = (year.ClerkOf(year.Leader), await year.AppraisalOf(portal, year.Member));
        await client.AppraiseAll(url);
        await client.Follow(await client.Finish(url));
        return (year, client, url);
    }

    private static string SheetUrl(string url) => url.Replace("/tham-dinh/", "/cham-diem/", StringComparison.Ordinal);

    private static string Objecting(string url) => SheetUrl(url) + "/de-nghi-xem-xet-lai";
}

/// <summary>Objecting and answering as people do.</summary>
public static class ObjectingInTest
{
    /// <summary>The name of the field for the reason at this line.</summary>
    public static string ReasonField(this IHtmlDocument page, string code) => page.QuerySelector($"[data-criterion='{code}'] textarea")!.GetAttribute("name")!;

    public static string AnswerField(this IHtmlDocument page, string code) => page.QuerySelector($"[data-answer='{code}'] textarea")!.GetAttribute("name")!;

    public static string Version(this IHtmlFormElement form) => form.QuerySelector("[name=Version]")!.GetAttribute("value")!;

    public static async Task<IHtmlDocument> ObjectTo(this HttpClient head, string url, params (string Code, string Reason)[] lines)
    {
        var page = await head.See(url.Replace("/tham-dinh/", "/cham-diem/", StringComparison.Ordinal) + "/de-nghi-xem-xet-lai");
        return await head.Follow(await head.Submit(page.FormTo("/de-nghi-xem-xet-lai"), [.. lines.Select(line => (page.ReasonField(line.Code), line.Reason))]));
    }

    public static async Task AnswerAll(this HttpClient appraiser, string url, string answer)
    {
        var page = await appraiser.See(url);
        var answers = page.QuerySelectorAll("[data-answer] textarea").Select(field => (field.GetAttribute("name")!, answer));
        await appraiser.Follow(await appraiser.Submit(page.FormTo("/tra-loi"), [.. answers, ("Finish", "true")]));
    }

    public static MultipartFormDataContent AsMultipart(this IHtmlFormElement form, params (string Name, string Value)[] typed)
    {
        var content = new MultipartFormDataContent();
        foreach (var field in form.QuerySelectorAll("input[name]").OfType<IHtmlInputElement>().Where(field => field.Type != "file"))
        {
            content.Add(new StringContent(field.Value), field.Name!);
        }

        foreach (var (name, value) in typed)
        {
            content.Add(new StringContent(value), name);
        }

        return content;
    }
}
