namespace ThiDua.Domain.Planning.Starting;

/// <summary>A plan for one conference: time, place, participants, programme, backdrop (maket), budget, assignments, from the yearly plan's conference where there is one.</summary>
internal static class ConferenceOutline
{
    private const string Blank = "……";

    /// <summary>"Hội nghị tổng kết năm 2020"; a name that has its year keeps it.</summary>
    public static string NameOf(PlanStartFacts facts)
    {
        var name = facts.Conference?.Title ?? "Hội nghị";
        var hasYear = new[] { facts.Year, facts.Year + 1 }.Any(year => name.Contains($"{year}", StringComparison.Ordinal));
        return hasYear ? name : name.EndsWith(" năm", StringComparison.OrdinalIgnoreCase) ? $"{name} {facts.Year}" : $"{name} năm {facts.Year}";
    }

    public static IReadOnlyList<StarterSection> Of(PlanStartFacts facts) =>
    [
        new("Mục đích, yêu cầu")
        {
            Below =
            [
                new("Mục đích", $"{Purpose(facts.Conference?.Kind)} của {facts.ClusterName} năm {facts.Year}."),
                new("Yêu cầu", "Hội nghị được tổ chức trang trọng, thiết thực, tiết kiệm; đúng thành phần, nội dung và thời gian."),
            ],
        },
        new("Thời gian, địa điểm, chủ trì", PlanStarter.Items(Where(facts))),
        new("Thành phần tham dự", PlanStarter.Items(facts.Conference?.Participants is { Count: > 0 } groups ? groups : Participants(facts))),
        new("Chương trình", PlanStarter.Items(facts.Conference?.Agenda is { Count: > 0 } agenda ? agenda : Agenda(facts.Conference?.Kind))),
        new("Trang trí, maket", $"Maket trên phông chính của hội trường:\n\n{facts.ClusterName.ToUpperInvariant()}\n\n**{NameOf(facts).ToUpperInvariant()}**\n\n{facts.Conference?.Place ?? Blank}, {facts.Conference?.When ?? $"ngày {Blank}"}"),
        new("Kinh phí", $"Kinh phí tổ chức hội nghị do đơn vị {facts.LeaderTitle} bố trí từ nguồn kinh phí được giao và các nguồn hợp pháp khác; chi phí đi lại, ăn, nghỉ của đại biểu do cơ quan, đơn vị cử đại biểu chi trả theo quy định."),
        PlanStarter.Assignments(
            facts,
            "Phân công nhiệm vụ",
            ["Chuẩn bị nội dung, báo cáo, tài liệu và chương trình hội nghị", "Bố trí hội trường, trang trí, âm thanh, đón tiếp đại biểu; bảo đảm an ninh, y tế"],
            ["Phối hợp chuẩn bị nội dung, gửi giấy mời, tổng hợp danh sách đại biểu và đăng ký tham luận"],
            ["Cử đại biểu đúng thành phần, đăng ký danh sách với đơn vị tổ chức", "Chuẩn bị ý kiến tham luận và gửi tài liệu đúng thời hạn"]),
    ];

    private static string Purpose(ConferenceKind? kind) => kind switch
    {
        ConferenceKind.CovenantSigning => "Tổ chức ký kết giao ước thi đua, thống nhất nội dung, chỉ tiêu thi đua",
        ConferenceKind.MidYear => "Đánh giá kết quả thực hiện các phong trào thi đua 6 tháng đầu năm, thống nhất nhiệm vụ 6 tháng cuối năm",
        ConferenceKind.Preparatory => "Thống nhất kết quả chấm điểm, nội dung và công tác chuẩn bị hội nghị tổng kết",
        ConferenceKind.ArtsAndSports => "Tăng cường giao lưu, học tập, đoàn kết giữa các đơn vị thành viên",
        ConferenceKind.Annual => "Tổng kết phong trào thi đua, bình xét, suy tôn và đề nghị khen thưởng các đơn vị, thống nhất phương hướng năm sau",
        _ => "Trao đổi kinh nghiệm, nâng cao chất lượng phong trào thi đua và công tác khen thưởng",
    };

    private static IReadOnlyList<string> Where(PlanStartFacts facts)
    {
        var conference = facts.Conference;
        var when = (conference?.Duration, conference?.When) switch { (null, null) => Blank, ({ } length, { } day) => $"{length} ({day})", var (length, day) => length ?? day! };
        return
        [
            $"Thời gian: {when}",
            $"Địa điểm: {conference?.Place ?? Blank}",
            conference?.Chairs is { Count: > 0 } chairs ? $"Chủ trì: {string.Join("; ", chairs.Select(chair => chair.TrimEnd('.')))}" : $"Chủ trì: lãnh đạo đơn vị {facts.LeaderTitle}{(facts.HasDeputy ? $" và đơn vị {facts.DeputyTitle}" : "")}",
        ];
    }

    private static IReadOnlyList<string> Participants(PlanStartFacts facts) =>
    [
        $"Đại diện lãnh đạo {facts.AuthorityName}{(facts.StandingBodyName is { } body ? $", {body}" : "")}",
        facts.Units.Count > 0 ? $"Đại diện lãnh đạo và chuyên viên các đơn vị thành viên: {string.Join(", ", facts.Units)}" : "Đại diện lãnh đạo và chuyên viên các đơn vị thành viên",
    ];

    private static IReadOnlyList<string> Agenda(ConferenceKind? kind) =>
    [
        "Ổn định tổ chức, tuyên bố lý do, giới thiệu đại biểu",
        "Phát biểu khai mạc",
        kind == ConferenceKind.CovenantSigning ? "Trình bày nội dung giao ước thi đua" : "Trình bày báo cáo",
        "Tham luận, thảo luận",
        .. kind switch
        {
            ConferenceKind.CovenantSigning => ["Phát động thi đua và ký kết giao ước thi đua"],
            ConferenceKind.Annual => ["Thông qua kết quả chấm điểm, bình xét, suy tôn các đơn vị", "Phát động phong trào thi đua và ký kết giao ước thi đua năm sau"],
            ConferenceKind.Preparatory => ["Thống nhất kết quả chấm điểm và nội dung trình hội nghị tổng kết"],
            _ => Array.Empty<string>(),
        },
        "Phát biểu chỉ đạo của đại diện cơ quan quản lý",
        "Kết luận, bế mạc",
    ];
}
