using ThiDua.Domain.Access;
using ThiDua.Domain.Documents;
using ThiDua.Domain.Documents.Drafting;

namespace ThiDua.Domain.Tests.Documents;

public sealed class DraftedDocumentTests
{
    private const int Own = 7;
    private static readonly DateTime Now = new(2020, 7, 2, 3, 0, 0, DateTimeKind.Utc);
    private static readonly DraftIssuer Cluster = new(null, "Cụm thi đua");

    private static Actor By(Position position = Position.Leader, Capacity capacity = Capacity.Clerk) =>
        new(1, "Người thử", 1, "Cương vị", Own, capacity) { ClusterYearId = 1, UnitId = Own, Positions = new HashSet<Position> { position } };

    private static DraftedText Whole => new("Về việc thử") { Symbol = "QĐ-CTĐ", Authority = "CỤM TRƯỞNG", Bases = ["Căn cứ Luật"], Body = "**Điều 1.** Thử.", Recipients = ["Như Điều 1"], SignatoryLines = ["CỤM TRƯỞNG"] };

    private static DraftedDocument ADecision() => new(By(), DraftTemplate.AppraisalTeam, null, Cluster, Whole);

    [Fact]
    public void Who_may_draft_what_for_whom()
    {
        DraftTemplate[] Own(Position position) => [.. DraftTemplates.For(By(position), DraftedDocumentTests.Own)];
        DraftTemplate[] OfCluster(Position position) => [.. DraftTemplates.For(By(position), null)];
        OfCluster(Position.Leader).ShouldBe([DraftTemplate.AppraisalTeam, DraftTemplate.InspectionTeam, DraftTemplate.Handover, DraftTemplate.LaunchSpeech, DraftTemplate.FreeText]);
        OfCluster(Position.Deputy).ShouldBe([DraftTemplate.LaunchSpeech]);
        foreach (var none in new[] { Position.Member, Position.Authority, Position.StandingBody, Position.Observer })
        {
            OfCluster(none).ShouldBeEmpty();
        }

        foreach (var above in new[] { Position.Authority, Position.StandingBody })
        {
            Own(above).ShouldBe([DraftTemplate.LeaderDecision, DraftTemplate.AppraisalTeam, DraftTemplate.InspectionTeam, DraftTemplate.FreeText]);
        }

        foreach (var unit in new[] { Position.Leader, Position.Deputy, Position.Member })
        {
            Own(unit).ShouldBe([DraftTemplate.FreeText]);
        }

        Own(Position.Observer).ShouldBeEmpty();
        DraftTemplates.For(By(Position.Authority), 99).ShouldBeEmpty();
        DraftTemplates.For(By(Position.Leader, Capacity.Registrar), null).ShouldBeEmpty();
    }

    [Fact]
    public void A_deputy_with_a_delegation_drafts_for_the_leader() =>
        DraftTemplates.For(By(Position.Deputy) with { Delegations = [new(3, [Permission.DraftDocuments], "1/GUQ")] }, null).ShouldContain(DraftTemplate.Handover);

    [Fact]
    public void All_that_is_missing_is_told_together()
    {
        new DraftedText("Về việc …… thử").Problems(DraftTemplate.Handover, DocumentKind.Minutes).ShouldBe(
            ["Chưa có nội dung.", "Chưa có nơi nhận.", "Chưa có phần ký.", "Chưa có phần ký của bên nhận bàn giao.", "Trích yếu còn chỗ để trống (…… hoặc ___)."]);
        new DraftedText("Thử").Problems(DraftTemplate.FreeText, DocumentKind.Decision).ShouldContain("Quyết định chưa ghi thẩm quyền ban hành.");
        new DraftedText("Thử").Problems(DraftTemplate.FreeText, DocumentKind.Letter).ShouldContain("Công văn chưa ghi nơi kính gửi.");
        Whole.Problems(DraftTemplate.AppraisalTeam, DocumentKind.Decision).ShouldBeEmpty();
    }

    [Fact]
    public void A_missing_name_of_who_signs_is_told_and_hinders_nothing()
    {
        Whole.Gaps(DraftTemplate.AppraisalTeam).ShouldBe(["Chưa ghi họ và tên người ký."]);
        (Whole with { Signatory = "Người ký" }).Gaps(DraftTemplate.AppraisalTeam).ShouldBeEmpty();
        (Whole with { Signatory = "Người ký" }).Gaps(DraftTemplate.Handover).ShouldBe(["Chưa ghi họ và tên người ký của bên nhận bàn giao."]);
        new DraftedDocument(By(Position.Deputy), DraftTemplate.LaunchSpeech, null, Cluster, new("Năm 2020")).Gaps().ShouldBeEmpty("a speech is not signed");
    }

    [Fact]
    public void Submitted_it_takes_no_change_until_it_is_returned()
    {
        var draft = ADecision();
        draft.Submit(By(), new(Now));
        Should.Throw<RuleViolation>(() => draft.Describe(By(), Whole with { Body = "Khác" })).Message.ShouldContain("không sửa được nội dung");
        draft.Follow(By(), DraftedStep.Return, new(Now, "Sửa căn cứ"));
        (draft.State, draft.LastReason).ShouldBe((DraftedState.Draft, "Sửa căn cứ"));
        draft.Describe(By(), Whole with { Body = "Khác" });
        draft.Text.Body.ShouldBe("Khác");
    }

    [Fact]
    public void Who_does_not_act_for_the_issuer_is_told_who_does()
    {
        var draft = ADecision();
        Should.Throw<NotPermitted>(() => draft.Describe(By(Position.Deputy), Whole)).Message.ShouldContain("Văn bản này do Cụm thi đua soạn thảo, ban hành.");
        Should.Throw<NotPermitted>(() => new DraftedDocument(By(Position.Member), DraftTemplate.Handover, null, Cluster, Whole));
    }

    [Fact]
    public void A_speech_is_never_submitted_and_a_draft_is_given_up_for_a_reason()
    {
        var speech = new DraftedDocument(By(Position.Deputy), DraftTemplate.LaunchSpeech, null, Cluster, new("Năm 2020") { Body = "Kính thưa" });
        speech.Kind.ShouldBeNull();
        Should.Throw<RuleViolation>(() => speech.Submit(By(Position.Deputy), new(Now))).Message.ShouldContain("không vào sổ văn bản");
        Should.Throw<RuleViolation>(() => speech.Drop(By(Position.Deputy), new(Now))).Field.ShouldBe("Reason");
        speech.Drop(By(Position.Deputy), new(Now, "Soạn lại"));
        speech.State.ShouldBe(DraftedState.Dropped);
    }

    [Fact]
    public void The_symbol_is_that_of_its_kind() =>
        Should.Throw<RuleViolation>(() => ADecision().Describe(By(), Whole with { Symbol = "KH-CTĐ" })).Field.ShouldBe("Symbol");

    [Fact]
    public void A3_A_draft_is_read_by_who_acts_for_its_issuer_and_what_is_issued_by_everybody()
    {
        var ofCluster = ADecision();
        var ofUnit = new DraftedDocument(By(Position.Member), DraftTemplate.FreeText, DocumentKind.Letter, new(Own, "Đơn vị"), new("Thử") { Symbol = "UBND" });
        bool Reads(DraftedDocument draft, Position position, int organization = Own) => DraftedDocument.ReadableBy(By(position) with { OrganizationId = organization }).Compile()(draft);
        Reads(ofCluster, Position.Deputy).ShouldBeTrue();
        Reads(ofCluster, Position.Member).ShouldBeFalse();
        Reads(ofUnit, Position.Member).ShouldBeTrue();
        Reads(ofUnit, Position.Leader, 99).ShouldBeFalse();
        ofCluster.Submit(By(), new(Now));
        ofCluster.Follow(By(capacity: Capacity.Head), DraftedStep.Issue, new(Now));
        Reads(ofCluster, Position.Member).ShouldBeTrue();
    }
}
