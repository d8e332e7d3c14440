using System.Net;
using AngleSharp.Html.Dom;
using ThiDua.Domain.Access;
using ThiDua.Domain.Covenants;
using ThiDua.Web.Tests.Authorities;
using ThiDua.Web.Tests.Documents;
using ThiDua.Web.Tests.Fixture;
using ThiDua.Web.Tests.Home;
using ThiDua.Web.Tests.Plans;

namespace ThiDua.Web.Tests.Covenants;

public sealed class CovenantPagesTests(Portal portal)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static string Text(IHtmlDocument page) => TasksInTest.Words(page.QuerySelector("main")!.TextContent);

    [Fact]
    public async Task A_covenant_is_drafted_and_put_up_for_signatures()
    {
        var year = await ClusterYearInTest.Make(portal);
        var (clerk, member) = (year.ClerkOf(year.Leader), year.ClerkOf(year.Member));
        Text(await member.See($"{year.Url}/giao-uoc")).ShouldContain("Chưa có giao ước thi đua");
        var drafted = await clerk.Follow(await clerk.Submit((await clerk.See($"{year.Url}/giao-uoc/them")).FormTo("/them"), ("Preamble", "Các đơn vị cam kết:")));
        var here = new Uri(drafted.Url).AbsolutePath;
        Text(drafted).ShouldContain("Chưa ghi hạn ký.");
        (await member.GetAsync(here, Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        Text(await member.See($"{year.Url}/giao-uoc")).ShouldContain("Chưa có giao ước thi đua");
        (await clerk.Submit((await clerk.See(here + "/sua")).FormTo("/sua"), ("Title", ""))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await clerk.Follow(await clerk.Submit((await clerk.See(here + "/sua")).FormTo("/sua"), ("Commitments", "Cam kết một\n\nCam kết hai"), ("SignBy", "31/12/2035"), ("Occasion", "Hội nghị tại Thanh Hóa")));
        (await clerk.Follow(await clerk.Submit((await clerk.See(here + "/lay-chu-ky")).FormTo("/lay-chu-ky")))).Says().ShouldContain("đang lấy chữ ký");
        var seen = Text(await member.See(here));
        seen.ShouldContain("Đã ký 0/4 đơn vị. Các đơn vị ký đến hết ngày 31/12/2035");
        var printed = TasksInTest.Words((await member.See(here + "/ban-in.html")).Body!.TextContent);
        printed.ShouldContain("1. Cam kết một");
        printed.ShouldContain("2. Cam kết hai");
        Text(await member.See($"{year.Url}/giao-uoc")).ShouldContain("Đang ký 0/4 đơn vị 31/12/2035");
    }

    [Fact]
    public async Task A_changed_text_voids_the_signatures_and_tells_how_many_beforehand()
    {
        var year = await ClusterYearInTest.Make(portal);
        var covenantId = await year.ACovenant(portal);
        await year.SignAtCeremony(portal, covenantId, year.Member, year.Deputy);
        var clerk = year.ClerkOf(year.Leader);
        var page = await clerk.See(year.Covenant(covenantId, "/sua"));
        Text(page).ShouldContain("sẽ hủy cả 2 chữ ký");
        var refused = await clerk.Submit(page.FormTo("/sua"), ("Commitments", "Nội dung khác"));
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var again = await refused.Html();
        again.Says().ShouldContain("Sửa nội dung sẽ hủy 2 chữ ký đã có.");
        ((IHtmlTextAreaElement)again.QuerySelector("[name=Commitments]")!).Value.ShouldBe("Nội dung khác");
        (await year.StoredCovenant(portal, covenantId)).Valid.Count().ShouldBe(2);

        var signer = year.ClerkOf(year.Units[3]);
        var seen = (await signer.See(year.Covenant(covenantId, "/ky"))).FormTo("/ky");
        (await clerk.Follow(await clerk.Submit(again.FormTo("/sua"), ("Lost", "2")))).Says().ShouldContain("hủy 2 chữ ký của nội dung cũ");
        var covenant = await year.StoredCovenant(portal, covenantId);
        covenant.Valid.ShouldBeEmpty();
        covenant.Signings.ShouldAllBe(signing => signing.TextSha256 != covenant.TextSha256 && signing.EndedAs == SigningEnd.Voided);
        Text(await clerk.See(year.Covenant(covenantId))).ShouldContain("Chữ ký đã hủy, đã rút");
        var late = await signer.Submit(seen, ("Paper.Number", "1"), ("Paper.SignedOn", "01/12/2020"), ("Paper.Signatory", "Ông A"), ("Paper.SignatoryOffice", "Chủ tịch"));
        late.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await late.Html()).Says().ShouldContain("Nội dung giao ước vừa được sửa.");
    }

    [Fact]
    public async Task Two_who_edit_at_once_are_told_apart()
    {
        var year = await ClusterYearInTest.Make(portal);
        var covenantId = await year.ACovenant(portal, isOpen: false);
        var (clerk, deputy) = (year.ClerkOf(year.Leader), year.ClerkOf(year.Deputy));
        var (first, second) = ((await clerk.See(year.Covenant(covenantId, "/sua"))).FormTo("/sua"), (await deputy.See(year.Covenant(covenantId, "/sua"))).FormTo("/sua"));
        await clerk.Follow(await clerk.Submit(first, ("Title", "Tên thứ nhất")));
        var answer = await deputy.Submit(second, ("Title", "Tên thứ hai"));
        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var page = await answer.Html();
        page.QuerySelector("#dang-luu")!.TextContent.ShouldContain("Tên thứ nhất");
        ((IHtmlTextAreaElement)page.QuerySelector("[name=Title]")!).Value.ShouldBe("Tên thứ hai");
    }

    [Fact]
    public async Task The_leader_declares_it_for_the_signers_and_the_missing_are_named_everywhere()
    {
        var year = await ClusterYearInTest.Make(portal);
        var covenantId = await year.ACovenant(portal);
        await year.SignAtCeremony(portal, covenantId, year.Leader, year.Deputy);
        var (head, member) = (year.HeadOf(year.Leader), year.ClerkOf(year.Member));
        (await head.See(year.Covenant(covenantId))).Links.Select(link => link.GetAttribute("href")).ShouldNotContain(year.Covenant(covenantId, "/hieu-luc"));
        (await head.Follow(await head.GetAsync(year.Covenant(covenantId, "/hieu-luc"), Cancel))).Says().ShouldContain("Chỉ tuyên bố có hiệu lực đối với các đơn vị đã ký từ ngày 31/12/2035");
        await year.TheDayHasCome(portal, covenantId);
        (await head.Tasks()).ShouldContain(task => task.Contains("Còn 2 đơn vị chưa ký giao ước"));
        var page = await head.See(year.Covenant(covenantId, "/hieu-luc"));
        page.QuerySelectorAll(".covenant-missing li").Select(row => row.TextContent).ShouldBe([year.Member.Name, year.Units[3].Name]);
        (await member.GetAsync(year.Covenant(covenantId, "/hieu-luc"), Cancel)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        await head.Follow(await head.Submit(page.FormTo("/hieu-luc")));
        var covenant = await year.StoredCovenant(portal, covenantId);
        covenant.State.ShouldBe(CovenantState.InForce);
        covenant.Missing.Select(party => party.UnitId).ShouldBe([year.Member.Id, year.Units[3].Id]);
        Text(await member.See(year.Covenant(covenantId))).ShouldContain($"Chưa ký khi tuyên bố có hiệu lực: {year.Member.Name}, {year.Units[3].Name}.");
        TasksInTest.Words((await member.See(year.Covenant(covenantId, "/ban-in.html"))).Body!.TextContent).ShouldContain($"đơn vị chưa ký: {year.Member.Name}, {year.Units[3].Name}.");
    }

    [Fact]
    public async Task Next_years_covenant_is_signed_in_this_year_and_shown_in_the_next()
    {
        var year = await ClusterYearInTest.Make(portal);
        var deputy = year.ClerkOf(year.Deputy);
        var drafted = await deputy.Follow(await deputy.Submit((await deputy.See($"{year.Url}/giao-uoc/them")).FormTo("/them"), ("ForYear", "2021"), ("Title", "Giao ước thi đua năm 2021"), ("Commitments", "Một"), ("SignBy", "31/12/2035")));
        var here = new Uri(drafted.Url).AbsolutePath;
        var covenantId = int.Parse(here[(here.LastIndexOf('/') + 1)..], System.Globalization.CultureInfo.InvariantCulture);
        await deputy.Follow(await deputy.Submit((await deputy.See(here + "/lay-chu-ky")).FormTo("/lay-chu-ky")));
        await year.SignAtCeremony(portal, covenantId, [.. year.Units]);
        var next = await year.NextYear(portal);
        Text(await year.ClerkOf(year.Leader).See($"/cum/{next}/giao-uoc")).ShouldContain("Giao ước của năm 2021 đã ký trong năm thi đua trước: Giao ước thi đua năm 2021 Có hiệu lực");
        (await deputy.Submit((await deputy.See($"{year.Url}/giao-uoc/them")).FormTo("/them"), ("ForYear", "2022"))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task A_later_covenant_of_the_same_year_replaces_the_one_in_force()
    {
        var year = await ClusterYearInTest.Make(portal);
        var (later, earlier, other) = (await year.ACovenant(portal), await year.ACovenant(portal), await year.ACovenant(portal, forYear: 2021));
        foreach (var covenantId in new[] { earlier, other })
        {
            await year.SignAtCeremony(portal, covenantId, [.. year.Units]);
        }

        await year.SignAtCeremony(portal, later, [.. year.Units.Take(3)]);
        var head = await year.HeadWithPassword(portal, year.Units[3]);
        (await head.Follow(await year.TrySigning(head, later))).Says().ShouldContain("giao ước có hiệu lực");
        (await year.StoredCovenant(portal, earlier)).State.ShouldBe(CovenantState.Replaced);
        (await year.StoredCovenant(portal, other)).State.ShouldBe(CovenantState.InForce);
        (await year.StoredCovenant(portal, later)).State.ShouldBe(CovenantState.InForce);
    }

    [Fact]
    public async Task A_covenant_under_way_is_given_up_by_the_leader_with_a_reason()
    {
        var year = await ClusterYearInTest.Make(portal);
        var covenantId = await year.ACovenant(portal);
        var head = year.HeadOf(year.Leader);
        (await year.HeadOf(year.Deputy).GetAsync(year.Covenant(covenantId, "/bo"), Cancel)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var form = (await head.See(year.Covenant(covenantId, "/bo"))).FormTo("/bo");
        (await head.Submit(form)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        Text(await head.Follow(await head.Submit(form, ("Reason", "Thay bằng ký tại hội nghị")))).ShouldContain("Đã bỏ: Thay bằng ký tại hội nghị");
    }

    [Fact]
    public async Task K1_The_pages_of_covenants_take_no_more_statements_for_more_units()
    {
        async Task<int[]> Statements(int units)
        {
            var year = await ClusterYearInTest.Make(portal, units);
            var covenantId = await year.ACovenant(portal);
            await year.SignAtCeremony(portal, covenantId, [.. year.Units.Skip(3)]);
            List<int> counts = [];
            foreach (var path in new[] { $"{year.Url}/giao-uoc", year.Covenant(covenantId), year.Covenant(covenantId, "/ky"), year.Covenant(covenantId, "/ban-in.html"), "/", year.Url })
            {
                counts.Add(await StatementCounter.Of(portal, year.Member.HeadId, path));
            }

            return [.. counts];
        }

        var (few, many) = (await Statements(4), await Statements(9));
        few.ShouldBe(many);
        few.ShouldAllBe(count => count <= 12, string.Join(' ', few));
        few[0].ShouldBeLessThanOrEqualTo(10);
    }

    [Fact]
    public async Task P1_P2_The_PDF_holds_every_member_and_no_place_to_sign_is_broken()
    {
        var year = await ClusterYearInTest.Make(portal, units: 14);
        var covenantId = await year.ACovenant(portal);
        await year.SignAtCeremony(portal, covenantId, [.. year.Units.Take(5)]);
        var pdf = new PdfTools(await year.ClerkOf(year.Member).GetByteArrayAsync(year.Covenant(covenantId, "/ban-in.pdf"), Cancel));
        var text = TasksInTest.Words(pdf.Text);
        text.ShouldContain(CovenantsInTest.Commitment);
        text.ShouldContain("<script>alert(1)</script>");
        text.ShouldContain("ĐẠI DIỆN BỘ NỘI VỤ");
        foreach (var unit in year.Units)
        {
            var places = pdf.Lines.Where(line => line.Text.Contains(unit.Name.ToUpperInvariant(), StringComparison.Ordinal)).ToList();
            places.Count.ShouldBe(1, unit.Name);
        }

        foreach (var unit in year.Units.Take(5))
        {
            var (office, name) = (pdf.Lines.Single(line => line.Text.Contains(unit.Name.ToUpperInvariant(), StringComparison.Ordinal)), pdf.Lines.Single(line => line.Text.Contains($"Ông Ký {unit.Id}", StringComparison.Ordinal)));
            name.Page.ShouldBe(office.Page, unit.Name);
            (name.Top - office.Bottom).ShouldBeGreaterThan(27 * 72 / 25.4, "room for the seal");
            Math.Abs(name.Middle - office.Middle).ShouldBeLessThan(3);
        }

        pdf.Lines.Single(line => line.Text.Contains("ĐẠI DIỆN BỘ NỘI VỤ", StringComparison.Ordinal)).Middle.ShouldBe((30 + 82.5) * 72 / 25.4, tolerance: 6, "the witness stands in the middle");

        var table = TasksInTest.Words(new PdfTools(await year.ClerkOf(year.Member).GetByteArrayAsync(year.Covenant(covenantId, "/bang-chu-ky.pdf"), Cancel)).Text);
        table.ShouldContain("đã ký 5/14 đơn vị");
        table.ShouldMatch("Mã SHA-256 của nội dung: [0-9a-f]{64} ", "to be copied and compared");
        year.Units.ToList().ForEach(unit => table.ShouldContain(unit.Name));
        (await year.ClerkOf(year.Member).GetAsync(year.Covenant(covenantId, "/bang-chu-ky.docx"), Cancel)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
