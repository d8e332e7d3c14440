using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Tests.Appraisal;
using ThiDua.Web.Tests.Fixture;

namespace ThiDua.Web.Tests.Results;

/// <summary>What comes after the cluster's adoption: the standing body's figures, corrections, and adoption in writing itself.</summary>
public sealed class LaterLayersTests(Portal portal)
{
    private static readonly (string, string)[] Document = [("Document.Number", "09/BB-CTĐ"), ("Document.IssuedOn", "01/03/2021"), ("Document.Issuer", "Cụm thi đua")];

    [Fact]
    public async Task The_standing_body_appraises_again_and_its_figures_are_in_force()
    {
        var year = await Adopted();
        var (clerk, sheet) = (year.ClerkOf(year.StandingBody), await year.SheetOf(portal, year.Leader));
        var url = $"{year.Url}/tham-dinh-lan-hai/{sheet}";
        var refused = await Save(clerk, url, "II.1", "15", "");
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        Line(await refused.Html(), "II.1").QuerySelector(".invalid-feedback")!.TextContent.ShouldContain("nêu lý do");
        Line(await refused.Html(), "II.1").QuerySelector<IHtmlInputElement>("input[inputmode]")!.Value.ShouldBe("15");
        await clerk.Follow(await Save(clerk, url, "II.1", "8,5", "Thiếu hai văn bản"));
        (await clerk.See($"{year.Url}/tham-dinh-lan-hai")).Body!.TextContent.ShouldContain("88,50");

        var head = year.HeadOf(year.StandingBody);
        var page = await head.Follow(await Take(head, year, "ket-luan-tham-dinh", Document));
        page.QuerySelector(".page-head .state-badge")!.TextContent.ShouldBe("Đã thẩm định lần hai");
        page.QuerySelector("[data-changes]")!.TextContent.ShouldContain("Thiếu hai văn bản");
        page.QuerySelector("[data-reconsider]")!.TextContent.ShouldContain("Dẫn đầu");
        await portal.WithDb(
            async db =>
            {
                var layers = await db.ResultLayers.Include(layer => layer.Rows).OrderBy(layer => layer.Id).ToListAsync();
                layers[^1].Kind.ShouldBe(ResultLayerKind.Verified);
                layers[^1].Rows.Single(row => row.UnitId == year.Leader.Id).Total.ShouldBe(88.5m);
                layers[^2].Rows.Single(row => row.UnitId == year.Leader.Id).Total.ShouldBe(100);
                layers.SelectMany(layer => layer.Differences()).ShouldBeEmpty();
                return 0;
            },
            year.Acting(year.Leader, Capacity.Head));
        (await year.Cell(portal, year.Leader, "II.1", ScoreStage.Final))!.Points.ShouldBe(8.5m);
        var member = year.ClerkOf(year.Member);
        var explained = (await member.See($"{year.Url}/xep-hang/{await LayerId(year, ResultLayerKind.Verified)}/don-vi/{year.Leader.Id}")).QuerySelector("[data-set-by='II.1']")!.TextContent;
        explained.ShouldContain("theo văn bản số 09/BB-CTĐ ngày 01/03/2021");
        explained.ShouldContain("20,00 → 8,50. Lý do: Thiếu hai văn bản. Người ghi:");
        (await member.See($"{year.Url}/xep-hang/{await LayerId(year, ResultLayerKind.Adopted)}/don-vi/{year.Leader.Id}")).QuerySelector("[data-set-by]").ShouldBeNull("nothing had changed it then");
        (await year.Cell(portal, year.Leader, "II.1"))!.Points.ShouldBe(20);
        (await Save(clerk, url, "II.1", "9", "Muộn", expectForm: false)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task A_line_left_alone_never_takes_a_colleagues_figure_back()
    {
        var year = await Adopted();
        var (clerk, head) = (year.ClerkOf(year.StandingBody), year.HeadOf(year.StandingBody));
        var url = $"{year.Url}/tham-dinh-lan-hai/{await year.SheetOf(portal, year.Leader)}";
        var seen = await clerk.See(url);
        await head.Follow(await Save(head, url, "II.1", "8,5", "Thiếu hai văn bản"));
        var line = Line(seen, "I.2").QuerySelector<IHtmlInputElement>("input[inputmode]")!.Name!;
        await clerk.Follow(await clerk.Submit((IHtmlFormElement)Line(seen, "I.2").Closest("form")!, (line, "20"), (line.Replace("Points", "Reason", StringComparison.Ordinal), "Số liệu chính thức")));
        (await year.Cell(portal, year.Leader, "II.1", ScoreStage.Second))!.Points.ShouldBe(8.5m);
        (await year.Cell(portal, year.Leader, "I.2", ScoreStage.Second))!.Points.ShouldBe(20);

        // Both write the first figure of a third line: the second is told, and keeps the text.
        line = Line(seen, "B.1").QuerySelector<IHtmlInputElement>("input[inputmode]")!.Name!;
        var reason = line.Replace("Points", "Reason", StringComparison.Ordinal);
        await head.Follow(await Save(head, url, "B.1", "1", "Theo hồ sơ"));
        var told = await clerk.Submit((IHtmlFormElement)Line(seen, "B.1").Closest("form")!, (line, "2"), (reason, "Hồ sơ khác"));
        told.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var again = await told.Html();
        Line(again, "B.1").QuerySelector<IHtmlInputElement>("input[inputmode]")!.Value.ShouldBe("2");
        Line(again, "II.1").QuerySelector<IHtmlInputElement>("input[inputmode]")!.Value.ShouldBe("8,5", "lines not touched show what is kept");
    }

    [Fact]
    public async Task Only_the_first_three_are_appraised_again_where_the_scheme_says_so()
    {
        var year = await Adopted();
        await portal.WithDb(db => db.ScoringSchemes.ExecuteUpdateAsync(set => set.SetProperty(row => row.SecondAppraisal, SecondAppraisalScope.FirstThree)), year.Acting(year.Leader, Capacity.Head));
        var clerk = year.ClerkOf(year.StandingBody);
        (await clerk.See($"{year.Url}/tham-dinh-lan-hai")).QuerySelectorAll("tbody a").Length.ShouldBe(3);
        var fourth = $"{year.Url}/tham-dinh-lan-hai/{await year.SheetOf(portal, year.Units[3])}";
        (await clerk.See(fourth)).QuerySelector("input[inputmode]").ShouldBeNull();
        (await Save(clerk, fourth, "II.1", "9", "Lý do", expectForm: false)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task After_a_correction_the_first_three_are_those_of_the_layer_in_force()
    {
        var year = await Adopted();
        await portal.WithDb(db => db.ScoringSchemes.ExecuteUpdateAsync(set => set.SetProperty(row => row.SecondAppraisal, SecondAppraisalScope.FirstThree)), year.Acting(year.Leader, Capacity.Head));
        var leader = year.HeadOf(year.Leader);
        await leader.Follow(await Take(leader, year, "dieu-chinh", [("Lines[0].UnitId", $"{year.Member.Id}"), ("Lines[0].Code", "II.1"), ("Lines[0].Points", "1"), ("Lines[0].Reason", "Trùng văn bản"), ("Reason", "Theo kết luận kiểm tra"), .. Document]));
        var clerk = year.ClerkOf(year.StandingBody);
        (await clerk.See($"{year.Url}/tham-dinh-lan-hai/{await year.SheetOf(portal, year.Units[3])}")).QuerySelector("input[inputmode]").ShouldNotBeNull();
        (await clerk.See($"{year.Url}/tham-dinh-lan-hai/{await year.SheetOf(portal, year.Member)}")).QuerySelector("input[inputmode]").ShouldBeNull();
        (await clerk.See($"{year.Url}/tham-dinh-lan-hai")).QuerySelectorAll("tbody a[href]").Select(link => link.GetAttribute("href")).ShouldNotContain($"{year.Url}/tham-dinh-lan-hai/{await year.SheetOf(portal, year.Member)}");
    }

    [Fact]
    public async Task Nobody_of_the_cluster_writes_the_second_appraisal()
    {
        var year = await Adopted();
        var url = $"{year.Url}/tham-dinh-lan-hai/{await year.SheetOf(portal, year.Member)}";
        (await year.ClerkOf(year.Leader).See(url)).QuerySelector("input[inputmode]").ShouldBeNull();
        (await Save(year.ClerkOf(year.Leader), url, "II.1", "9", "Lý do", expectForm: false)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_leader_corrects_before_recognition_and_the_authority_after_it_even_in_a_concluded_year()
    {
        var year = await Adopted();
        var (leader, authority) = (year.HeadOf(year.Leader), year.HeadOf(year.Authority));
        (await authority.GetAsync(new Uri($"{year.Url}/xep-hang/dieu-chinh", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var form = (await leader.See($"{year.Url}/xep-hang/dieu-chinh")).FormTo("dieu-chinh");
        (string, string)[] lines = [("Lines[0].UnitId", $"{year.Member.Id}"), ("Lines[0].Code", "II.1"), ("Lines[0].Points", "10"), ("Lines[0].Reason", "Trùng văn bản"), ("Reason", "Theo kết luận kiểm tra")];
        var outOfBounds = await leader.Submit(form, [.. lines[..2], ("Lines[0].Points", "25"), .. lines[3..], .. Document]);
        outOfBounds.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await outOfBounds.Html()).QuerySelector("[name='Lines[0].Points']")!.ClassList.ShouldContain("is-invalid");
        var page = await leader.Follow(await leader.Submit(form, [.. lines, .. Document]));
        page.QuerySelector("[data-changes]")!.TextContent.ShouldContain("Trùng văn bản");
        var before = await leader.See($"{year.Url}/xep-hang?lop={await LayerId(year, ResultLayerKind.Adopted)}");
        before.QuerySelector("[data-corrected]")!.TextContent.ShouldContain("đã được điều chỉnh tại văn bản số 09/BB-CTĐ");
        foreach (var paper in new[] { "bien-ban", "bang-tong-hop" })
        {
            (await leader.GetStringAsync(new Uri($"{year.Url}/xep-hang/{await LayerId(year, ResultLayerKind.Adopted)}/{paper}.html", UriKind.Relative), TestContext.Current.CancellationToken)).ShouldContain("đã được điều chỉnh tại văn bản số 09/BB-CTĐ");
            (await leader.GetStringAsync(new Uri($"{year.Url}/xep-hang/{await LayerId(year, ResultLayerKind.Corrected)}/{paper}.html", UriKind.Relative), TestContext.Current.CancellationToken)).ShouldNotContain("đã được điều chỉnh");
        }


        await authority.Follow(await Take(authority, year, "cong-nhan", Document));
        await portal.WithDb(db => db.ClusterYears.Where(row => row.Id == year.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.Stage, ClusterYearStage.Concluded)));
        (await leader.GetAsync(new Uri($"{year.Url}/xep-hang/dieu-chinh-da-cong-nhan", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var last = await authority.Follow(await authority.Submit((await authority.See($"{year.Url}/xep-hang/dieu-chinh-da-cong-nhan")).FormTo("dieu-chinh-da-cong-nhan"), [.. lines[..2], ("Lines[0].Points", "12"), .. lines[3..], .. Document]));
        last.QuerySelector(".page-head .state-badge")!.TextContent.ShouldBe("Đã công nhận");
        await portal.WithDb(
            async db =>
            {
                var layers = await db.ResultLayers.Include(layer => layer.Rows).OrderBy(layer => layer.Id).ToListAsync();
                layers.TakeLast(3).Select(layer => layer.Kind).ShouldBe([ResultLayerKind.Corrected, ResultLayerKind.Recognized, ResultLayerKind.Corrected]);
                layers.TakeLast(3).Select(layer => layer.Rows.Single(row => row.UnitId == year.Member.Id).Total).ShouldBe([70, 70, 72]);
                layers.SelectMany(layer => layer.Differences()).ShouldBeEmpty();
                return 0;
            },
            year.Acting(year.Leader, Capacity.Head));
    }

    [Fact]
    public async Task Adoption_in_writing_says_how_many_agreed()
    {
        var year = await Adopted(adopt: false);
        var head = year.HeadOf(year.Leader);
        (await Take(head, year, "thong-qua", [("Manner", "InWriting"), .. Document])).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Take(head, year, "thong-qua", [("Manner", "InWriting"), ("InFavour", "5"), .. Document])).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await head.Follow(await Take(head, year, "thong-qua", [("Manner", "InWriting"), ("InFavour", "4"), .. Document]))).Body!.TextContent.ShouldContain("4/4 đơn vị đồng ý");
        var minutes = await head.GetStringAsync(new Uri($"{year.Url}/xep-hang/{await LayerId(year, ResultLayerKind.Adopted)}/bien-ban.html", UriKind.Relative), TestContext.Current.CancellationToken);
        minutes.ShouldContain("được thông qua bằng hình thức lấy ý kiến bằng văn bản, 4/4 đơn vị đồng ý");
        minutes.ShouldNotContain("Hội nghị");
    }

    private async Task<ClusterYearInTest> Adopted(bool adopt = true)
    {
        var year = await ClusterYearInTest.Make(portal, units: 4, hasPreparatorySession: false);
        await year.IssueWithCells(portal);
        foreach (var (unit, growth) in year.Units.Zip([8.4m, 7.7m, 7m, 6.5m]))
        {
            await year.FillAndSubmit(portal, unit, growth);
            await year.Appraise(portal, unit);
        }

        var head = year.HeadOf(year.Leader);
        await head.Follow(await Take(head, year, "khoa-nhap-lieu"));
        await head.Follow(await Take(head, year, "cong-bo-du-kien"));
        if (adopt)
        {
            await head.Follow(await Take(head, year, "thong-qua", Document));
        }

        return year;
    }

    private static async Task<HttpResponseMessage> Take(HttpClient person, ClusterYearInTest year, string path, params (string, string)[] typed) =>
        await person.Submit((await person.See($"{year.Url}/xep-hang/{path}")).FormTo(path), typed);

    private Task<int> LayerId(ClusterYearInTest year, ResultLayerKind kind) =>
        portal.WithDb(db => db.ResultLayers.Where(layer => layer.Kind == kind).Select(layer => layer.Id).SingleAsync(), year.Acting(year.Leader, Capacity.Head));

    private async Task<HttpResponseMessage> Save(HttpClient clerk, string url, string code, string points, string reason, bool expectForm = true)
    {
        var page = await clerk.See(url);
        var form = page.FormTo(url[url.LastIndexOf('/')..]);
        var row = Line(page, code);
        var index = page.QuerySelectorAll("tr[data-second]").ToList().IndexOf(row);
        row.QuerySelector("input[inputmode]").ShouldBe(expectForm ? row.QuerySelector("input[inputmode]") : null);
        var criterion = await portal.WithDb(db => db.Criteria.IgnoreQueryFilters().Where(leaf => leaf.Code == code && db.ScoreSheets.IgnoreQueryFilters().Any(sheet => sheet.SchemeId == leaf.SchemeId && url.EndsWith("/" + sheet.Id))).Select(leaf => leaf.Id).SingleAsync());
        return await clerk.Submit(form, [($"Lines[{(expectForm ? index : 0)}].CriterionId", $"{criterion}"), ($"Lines[{(expectForm ? index : 0)}].Points", points), ($"Lines[{(expectForm ? index : 0)}].Reason", reason)]);
    }

    private static IElement Line(IHtmlDocument page, string code) => page.QuerySelector($"tr[data-second='{code}']")!;
}
