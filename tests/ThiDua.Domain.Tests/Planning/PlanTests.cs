using System.Globalization;
using ThiDua.Domain.Access;
using ThiDua.Domain.Planning;

namespace ThiDua.Domain.Tests.Planning;

public sealed class PlanTests
{
    private static readonly DateTime Now = new(2020, 7, 2, 3, 0, 0, DateTimeKind.Utc);

    private int _last;

    private static Actor By(Position position = Position.Leader, Capacity capacity = Capacity.Clerk) =>
        new(1, "Người thử", 1, "Cương vị", 7, capacity) { ClusterYearId = 1, UnitId = 7, Positions = new HashSet<Position> { position } };

    private static Plan Draft() => new(By(), new("Hoạt động của Cụm năm 2020"));

    private PlanSection Add(Plan plan, PlanSection? parent, string? title, string? body = null)
    {
        var section = plan.AddSectionBelow(By(), parent, new(title, body));
        typeof(PlanSection).GetProperty(nameof(PlanSection.Id))!.SetValue(section, ++_last);
        return section;
    }

    private Plan Ready()
    {
        var plan = Draft();
        Add(plan, null, "Mục đích, yêu cầu", "Nội dung");
        plan.AddBasis(By(), new(BasisOpening.PursuantTo, "Luật") { Abstract = "Thi đua, khen thưởng" });
        plan.Describe(By(), plan.Terms() with { Recipients = ["Các đơn vị thành viên"], SignatoryLines = ["CỤM TRƯỞNG"] });
        return plan;
    }

    private static string Shown(Plan plan) => string.Join(' ', plan.Outline().Select(row => $"{row.Number}{row.Section.Title}[{row.Way}]"));

    [Fact]
    public void The_outline_numbers_its_sections_by_their_place()
    {
        var plan = Draft();
        var first = Add(plan, null, "A");
        var one = Add(plan, Add(plan, null, "B"), "C");
        var deep = Add(plan, one, "D");
        Add(plan, one, "E");
        Add(plan, deep, "F");
        Add(plan, deep, "G");
        Shown(plan).ShouldBe("I.A[I] II.B[II] 1.C[II.1] 1.1.D[II.1.1] a)F[II.1.1.a] b)G[II.1.1.b] 1.2.E[II.1.2]");
        plan.MoveSection(By(), first.Id, 1);
        Shown(plan).ShouldBe("I.B[I] 1.C[I.1] 1.1.D[I.1.1] a)F[I.1.1.a] b)G[I.1.1.b] 1.2.E[I.1.2] II.A[II]");
    }

    [Fact]
    public void A_section_moves_in_and_out_with_all_below_it()
    {
        var plan = Draft();
        Add(plan, null, "A");
        var second = Add(plan, null, "B");
        Add(plan, second, "C");
        Add(plan, null, "D");
        plan.ShiftSection(By(), second.Id, 1);
        Shown(plan).ShouldBe("I.A[I] 1.B[I.1] 1.1.C[I.1.1] II.D[II]");
        plan.ShiftSection(By(), second.Id, -1);
        Shown(plan).ShouldBe("I.A[I] II.B[II] 1.C[II.1] III.D[III]");
    }

    [Fact]
    public void The_outline_has_four_levels_and_no_more()
    {
        var plan = Draft();
        var last = Add(plan, Add(plan, Add(plan, Add(plan, null, "A"), "B"), "C"), "D");
        Should.Throw<RuleViolation>(() => Add(plan, last, "E")).Message.ShouldContain("bốn cấp");
        var second = Add(plan, null, "F");
        Add(plan, Add(plan, Add(plan, second, "G"), "H"), "I");
        Should.Throw<RuleViolation>(() => plan.ShiftSection(By(), second.Id, 1)).Message.ShouldContain("bốn cấp");
        Should.Throw<RuleViolation>(() => plan.ShiftSection(By(), plan.Sections[0].Id, 1)).Message.ShouldContain("không có mục nào để chuyển vào");
        Should.Throw<RuleViolation>(() => plan.ShiftSection(By(), second.Id, -1)).Message.ShouldContain("đã ở ngoài cùng");
    }

    [Fact]
    public void Removing_a_section_removes_all_below_it()
    {
        var plan = Draft();
        var first = Add(plan, null, "A");
        Add(plan, Add(plan, first, "B"), "C");
        Add(plan, null, "D");
        plan.RemoveSection(By(), first.Id).Sections.Count.ShouldBe(3);
        Shown(plan).ShouldBe("I.D[I]");
    }

    [Fact]
    public void A_section_has_a_title_or_a_text() =>
        Should.Throw<RuleViolation>(() => Add(Draft(), null, " ", "")).Field.ShouldBe(nameof(PlanSection.Title));

    [Fact]
    public void A_basis_says_which_document_it_is()
    {
        Should.Throw<RuleViolation>(() => Draft().AddBasis(By(), new(BasisOpening.PursuantTo, " "))).Field.ShouldBe(nameof(PlanBasis.Kind));
        Should.Throw<RuleViolation>(() => Draft().AddBasis(By(), new(BasisOpening.PursuantTo, "Luật"))).Field.ShouldBe(nameof(PlanBasis.Abstract));
    }

    [Fact]
    public void All_that_is_missing_is_told_together_with_its_place()
    {
        var plan = Draft();
        Add(plan, null, "Mục đích");
        Add(plan, null, "Tổ chức", "Họp ngày ……/7");
        var refusal = Should.Throw<NotReady>(() => plan.Submit(By(), new(Now), hasDeputy: true));
        refusal.Reasons.ShouldBe(["Chưa có căn cứ nào.", "Mục I chưa có nội dung.", "Mục II còn chỗ để trống (… hoặc ___).", "Chưa ghi nơi nhận.", "Chưa ghi thể thức ký, chức vụ người ký."]);
        plan.State.ShouldBe(PlanState.Draft);
        plan.Problems(hasDeputy: true).Select(problem => problem.Part).Distinct().ShouldBe([PlanPart.Bases, PlanPart.Outline, PlanPart.Terms]);
    }

    [Fact]
    public void A_missing_name_of_who_signs_is_told_and_hinders_nothing()
    {
        var plan = Ready();
        plan.Gaps().Select(gap => (gap.Text, gap.Part)).ShouldBe([("Chưa ghi họ và tên người ký.", PlanPart.Terms)]);
        plan.Describe(By(), plan.Terms() with { Signatory = "Người ký" });
        plan.Gaps().ShouldBeEmpty();
        var unnamed = Ready();
        unnamed.Submit(By(), new(Now), hasDeputy: true);
        unnamed.State.ShouldBe(PlanState.Submitted);
    }

    [Fact]
    public void A_text_put_up_for_comments_or_for_signature_stays_as_it_is()
    {
        var plan = Ready();
        plan.OpenConsultation(By(), new(Now), new(2020, 7, 10));
        Should.Throw<RuleViolation>(() => plan.AddSection(By(), null, new("X", null))).Message.ShouldContain("Đang lấy ý kiến");
        plan.CloseConsultation(By(), new(Now));
        plan.ChangeSection(By(), plan.Sections[0].Id, new("Mục đích", "Đã tiếp thu"));
        plan.Submit(By(), new(Now), hasDeputy: true);
        Should.Throw<RuleViolation>(() => plan.Describe(By(), plan.Terms())).Message.ShouldContain("Trình ký");
        plan.Follow(By(), PlanStep.Return, new(Now, "Sửa mục I"));
        (plan.State, plan.LastReason).ShouldBe((PlanState.Finalizing, "Sửa mục I"));
        plan.History.Select(step => step.Step).ShouldBe(["OpenConsultation", "CloseConsultation", "Submit", "Return"]);
    }

    [Fact]
    public void The_last_day_for_comments_is_not_before_today_and_needs_a_text()
    {
        Should.Throw<RuleViolation>(() => Ready().OpenConsultation(By(), new(Now), new(2020, 7, 1))).Field.ShouldBe(nameof(Plan.CommentsUntil));
        Should.Throw<RuleViolation>(() => Draft().OpenConsultation(By(), new(Now), new(2020, 7, 10))).Message.ShouldContain("chưa có mục nào");
    }

    [Fact]
    public void A_draft_is_given_up_with_a_reason()
    {
        var plan = Draft();
        Should.Throw<RuleViolation>(() => plan.Drop(By(), new(Now))).Field.ShouldBe(nameof(StepNote.Reason));
        plan.Drop(By(), new(Now, "Lập nhầm"));
        plan.State.ShouldBe(PlanState.Dropped);
    }

    [Theory]
    [InlineData(Position.Member, false)]
    [InlineData(Position.Deputy, true)]
    [InlineData(Position.Leader, true)]
    [InlineData(Position.Authority, false)]
    public void A_draft_is_read_by_the_leader_and_the_deputy_until_it_is_put_up_for_comments(Position position, bool reads)
    {
        var plan = Ready();
        Plan.ReadableBy(By(position)).Compile()(plan).ShouldBe(reads);
        plan.OpenConsultation(By(), new(Now), new(2020, 7, 10));
        Plan.ReadableBy(By(position)).Compile()(plan).ShouldBeTrue();
    }

    [Theory]
    [InlineData(Position.Deputy, Capacity.Head)]
    [InlineData(Position.Member, Capacity.Clerk)]
    [InlineData(Position.Leader, Capacity.Registrar)]
    public void Only_the_leaders_clerks_and_heads_draft_it(Position position, Capacity capacity)
    {
        Should.Throw<NotPermitted>(() => new Plan(By(position, capacity), new("Kế hoạch")));
        Should.Throw<NotPermitted>(() => Ready().Describe(By(position, capacity), new("Kế hoạch")));
    }

    [Theory]
    [InlineData("năm 2020", "năm 2021")]
    [InlineData("Kế hoạch năm 2020.", "Kế hoạch năm 2021.")]
    [InlineData("trước ngày 10/7/2020", "trước ngày 10/7/2021")]
    [InlineData("ngày 10 tháng 7 năm 2020", "ngày 10 tháng 7 năm 2021")]
    [InlineData("tháng 7/2020; quý III/2020", "tháng 7/2021; quý III/2021")]
    [InlineData("chậm nhất ngày 15/01/2021 (đầu năm 2021)", "chậm nhất ngày 15/01/2022 (đầu năm 2022)")]
    [InlineData("Nghị định số 91/2017/NĐ-CP", "Nghị định số 91/2017/NĐ-CP")]
    [InlineData("Nghị định 91/2017/NĐ-CP ngày 31/7/2017", "Nghị định 91/2017/NĐ-CP ngày 31/7/2017")]
    [InlineData("Kế hoạch số 05/KH-CTĐ ngày 02/7/2020 của Cụm", "Kế hoạch số 05/KH-CTĐ ngày 02/7/2020 của Cụm")]
    [InlineData("Thông báo số 13/TB-HĐ ngày 27 tháng 4 năm 2020, năm 2020", "Thông báo số 13/TB-HĐ ngày 27 tháng 4 năm 2020, năm 2021")]
    [InlineData("giai đoạn 2016 - 2020", "giai đoạn 2016 - 2020")]
    [InlineData("2.020 người, 12020, 2020,5 điểm", "2.020 người, 12020, 2020,5 điểm")]
    [InlineData("đến hết ngày 29/02/2020", "đến hết ngày 28/02/2021")]
    [InlineData("không có năm nào", "không có năm nào")]
    public void Years_move_on_but_not_those_of_cited_documents(string text, string moved) => YearsMoved.Of(text, 1).ShouldBe(moved);

    [Fact]
    public void Years_move_by_any_difference() => YearsMoved.Of("năm 2020", 5).ShouldBe(string.Create(CultureInfo.InvariantCulture, $"năm {2025}"));
}
