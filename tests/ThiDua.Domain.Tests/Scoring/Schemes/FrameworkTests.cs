using System.Reflection;
using ThiDua.Domain.Access;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Scoring;

namespace ThiDua.Domain.Tests.Scoring;

public sealed class FrameworkTests
{
    private const int Authority = 9;
    private static readonly Actor Head = new(1, "Lãnh đạo", 1, "Chủ tịch", Authority, Capacity.Head) { Positions = new HashSet<Position> { Position.Authority } };
    private static readonly Actor Leader = new(2, "Chuyên viên", 2, "Chuyên viên", 1, Capacity.Clerk) { ClusterYearId = 1, UnitId = 1, Positions = new HashSet<Position> { Position.Leader } };
    private static readonly StepNote Note = new(new(2020, 2, 1, 2, 0, 0, DateTimeKind.Utc));
    private static readonly DocumentReference Document = new("15/QĐ-UBND", new(2020, 1, 15), "UBND tỉnh", "Bảng điểm khung");
    private static readonly CriterionDescription Own = new("II.2", "Tiêu chí của cụm", CriterionKind.Normal, 10, new PassOrFailRule());

    private static readonly IReadOnlyList<(string? ParentCode, CriterionDescription Description)> Lines =
    [
        (null, new("I", "Chung", CriterionKind.Normal, 60, null)),
        ("I", new("I.1", "Một", CriterionKind.Normal, 40, new ProportionalRule()) { Unit = "%" }),
        ("I", new("I.2", "Hai", CriterionKind.Normal, 20, new JudgedRule(0.5m))),
        (null, new("II", "Riêng", CriterionKind.Normal, 40, null)),
        ("II", new("II.1", "Gợi ý", CriterionKind.Normal, 40, new JudgedRule(0.5m))),
        (null, new("C", "Điểm trừ", CriterionKind.Deduction, null, null)),
        ("C", new("C.1", "Nộp chậm", CriterionKind.Deduction, null, new PerOccurrenceRule(2))),
    ];

    private static FrameworkScheme Framework(bool isIssued = true)
    {
        var framework = new FrameworkScheme(Head, Authority, new(2020), "Khung", 100);
        framework.Rewrite(Head, Lines, code => code == "II" ? FrameworkPart.Free : null);
        if (isIssued)
        {
            framework.Issue(Head, Note, Document, null);
        }

        return framework;
    }

    private static ScoringScheme Following(FrameworkScheme framework)
    {
        var scheme = new ScoringScheme(Leader, 1, new("Bảng", 100) { CutOffOn = new(2020, 11, 30) });
        scheme.Follow(Leader, framework);
        return AsStored(scheme);
    }

    // Ids as the database gives them.
    private static ScoringScheme AsStored(ScoringScheme scheme)
    {
        void Set(Criterion row, string name, object? value) => typeof(Criterion).GetProperty(name, BindingFlags.Public | BindingFlags.Instance)!.SetValue(row, value);
        foreach (var (row, index) in scheme.Criteria.Select((row, index) => (row, index)))
        {
            Set(row, nameof(Criterion.Id), index + 1);
        }

        foreach (var row in scheme.Criteria.Where(row => row.Parent is not null))
        {
            Set(row, nameof(Criterion.ParentId), row.Parent!.Id);
        }

        return scheme;
    }

    private static int IdOf(ScoringScheme scheme, string code) => scheme.Criteria.Single(row => row.Code == code).Id;

    private static CriterionDescription Of(ScoringScheme scheme, string code) => scheme.Criteria.Single(row => row.Code == code).Description();

    private static IReadOnlyList<(string?, CriterionDescription)> Rows(ScoringScheme scheme, Func<string, (string?, CriterionDescription), (string?, CriterionDescription)?> change) =>
        [.. scheme.Lines().Select(line => change(line.Description.Code, line)).OfType<(string?, CriterionDescription)>()];

    [Fact]
    public void A_scheme_made_from_a_framework_has_its_rows_total_and_marks()
    {
        var scheme = Following(Framework());
        scheme.ContentTotal.ShouldBe(100);
        scheme.Lines().ShouldBe(Lines);
        scheme.Criteria.Select(row => (row.Code, row.Part)).ShouldBe([("I", FrameworkPart.Locked), ("I.1", FrameworkPart.Locked), ("I.2", FrameworkPart.Locked), ("II", FrameworkPart.Free), ("II.1", null), ("C", FrameworkPart.Locked), ("C.1", FrameworkPart.Locked)]);
        scheme.Framework!.Document.ShouldBe(Document);
        scheme.Problems().ShouldBeEmpty();
    }

    public static TheoryData<string, bool> Acts() => new()
    {
        { "change I.1 name", false }, { "change I.1 max", false }, { "change I.1 method", false }, { "change I.2 guide", false }, { "change C.1 name", false },
        { "change II name", true }, { "change II max", false }, { "change II code", false }, { "change II kind", false }, { "change II.1 max", true },
        { "remove I.1", false }, { "remove I", false }, { "remove II", false }, { "remove C", false }, { "remove II.1", true },
        { "move I.1 down", false }, { "move II up", false }, { "move II.1 up", true },
        { "place I.1 into II", false }, { "place II.1 into I", false }, { "place II.1 after II", false }, { "place II before I", false },
        { "add to top", false }, { "add to I", false }, { "add to C", false }, { "add to II", true },
        { "total 90", false }, { "total 100", true },
    };

    [Theory, MemberData(nameof(Acts))]
    public void Locked_rows_stay_as_given_and_free_sections_are_filled(string act, bool isAllowed)
    {
        var scheme = Following(Framework());
        var words = act.Split(' ');
        Action does = words switch
        {
            ["change", var code, var what] => () => scheme.ChangeCriterion(Leader, IdOf(scheme, code), Changed(Of(scheme, code), what)),
            ["remove", var code] => () => scheme.RemoveCriterion(Leader, IdOf(scheme, code)),
            ["move", var code, var way] => () => scheme.MoveCriterion(Leader, IdOf(scheme, code), way == "up" ? -1 : 1),
            ["place", var code, var place, var target] => () => scheme.PlaceCriterion(Leader, IdOf(scheme, code), IdOf(scheme, target), Enum.Parse<CriterionPlace>(place, ignoreCase: true)),
            ["add", _, "top"] => () => scheme.AddCriterion(Leader, null, new("V", "Thêm", CriterionKind.Bonus, 5, null)),
            ["add", _, var section] => () => scheme.AddCriterion(Leader, IdOf(scheme, section), Own),
            _ => () => scheme.Describe(Leader, scheme.Terms() with { ContentTotal = decimal.Parse(words[1], System.Globalization.CultureInfo.InvariantCulture) }, Note.At),
        };
        if (isAllowed)
        {
            does();
            return;
        }

        Should.Throw<RuleViolation>(does).Message.ShouldContain("15/QĐ-UBND ngày 15/01/2020 của UBND tỉnh");
        scheme.Lines().ShouldBe(Lines);

        static CriterionDescription Changed(CriterionDescription row, string what) => what switch
        {
            "name" => row with { Name = "Tên khác" },
            "max" => row with { Max = 39 },
            "method" => row with { Rule = new PassOrFailRule() },
            "guide" => row with { Guide = "Hướng dẫn khác" },
            "code" => row with { Code = "VII" },
            _ => row with { Kind = CriterionKind.Bonus },
        };
    }

    [Fact]
    public void A_free_section_adds_up_to_what_the_framework_leaves_or_is_a_reason_not_to_issue()
    {
        var scheme = Following(Framework());
        scheme.RemoveCriterion(Leader, IdOf(scheme, "II.1"));
        scheme.AddCriterion(Leader, IdOf(scheme, "II"), Own);
        AsStored(scheme);
        scheme.ReasonsNotToIssue().ShouldHaveSingleItem().ShouldBe("Tiêu chí II có điểm tối đa 40, các tiêu chí con cộng lại là 10. Phần này do cụm, khối tự xây dựng, cộng lại bằng 40 điểm theo bảng điểm khung theo văn bản số 15/QĐ-UBND ngày 15/01/2020 của UBND tỉnh.");
        scheme.ChangeCriterion(Leader, IdOf(scheme, "II.2"), Own with { Max = 40 });
        scheme.ReasonsNotToIssue().ShouldBeEmpty();
    }

    [Fact]
    public void Rows_written_over_the_draft_are_refused_with_all_that_they_break()
    {
        var scheme = Following(Framework());
        var broken = Rows(scheme, (code, line) => code switch
        {
            "I.1" => (line.Item1, line.Item2 with { Max = 45 }),
            "I.2" => null,
            "II" => (line.Item1, line.Item2 with { Max = 35 }),
            _ => line,
        });
        (string?, CriterionDescription) outside = ("I", new("I.9", "Thêm", CriterionKind.Normal, 1, new PassOrFailRule()));
        var refusal = Should.Throw<NotReady>(() => scheme.RewriteCriteria(Leader, [.. broken, outside]));
        refusal.Reasons.ShouldBe(["I.1 thuộc phần khóa bị sửa.", "Thiếu I.2 thuộc phần khóa.", "Mục tự xây dựng II bị sửa tổng điểm hoặc loại.", "I.9 đứng ngoài các mục tự xây dựng."]);
        scheme.Lines().ShouldBe(Lines);
        scheme.RewriteCriteria(Leader, [.. Lines.Take(4), ("II", Own with { Max = 40 }), .. Lines.Skip(5)]);
        scheme.Criteria.Single(row => row.Code == "II.2").Part.ShouldBeNull();
    }

    [Fact]
    public void Whatever_is_done_to_a_random_draft_the_locked_rows_stay_and_free_totals_too()
    {
        var random = new Random(20200115);
        for (var run = 0; run < 300; run++)
        {
            var framework = RandomFramework(random);
            var scheme = Following(framework);
            var held = Held(scheme);
            for (var act = 0; act < 12; act++)
            {
                Try(random, scheme);
                AsStored(scheme);
            }

            Held(scheme).ShouldBe(held);
            FrameworkDeviations.Of(framework, scheme).ShouldBeEmpty();
            scheme.BrokenBy(scheme.Lines()).ShouldBeEmpty();
        }
    }

    private static List<string> Held(ScoringScheme scheme) =>
        [.. scheme.Criteria.Where(row => row.Part is not null).Select(row => row.Part == FrameworkPart.Locked ? $"{scheme.ParentOf(row)?.Code}>{row.Description()}" : $"{scheme.ParentOf(row)?.Code}>{row.Code} {row.Kind} {row.Max}")];

    private static FrameworkScheme RandomFramework(Random random)
    {
        var (lines, free, total) = (new List<(string?, CriterionDescription)>(), new HashSet<string>(), 0);
        for (var section = 1; section <= random.Next(1, 5); section++)
        {
            var points = 10 * random.Next(1, 6);
            total += points;
            lines.Add((null, new($"S{section}", $"Mục {section}", CriterionKind.Normal, points, null)));
            if (random.Next(2) == 0)
            {
                free.Add($"S{section}");
            }

            lines.Add(($"S{section}", new($"S{section}.1", $"Tiêu chí {section}", CriterionKind.Normal, points / 2, new JudgedRule(0.5m))));
            lines.Add(($"S{section}", new($"S{section}.2", $"Tiêu chí khác {section}", CriterionKind.Normal, points / 2, new PassOrFailRule())));
        }

        var framework = new FrameworkScheme(Head, Authority, new(2020), "Khung", total);
        framework.Rewrite(Head, lines, code => free.Contains(code) ? FrameworkPart.Free : null);
        framework.Issue(Head, Note, Document, null);
        return framework;
    }

    private static void Try(Random random, ScoringScheme scheme)
    {
        Criterion Any() => scheme.Criteria[random.Next(scheme.Criteria.Count)];
        var number = random.Next(100_000);
        try
        {
            switch (random.Next(7))
            {
                case 0: scheme.AddCriterion(Leader, random.Next(4) == 0 ? null : Any().Id, new($"X{number}", $"Thêm {number}", CriterionKind.Normal, random.Next(1, 20), random.Next(2) == 0 ? null : new PassOrFailRule())); break;
                case 1: scheme.RemoveCriterion(Leader, Any().Id); break;
                case 2: scheme.MoveCriterion(Leader, Any().Id, random.Next(2) == 0 ? 1 : -1); break;
                case 3: scheme.PlaceCriterion(Leader, Any().Id, Any().Id, (CriterionPlace)random.Next(3)); break;
                case 4: scheme.ShiftCriterion(Leader, Any().Id, random.Next(2) == 0 ? 1 : -1); break;
                case 5 when Any() is var row: scheme.ChangeCriterion(Leader, row.Id, row.Description() with { Name = $"Sửa {number}", Max = random.Next(2) == 0 ? row.Max : random.Next(1, 20) }); break;
                default:
                    var rows = scheme.Lines().Where(_ => random.Next(6) > 0).ToList();
                    scheme.RewriteCriteria(Leader, [.. rows.Where(line => line.ParentCode is null || rows.Exists(one => one.Description.Code == line.ParentCode))]);
                    break;
            }
        }
        catch (Exception refusal) when (refusal is RuleViolation or NotReady)
        {
            // Whatever is refused changes nothing; the caller looks at what stands.
        }
    }

    [Fact]
    public void Deviations_name_what_is_missing_changed_or_added_and_leave_free_sections_alone()
    {
        var scheme = new ScoringScheme(Leader, 1, new("Bảng", 90));
        scheme.RewriteCriteria(Leader, [.. Lines.Where(line => line.Description.Code is not ("I.2" or "II.1")).Select(line => line.Description.Code == "I.1" ? (line.ParentCode, line.Description with { Max = 45 }) : line), ("II", Own), (null, new("D", "Thêm", CriterionKind.Bonus, 3, null))]);
        FrameworkDeviations.Of(Framework(), AsStored(scheme)).Select(one => one.Text).ShouldBe(
        [
            "Tổng điểm nội dung là 90, bảng điểm khung là 100.",
            "I.1 Một: điểm tối đa là 45, bảng điểm khung là 40.",
            "Thiếu I.2 Hai (khóa, 20 điểm).",
            "Thêm D Thêm ngoài các phần tự xây dựng.",
        ]);
    }

    [Fact]
    public void A_free_section_counts_by_its_total_whatever_is_suggested_below_it()
    {
        var framework = Framework(isIssued: false);
        framework.Problems().ShouldBeEmpty();
        framework.Rewrite(Head, [.. Lines.Where(line => line.Description.Code != "II.1")]);
        framework.Problems().ShouldBeEmpty();
        framework.Rewrite(Head, [.. Lines.Select(line => line.Description.Code is "II" ? (line.ParentCode, line.Description with { Max = 30 }) : line)]);
        framework.Problems().ShouldHaveSingleItem().ShouldBe("Các mục nội dung cộng lại là 90 điểm, tổng điểm nội dung là 100 điểm.");
        Should.Throw<NotReady>(() => framework.Issue(Head, Note, Document, null));
    }

    [Fact]
    public void An_issued_framework_takes_no_change_and_is_replaced_or_withdrawn_by_a_document()
    {
        var (framework, next) = (Framework(), Framework());
        Should.Throw<RuleViolation>(() => framework.Rewrite(Head, Lines)).Message.ShouldContain("Đã ban hành");
        Should.Throw<RuleViolation>(() => framework.AddFree(Head, null, Own));
        framework.ReplaceBy(Head, next, Note);
        next.Withdraw(Head, Note, Document with { Number = "99/QĐ-UBND" });
        (framework.State, next.State).ShouldBe((FrameworkState.Replaced, FrameworkState.Withdrawn));
        next.History.Select(step => step.Step).ShouldBe([FrameworkStep.Issue, FrameworkStep.Withdraw]);
        next.History[1].Reason!.ShouldContain("99/QĐ-UBND");
    }

    [Fact]
    public void A_clerk_issues_only_from_signed_paper_and_another_office_not_at_all()
    {
        var clerk = Head with { Capacity = Capacity.Clerk };
        var framework = Framework(isIssued: false);
        Should.Throw<RuleViolation>(() => framework.Issue(clerk, Note, Document, null));
        Should.Throw<RuleViolation>(() => framework.Issue(Head with { OrganizationId = 3 }, Note, Document, null)).Message.ShouldContain("cơ quan quản lý");
        Should.Throw<NotPermitted>(() => framework.Rewrite(clerk with { Capacity = Capacity.Registrar }, Lines));
        framework.Issue(clerk, Note with { Paper = new("15/QĐ-UBND", new(2020, 1, 15), "Người ký", "Chủ tịch") }, Document, 5);
        (framework.State, framework.ScanId, framework.History[0].Paper!.Signatory).ShouldBe((FrameworkState.Issued, 5, "Người ký"));
    }

    [Fact]
    public void A_draft_is_freed_once_its_framework_is_no_longer_the_one_for_its_year()
    {
        var framework = Framework();
        var scheme = Following(framework);
        Should.Throw<RuleViolation>(() => scheme.Release(Leader, framework)).Message.ShouldContain("đang có hiệu lực");
        scheme.Release(Leader, null);
        scheme.Criteria.ShouldAllBe(row => row.Part == null);
        scheme.RemoveCriterion(Leader, IdOf(scheme, "I"));
    }

    [Theory]
    [InlineData(null, null, "các cụm, khối thi đua")]
    [InlineData(ClusterKind.Khoi, null, "các khối thi đua")]
    [InlineData(ClusterKind.Cum, ClusterLevel.Provincial, "các cụm thi đua cấp tỉnh")]
    public void The_scope_says_for_whom_it_is(ClusterKind? kind, ClusterLevel? level, string words) => new FrameworkScope(2020, kind, level).InWords.ShouldBe(words);
}
