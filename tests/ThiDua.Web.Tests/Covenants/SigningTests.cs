using System.Net;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Covenants;
using ThiDua.Web.Access;
using ThiDua.Web.Tests.Fixture;
using ThiDua.Web.Tests.Home;

namespace ThiDua.Web.Tests.Covenants;

public sealed class SigningTests(Portal portal)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_head_signs_with_the_password_typed_again_and_the_text_is_known_by_its_hash()
    {
        var year = await ClusterYearInTest.Make(portal);
        var covenantId = await year.ACovenant(portal);
        var head = await year.HeadWithPassword(portal, year.Member);
        (await head.Tasks()).ShouldContain(task => task.Contains("Ký giao ước: Giao ước thi đua năm 2020 của Cụm"));
        var page = await head.See(year.Covenant(covenantId, "/ky"));
        page.QuerySelector("#noi-dung-giao-uoc")!.TextContent.ShouldContain(CovenantsInTest.Commitment);
        page.QuerySelectorAll("script:not([src])").ShouldBeEmpty();
        page.QuerySelector("#noi-dung-giao-uoc")!.TextContent.ShouldContain("<script>alert(1)</script>");

        var shown = await head.Follow(await year.TrySigning(head, covenantId));
        shown.Says().ShouldContain("Đã ký giao ước thi đua.");
        TasksInTest.Words(shown.QuerySelector($"[data-unit='{year.Member.Id}']")!.TextContent).ShouldContain("Ký trên cổng");
        var covenant = await year.StoredCovenant(portal, covenantId);
        var signing = covenant.Signings.Single();
        (signing.UnitId, signing.Way, signing.TextSha256).ShouldBe((year.Member.Id, SigningWay.OnPortal, covenant.TextSha256));
        signing.Office.ShouldStartWith("Chủ tịch, ");
        (await head.Tasks()).ShouldNotContain(task => task.Contains("Ký giao ước"));
        shown.Links.Select(link => link.GetAttribute("href")).ShouldNotContain(year.Covenant(covenantId, "/ky"));
    }

    [Fact]
    public async Task A6_A_wrong_password_signs_nothing_and_the_eleventh_wrong_try_of_a_minute_is_refused_though_it_is_right()
    {
        var year = await ClusterYearInTest.Make(portal);
        var covenantId = await year.ACovenant(portal);
        var head = await year.HeadWithPassword(portal, year.Member);
        (await (await year.TrySigning(head, covenantId, "")).Html()).Says().ShouldContain("Nhập mật khẩu của bạn để ký.");
        for (var number = 0; number < SignInThrottle.WrongTriesPerMinute; number++)
        {
            var refused = await year.TrySigning(head, covenantId, $"sai {number}");
            refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            var page = await refused.Html();
            page.Says().ShouldContain("Mật khẩu không đúng.");
            page.Source.Text.ShouldNotContain($"sai {number}");
        }

        var throttled = await year.TrySigning(head, covenantId);
        throttled.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await throttled.Html()).Says().ShouldContain("quá nhiều lần");
        var covenant = await year.StoredCovenant(portal, covenantId);
        covenant.Signings.ShouldBeEmpty();
        covenant.Version.ShouldBe(1);
    }

    [Fact]
    public async Task A_clerk_records_from_paper_and_never_with_a_password()
    {
        var year = await ClusterYearInTest.Make(portal);
        var covenantId = await year.ACovenant(portal);
        var clerk = year.ClerkOf(year.Member);
        var form = (await clerk.See(year.Covenant(covenantId, "/ky"))).FormTo("/ky");
        form.Elements["Password"].ShouldBeNull();
        (await clerk.Submit(form, ("Password", Accounts.Accounts.Password))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await year.StoredCovenant(portal, covenantId)).Signings.ShouldBeEmpty();

        await clerk.Follow(await clerk.Upload(form, "Paper.Scan", ("Paper.Number", "12/GƯ-UBND"), ("Paper.SignedOn", "02/12/2020"), ("Paper.Signatory", "Ông Giấy"), ("Paper.SignatoryOffice", "Phó Chủ tịch")));
        var signing = (await year.StoredCovenant(portal, covenantId)).Signings.Single();
        (signing.Way, signing.Signatory, signing.Office, signing.SignedOn).ShouldBe((SigningWay.FromPaper, "Ông Giấy", "Phó Chủ tịch", new DateOnly(2020, 12, 2)));
        signing.FileId.ShouldNotBeNull();
    }

    [Fact]
    public async Task F3_A_neighbour_can_neither_sign_nor_send_a_page_for_another_and_a_scan_is_of_its_year_alone()
    {
        var (year, other) = (await ClusterYearInTest.Make(portal), await ClusterYearInTest.Make(portal));
        var (covenantId, foreign) = (await year.ACovenant(portal), await other.ACovenant(portal));
        var signingId = (await year.SignAtCeremony(portal, covenantId, year.Units[3])).Single();
        var clerk = year.ClerkOf(year.Member);
        var form = (await clerk.See(year.Covenant(covenantId, "/trang-ky"))).FormTo("/trang-ky");
        var answer = await clerk.Upload(form, "File", ("UnitId", $"{year.Deputy.Id}"), ("Signatory", "Ông Khác"), ("Office", "Chủ tịch"), ("SignedOn", "01/12/2020"));
        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await year.StoredCovenant(portal, covenantId)).Signings.Count.ShouldBe(1);

        (await clerk.GetAsync(year.Covenant(covenantId, $"/chu-ky/{signingId}/ban-quet"), Cancel)).StatusCode.ShouldBe(HttpStatusCode.OK);
        var stranger = other.ClerkOf(other.Member);
        foreach (var path in new[] { year.Covenant(covenantId), year.Covenant(covenantId, $"/chu-ky/{signingId}/ban-quet"), other.Covenant(covenantId), other.Covenant(covenantId, "/ban-in.html"), other.Covenant(foreign, $"/chu-ky/{signingId}/ban-quet"), other.Covenant(foreign, "/chu-ky/987654/rut") })
        {
            (await stranger.GetAsync(path, Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        }

        var foreignForm = (await stranger.See(other.Covenant(foreign, "/ky"))).FormTo("/ky");
        foreignForm.Action = other.Covenant(covenantId, "/ky");
        (await stranger.Submit(foreignForm, ("Paper.Number", "1"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await year.ClerkOf(year.Member).GetAsync(year.Covenant(covenantId, $"/chu-ky/{signingId}/rut"), Cancel)).StatusCode.ShouldBe(HttpStatusCode.Redirect, "another unit's signature is not withdrawn");
    }

    [Fact]
    public async Task The_ceremony_is_one_scan_with_the_units_ticked_that_signed()
    {
        var year = await ClusterYearInTest.Make(portal);
        var covenantId = await year.ACovenant(portal);
        var clerk = year.ClerkOf(year.Leader);
        var form = (await clerk.See(year.Covenant(covenantId, "/le-ky"))).FormTo("/le-ky");
        (await clerk.Upload(form, "File")).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, "nobody ticked");
        (await clerk.Submit(form, ("Units[0].HasSigned", "true"))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, "no scan");
        (await clerk.Follow(await clerk.Upload(form, "File", ("Units[0].HasSigned", "true"), ("Units[0].Signatory", "Bà Trưởng"), ("Units[2].HasSigned", "true")))).Says().ShouldContain("Đã ghi nhận chữ ký tại hội nghị.");
        var signings = (await year.StoredCovenant(portal, covenantId)).Signings;
        signings.Select(signing => (signing.UnitId, signing.Signatory, signing.Office, signing.Way)).ShouldBe([(year.Leader.Id, "Bà Trưởng", "CHỦ TỊCH", SigningWay.AtCeremony), (year.Member.Id, null, "CHỦ TỊCH", SigningWay.AtCeremony)], ignoreOrder: true);
        signings.Select(signing => signing.FileId).Distinct().Count().ShouldBe(1);

        form = (await clerk.See(year.Covenant(covenantId, "/le-ky"))).FormTo("/le-ky");
        (await clerk.Follow(await clerk.Upload(form, "File", ("Units[0].HasSigned", "true"), ("Units[1].HasSigned", "true")))).Says().ShouldContain("giao ước có hiệu lực");
        (await year.StoredCovenant(portal, covenantId)).State.ShouldBe(CovenantState.InForce);
    }

    [Fact]
    public async Task A_page_that_was_sent_round_is_recorded_by_the_unit_or_by_the_leader()
    {
        var year = await ClusterYearInTest.Make(portal);
        var covenantId = await year.ACovenant(portal);
        var (member, leader) = (year.ClerkOf(year.Member), year.ClerkOf(year.Leader));
        (string, string)[] typed = [("Signatory", "Ông Luân"), ("Office", "Chủ tịch"), ("SignedOn", "01/12/2020")];
        await member.Follow(await member.Upload((await member.See(year.Covenant(covenantId, "/trang-ky"))).FormTo("/trang-ky"), "File", typed));
        await leader.Follow(await leader.Upload((await leader.See(year.Covenant(covenantId, "/trang-ky"))).FormTo("/trang-ky"), "File", [.. typed, ("UnitId", $"{year.Deputy.Id}")]));
        (await year.StoredCovenant(portal, covenantId)).Signings.Select(signing => (signing.UnitId, signing.Way)).ShouldBe([(year.Member.Id, SigningWay.ByCirculation), (year.Deputy.Id, SigningWay.ByCirculation)], ignoreOrder: true);
        (await member.Follow(await member.GetAsync(year.Covenant(covenantId, "/trang-ky"), Cancel))).Says().ShouldContain("đã ký giao ước ngày 01/12/2020");
    }

    [Fact]
    public async Task C2_C4_Of_two_heads_of_one_unit_one_signs_and_the_other_is_told_and_heads_of_all_units_sign_at_once()
    {
        var year = await ClusterYearInTest.Make(portal, units: 6);
        var covenantId = await year.ACovenant(portal);
        var heads = new List<HttpClient>();
        foreach (var unit in year.Units)
        {
            heads.Add(await year.HeadWithPassword(portal, unit));
        }

        var forms = new List<Func<Task<HttpResponseMessage>>>();
        foreach (var head in heads.Concat([heads[2], heads[3]]))
        {
            var form = (await head.See(year.Covenant(covenantId, "/ky"))).FormTo("/ky");
            forms.Add(() => head.Submit(form, ("Password", Accounts.Accounts.Password)));
        }

        var answers = await Task.WhenAll(forms.Select(send => Task.Run(send)));
        answers.Count(answer => answer.StatusCode == HttpStatusCode.Redirect).ShouldBe(6);
        foreach (var refused in answers.Where(answer => answer.StatusCode != HttpStatusCode.Redirect))
        {
            refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        }

        var covenant = await year.StoredCovenant(portal, covenantId);
        covenant.State.ShouldBe(CovenantState.InForce);
        covenant.Signings.Select(signing => signing.UnitId).ShouldBe(year.Units.Select(unit => unit.Id), ignoreOrder: true);
        covenant.History.Count(step => step.Step is "Sign" or "SignLast").ShouldBe(6);
    }

    [Fact]
    public async Task A_signature_is_withdrawn_by_its_unit_before_the_covenant_is_in_force()
    {
        var year = await ClusterYearInTest.Make(portal);
        var covenantId = await year.ACovenant(portal);
        var head = await year.HeadWithPassword(portal, year.Member);
        await head.Follow(await year.TrySigning(head, covenantId));
        var link = (await head.See(year.Covenant(covenantId))).QuerySelector($"[data-unit='{year.Member.Id}'] a[href$='/rut']")!.GetAttribute("href")!;
        var form = (await head.See(link)).FormTo("/rut");
        (await head.Submit(form)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var shown = await head.Follow(await head.Submit(form, ("Reason", "Chờ thống nhất chỉ tiêu")));
        TasksInTest.Words(shown.QuerySelector("main")!.TextContent).ShouldContain("Đơn vị rút lúc");
        (await year.StoredCovenant(portal, covenantId)).Signings.Single().EndReason.ShouldBe("Chờ thống nhất chỉ tiêu");
        await head.Follow(await year.TrySigning(head, covenantId));
        (await year.StoredCovenant(portal, covenantId)).Valid.Count().ShouldBe(1);
    }

    [Fact]
    public async Task Who_left_does_not_sign_and_the_successor_signs_for_those_who_merged()
    {
        var year = await ClusterYearInTest.Make(portal, units: 5);
        var successor = await year.AUnit("Tỉnh Mới");
        await portal.WithDb(async db =>
        {
            var row = await db.ClusterYears.IgnoreQueryFilters().Include(one => one.Members).Include(one => one.Positions).SingleAsync(one => one.Id == year.Id);
            row.EndMembership(Actor.Portal, year.Units[4].Id, new(2020, 6, 30));
            row.Merge(Actor.Portal, [year.Units[3].Id], successor.Id, successor.Name, new(2020, 7, 1), Domain.Clusters.MergerOutcome.TakesPlace, row.NamingDocument, ClusterYearInTest.Now);
            return await db.SaveChangesAsync();
        });
        var covenantId = await year.ACovenant(portal);
        var rows = (await year.ClerkOf(year.Leader).See(year.Covenant(covenantId))).QuerySelectorAll("[data-unit]").Select(row => row.GetAttribute("data-unit"));
        rows.ShouldBe([$"{year.Leader.Id}", $"{year.Deputy.Id}", $"{successor.Id}", $"{year.Member.Id}"], ignoreOrder: true);
        foreach (var unit in new[] { year.Leader, year.Deputy, year.Member, successor })
        {
            var head = await year.HeadWithPassword(portal, unit);
            await head.Follow(await year.TrySigning(head, covenantId));
        }

        (await year.StoredCovenant(portal, covenantId)).State.ShouldBe(CovenantState.InForce);
    }

    [Fact]
    public async Task U1_Each_act_leaves_its_entry()
    {
        var year = await ClusterYearInTest.Make(portal);
        var covenantId = await year.ACovenant(portal);
        var head = await year.HeadWithPassword(portal, year.Member);
        await head.Follow(await year.TrySigning(head, covenantId));
        var entries = await portal.WithDb(db => db.AuditEntries.Where(row => row.ClusterYearId == year.Id && (row.Kind == nameof(Covenant) || row.Kind == nameof(CovenantSigning))).OrderBy(row => row.Id).Select(row => new { row.Kind, row.Change, row.UserId }).ToListAsync());
        entries.Count(row => row.Kind == nameof(Covenant)).ShouldBeGreaterThanOrEqualTo(2, "drafted, put up for signatures");
        entries[^1].ShouldBe(new { Kind = nameof(CovenantSigning), Change = "Added", UserId = year.Member.HeadId });
        (await year.ClerkOf(year.Member).See($"{year.Url}/lich-su?loai=giao-uoc")).QuerySelectorAll("[data-step]").Length.ShouldBe(2);
    }
}
