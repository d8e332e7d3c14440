using ThiDua.Domain.Access;
using ThiDua.Domain.Covenants;

namespace ThiDua.Domain.Tests.Covenants;

public sealed class CovenantTests
{
    private static readonly DateTime Now = new(2021, 1, 5, 3, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly Today = new(2021, 1, 5);

    private static readonly CovenantParties Three = new([new(1, "Tỉnh Trưởng") { Position = Position.Leader }, new(2, "Tỉnh Phó") { Position = Position.Deputy }, new(3, "Tỉnh Ba")]);

    private static Actor By(int unit, Capacity capacity = Capacity.Head) => new(unit, $"Người {unit}", 1, $"Lãnh đạo {unit}", unit, capacity)
    {
        ClusterYearId = 9,
        UnitId = unit,
        Positions = unit switch { 1 => new HashSet<Position> { Position.Member, Position.Leader }, 2 => new HashSet<Position> { Position.Member, Position.Deputy }, _ => new HashSet<Position> { Position.Member } },
    };

    private static CovenantTerms Terms(string first = "Hoàn thành các chỉ tiêu được giao") => new("Giao ước thi đua năm 2021") { Preamble = "Các đơn vị cùng ký kết:", Commitments = [first, "Không để xảy ra tiêu cực"], SignBy = new(2021, 1, 20) };

    private static Covenant Draft(int forYear = 2021) => new(By(1, Capacity.Clerk), Terms(), forYear, 2021);

    private static Covenant Signing()
    {
        var covenant = Draft();
        covenant.OpenSigning(By(1), new(Now));
        return covenant;
    }

    private static void Sign(Covenant covenant, int unit) => covenant.Sign(By(unit), Three, covenant.TextSha256, new(Now));

    private static SignedBy OnScan(int unit = 0) => new($"Ông {unit}", "CHỦ TỊCH", Today, 77);

    [Fact]
    public void The_last_signature_puts_it_in_force_by_itself()
    {
        var covenant = Signing();
        Sign(covenant, 3);
        Sign(covenant, 1);
        (covenant.State, covenant.InForceOn).ShouldBe((CovenantState.Signing, null));
        Sign(covenant, 2);
        (covenant.State, covenant.InForceOn).ShouldBe((CovenantState.InForce, Today));
        covenant.Missing.ShouldBeEmpty();
        covenant.History.Select(step => step.Step).ShouldBe(["OpenSigning", "Sign", "Sign", "SignLast"]);
        covenant.Signings.Select(signing => (signing.UnitId, signing.Signatory, signing.Office, signing.Way, signing.TextSha256)).ShouldBe(
            [(3, "Người 3", "Lãnh đạo 3", SigningWay.OnPortal, covenant.TextSha256), (1, "Người 1", "Lãnh đạo 1", SigningWay.OnPortal, covenant.TextSha256), (2, "Người 2", "Lãnh đạo 2", SigningWay.OnPortal, covenant.TextSha256)]);
    }

    [Fact]
    public void A_unit_signs_once()
    {
        var covenant = Signing();
        Sign(covenant, 3);
        Should.Throw<RuleViolation>(() => Sign(covenant, 3)).Message.ShouldContain("Tỉnh Ba đã ký giao ước ngày 05/01/2021: Người 3, Lãnh đạo 3.");
        Should.Throw<RuleViolation>(() => covenant.RecordCeremony(By(1), Three, covenant.TextSha256, new Dictionary<int, SignedBy> { [3] = OnScan() }, Now));
        covenant.Signings.Count.ShouldBe(1);
    }

    [Fact]
    public void A_changed_text_voids_every_signature_once_that_was_told()
    {
        var covenant = Signing();
        Sign(covenant, 3);
        Sign(covenant, 2);
        var signed = covenant.TextSha256;
        var refusal = Should.Throw<RuleViolation>(() => covenant.Describe(By(1), Terms("Hoàn thành vượt mức"), 1, Now));
        refusal.Message.ShouldContain("hủy 2 chữ ký");
        covenant.Describe(By(1), Terms("Hoàn thành vượt mức"), 2, Now);
        covenant.Valid.ShouldBeEmpty();
        covenant.Signings.ShouldAllBe(signing => signing.EndedAs == SigningEnd.Voided && signing.TextSha256 == signed);
        covenant.History[^1].Reason.ShouldBe("Nội dung được sửa, hủy 2 chữ ký: Tỉnh Ba, Tỉnh Phó.");
        Should.Throw<RuleViolation>(() => covenant.Sign(By(3), Three, signed, new(Now))).Field.ShouldBe(Covenant.SeenField);
        Sign(covenant, 3);
        covenant.Valid.Single().TextSha256.ShouldBe(covenant.TextSha256);
    }

    [Fact]
    public void Another_day_or_place_is_no_change_of_the_text()
    {
        var covenant = Signing();
        Sign(covenant, 3);
        covenant.Describe(By(1), covenant.Terms() with { SignBy = new(2021, 2, 1), Occasion = "Hội nghị tại Thanh Hóa" }, null, Now);
        covenant.Valid.Count().ShouldBe(1);
    }

    [Fact]
    public void Each_part_of_what_is_signed_is_in_its_hash()
    {
        var before = Draft().TextSha256;
        before.Length.ShouldBe(64);
        Draft().TextSha256.ShouldBe(before);
        Draft(forYear: 2022).TextSha256.ShouldNotBe(before);
        foreach (var terms in new[] { Terms() with { Title = "Khác" }, Terms() with { Preamble = null }, Terms() with { Commitments = ["Không để xảy ra tiêu cực", "Hoàn thành các chỉ tiêu được giao"] }, Terms() with { Witness = "BỘ NỘI VỤ" } })
        {
            new Covenant(By(1), terms, 2021, 2021).TextSha256.ShouldNotBe(before);
        }
    }

    [Fact]
    public void From_the_day_on_the_leader_declares_it_for_the_signers_and_names_the_missing()
    {
        var covenant = Signing();
        Should.Throw<RuleViolation>(() => covenant.Declare(By(1), Three, new(Now))).Message.ShouldBe("Chưa có đơn vị nào ký giao ước.");
        Sign(covenant, 1);
        Should.Throw<RuleViolation>(() => covenant.Declare(By(1), Three, new(Now))).Message.ShouldContain("Còn 2 đơn vị chưa ký. Chỉ tuyên bố có hiệu lực đối với các đơn vị đã ký từ ngày 20/01/2021.");
        var onTheDay = new StepNote(new DateTime(2021, 1, 19, 17, 0, 0, DateTimeKind.Utc));
        Should.Throw<NotPermitted>(() => covenant.Declare(By(3), Three, onTheDay));
        covenant.Declare(By(1), Three, onTheDay);
        covenant.State.ShouldBe(CovenantState.InForce);
        covenant.Missing.Select(party => party.Name).ShouldBe(["Tỉnh Phó", "Tỉnh Ba"]);
        covenant.History[^1].Reason.ShouldBe("Chưa ký: Tỉnh Phó, Tỉnh Ba.");
    }

    [Fact]
    public void Once_those_who_did_not_sign_have_left_it_may_be_declared_before_the_day()
    {
        var covenant = Signing();
        Sign(covenant, 1);
        Sign(covenant, 2);
        var two = new CovenantParties([.. Three.All.Take(2)]);
        covenant.Declare(By(1), two, new(Now));
        covenant.Missing.ShouldBeEmpty();
    }

    [Fact]
    public void A_ceremony_records_those_who_signed_on_one_scan()
    {
        var covenant = Signing();
        Should.Throw<NotPermitted>(() => covenant.RecordCeremony(By(3), Three, covenant.TextSha256, new Dictionary<int, SignedBy> { [3] = OnScan() }, Now));
        Should.Throw<RuleViolation>(() => covenant.RecordCeremony(By(1), Three, covenant.TextSha256, new Dictionary<int, SignedBy> { [8] = OnScan() }, Now));
        covenant.RecordCeremony(By(1, Capacity.Clerk), Three, covenant.TextSha256, new Dictionary<int, SignedBy> { [1] = OnScan(1), [2] = OnScan(2), [3] = OnScan(3) }, Now);
        covenant.State.ShouldBe(CovenantState.InForce);
        covenant.Signings.ShouldAllBe(signing => signing.Way == SigningWay.AtCeremony && signing.FileId == 77);
        covenant.History[^1].Reason.ShouldBe("Ký tại hội nghị: Tỉnh Trưởng, Tỉnh Phó, Tỉnh Ba.");
    }

    [Fact]
    public void A_page_is_sent_in_by_the_unit_itself_or_recorded_by_the_leader()
    {
        var covenant = Signing();
        Should.Throw<NotPermitted>(() => covenant.Circulate(By(3, Capacity.Clerk), Three, 2, covenant.TextSha256, OnScan(), Now));
        Should.Throw<RuleViolation>(() => covenant.Circulate(By(3, Capacity.Clerk), Three, 3, covenant.TextSha256, OnScan() with { FileId = null }, Now));
        Should.Throw<RuleViolation>(() => covenant.Circulate(By(3, Capacity.Clerk), Three, 3, covenant.TextSha256, OnScan() with { SignedOn = new(2021, 1, 6) }, Now));
        covenant.Circulate(By(3, Capacity.Clerk), Three, 3, covenant.TextSha256, OnScan(), Now);
        covenant.Circulate(By(1, Capacity.Clerk), Three, 2, covenant.TextSha256, OnScan(), Now);
        covenant.Signings.Select(signing => (signing.UnitId, signing.Way)).ShouldBe([(3, SigningWay.ByCirculation), (2, SigningWay.ByCirculation)]);
    }

    [Fact]
    public void A_clerk_only_records_from_signed_paper()
    {
        var covenant = Signing();
        Should.Throw<RuleViolation>(() => covenant.Sign(By(3, Capacity.Clerk), Three, covenant.TextSha256, new(Now)));
        covenant.Sign(By(3, Capacity.Clerk), Three, covenant.TextSha256, new(Now, null, new("12/GƯ", new(2021, 1, 4), "Ông Ba", "PHÓ CHỦ TỊCH", 5)));
        var signing = covenant.Signings.Single();
        (signing.Way, signing.Signatory, signing.Office, signing.SignedOn, signing.FileId).ShouldBe((SigningWay.FromPaper, "Ông Ba", "PHÓ CHỦ TỊCH", new DateOnly(2021, 1, 4), 5));
    }

    [Fact]
    public void A_signature_is_withdrawn_with_its_reason_and_only_before_it_is_in_force()
    {
        var covenant = Signing();
        Sign(covenant, 3);
        var signing = covenant.Signings[0];
        Should.Throw<NotPermitted>(() => covenant.EndSigning(By(1), signing, new(Now, "Nhầm")));
        Should.Throw<RuleViolation>(() => covenant.EndSigning(By(3), signing, new(Now)));
        covenant.EndSigning(By(3), signing, new(Now, "Chưa thống nhất chỉ tiêu"));
        (signing.EndedAs, signing.EndReason).ShouldBe((SigningEnd.Withdrawn, "Chưa thống nhất chỉ tiêu"));
        Should.Throw<RuleViolation>(() => covenant.EndSigning(By(3), signing, new(Now, "Lần nữa")));
        Three.All.ToList().ForEach(party => Sign(covenant, party.UnitId));
        Should.Throw<RuleViolation>(() => covenant.EndSigning(By(3), covenant.SigningOf(3)!, new(Now, "Muộn"))).Message.ShouldContain("chưa có hiệu lực");
    }

    [Fact]
    public void What_was_collected_by_mistake_is_taken_back_by_who_collects()
    {
        var covenant = Signing();
        covenant.RecordCeremony(By(1), Three, covenant.TextSha256, new Dictionary<int, SignedBy> { [3] = OnScan() }, Now);
        Should.Throw<NotPermitted>(() => covenant.EndSigning(By(2), covenant.Signings[0], new(Now, "Nhầm")));
        covenant.EndSigning(By(1, Capacity.Clerk), covenant.Signings[0], new(Now, "Đánh dấu nhầm"));
        covenant.Signings[0].EndedAs.ShouldBe(SigningEnd.TakenBack);
    }

    [Fact]
    public void A_later_covenant_of_the_same_year_takes_the_place_of_the_one_in_force()
    {
        var (earlier, later, other) = (Signing(), Signing(), Draft(forYear: 2022));
        other.OpenSigning(By(2), new(Now));
        foreach (var covenant in new[] { earlier, later, other })
        {
            Three.All.ToList().ForEach(party => Sign(covenant, party.UnitId));
        }

        earlier.GiveWay(By(3), later, Now);
        earlier.State.ShouldBe(CovenantState.Replaced);
        Should.Throw<RuleViolation>(() => later.GiveWay(By(3), other, Now));
    }

    [Fact]
    public void It_is_of_this_year_or_the_next()
    {
        Draft(forYear: 2022).ForYear.ShouldBe(2022);
        Should.Throw<RuleViolation>(() => Draft(forYear: 2023)).Field.ShouldBe(nameof(Covenant.ForYear));
        Should.Throw<NotPermitted>(() => new Covenant(By(3), Terms(), 2021, 2021));
        new Covenant(By(2), Terms(), 2022, 2021).DraftedById.ShouldBe(2);
    }

    [Fact]
    public void Signatures_are_asked_for_once_nothing_is_missing()
    {
        var covenant = new Covenant(By(1), new("Giao ước") { Preamble = "Đạt …… chỉ tiêu" }, 2021, 2021);
        Should.Throw<NotReady>(() => covenant.OpenSigning(By(1), new(Now))).Reasons.ShouldBe(["Nội dung còn chỗ để trống (… hoặc ___).", "Chưa ghi hạn ký."]);
        covenant.Describe(By(1), Terms() with { SignBy = new(2021, 1, 4) }, null, Now);
        Should.Throw<RuleViolation>(() => covenant.OpenSigning(By(1), new(Now))).Message.ShouldBe("Hạn ký không được trước hôm nay.");
    }

    [Fact]
    public void Leader_and_deputies_come_first_who_left_does_not_sign_and_a_successor_signs_for_who_merged()
    {
        var parties = CovenantParties.Of(
            [new(5, "Đồng Nai", false, null), new(3, "An Giang", false, null), new(4, "Bến Tre", true, null), new(6, "Cà Mau", false, 3), new(7, "Huế", false, 99), new(2, "Vĩnh Long", false, null), new(1, "Yên Bái", false, null)],
            [(2, Position.Deputy, 1), (1, Position.Leader, 1), (3, Position.Observer, 1)]);
        parties.All.Select(party => party.UnitId).ShouldBe([1, 2, 3, 5, 7]);
        parties.All.Take(3).Select(party => party.Position).ShouldBe([Position.Leader, Position.Deputy, Position.Member]);
    }
}
