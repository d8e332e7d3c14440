using System.Net;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Tests.Fixture;

namespace ThiDua.Web.Tests.ScoringSchemes;

public class EditCriteriaTests(Portal portal)
{
    public static TheoryData<string, ScoringRule, (string Name, string Value)[]> Methods => new()
    {
        { "10", new ProportionalRule(2.5m, true), [("Rule.Method", "Proportional"), ("Rule.LossPerPercent", "2,5"), ("Rule.LowerIsBetter", "true")] },
        { "10", new ProportionalRule(1, false, 100), [("Rule.Method", "Proportional"), ("Rule.LossPerPercent", "1"), ("Rule.Cap", "100")] },
        { "10", new ClusterRelativeRule(true), [("Rule.Method", "ClusterRelative"), ("Rule.RelativeLowerIsBetter", "true")] },
        { "10", new SteppedRule([new(95, 10), new(80.5m, 7.5m)], true), [("Rule.Method", "Stepped"), ("Rule.Steps", "95: 10\r\n\r\n80,5: 7.5"), ("Rule.StepsByPercent", "true")] },
        { "30", new RankToPointsRule([30, 24, 0]), [("Rule.Method", "RankToPoints"), ("Rule.Places", "1: 30\n2: 24\n3: 0")] },
        { "10", new PassOrFailRule(), [("Rule.Method", "PassOrFail")] },
        { "10", new LevelsRule([new("tot", "Tốt", 1), new("kha", "Khá", 0.675m)]), [("Rule.Method", "Levels"), ("Rule.Levels", "tot; Tốt; 100 %\nkha; Khá; 67,5")] },
        { "10", new WeightedRule([new("Đúng hạn", 40), new("Đủ", 60.5m)]), [("Rule.Method", "Weighted"), ("Rule.Parts", "Đúng hạn; 40\nĐủ; 60,5")] },
        { "10", new PerOccurrenceRule(2.5m, 5), [("Rule.Method", "PerOccurrence"), ("Rule.PointsEach", "2,5"), ("Rule.OccurrenceCap", "5")] },
        { "10", new JudgedRule(0.25m, "Theo văn bản"), [("Rule.Method", "Judged"), ("Rule.Step", "0,25"), ("Rule.JudgedGuide", "Theo văn bản")] },
        { "10", new ByPortalRule(PortalSource.Comments, 0.5m), [("Rule.Method", "ByPortal"), ("Rule.Source", "Comments"), ("Rule.SourcePointsEach", "0.5")] },
        { "10", new ByPortalRule(PortalSource.LateReports, 0.5m, AllReports: true), [("Rule.Method", "ByPortal"), ("Rule.Source", "LateReports"), ("Rule.SourcePointsEach", "0.5"), ("Rule.AllReports", "true")] },
    };

    [Theory, MemberData(nameof(Methods), DisableDiscoveryEnumeration = true)]
    public async Task Every_method_is_typed_stored_and_shown_again_as_typed(string max, ScoringRule rule, (string Name, string Value)[] typed)
    {
        var year = await ClusterYearInTest.Make(portal, units: 2);
        var section = await year.ASection(portal);
        // What is typed for other methods is not read.
        var added = await year.AddCriterion(section.Id, [("Code", "I.1"), ("Name", "Tiêu chí"), ("Max", max), .. Others(typed), .. typed]);
        added.Headers.Location!.OriginalString.ShouldEndWith($"/tieu-chi#tc-{(await year.Stored(portal, "I.1")).Id}");
        var stored = await year.Stored(portal, "I.1");
        stored.Rule.ShouldBe(rule);
        var clerk = year.ClerkOf(year.Leader);
        (await clerk.Follow(await clerk.Submit((await clerk.See(year.Scheme($"/muc/{stored.Id}"))).FormTo($"/muc/{stored.Id}")))).Says().ShouldContain("Đã lưu I.1");
        (await year.Stored(portal, "I.1")).Rule.ShouldBe(rule);
    }

    private static IEnumerable<(string, string)> Others((string Name, string Value)[] typed) =>
        new[] { "Rule.LossPerPercent", "Rule.Steps", "Rule.Places", "Rule.Parts", "Rule.PointsEach", "Rule.Step" }.Except(typed.Select(one => one.Name)).Select(name => (name, "không phải số"));

    [Theory]
    [InlineData("Rule.Steps", "Stepped", "95: 10\nchín mươi: 8", "dòng 2 (“chín mươi: 8”)")]
    [InlineData("Rule.Places", "RankToPoints", "1: 10\n3: 5", "dòng 2 (“3: 5”)")]
    [InlineData("Rule.Levels", "Levels", "tot; Tốt; 100\nKém", "dòng 2 (“Kém”)")]
    [InlineData("Rule.Parts", "Weighted", "Đúng hạn", "dòng 1 (“Đúng hạn”)")]
    [InlineData("Rule.Parts", "Weighted", "", "Nhập mỗi dòng")]
    [InlineData("Rule.PointsEach", "PerOccurrence", "hai", "Nhập một số")]
    [InlineData("Rule.PointsEach", "PerOccurrence", "", "Nhập một số")]
    [InlineData("Rule.Step", "Judged", "0,3", "không chia hết cho bước điểm 0,3")]
    [InlineData("Rule.LossPerPercent", "Proportional", "0", "phải lớn hơn 0")]
    [InlineData("Rule.Places", "RankToPoints", "1: 8\n2: 4", "chưa bằng điểm tối đa 10")]
    public async Task A_wrong_parameter_is_told_beside_its_field_and_stays(string field, string method, string typed, string told)
    {
        var year = await ClusterYearInTest.Make(portal, units: 2);
        var section = await year.ASection(portal);
        var answer = await year.AddCriterion(section.Id, ("Code", "I.1"), ("Name", "Tiêu chí"), ("Max", "10"), ("Rule.Method", method), (field, typed));
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var input = (await answer.Html()).QuerySelector($"[name='{field}']")!;
        ((input as AngleSharp.Html.Dom.IHtmlTextAreaElement)?.Value ?? input.GetAttribute("value"))!.ReplaceLineEndings("\n").ShouldBe(typed);
        input.ParentElement!.QuerySelector(".invalid-feedback")!.TextContent.ShouldContain(told);
        (await year.Stored(portal)).Criteria.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_next_number_is_suggested_and_the_next_criterion_typed_at_once()
    {
        var year = await ClusterYearInTest.Make(portal);
        var section = await year.ASection(portal);
        var clerk = year.ClerkOf(year.Leader);
        var form = (await clerk.See(year.Scheme($"/muc/them?duoi={section.Id}"))).FormTo("/muc/them");
        form.Elements["Code"]!.GetAttribute("value").ShouldBe("I.1");
        var next = await clerk.Follow(await clerk.Submit(form, ("Name", "Một"), ("Max", "10"), ("Rule.Method", "PassOrFail"), ("Next", "true")));
        next.FormTo("/muc/them").Elements["Code"]!.GetAttribute("value").ShouldBe("I.2");
        next.FormTo("/muc/them").Elements["ParentId"]!.GetAttribute("value").ShouldBe($"{section.Id}");
        (await clerk.See(year.Scheme("/muc/them"))).FormTo("/muc/them").Elements["Code"]!.GetAttribute("value").ShouldBe("II");
    }

    [Fact]
    public async Task C1_The_second_of_two_clerks_is_told_who_was_first_and_keeps_the_text()
    {
        var year = await ClusterYearInTest.Make(portal);
        await year.ADraftScheme();
        var id = (await year.Stored(portal, "I.1")).Id;
        var (clerk, head) = (year.ClerkOf(year.Leader), year.HeadOf(year.Leader));
        var late = (await clerk.See(year.Scheme($"/muc/{id}"))).FormTo($"/muc/{id}");
        var early = (await head.See(year.Scheme($"/muc/{id}"))).FormTo($"/muc/{id}");
        await head.Follow(await head.Submit(early, ("Name", "GRDP (lãnh đạo sửa)")));
        var answer = await clerk.Submit(late, ("Name", "GRDP (chuyên viên sửa)"));
        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var page = await answer.Html();
        page.Says().ShouldContain($"Lãnh đạo {await NumberOf(year.Leader.HeadId)} vừa cập nhật lúc");
        page.QuerySelector("#dang-luu")!.TextContent.ShouldContain("GRDP (lãnh đạo sửa)");
        page.QuerySelector("textarea[name=Name]")!.TextContent.ShouldBe("GRDP (chuyên viên sửa)");
        (await year.Stored(portal, "I.1")).Name.ShouldBe("GRDP (lãnh đạo sửa)");
        await clerk.Follow(await clerk.Submit(page.FormTo($"/muc/{id}")));
        (await year.Stored(portal, "I.1")).Name.ShouldBe("GRDP (chuyên viên sửa)");
    }

    [Fact]
    public async Task C1_Of_many_parallel_saves_of_one_criterion_one_wins()
    {
        var year = await ClusterYearInTest.Make(portal);
        await year.ADraftScheme();
        var before = await year.Stored(portal, "I.1");
        var clerk = year.ClerkOf(year.Leader);
        var form = (await clerk.See(year.Scheme($"/muc/{before.Id}"))).FormTo($"/muc/{before.Id}");
        var answers = await Task.WhenAll(Enumerable.Range(1, 12).Select(number => clerk.Submit(form, ("Name", $"Tên {number}"))));
        answers.Count(answer => answer.StatusCode == HttpStatusCode.Redirect).ShouldBe(1);
        answers.Count(answer => answer.StatusCode == HttpStatusCode.Conflict).ShouldBe(11);
        (await year.Stored(portal, "I.1")).Version.ShouldBe(before.Version + 1);
        var subject = $"{before.Id}";
        (await portal.WithDb(db => db.AuditEntries.CountAsync(row => row.Kind == "Criterion" && row.Subject == subject && row.Change == "Modified"))).ShouldBe(1);
    }

    [Fact]
    public async Task A_number_that_is_taken_is_told_beside_it_also_in_a_race()
    {
        var year = await ClusterYearInTest.Make(portal);
        var section = await year.ASection(portal);
        var clerk = year.ClerkOf(year.Leader);
        var form = (await clerk.See(year.Scheme($"/muc/them?duoi={section.Id}"))).FormTo("/muc/them");
        var answers = await Task.WhenAll(Enumerable.Range(1, 6).Select(number => clerk.Submit(form, ("Name", $"Tên {number}"), ("Max", "10"), ("Rule.Method", "PassOrFail"))));
        answers.Count(answer => answer.StatusCode == HttpStatusCode.Redirect).ShouldBe(1);
        foreach (var refused in answers.Where(answer => answer.StatusCode != HttpStatusCode.Redirect))
        {
            refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            (await refused.Html()).QuerySelector("[name=Code]")!.ParentElement!.QuerySelector(".invalid-feedback")!.TextContent.ShouldContain("Số thứ tự");
        }

        (await year.Stored(portal)).Criteria.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_criterion_that_a_colleague_removed_is_told_and_the_text_stays()
    {
        var year = await ClusterYearInTest.Make(portal);
        await year.ADraftScheme();
        var id = (await year.Stored(portal, "I.1")).Id;
        var (clerk, head) = (year.ClerkOf(year.Leader), year.HeadOf(year.Leader));
        var late = (await clerk.See(year.Scheme($"/muc/{id}"))).FormTo($"/muc/{id}");
        await head.Follow(await head.Submit((await head.See(year.Scheme($"/muc/{id}/xoa"))).FormTo("/xoa")));
        var page = await (await clerk.Submit(late, ("Name", "Nội dung dài đã nhập"))).Html();
        page.Says().ShouldContain("vừa xóa tiêu chí này");
        page.QuerySelector("textarea[name=Name]")!.TextContent.ShouldBe("Nội dung dài đã nhập");
    }

    [Fact]
    public async Task Each_form_leads_back_to_the_place_in_the_table()
    {
        var year = await ClusterYearInTest.Make(portal);
        await year.ADraftScheme();
        var id = (await year.Stored(portal, "I.1")).Id;
        var clerk = year.ClerkOf(year.Leader);
        foreach (var path in new[] { $"/muc/{id}", $"/muc/{id}/xoa" })
        {
            var page = await clerk.See(year.Scheme(path));
            page.QuerySelectorAll("main a").First(link => link.TextContent == "Quay lại").GetAttribute("href").ShouldBe(year.Scheme($"#tc-{id}"));
            page.QuerySelectorAll(".breadcrumb a")[^1].GetAttribute("href").ShouldBe(year.Scheme());
        }
    }

    [Fact]
    public async Task A_criterion_moves_up_and_down_among_its_siblings()
    {
        var year = await ClusterYearInTest.Make(portal);
        await year.ADraftScheme();
        var clerk = year.ClerkOf(year.Leader);
        var second = await year.Stored(portal, "II");
        var page = await clerk.See(year.Scheme());
        var moved = await clerk.Submit(page.FormTo("/muc/chuyen"), ("Up", $"{second.Id}"));
        moved.Headers.Location!.OriginalString.ShouldEndWith($"#tc-{second.Id}");
        Codes(await clerk.Follow(moved)).ShouldBe(["II", "II.1", "II.2", "I", "I.1", "I.2", "B", "B.1", "C", "C.1"]);
        Codes(await clerk.Follow(await clerk.Submit(page.FormTo("/muc/chuyen"), ("Down", $"{second.Id}")))).Take(2).ShouldBe(["I", "I.1"]);
    }

    private static IEnumerable<string?> Codes(AngleSharp.Html.Dom.IHtmlDocument page) => page.QuerySelectorAll("[data-code]").Select(row => row.GetAttribute("data-code"));

    [Fact]
    public async Task Removing_a_section_names_how_many_go_with_it_and_refuses_when_there_are_more_by_now()
    {
        var year = await ClusterYearInTest.Make(portal);
        await year.ADraftScheme();
        var section = await year.Stored(portal, "I");
        var clerk = year.ClerkOf(year.Leader);
        var page = await clerk.See(year.Scheme($"/muc/{section.Id}/xoa"));
        page.QuerySelector("main")!.TextContent.ShouldContain("2 tiêu chí");
        await year.AddCriterion(section.Id, ("Code", "I.3"), ("Name", "Ba"), ("Max", "1"), ("Rule.Method", "PassOrFail"));
        var refused = await clerk.Submit(page.FormTo("/xoa"));
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var again = await refused.Html();
        again.Says().ShouldContain("nay có 3 tiêu chí");
        await clerk.Follow(await clerk.Submit(again.FormTo("/xoa")));
        (await year.Stored(portal)).Criteria.Select(row => row.Code).ShouldNotContain(code => code.StartsWith("I.") || code == "I");
        await clerk.Follow(await year.AddCriterion(null, ("Code", "I"), ("Name", "Thay"), ("Max", "70")));
    }

    [Fact]
    public async Task A2_What_a_form_does_not_show_cannot_be_changed_through_it()
    {
        var year = await ClusterYearInTest.Make(portal);
        var other = await ClusterYearInTest.Make(portal);
        await year.ADraftScheme();
        await other.ADraftScheme();
        var (before, foreign) = (await year.Stored(portal, "I.2"), await other.Stored(portal, "I"));
        var clerk = year.ClerkOf(year.Leader);
        (string, string)[] more = [("Kind", "Deduction"), ("ParentId", $"{foreign.Id}"), ("SchemeId", $"{foreign.SchemeId}"), ("ClusterYearId", $"{other.Id}"), ("Order", "9"), ("Id", $"{foreign.Id}"), ("State", "Issued"), ("Scheme.State", "Issued")];
        await clerk.Follow(await clerk.Submit((await clerk.See(year.Scheme($"/muc/{before.Id}"))).FormTo($"/muc/{before.Id}"), [.. more, ("Name", "Tên mới")]));
        var after = await year.Stored(portal, "I.2");
        after.Name.ShouldBe("Tên mới");
        (after.Kind, after.ParentId, after.SchemeId, after.ClusterYearId, after.Order, after.Id).ShouldBe((before.Kind, before.ParentId, before.SchemeId, before.ClusterYearId, before.Order, before.Id));
        await clerk.Follow(await clerk.Submit((await clerk.See(year.Scheme("/quy-dinh"))).FormTo("/quy-dinh"), [.. more, ("IssuedBy.Number", "1"), ("Title", "Tên bảng mới")]));
        var scheme = await year.Stored(portal);
        (scheme.Title, scheme.State, scheme.ClusterYearId, scheme.IssuedBy).ShouldBe(("Tên bảng mới", SchemeState.Draft, year.Id, null));
        var refused = await clerk.Submit((await clerk.See(year.Scheme($"/muc/them?duoi={before.ParentId}"))).FormTo("/muc/them"), [.. more, ("Code", "X"), ("Name", "Trộm"), ("Max", "1"), ("Rule.Method", "PassOrFail")]);
        refused.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await other.Stored(portal)).Criteria.Count.ShouldBe(10);
    }

    [Fact]
    public async Task The_ladder_for_equal_totals_is_chosen_in_order_and_follows_a_renumbered_section()
    {
        var year = await ClusterYearInTest.Make(portal);
        await year.ADraftScheme();
        var (section, leaf) = (await year.Stored(portal, "II"), await year.Stored(portal, "I.1"));
        var clerk = year.ClerkOf(year.Leader);
        var form = (await clerk.See(year.Scheme("/quy-dinh"))).FormTo("/quy-dinh");
        var saved = await clerk.Follow(await clerk.Submit(form, ("TieKeys[0]", $"SectionTotal:{section.Id}"), ("TieKeys[1]", ""), ("TieKeys[2]", $"CriterionPoints:{leaf.Id}"), ("TieKeys[3]", "Vote")));
        saved.QuerySelector(".scheme-terms")!.TextContent.Trim().Split('\n')[^1].ShouldContain("1. Tổng điểm mục II; 2. Điểm tiêu chí I.1; 3. Biểu quyết");
        await clerk.Follow(await clerk.Submit((await clerk.See(year.Scheme($"/muc/{section.Id}"))).FormTo($"/muc/{section.Id}"), ("Code", "IV")));
        (await clerk.See(year.Scheme())).QuerySelector(".scheme-terms")!.TextContent.ShouldContain("1. Tổng điểm mục IV");
        var twice = await clerk.Submit((await clerk.See(year.Scheme("/quy-dinh"))).FormTo("/quy-dinh"), ("TieKeys[0]", "Vote"), ("TieKeys[1]", "Vote"));
        (await twice.Html()).Says().ShouldContain("đã chọn ở dòng khác");
    }

    private Task<string> NumberOf(int userId) => portal.WithDb(db => db.Users.Where(row => row.Id == userId).Select(row => row.FullName).SingleAsync()).ContinueWith(name => name.Result.Replace("Lãnh đạo ", "", StringComparison.Ordinal));
}
