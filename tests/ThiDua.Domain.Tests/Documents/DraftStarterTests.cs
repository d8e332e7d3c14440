using System.Text.RegularExpressions;
using ThiDua.Domain.Access;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Documents;
using ThiDua.Domain.Documents.Drafting;

namespace ThiDua.Domain.Tests.Documents;

public sealed class DraftStarterTests
{
    private static readonly DraftedBy Cluster = new(null, "Cụm thi đua các tỉnh Bắc Trung Bộ") { HeadTitle = "Cụm trưởng", Abbreviation = "CTĐBTB", SignatureLines = ["CỤM TRƯỞNG", "CHỦ TỊCH UBND TỈNH THANH HÓA"] };
    private static readonly DraftedBy Authority = new(1, "Hội đồng Thi đua - Khen thưởng Trung ương") { HeadTitle = "CHỦ TỊCH", Abbreviation = "HĐTĐKT", SignatureLines = ["CHỦ TỊCH"] };
    private static readonly DraftedBy StandingBody = new(2, "Ban Thi đua - Khen thưởng Trung ương") { HeadTitle = "TRƯỞNG BAN", Abbreviation = "BTĐKT", SignatureLines = ["TRƯỞNG BAN"] };
    private static readonly DraftedBy MemberUnit = new(42, "Ủy ban nhân dân tỉnh Hà Tĩnh") { HeadTitle = "CHỦ TỊCH", Abbreviation = "UBND", SignatureLines = ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"] };

    private static DraftUnit Unit(int id, string province, Position position) => new(id, $"Ủy ban nhân dân tỉnh {province}", position) { HeadTitle = "CHỦ TỊCH", ShortName = $"UBND tỉnh {province}" };

    private static readonly DraftFacts Facts = new("Cụm thi đua các tỉnh Bắc Trung Bộ", 2020, new(2020, 7, 2))
    {
        Kind = ClusterKind.Cum,
        Abbreviation = "CTĐBTB",
        LeaderTitle = "Cụm trưởng",
        DeputyTitle = "Cụm phó",
        Units = [Unit(38, "Thanh Hóa", Position.Leader), Unit(44, "Quảng Bình", Position.Deputy), Unit(42, "Hà Tĩnh", Position.Member), Unit(40, "Nghệ An", Position.Member)],
        LedFrom = new(2020, 1, 1),
        NamedBy = new("13/HĐTĐKT-VI", new(2020, 4, 27), "Hội đồng Thi đua - Khen thưởng Trung ương", "Về việc thông báo Trưởng, Phó các cụm, khối thi đua năm 2020"),
        AuthorityName = "Hội đồng Thi đua - Khen thưởng Trung ương",
        StandingBodyName = "Ban Thi đua - Khen thưởng Trung ương",
        Place = "Thanh Hóa",
        Laws = ["Căn cứ Nghị định số 91/2017/NĐ-CP ngày 31 tháng 7 năm 2017 của Chính phủ"],
        Plan = new("1466/KH-CTĐBTB", new(2020, 7, 2), "Cụm thi đua các tỉnh Bắc Trung Bộ", ""),
        Scheme = new("1620/HD-CTĐBTB", new(2020, 7, 20), "Cụm thi đua các tỉnh Bắc Trung Bộ", ""),
        AppraisalUntil = new(2021, 1, 15),
        Commitments = ["Hoàn thành vượt mức các chỉ tiêu được giao.", "Thực hiện đúng Quy chế của Cụm."],
        NextLeader = Unit(44, "Quảng Bình", Position.Leader),
        Issued = ["Kế hoạch số 1466/KH-CTĐBTB ngày 02/07/2020"],
        Open = [new("Kế hoạch chưa ban hành", ["Kiểm tra năm 2020 (dự thảo)"]), new("Bảng chấm điểm chưa kết thúc", ["Ủy ban nhân dân tỉnh Hà Tĩnh (đã nộp)", "Ủy ban nhân dân tỉnh Nghệ An (trả lại)"])],
    };

    private static DraftedText Start(DraftTemplate template, DraftedBy issuer, DraftFacts? facts = null, DocumentKind? kind = null, string? about = null) =>
        DraftStarters.Of(template, kind, facts ?? Facts, issuer, about).Cleaned(template, DraftTemplates.KindOf(template) ?? (template == DraftTemplate.FreeText ? kind : null));

    [Fact]
    public void The_decision_naming_the_leader_is_whole_from_the_data_alone()
    {
        var text = Start(DraftTemplate.LeaderDecision, Authority);
        text.Problems(DraftTemplate.LeaderDecision, DocumentKind.Decision).ShouldBeEmpty();
        (text.Abstract, text.Symbol, text.Authority).ShouldBe(("Về việc cử đơn vị Cụm trưởng, Cụm phó Cụm thi đua các tỉnh Bắc Trung Bộ năm 2020", "QĐ-HĐTĐKT", "CHỦ TỊCH HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG TRUNG ƯƠNG"));
        text.Body!.ShouldContain("1. Cụm trưởng: Ủy ban nhân dân tỉnh Thanh Hóa.\n2. Cụm phó: Ủy ban nhân dân tỉnh Quảng Bình.");
        text.Body!.ShouldContain("gồm 04 đơn vị thành viên");
        text.Body!.ShouldContain("từ ngày 01 tháng 01 năm 2020 đến khi");
        text.Bases.ShouldContain(basis => basis.Contains("91/2017/NĐ-CP"));
        text.Bases[^1].ShouldBe("Theo đề nghị của Ban Thi đua - Khen thưởng Trung ương");
        text.SignatoryLines.ShouldBe(["CHỦ TỊCH"]);
        text.Recipients.ShouldBe(["Như Điều 3", "Ban Thi đua - Khen thưởng Trung ương"]);
    }

    [Fact]
    public void The_standing_body_decides_for_its_authority_and_says_so()
    {
        var text = Start(DraftTemplate.LeaderDecision, StandingBody);
        text.Authority.ShouldBe("TRƯỞNG BAN THI ĐUA - KHEN THƯỞNG TRUNG ƯƠNG");
        text.Bases[^1].ShouldBe("Thực hiện nhiệm vụ cơ quan thường trực của Hội đồng Thi đua - Khen thưởng Trung ương");
        text.Recipients.ShouldBe(["Như Điều 3", "Hội đồng Thi đua - Khen thưởng Trung ương (để b/c)"]);
    }

    [Fact]
    public void What_the_data_do_not_tell_stays_blank_and_is_told()
    {
        var text = Start(DraftTemplate.LeaderDecision, Authority, Facts with { Units = [], LedFrom = null });
        text.Body!.ShouldContain("1. Cụm trưởng: ……");
        text.Problems(DraftTemplate.LeaderDecision, DocumentKind.Decision).ShouldBe(["Nội dung còn chỗ để trống (…… hoặc ___)."]);
    }

    [Fact]
    public void The_appraisal_team_has_the_units_their_part_and_never_its_own_sheet()
    {
        var text = Start(DraftTemplate.AppraisalTeam, Cluster);
        text.Problems(DraftTemplate.AppraisalTeam, DocumentKind.Decision).ShouldBeEmpty();
        text.Authority.ShouldBe("CỤM TRƯỞNG CỤM THI ĐUA CÁC TỈNH BẮC TRUNG BỘ");
        text.Body!.ShouldContain("| 1 | Ủy ban nhân dân tỉnh Thanh Hóa | Đại diện lãnh đạo | Tổ trưởng |\n| 2 | Ủy ban nhân dân tỉnh Quảng Bình | Đại diện lãnh đạo | Tổ phó |\n| 3 | Ủy ban nhân dân tỉnh Hà Tĩnh | Đại diện đơn vị | Thành viên |");
        text.Body!.ShouldContain("không thẩm định bảng tự chấm điểm của đơn vị mình. Bảng tự chấm điểm của đơn vị Cụm trưởng do đơn vị Cụm phó thẩm định.");
        text.Body!.ShouldContain("ban hành tại văn bản số 1620/HD-CTĐBTB ngày 20 tháng 7 năm 2020");
        text.Body!.ShouldContain("đến hết ngày 15 tháng 01 năm 2021");
        text.Bases.ShouldContain("Căn cứ Văn bản số 13/HĐTĐKT-VI ngày 27 tháng 4 năm 2020 của Hội đồng Thi đua - Khen thưởng Trung ương về việc thông báo Trưởng, Phó các cụm, khối thi đua năm 2020");
        text.Bases.ShouldContain("Thực hiện Kế hoạch số 1466/KH-CTĐBTB ngày 02 tháng 7 năm 2020 của Cụm thi đua các tỉnh Bắc Trung Bộ");
    }

    [Fact]
    public void Where_sheets_were_assigned_the_team_has_those_who_appraise_and_says_whom()
    {
        var text = Start(DraftTemplate.AppraisalTeam, Cluster, Facts with { Appraisers = [new(42, "Ủy ban nhân dân tỉnh Hà Tĩnh", ["Ủy ban nhân dân tỉnh Nghệ An"])] });
        text.Body!.ShouldContain("Ủy ban nhân dân tỉnh Hà Tĩnh thẩm định bảng tự chấm điểm của Ủy ban nhân dân tỉnh Nghệ An");
        text.Body!.ShouldNotContain("| Ủy ban nhân dân tỉnh Nghệ An |");
    }

    [Fact]
    public void Of_an_inspection_only_its_days_are_left_to_be_filled_in()
    {
        var text = Start(DraftTemplate.InspectionTeam, Authority);
        text.Body!.ShouldContain("| 1 | Hội đồng Thi đua - Khen thưởng Trung ương | Đại diện lãnh đạo | Trưởng đoàn |");
        Regex.Count(text.Body!, "……").ShouldBe(2);
        text.Body!.ShouldContain("từ ngày …… đến hết ngày ……");
    }

    [Fact]
    public void The_handover_names_both_leaders_what_is_done_and_what_is_open()
    {
        var text = Start(DraftTemplate.Handover, Cluster);
        text.Body!.ShouldContain("1. Bên bàn giao: Ủy ban nhân dân tỉnh Thanh Hóa, đơn vị Cụm trưởng năm 2020; đại diện: Chủ tịch UBND tỉnh Thanh Hóa.");
        text.Body!.ShouldContain("2. Bên nhận bàn giao: Ủy ban nhân dân tỉnh Quảng Bình, đơn vị Cụm trưởng năm 2021; đại diện: Chủ tịch UBND tỉnh Quảng Bình.");
        text.Body!.ShouldContain("Kế hoạch số 1466/KH-CTĐBTB ngày 02/07/2020");
        text.Body!.ShouldContain("a) Kế hoạch chưa ban hành (01):\n\n- Kiểm tra năm 2020 (dự thảo).");
        text.Body!.ShouldContain("b) Bảng chấm điểm chưa kết thúc (02):\n\n- Ủy ban nhân dân tỉnh Hà Tĩnh (đã nộp);\n- Ủy ban nhân dân tỉnh Nghệ An (trả lại).");
        text.SecondLines.ShouldBe(["ĐẠI DIỆN BÊN NHẬN BÀN GIAO", "CỤM TRƯỞNG NĂM 2021", "CHỦ TỊCH UBND TỈNH QUẢNG BÌNH"]);
        text.SignatoryLines[0].ShouldBe("ĐẠI DIỆN BÊN BÀN GIAO");
        Start(DraftTemplate.Handover, Cluster, Facts with { Open = [] }).Body!.ShouldContain("2. Việc đang giải quyết: không có.");
        Regex.Count(text.Body!, "……").ShouldBe(3, "the day on which they meet");
        Start(DraftTemplate.Handover, Cluster, Facts with { NextLeader = null }).Body!.ShouldContain("2. Bên nhận bàn giao: ……");
    }

    [Fact]
    public void The_launch_speech_calls_for_what_was_signed_and_has_neither_symbol_nor_blank()
    {
        var text = Start(DraftTemplate.LaunchSpeech, Cluster);
        text.Symbol.ShouldBeNull();
        text.Blanks().ShouldBeEmpty();
        text.Body!.ShouldContain("- Hoàn thành vượt mức các chỉ tiêu được giao;\n- Thực hiện đúng Quy chế của Cụm.");
        Start(DraftTemplate.LaunchSpeech, Cluster, Facts with { Commitments = [], Units = [] }).Blanks().ShouldBeEmpty();
    }

    [Theory]
    [InlineData(DocumentKind.Letter, "Ủy ban nhân dân tỉnh Thanh Hóa")]
    [InlineData(DocumentKind.Report, "Ủy ban nhân dân tỉnh Thanh Hóa")]
    public void A_member_writes_to_its_leader(DocumentKind kind, string addressee) =>
        Start(DraftTemplate.FreeText, MemberUnit, kind: kind, about: "Về việc cử đại biểu dự hội nghị").Addressees.ShouldBe([addressee]);

    [Fact]
    public void A_letter_of_the_cluster_goes_to_its_members_under_the_bodies_own_symbol()
    {
        var text = Start(DraftTemplate.FreeText, Cluster, kind: DocumentKind.Letter, about: "Về việc đôn đốc báo cáo");
        (text.Symbol, text.Addressees[0]).ShouldBe(("CTĐBTB", "Các đơn vị thành viên Cụm thi đua các tỉnh Bắc Trung Bộ"));
        text.Body!.ShouldContain("đôn đốc báo cáo");
        text.Problems(DraftTemplate.FreeText, DocumentKind.Letter).ShouldBe(["Nội dung còn chỗ để trống (…… hoặc ___)."]);
    }

    [Fact]
    public void Every_kind_of_free_text_may_be_started_by_every_issuer()
    {
        foreach (var kind in Enum.GetValues<DocumentKind>())
        {
            foreach (var issuer in new[] { Cluster, Authority, StandingBody, MemberUnit })
            {
                var text = Start(DraftTemplate.FreeText, issuer, kind: kind, about: "Việc thử");
                text.SignatoryLines.ShouldNotBeEmpty($"{kind} of {issuer.Name}");
                (text.Recipients.Count + text.Addressees.Count).ShouldBePositive();
            }
        }
    }

    [Theory]
    [InlineData("2020-07-02", "2020-07-02")]
    [InlineData("2020-12-31", "2020-12-31")]
    [InlineData("2026-03-01", "2020-12-31")]
    public void The_law_of_its_day_is_cited_and_of_a_year_that_is_over_that_of_its_last_day(string today, string lawOn) =>
        (Facts with { Today = DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture) }).LawOn.ShouldBe(DateOnly.Parse(lawOn, System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("CHỦ TỊCH", "Ủy ban nhân dân tỉnh Thanh Hóa", "Chủ tịch Ủy ban nhân dân tỉnh Thanh Hóa", "UBND")]
    [InlineData("TRƯỞNG BAN", "Ban Thi đua - Khen thưởng Trung ương", "Trưởng Ban Thi đua - Khen thưởng Trung ương", "BTĐKT")]
    [InlineData("CHÁNH VĂN PHÒNG", "Văn phòng Bộ Nội vụ", "Chánh Văn phòng Bộ Nội vụ", "VPBNV")]
    [InlineData("GIÁM ĐỐC", "Sở Nội vụ thành phố Hải Phòng", "Giám đốc Sở Nội vụ thành phố Hải Phòng", "SNV")]
    [InlineData("", "Đảng ủy Khối các cơ quan", "Thủ trưởng Đảng ủy Khối các cơ quan", "ĐUKCCQ")]
    public void Offices_and_symbols_are_named_as_they_are_written(string head, string body, string office, string symbol)
    {
        DraftWords.OfficeOf(head, body).ShouldBe(office);
        DraftWords.AbbreviationOf(body).ShouldBe(symbol);
    }

    [Fact]
    public void No_starter_leaves_a_mark_of_the_machine()
    {
        foreach (var (template, issuer) in new[] { (DraftTemplate.LeaderDecision, Authority), (DraftTemplate.AppraisalTeam, Cluster), (DraftTemplate.AppraisalTeam, StandingBody), (DraftTemplate.InspectionTeam, Cluster), (DraftTemplate.Handover, Cluster), (DraftTemplate.LaunchSpeech, Cluster) })
        {
            var text = Start(template, issuer);
            var all = string.Join('\n', [text.Abstract, text.Body, text.Authority, .. text.Bases, .. text.Recipients, .. text.SignatoryLines, .. text.SecondLines]);
            all.ShouldNotContain("  ");
            all.ShouldNotContain("..");
            all.ShouldNotContain(" ,");
            all.ShouldNotContain(" ông ", Case.Insensitive, $"{template} names no person");
        }
    }
}
