using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Regulations;
using ThiDua.Web.Tests.Covenants;
using ThiDua.Web.Tests.Fixture;
using ThiDua.Web.Tests.Home;

namespace ThiDua.Web.Tests.Regulations;

public sealed class RecordedRegulationTests(Portal portal)
{
    private static readonly (string, string)[] Decision = [("Document.Number", "369/QĐ-CTĐT"), ("Document.IssuedOn", "27/05/2019"), ("Document.Issuer", "Cụm thi đua thử")];

    private static string Text(IHtmlDocument page) => TasksInTest.Words(page.Body!.TextContent);

    [Fact]
    public async Task A_signed_regulation_is_recorded_with_its_scan_by_leader_or_authority()
    {
        foreach (var isAuthority in new[] { false, true })
        {
            var year = await ClusterYearInTest.Make(portal);
            var clerk = year.ClerkOf(isAuthority ? year.Authority : year.Leader);
            var form = (await clerk.See($"{year.Url}/quy-che/ghi-nhan")).FormTo("/ghi-nhan");
            var page = await clerk.Follow(await clerk.Upload(form, "Scan", [.. Decision, ("Title", "Quy chế hoạt động của Cụm"), ("Text", ""), ("Parameters.Deputies", "1"), ("Parameters.Honours", "Nhất"), ("Parameters.CommentDays", "10"), ("Parameters.WaitsForWorkingDay", "true")]));
            page.Says().ShouldContain("Đã ghi nhận quy chế đã ký.");
            Text(page).ShouldContain("369/QĐ-CTĐT ngày 27/05/2019 của Cụm thi đua thử (ghi nhận theo văn bản đã ký)");
            var member = year.ClerkOf(year.Member);
            var here = new Uri(page.Url).AbsolutePath;
            (await member.GetAsync($"{here}/ban-quet", TestContext.Current.CancellationToken)).Content.Headers.ContentType!.MediaType.ShouldBe("application/pdf");
            (await member.GetAsync($"{here}/ban-in.html", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NotFound, "its text is on the scan alone");
        }
    }

    [Fact]
    public async Task A_decision_is_recorded_once_also_by_two_at_the_same_moment()
    {
        var year = await ClusterYearInTest.Make(portal);
        var (clerk, authority) = (year.ClerkOf(year.Leader), year.ClerkOf(year.Authority));
        (string, string)[] typed = [.. Decision, ("Title", "Quy chế hoạt động của Cụm")];
        var (first, second) = ((await clerk.See($"{year.Url}/quy-che/ghi-nhan")).FormTo("/ghi-nhan"), (await authority.See($"{year.Url}/quy-che/ghi-nhan")).FormTo("/ghi-nhan"));
        var answers = await Task.WhenAll(clerk.Submit(first, typed), authority.Submit(second, typed));
        answers.Select(answer => answer.StatusCode).Order().ShouldBe([HttpStatusCode.Found, HttpStatusCode.UnprocessableEntity]);
        (await year.AsLeader(portal, (db, _) => db.Regulations.CountAsync())).ShouldBe(1);

        var again = await clerk.Submit((await clerk.See($"{year.Url}/quy-che/ghi-nhan")).FormTo("/ghi-nhan"), [("Document.Number", "369 / qđ-CTĐT"), .. typed[1..]]);
        again.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await again.Html();
        page.QuerySelector("#f-Document-Number-problem")!.TextContent.ShouldContain("Đã có quy chế ban hành kèm theo văn bản số 369 / qđ-CTĐT ngày 27/05/2019: Quy chế hoạt động của Cụm.");
        page.QuerySelector("[name=Title]")!.TextContent.Trim().ShouldBe("Quy chế hoạt động của Cụm");
        (await clerk.Follow(await clerk.Submit(page.FormTo("/ghi-nhan"), ("Document.Number", "370/QĐ-CTĐT")))).Says().ShouldContain("Đã ghi nhận quy chế đã ký.");
    }

    [Fact]
    public async Task What_was_recorded_wrongly_is_taken_back_with_a_reason_and_recorded_anew()
    {
        var year = await ClusterYearInTest.Make(portal);
        var id = await year.ARecordedRegulation(portal);
        var clerk = year.ClerkOf(year.Leader);
        (await year.ClerkOf(year.Member).See(year.Regulation(id))).QuerySelector("a[href$='/thu-hoi']").ShouldBeNull();
        (await year.ClerkOf(year.Member).GetAsync(year.Regulation(id, "/thu-hoi"), TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await clerk.See(year.Regulation(id))).QuerySelector("a[href$='/thu-hoi']").ShouldNotBeNull();
        var form = (await clerk.See(year.Regulation(id, "/thu-hoi"))).FormTo("/thu-hoi");
        var without = await clerk.Submit(form);
        without.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await without.Html()).QuerySelector("#f-Reason-problem")!.TextContent.ShouldContain("Nêu lý do thu hồi bản ghi.");

        var list = await clerk.Follow(await clerk.Submit(form, ("Reason", "Nhập nhầm thời hạn góp ý")));
        list.Says().ShouldContain("Đã thu hồi bản ghi quy chế.");
        Text(list).ShouldContain("Chưa có Quy chế nào có hiệu lực");
        (await year.ClerkOf(year.Member).GetAsync(year.Regulation(id), TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var stored = await year.StoredRegulation(portal, id);
        (stored.State, stored.History[^1].Step, stored.History[^1].Reason).ShouldBe((RegulationState.Dropped, nameof(RegulationStep.TakeBack), "Nhập nhầm thời hạn góp ý"));
        Text(await clerk.See($"{year.Url}/lich-su")).ShouldContain("Thu hồi bản ghi");
        var anew = (await clerk.See($"{year.Url}/quy-che/ghi-nhan")).FormTo("/ghi-nhan");
        (await clerk.Follow(await clerk.Submit(anew, [.. Decision, ("Title", "Quy chế hoạt động của Cụm")]))).Says().ShouldContain("Đã ghi nhận quy chế đã ký.");
    }

    [Fact]
    public async Task What_is_typed_wrongly_stays_with_its_reason()
    {
        var year = await ClusterYearInTest.Make(portal);
        var clerk = year.ClerkOf(year.Leader);
        var answer = await clerk.Submit((await clerk.See($"{year.Url}/quy-che/ghi-nhan")).FormTo("/ghi-nhan"), ("Title", "Quy chế hoạt động"), ("Parameters.MajorityKind", "Percent"), ("Parameters.TieKeys[0].Kind", "SectionTotal"), ("Parameters.ObjectionDays", "0"));
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await answer.Html();
        foreach (var field in new[] { "Document-Number", "Parameters-MajorityShare", "Parameters-MajorityOf", "Parameters-TieKeys-0--Code", "Parameters-ObjectionDays" })
        {
            page.QuerySelector($"#f-{field}-problem").ShouldNotBeNull(field);
        }

        page.QuerySelector("[name=Title]")!.TextContent.Trim().ShouldBe("Quy chế hoạt động");
        var future = await clerk.Submit((await clerk.See($"{year.Url}/quy-che/ghi-nhan")).FormTo("/ghi-nhan"), [.. Decision[..1], .. Decision[2..], ("Document.IssuedOn", "27/05/2099")]);
        (await future.Html()).QuerySelector("#f-Document-IssuedOn-problem")!.TextContent.ShouldContain("không được sau hôm nay");
    }
}
