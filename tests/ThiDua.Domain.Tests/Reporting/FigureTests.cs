using ThiDua.Domain.Planning;
using ThiDua.Domain.Reporting;
using static ThiDua.Domain.Tests.Reporting.ReportsInTest;

namespace ThiDua.Domain.Tests.Reporting;

public sealed class FigureTests
{
    private static ReportRequirement Asked()
    {
        var requirement = Draft();
        Identify(requirement.AddFigure(Chair, new("Tốc độ tăng GRDP", "%") { Decimals = 1 }));
        Identify(requirement.AddFigure(Chair, new("Số xã đạt chuẩn", "xã") { Decimals = 0, IsRequired = false, IsSummed = true }));
        requirement.Announce(Chair, new(Early));
        return requirement;
    }

    private static ReportSubmission With(ReportRequirement requirement, decimal value)
    {
        var submission = Begun(requirement);
        submission.Add(requirement);
        submission.EnterFigures(By(), requirement, [new(requirement.Figures[0].Id, value)], Early);
        return submission;
    }

    [Fact]
    public void Nothing_is_submitted_while_a_required_figure_is_missing()
    {
        var requirement = Asked();
        var submission = Begun(requirement);
        submission.Add(requirement);
        Should.Throw<NotReady>(() => submission.Submit(By(), requirement, new(Early))).Reasons.ShouldBe(["Thiếu số liệu: Tốc độ tăng GRDP."]);
        submission.EnterFigures(By(), requirement, [new(requirement.Figures[0].Id, 8.4m)], Early);
        submission.Submit(By(), requirement, new(Early));
        Should.Throw<RuleViolation>(() => submission.EnterFigures(By(), requirement, [new(requirement.Figures[0].Id, 9)], Early));
    }

    [Fact]
    public void L3_What_was_submitted_stays_when_a_figure_is_corrected_after_a_return()
    {
        var requirement = Asked();
        var submission = With(requirement, 8.4m);
        submission.Submit(By(), requirement, new(Early));
        submission.Return(Chair, requirement, [new(requirement.Figures[0].Id, "Số liệu GRDP", "Chưa khớp") { IsFigure = true }], new(Early), Leader);
        submission.EnterFigures(By(), requirement, [new(requirement.Figures[0].Id, 8.1m)], Early).ShouldBe(1);
        submission.EnterFigures(By(), requirement, [new(requirement.Figures[0].Id, 8.1m)], Early).ShouldBe(0, "nothing changed");
        submission.FiguresFor(Chair).ShouldHaveSingleItem().Value.ShouldBe(8.4m);
        submission.FiguresFor(By()).ShouldHaveSingleItem().Value.ShouldBe(8.1m);
        submission.FiguresIn(2)[0].Version.ShouldBeGreaterThan(submission.FiguresIn(1)[0].Version - 1);
    }

    [Theory]
    [InlineData(8.45, "“Tốc độ tăng GRDP” nhập tối đa 1 chữ số sau dấu phẩy.")]
    [InlineData(99_999_999_999_999, "Số quá lớn.")]
    public void A_figure_has_its_decimals_and_a_size(double value, string problem)
    {
        var requirement = Asked();
        var refused = Should.Throw<RuleViolation>(() => Begun(requirement).EnterFigures(By(), requirement, [new(requirement.Figures[0].Id, (decimal)value)], Early));
        (refused.Message, refused.Field).ShouldBe((problem, "Figures[0].Value"));
    }

    [Fact]
    public void A_supplement_stands_beside_what_was_received_and_counts_from_then_on()
    {
        var requirement = Asked();
        var submission = With(requirement, 8.4m);
        submission.Submit(By(), requirement, new(Early));
        submission.Accept(Chair, requirement, new(Early), Leader);
        requirement.Consolidate(Chair, new("15/BC", new(2020, 7, 20), "Cụm", ""), new(Early));
        Should.Throw<RuleViolation>(() => submission.Supplement(By(), requirement, [], new(Early, "Số liệu chính thức"), [new(requirement.Figures[0].Id, 8.4m)])).Field.ShouldBe("Files", "the same figure replaces nothing");
        submission.Supplement(By(), requirement, [], new(Early, "Số liệu chính thức"), [new(requirement.Figures[0].Id, 8.6m)]);
        submission.FiguresIn(1).ShouldHaveSingleItem().Value.ShouldBe(8.4m);
        submission.FiguresInForce.ShouldHaveSingleItem().Value.ShouldBe(8.6m);
    }

    [Fact]
    public void Change_and_share_are_computed_and_never_divided_by_zero()
    {
        var compared = new FigureComparison(8.4m, 7, 8);
        (compared.Reached, compared.Change, compared.ChangePercent).ShouldBe((120, 0.4m, 5));
        (new FigureComparison(1, 0, 0).Reached, new FigureComparison(1, 0, 0).ChangePercent, new FigureComparison(1).Change).ShouldBe((null, null, null));
        new FigureComparison(-2, null, -4).ChangePercent.ShouldBe(50, "half the loss is better by half");
        new FigureComparison(1, 800).Reached.ShouldBe(0.13m, "half away from zero");
    }

    [Fact]
    public void A_requirement_may_ask_for_figures_alone_and_for_each_once()
    {
        var requirement = new ReportRequirement(Chair, 2020, new(ReportKind.Annual, "Số liệu năm") { When = "trước ngày 10/7/2020", Recipient = new() { Name = "Cụm trưởng" } }, false);
        requirement.AddFigure(Chair, new("Thu ngân sách", "tỷ đồng"));
        Should.Throw<RuleViolation>(() => requirement.AddFigure(Chair, new("thu  NGÂN sách"))).Field.ShouldBe("Name");
        requirement.Announce(Chair, new(Early));
        requirement.State.ShouldBe(RequirementState.Announced);
        Should.Throw<RuleViolation>(() => requirement.AddFigure(Chair, new("Khác")));
    }

    [Fact]
    public void All_that_is_wrong_is_told_at_once_each_beside_its_field()
    {
        var requirement = Asked();
        var refused = Should.Throw<RuleViolation>(() => Begun(requirement).EnterFigures(By(), requirement, [new(requirement.Figures[0].Id, 8.45m), new(requirement.Figures[1].Id, 1.5m)], Early));
        refused.Field.ShouldBe("Figures[0].Value");
        refused.Others.ShouldBe([("Figures[1].Value", "“Số xã đạt chuẩn” nhập số nguyên.")]);
    }

    [Fact]
    public void What_came_by_another_way_brings_the_figures_of_its_paper_entered_for_the_unit()
    {
        var requirement = Asked();
        var submission = With(requirement, 9.9m);
        var (receipt, note) = (new OtherReceipt(ReceiptWay.ByPost, new(2020, 7, 9), null), new StepNote(new(2020, 7, 10, 3, 0, 0, DateTimeKind.Utc), null, new("15/BC-UBND", new(2020, 7, 8), "Người ký", "Chủ tịch")));
        var (growth, communes) = (requirement.Figures[0].Id, requirement.Figures[1].Id);
        var refused = Should.Throw<RuleViolation>(() => submission.RecordReceipt(Chair, requirement, receipt, note, Leader, [new(communes, 3), new(growth, null)]));
        refused.Others.ShouldBe([("Figures[1].Value", "Nhập số liệu theo văn bản đã nhận.")]);
        submission.RecordReceipt(Chair, requirement, receipt, note, Leader, [new(communes, null), new(growth, 8.4m)]);
        var entered = submission.FiguresFor(Chair).ShouldHaveSingleItem();
        (entered.Value, entered.EnteredByName, submission.EnteredFrom(entered)).ShouldBe((8.4m, "Người 1", "văn bản số 15/BC-UBND ngày 08/07/2020"));
        submission.LackingFigures(requirement).ShouldBeEmpty();
        submission.Reopen(Chair, requirement, new(note.At, "Sửa"), Leader);
        submission.FiguresFor(By()).ShouldHaveSingleItem().Value.ShouldBe(9.9m, "what the unit was writing is there again");
        submission.FiguresFor(Chair).ShouldHaveSingleItem().Value.ShouldBe(8.4m);
    }

    [Fact]
    public void A_paper_without_a_figure_is_received_and_what_it_lacks_is_named()
    {
        var requirement = Asked();
        var submission = ReportSubmission.NotBegun(requirement, (Unit, "Tỉnh 7"));
        submission.RecordReceipt(Chair, requirement, new(ReceiptWay.ByHand, new(2020, 7, 1), null) { LacksFigures = true }, new(Early), Leader, [new(requirement.Figures[0].Id, null)]);
        submission.LackingFigures(requirement).ShouldBe([requirement.Figures[0]]);
        submission.History[^1].Reason.ShouldBe("Nhận trực tiếp, nhận ngày 01/07/2020.\nVăn bản không có số liệu: Tốc độ tăng GRDP (%).");
    }
}
