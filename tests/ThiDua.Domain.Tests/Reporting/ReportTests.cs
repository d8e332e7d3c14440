using ThiDua.Domain.Access;
using ThiDua.Domain.Planning;
using ThiDua.Domain.Reporting;
using static ThiDua.Domain.Tests.Reporting.ReportsInTest;

namespace ThiDua.Domain.Tests.Reporting;

public sealed class ReportTests
{
    private static readonly DateTime Late = new(2020, 7, 11, 3, 0, 0, DateTimeKind.Utc);

    private static ReturnedItem Wrong(ReportRequirement requirement) => new(requirement.Items[0].Id, requirement.Items[0].Name, "Thiếu phụ lục");

    [Fact]
    public void Nothing_is_submitted_while_a_required_item_is_missing()
    {
        var requirement = Announced();
        var submission = Begun(requirement);
        submission.Add(requirement, item: 1);
        Should.Throw<NotReady>(() => submission.Submit(By(), requirement, new(Early))).Reasons.ShouldBe(["Thiếu: Báo cáo sơ kết."]);
        submission.Add(requirement, name: "so-ket.pdf");
        submission.Submit(By(), requirement, new(Early));
        submission.State.ShouldBe(ReportState.Submitted);
    }

    [Fact]
    public void The_head_submits_and_a_clerk_records_it_from_signed_paper()
    {
        var requirement = Announced();
        var submission = Begun(requirement);
        submission.Add(requirement);
        Should.Throw<RuleViolation>(() => submission.Submit(By(capacity: Capacity.Clerk), requirement, new(Early))).Others.Select(row => row.Field).ShouldBe(["Paper.Number", "Paper.SignedOn", "Paper.Signatory", "Paper.SignatoryOffice"]);
        Should.Throw<NotPermitted>(() => submission.Submit(By(Other), requirement, new(Early)));
        submission.Submit(By(capacity: Capacity.Clerk), requirement, new(Early, null, new("15/BC-UBND", new(2020, 7, 1), "Người ký", "Chủ tịch")));
        submission.History[^1].PaperNumber.ShouldBe("15/BC-UBND");
    }

    [Fact]
    public void The_first_submission_decides_lateness()
    {
        var requirement = Announced();
        var inTime = Submitted(requirement);
        inTime.Return(Chair, requirement, [Wrong(requirement)], new(Early), Leader);
        inTime.Submit(By(), requirement, new(Late));
        inTime.IsLate.ShouldBeFalse();
        inTime.FirstSubmittedAt.ShouldBe(Early);
        var late = Submitted(requirement, Other, Late);
        late.IsLate.ShouldBeTrue();
    }

    [Fact]
    public void What_closes_hard_takes_what_was_returned_also_after_its_date()
    {
        var requirement = Announced(closesHard: true);
        var submission = Submitted(requirement);
        submission.Return(Chair, requirement, [Wrong(requirement)], new(Late), Leader);
        submission.Add(requirement, Late, "bo-sung.pdf");
        submission.Submit(By(), requirement, new(Late));
        submission.IsLate.ShouldBeFalse();
    }

    [Fact]
    public void D3_An_upload_that_began_in_time_is_taken_after_it()
    {
        var requirement = Announced(closesHard: true);
        var submission = Begun(requirement);
        var end = requirement.LateFrom(Unit)!.Value;
        var stored = Identify(new Domain.Documents.StoredFile(new string('b', 64), 10, "application/pdf", end));
        submission.AddFile(By(), requirement, new(requirement.Items[0].Id, stored, "bao-cao.pdf", end.AddSeconds(-1)), end.AddMinutes(5)).BegunAt.ShouldBe(end.AddSeconds(-1));
        Should.Throw<RuleViolation>(() => submission.Add(requirement, end, "muon.pdf"));
        Should.Throw<RuleViolation>(() => submission.Submit(By(), requirement, new(end)));
    }

    [Fact]
    public void L3_A_return_names_items_and_reasons_and_versions_stay()
    {
        var requirement = Announced();
        var submission = Submitted(requirement);
        Should.Throw<RuleViolation>(() => submission.Return(Chair, requirement, [], new(Early, "Thiếu"), Leader)).Field.ShouldBe("Items");
        submission.Return(Chair, requirement, [Wrong(requirement)], new(Early, "Gửi lại trước ngày 15/7"), Leader);
        submission.LastReason.ShouldBe("Báo cáo sơ kết: Thiếu phụ lục\nGửi lại trước ngày 15/7");
        submission.Returns.ShouldHaveSingleItem().Round.ShouldBe(1);
        var first = submission.FilesIn(1).ShouldHaveSingleItem();
        var second = submission.Add(requirement, name: first.Name.ToUpperInvariant());
        submission.FilesIn(1).ShouldBe([first]);
        submission.FilesIn(2).ShouldBe([second], "one of the same name is its next version");
        submission.FormerFiles.ShouldBe([first]);
        submission.FilesFor(Chair).ShouldBe([first], "who receives it sees what was submitted");
        submission.FilesFor(By()).ShouldBe([second]);
    }

    [Fact]
    public void An_item_takes_its_kinds_its_number_and_a_content_once()
    {
        var requirement = Announced();
        var submission = Begun(requirement);
        Should.Throw<RuleViolation>(() => submission.Add(requirement, type: "image/png", name: "anh.png")).Message.ShouldContain("chỉ nhận PDF, DOCX");
        submission.Add(requirement, content: 5);
        Should.Throw<RuleViolation>(() => submission.Add(requirement, content: 5, name: "khac.pdf")).Message.ShouldContain("đã có tệp này");
        submission.Add(requirement, name: "hai.pdf");
        Should.Throw<RuleViolation>(() => submission.Add(requirement, name: "ba.pdf")).Message.ShouldContain("nhiều nhất 2 tệp");
        submission.Add(requirement, name: "hai.pdf").Since.ShouldBe(1);
        submission.Add(requirement, content: 5, item: 1).ItemId.ShouldBe(requirement.Items[1].Id);
        submission.RemoveFile(By(), requirement, submission.FilesIn(1)[0].Id, Early);
        submission.FilesIn(1).Count.ShouldBe(2);
    }

    [Fact]
    public void Nobody_receives_their_own_and_the_deputy_receives_the_leaders()
    {
        var requirement = Announced();
        var leaders = Submitted(requirement, Leader);
        Should.Throw<NotPermitted>(() => leaders.Accept(Chair, requirement, new(Early), Leader));
        leaders.Accept(Vice, requirement, new(Early), Leader);
        var members = Submitted(requirement);
        Should.Throw<NotPermitted>(() => members.Accept(Vice, requirement, new(Early), Leader));
        Should.Throw<NotPermitted>(() => members.Accept(By(), requirement, new(Early), Leader));
        Should.Throw<NotPermitted>(() => members.Accept(Chair with { OwnOrganizationIds = new HashSet<int> { Leader, Unit } }, requirement, new(Early), Leader));
        members.Accept(Chair, requirement, new(Early), Leader);
        members.State.ShouldBe(ReportState.Accepted);
    }

    [Fact]
    public void What_the_leader_owes_for_the_cluster_those_above_receive_or_the_leader_records_it_from_their_paper()
    {
        var requirement = Announced(owedBy: OwedBy.Leader);
        var (one, other) = (Submitted(requirement, Leader), Submitted(requirement, Leader));
        Should.Throw<NotPermitted>(() => one.Accept(Vice, requirement, new(Early), Leader));
        one.Accept(Authority, requirement, new(Early), Leader);
        Should.Throw<NotPermitted>(() => other.Accept(Chair, requirement, new(Early), Leader));
        other.Accept(Chair, requirement, new(Early, null, new("99/TB-BTĐKT", new(2020, 7, 1), "Người ký", "Trưởng ban")), Leader);
        other.State.ShouldBe(ReportState.Accepted);
    }

    [Fact]
    public void It_is_opened_again_until_the_consolidated_report_and_supplemented_beside_after_it()
    {
        var requirement = Announced();
        var submission = Submitted(requirement);
        submission.Accept(Chair, requirement, new(Early), Leader);
        Should.Throw<RuleViolation>(() => submission.Supplement(By(), requirement, [], new(Early, "Số liệu mới")));
        submission.Reopen(Chair, requirement, new(Early, "Đơn vị đề nghị"), Leader);
        submission.IsOpen.ShouldBeTrue();
        submission.Submit(By(), requirement, new(Late));
        submission.Accept(Chair, requirement, new(Late), Leader);
        requirement.Consolidate(Chair, new("20/BC-CTĐ", new(2020, 7, 12), "Cụm thi đua", ""), new(Late));
        Should.Throw<RuleViolation>(() => submission.Reopen(Chair, requirement, new(Late, "Nữa"), Leader));
        var stored = Identify(new Domain.Documents.StoredFile(new string('c', 64), 10, "application/pdf", Late));
        submission.Supplement(By(), requirement, [new(requirement.Items[0].Id, stored, "bo-sung.pdf", Late)], new(Late, "Thay số liệu mục 3"));
        submission.State.ShouldBe(ReportState.Accepted);
        submission.Supplements.ShouldHaveSingleItem().Reason.ShouldBe("Thay số liệu mục 3");
        submission.FilesIn(submission.SubmittedRound).Count.ShouldBe(1, "it stands beside");
        submission.Files.Count(file => file.Supplement == 1).ShouldBe(1);
    }

    [Fact]
    public void What_a_unit_was_writing_when_its_report_came_by_post_stays_its_own_until_it_is_opened_again()
    {
        var requirement = Announced();
        var submission = Begun(requirement);
        submission.Add(requirement);
        submission.RecordReceipt(Chair, requirement, new(ReceiptWay.ByPost, new(2020, 7, 9), null), new(Late), Leader);
        submission.FilesFor(Chair).ShouldBeEmpty("nobody submitted it");
        submission.Reopen(Chair, requirement, new(Late, "Bổ sung mục 2"), Leader);
        submission.FilesFor(By()).ShouldHaveSingleItem();
        submission.FilesFor(Chair).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(9, false)]
    [InlineData(10, true)]
    public void What_came_by_another_way_is_recorded_and_its_day_decides_lateness(int day, bool isLate)
    {
        var requirement = Announced();
        var submission = ReportSubmission.NotBegun(requirement, (Unit, "Tỉnh 7"));
        Should.Throw<RuleViolation>(() => submission.RecordReceipt(Chair, requirement, new(ReceiptWay.ByPost, new(2020, 8, 1), null), new(Late), Leader)).Field.ShouldBe("ReceivedOn");
        Should.Throw<NotPermitted>(() => submission.RecordReceipt(By(), requirement, new(ReceiptWay.ByPost, new(2020, 7, day), null), new(Late), Leader));
        submission.RecordReceipt(Chair, requirement, new(ReceiptWay.ByPost, new(2020, 7, day), "Công văn 12/UBND"), new(Late), Leader);
        submission.State.ShouldBe(ReportState.Accepted);
        submission.IsLate.ShouldBe(isLate);
        submission.History[^1].Reason.ShouldBe($"Qua bưu chính, nhận ngày {day:00}/07/2020. Công văn 12/UBND");
    }

    [Fact]
    public void No_paper_is_signed_after_the_day_on_which_it_is_recorded()
    {
        SignedPaper Paper(int day) => new("15/BC-UBND", new(2020, 7, day), "Người ký", "Chủ tịch");
        new StepNote(Early, null, Paper(1)).Paper!.SignedOn.Day.ShouldBe(1);
        var refused = Should.Throw<RuleViolation>(() => new StepNote(Early, null, Paper(2)));
        (refused.Message, refused.Field).ShouldBe(("Ngày ký không được sau hôm nay.", "Paper.SignedOn"));
    }

    [Theory]
    [InlineData("2019-12-31", "Gửi theo Công văn 3/CV", "năm 2020 chưa bắt đầu")]
    [InlineData("2020-06-30", null, "trước ngày thông báo yêu cầu này trên cổng (01/07/2020)")]
    [InlineData("2020-06-30", "Gửi theo Công văn 3/CV", null)]
    [InlineData("2020-07-01", null, null)]
    public void A_paper_came_neither_before_its_year_nor_unexplained_before_the_announcement(string on, string? note, string? refusal)
    {
        var requirement = Announced();
        var submission = ReportSubmission.NotBegun(requirement, (Unit, "Tỉnh 7"));
        void Record() => submission.RecordReceipt(Chair, requirement, new(ReceiptWay.ByHand, DateOnly.Parse(on, System.Globalization.CultureInfo.InvariantCulture), note), new(Late), Leader);
        if (refusal is null)
        {
            Record();
            submission.State.ShouldBe(ReportState.Accepted);
        }
        else
        {
            var refused = Should.Throw<RuleViolation>(Record);
            refused.Field.ShouldBe("ReceivedOn");
            refused.Message.ShouldContain(refusal);
        }
    }

    [Fact]
    public void A_paper_does_not_come_before_it_is_signed()
    {
        var requirement = Announced();
        var note = new StepNote(Late, null, new("15/BC-UBND", new(2020, 7, 5), "Người ký", "Chủ tịch"));
        Should.Throw<RuleViolation>(() => ReportSubmission.NotBegun(requirement, (Unit, "Tỉnh 7")).RecordReceipt(Chair, requirement, new(ReceiptWay.ByPost, new(2020, 7, 4), null), note, Leader)).Message.ShouldContain("ngày ký văn bản 05/07/2020");
    }
}
