using ThiDua.Domain.Access;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Regulations;
using ThiDua.Domain.Scoring;

namespace ThiDua.Domain.Tests.Regulations;

public sealed class RegulationTests
{
    private static readonly DateTime Now = new(2021, 1, 5, 3, 0, 0, DateTimeKind.Utc);
    private static readonly ClusterWords Words = ClusterWords.Of(ClusterKind.Cum, "Cụm trưởng", "Cụm phó");
    private static readonly DocumentReference Decision = new("369/QĐ-CTĐ", new(2019, 5, 27), "Cụm thi đua", "");

    private static readonly YearParameters Full = new()
    {
        Deputies = 1,
        LeaderChoice = LeaderChoice.Election,
        Majority = new(MajorityKind.TwoThirds, MajorityOf.Present),
        TieKeys = [new(TieKeyKind.SectionTotal, "II"), new(TieKeyKind.Vote)],
        ObjectionDays = 5,
        CommentDays = 7,
        HasPreparatorySession = true,
    };

    private static Actor By(Position position, Capacity capacity = Capacity.Clerk) => new(1, "Người lập", 1, "Chuyên viên", 1, capacity) { ClusterYearId = 9, UnitId = 1, Positions = new HashSet<Position> { position } };

    private static RegulationTerms Terms(YearParameters? parameters = null) => new("Quy chế tổ chức và hoạt động của Cụm", parameters ?? Full)
    {
        Text = RegulationStarter.Text("Cụm thi đua thử", parameters ?? Full, Words),
        Bases = ["Căn cứ Luật Thi đua, khen thưởng"],
        Recipients = ["Các đơn vị thành viên"],
        SignatoryLines = ["CỤM TRƯỞNG"],
    };

    [Theory]
    [InlineData(MajorityKind.MoreThanHalf, null, 6, 4)]
    [InlineData(MajorityKind.MoreThanHalf, null, 7, 4)]
    [InlineData(MajorityKind.TwoThirds, null, 6, 4)]
    [InlineData(MajorityKind.TwoThirds, null, 7, 5)]
    [InlineData(MajorityKind.TwoThirds, null, 1, 1)]
    [InlineData(MajorityKind.Percent, 75, 6, 5)]
    [InlineData(MajorityKind.Percent, 50, 6, 3)]
    [InlineData(MajorityKind.Percent, 100, 7, 7)]
    public void A_majority_counts_whole_votes(MajorityKind kind, int? share, int voters, int needed) =>
        new Majority(kind, MajorityOf.Present, share).VotesOf(voters).ShouldBe(needed);

    [Fact]
    public void The_next_regulation_ends_the_one_before_and_none_comes_back()
    {
        var time = new RegulationsOverTime([new(3, new(2025, 7, 1), new(2026, 6, 30)), new(1, new(2019, 5, 27), null), new(2, new(2022, 1, 1), null)]);
        new[] { new DateOnly(2019, 5, 26), new(2019, 5, 27), new(2021, 12, 31), new(2022, 1, 1), new(2025, 6, 30), new(2025, 7, 1), new(2026, 6, 30), new(2026, 7, 1) }
            .Select(time.On).ShouldBe([null, 1, 1, 2, 2, 3, 3, null]);
        new[] { 1, 2, 3, 4 }.Select(time.LastDayOf).ShouldBe([new DateOnly(2021, 12, 31), new(2025, 6, 30), new(2026, 6, 30), null]);
        new RegulationsOverTime([new(1, new(2019, 1, 1), null), new(2, new(2019, 1, 1), null)]).On(new(2019, 1, 1)).ShouldBe(2, "the later of one day");
    }

    [Theory]
    [InlineData(ClusterYearStage.Concluded, 2026, "2020-12-31")]
    [InlineData(ClusterYearStage.Concluded, 2020, "2020-06-01")]
    [InlineData(ClusterYearStage.Reviewing, 2021, "2021-06-01")]
    public void A_year_that_is_over_looks_back_to_its_own_time(ClusterYearStage stage, int now, string day) =>
        RegulationsOverTime.DayOf(2020, stage, new(now, 6, 1)).ShouldBe(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void The_starter_names_every_parameter_that_is_laid_down_once_and_nothing_is_missing()
    {
        foreach (var parameters in new[] { Full, new(), new YearParameters { Deputies = 0, SilenceAgrees = false, WaitsForWorkingDay = false, Honours = [], Majority = new(MajorityKind.Percent, MajorityOf.AllMembers, 62.5m) } })
        {
            var text = RegulationStarter.Text("Cụm thi đua thử", parameters, Words);
            RegulationText.Problems(text, parameters).ShouldBeEmpty();
            var filled = RegulationText.Filled(text, parameters, Words);
            filled.ShouldNotContain("{");
            ParameterWords.All.Select(parameter => ParameterWords.Sentence(parameter, parameters, Words)).OfType<string>().ShouldAllBe(sentence => filled.Contains(sentence));
        }

        RegulationText.Filled(RegulationStarter.Text("Cụm", Full, Words), Full, Words).ShouldContain("ít nhất hai phần ba số đại diện có mặt tán thành");
    }

    [Fact]
    public void The_text_parts_into_chapters_articles_and_what_stands_under_them()
    {
        var parts = RegulationText.Parse("Chương I\nQUY ĐỊNH CHUNG\n\n**Điều 1.** Phạm vi\n1. Một.\n2. Hai theo Điều 5 Quy chế này.\n\nĐiều 2. Quy chế này có hiệu lực từ ngày ký.\nChương II. Tổ chức\nĐiều 3. Cụm trưởng\nCó một.");
        parts.ShouldBe([
            new ChapterPart(1, "QUY ĐỊNH CHUNG"), new ArticlePart(1, "Phạm vi"), new BodyPart("1. Một.\n2. Hai theo Điều 5 Quy chế này."), new ArticlePart(2, "Quy chế này có hiệu lực từ ngày ký."),
            new ChapterPart(2, "Tổ chức"), new ArticlePart(3, "Cụm trưởng"), new BodyPart("Có một."),
        ]);
    }

    [Fact]
    public void A_mark_of_what_is_not_laid_down_leaves_no_bare_number_behind()
    {
        RegulationText.Filled("1. Một. {thời hạn góp ý}\n2. {tỷ lệ thông qua}\n3. Ba.", new(), Words).ShouldBe("1. Một.\n3. Ba.");
        RegulationText.Filled("{vị trí suy tôn}", new() { Honours = ["*Nhất*"] }, Words).ShouldContain("\\*Nhất\\*", customMessage: "a typed asterisk is no mark");
    }

    [Fact]
    public void All_that_is_wrong_with_a_text_is_told_together()
    {
        var problems = RegulationText.Problems("Chương I\n\nĐiều 1. Tên\nChương III\nTổ chức\nĐiều 3. Khác\nCó {số phó} {ngày nghỉ} {ngày nghỉ} ……", new() { CommentDays = 7 });
        problems.ShouldContain("Chương III đứng ở chỗ của Chương II.");
        problems.ShouldContain("Điều 3 đứng ở chỗ của Điều 2.");
        problems.ShouldContain("Chương I chưa có tên.");
        problems.ShouldContain("Điều 1 chưa có nội dung.");
        problems.ShouldContain(problem => problem.Contains("{thời hạn góp ý}"));
        problems.ShouldContain("{ngày nghỉ} có 2 lần trong nội dung; chỉ để một lần.");
        problems.ShouldContain(problem => problem.StartsWith("{số phó} không phải là quy định nào"));
        problems.ShouldContain(problem => problem.Contains("chỗ để trống"));
        RegulationText.Problems(" ", new()).ShouldBe(["Chưa có nội dung quy chế."]);
    }

    [Fact]
    public void What_is_missing_keeps_a_draft_from_signature()
    {
        var draft = new Regulation(By(Position.Leader), 4, Terms() with { Bases = [], Recipients = [] });
        Should.Throw<NotReady>(() => draft.Submit(By(Position.Leader), new(Now))).Reasons.ShouldBe(["Chưa có căn cứ nào.", "Chưa ghi nơi nhận."]);
        draft.Describe(By(Position.Leader), Terms());
        draft.Submit(By(Position.Leader), new(Now));
        Should.Throw<RuleViolation>(() => draft.Describe(By(Position.Leader), Terms())).Message.ShouldContain("không sửa được nội dung");
    }

    [Fact]
    public void A3_The_leader_drafts_and_the_authority_too_records()
    {
        Should.Throw<NotPermitted>(() => new Regulation(By(Position.Deputy), 4, Terms()));
        Should.Throw<NotPermitted>(() => new Regulation(By(Position.Authority), 4, Terms()));
        Should.Throw<NotPermitted>(() => Regulation.Record(By(Position.Member), 4, Terms(), Decision, new(Now)));
        var recorded = Regulation.Record(By(Position.Authority), 4, Terms(), Decision, new(Now));
        (recorded.State, recorded.FromOn, recorded.Recorded, recorded.ClusterYearId, recorded.ClusterId).ShouldBe((RegulationState.Issued, new DateOnly(2019, 5, 27), Decision, 9, 4));
        Should.Throw<RuleViolation>(() => Regulation.Record(By(Position.Leader), 4, Terms(), Decision with { IssuedOn = new(2021, 1, 6) }, new(Now))).Field.ShouldBe("Document.IssuedOn");
        Should.Throw<RuleViolation>(() => Regulation.Record(By(Position.Leader), 4, Terms() with { ToOn = new(2019, 5, 26) }, Decision, new(Now))).Field.ShouldBe("ToOn");
    }

    [Fact]
    public void Only_what_was_recorded_is_taken_back_and_with_a_reason()
    {
        var recorded = Regulation.Record(By(Position.Leader), 4, Terms(), Decision, new(Now));
        Should.Throw<NotPermitted>(() => recorded.TakeBack(By(Position.Deputy), new(Now, "Nhầm")));
        Should.Throw<RuleViolation>(() => recorded.TakeBack(By(Position.Authority), new(Now))).Field.ShouldBe("Reason");
        recorded.TakeBack(By(Position.Authority), new(Now, "Nhầm"));
        (recorded.State, recorded.LastReason, recorded.History[^1].Step).ShouldBe((RegulationState.Dropped, "Nhầm", nameof(RegulationStep.TakeBack)));
        Should.Throw<RuleViolation>(() => new Regulation(By(Position.Leader), 4, Terms()).TakeBack(By(Position.Leader), new(Now, "Nhầm"))).Message.ShouldContain("Dự thảo");
    }

    [Fact]
    public void A_decision_is_the_same_by_number_and_day_however_it_is_typed()
    {
        Decision.IsSameAs(Decision with { Number = "369 / qđ-ctđ", Issuer = "Cụm" }).ShouldBeTrue();
        Decision.IsSameAs(Decision with { IssuedOn = new(2019, 5, 28) }).ShouldBeFalse();
    }

    [Fact]
    public void A_year_keeps_its_own_copy_and_departs_by_a_document()
    {
        var authority = By(Position.Authority) with { OrganizationId = 90 };
        var cluster = new Cluster(authority, 90, new("Cụm thi đua", ClusterKind.Cum, ClusterLevel.Central) { Abbreviation = "CTĐ" });
        var year = ClusterYear.Under(new(7, Full, Decision), authority, cluster, 2020, Decision);
        (year.Parameters, year.ParametersFrom.RegulationId, year.ParametersFrom.Regulation).ShouldBe((Full, 7, Decision));
        year.ParametersFrom.InWords().ShouldBe("Theo Quy chế ban hành kèm theo văn bản số 369/QĐ-CTĐ ngày 27/05/2019");

        DocumentReference minutes = new("02/BB-CTĐ", new(2020, 2, 1), "Cụm", "");
        Should.Throw<NotPermitted>(() => year.SetParameters(By(Position.Deputy), Full with { ObjectionDays = 3 }, minutes, Now));
        Should.Throw<RuleViolation>(() => year.SetParameters(By(Position.Leader), Full with { }, minutes, Now)).Message.ShouldContain("Chưa có quy định nào thay đổi");
        year.SetParameters(By(Position.Leader), Full with { ObjectionDays = 3 }, minutes, Now);
        year.ParametersFrom.InWords().ShouldBe("Theo Quy chế ban hành kèm theo văn bản số 369/QĐ-CTĐ ngày 27/05/2019; sửa cho năm này bởi Người lập, Chuyên viên, văn bản số 02/BB-CTĐ ngày 01/02/2020");
        year.History[^1].Step.ShouldBe(nameof(YearAct.SetParameters));

        year.TakeRegulation(By(Position.Leader), new(8, Full with { Deputies = 0 }, Decision), Now);
        (year.Parameters.Deputies, year.ParametersFrom.Deviation).ShouldBe((0, null));
        Should.Throw<RuleViolation>(() => year.TakeRegulation(By(Position.Leader), new(8, Full, Decision), Now)).Message.ShouldContain("đã theo Quy chế đó");
    }

    [Fact]
    public void There_are_no_more_deputies_than_the_year_lays_down()
    {
        var authority = By(Position.Authority) with { OrganizationId = 90 };
        var cluster = new Cluster(authority, 90, new("Cụm thi đua", ClusterKind.Cum, ClusterLevel.Central) { Abbreviation = "CTĐ" });
        var year = ClusterYear.Under(new(7, Full, Decision), authority, cluster, 2020, Decision);
        foreach (var unit in Enumerable.Range(1, 3))
        {
            year.AddMember(authority, unit, $"Tỉnh {unit}", new(2020, 1, 1));
        }

        year.AppointDeputy(authority, 1, new(2020, 1, 1));
        Should.Throw<RuleViolation>(() => year.AppointDeputy(authority, 2, new(2020, 1, 1))).Message.ShouldContain("nhiều nhất một đơn vị phó");
        Should.Throw<RuleViolation>(() => year.TakeRegulation(By(Position.Leader), new(8, Full with { Deputies = 0 }, Decision), Now)).Field.ShouldBe("Parameters.Deputies");
        var without = ClusterYear.Under(new(7, Full with { Deputies = 0 }, Decision), authority, cluster, 2021, Decision);
        without.AddMember(authority, 1, "Tỉnh 1", new(2021, 1, 1));
        Should.Throw<RuleViolation>(() => without.AppointDeputy(authority, 1, new(2021, 1, 1))).Message.ShouldContain("không có đơn vị phó");
    }

    [Theory]
    [InlineData(3, null, null, "Parameters.Deputies")]
    [InlineData(1, 0, null, "Parameters.ObjectionDays")]
    [InlineData(1, 5, 366, "Parameters.CommentDays")]
    public void Values_out_of_what_can_be_meant_are_refused(int deputies, int? objection, int? comments, string field) =>
        Should.Throw<RuleViolation>(() => new YearParameters { Deputies = deputies, ObjectionDays = objection, CommentDays = comments }.Checked()).Field.ShouldBe(field);

    [Fact]
    public void A_tie_key_on_a_section_names_it_and_no_other_does()
    {
        Should.Throw<RuleViolation>(() => new YearParameters { TieKeys = [new(TieKeyKind.SectionTotal)] }.Checked());
        Should.Throw<RuleViolation>(() => new YearParameters { TieKeys = [new(TieKeyKind.Vote, "II")] }.Checked());
        Should.Throw<RuleViolation>(() => new YearParameters { TieKeys = [new(TieKeyKind.Vote), new(TieKeyKind.Vote)] }.Checked());
        new YearParameters { TieKeys = [new(TieKeyKind.SectionTotal, "I"), new(TieKeyKind.SectionTotal, "II")] }.Checked().ShouldNotBeNull();
    }
}
