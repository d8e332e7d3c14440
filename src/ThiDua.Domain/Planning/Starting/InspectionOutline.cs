namespace ThiDua.Domain.Planning.Starting;

/// <summary>A plan for an inspection: purpose, content, units and time, team, assignments.</summary>
internal static class InspectionOutline
{
    private const string Blank = "……";

    public static IReadOnlyList<StarterSection> Of(PlanStartFacts facts) =>
    [
        new("Mục đích, yêu cầu")
        {
            Below =
            [
                new("Mục đích", $"Đánh giá việc tổ chức phong trào thi đua, thực hiện giao ước thi đua và công tác khen thưởng năm {facts.Year} tại các đơn vị; kịp thời phát hiện cách làm hay, chấn chỉnh hạn chế."),
                new("Yêu cầu", "Việc kiểm tra đúng nội dung, khách quan, không gây trở ngại cho hoạt động của đơn vị; thành viên Đoàn kiểm tra không kiểm tra đơn vị mình."),
            ],
        },
        new("Nội dung kiểm tra", PlanStarter.Items(
        [
            "Việc quán triệt, triển khai các văn bản của Đảng, Nhà nước về thi đua, khen thưởng",
            $"Kết quả thực hiện kế hoạch, giao ước thi đua và các chỉ tiêu đã đăng ký năm {facts.Year}",
            "Công tác khen thưởng; phát hiện, bồi dưỡng, nhân rộng điển hình tiên tiến",
            "Hồ sơ, minh chứng phục vụ chấm điểm thi đua; chế độ thông tin, báo cáo",
        ])),
        new("Đơn vị được kiểm tra, thời gian", $"Mỗi đơn vị 1/2 ngày, theo lịch sau:\n\n{Table(facts)}"),
        new("Thành phần Đoàn kiểm tra", PlanStarter.Items(
        [
            $"Trưởng đoàn: đại diện lãnh đạo đơn vị {facts.LeaderTitle}",
            .. facts.HasDeputy ? [$"Phó Trưởng đoàn: đại diện lãnh đạo đơn vị {facts.DeputyTitle}"] : Array.Empty<string>(),
            "Thành viên: đại diện các đơn vị thành viên; thư ký do Trưởng đoàn phân công",
        ])),
        new("Cách thức kiểm tra", "Đơn vị được kiểm tra gửi báo cáo bằng văn bản trước ngày kiểm tra 05 ngày làm việc. Đoàn nghe báo cáo, xem hồ sơ, kiểm tra thực tế và lập biên bản tại từng đơn vị."),
        PlanStarter.Assignments(
            facts,
            "Tổ chức thực hiện",
            ["Ban hành quyết định thành lập Đoàn kiểm tra, thông báo lịch đến từng đơn vị", "Tổng hợp kết quả, báo cáo cơ quan quản lý và thông báo đến các đơn vị thành viên"],
            [$"Phối hợp với đơn vị {facts.LeaderTitle} tổ chức kiểm tra; chủ trì kiểm tra tại đơn vị {facts.LeaderTitle}"],
            ["Cử người tham gia Đoàn kiểm tra", "Chuẩn bị báo cáo, hồ sơ, bố trí làm việc khi Đoàn đến kiểm tra"]),
    ];

    private static string Table(PlanStartFacts facts) =>
        string.Join('\n', ["| TT | Đơn vị | Thời gian |", "| :-: | --- | --- |", .. facts.Units.Select((unit, index) => $"| {index + 1} | {Markup.MarkupText.Escape(unit)} | {Blank} |")]);
}

/// <summary>A plan of several years: goals, tasks, the way over the years, who does what.</summary>
internal static class SeveralYearsOutline
{
    private const string Blank = "……";

    public static IReadOnlyList<StarterSection> Of(PlanStartFacts facts) =>
    [
        new("Mục đích, yêu cầu", $"Đổi mới nội dung, hình thức tổ chức phong trào thi đua của {facts.ClusterName}; gắn thi đua với thực hiện nhiệm vụ của từng đơn vị trong cả giai đoạn."),
        new("Mục tiêu", PlanStarter.Items(
        [
            "Hằng năm, 100 % đơn vị thành viên ký kết và thực hiện giao ước thi đua, đăng ký chỉ tiêu thi đua đúng thời hạn",
            "Mỗi đơn vị hằng năm phát hiện, giới thiệu ít nhất một điển hình tiên tiến hoặc mô hình mới",
            $"Mục tiêu khác: {Blank}",
        ])),
        new("Nhiệm vụ, giải pháp")
        {
            Below =
            [
                new("Tổ chức phong trào thi đua", "Phát động, tổ chức các phong trào thi đua thường xuyên, theo chuyên đề; sơ kết, tổng kết đúng thời gian."),
                new("Công tác khen thưởng, nhân rộng điển hình tiên tiến", "Khen thưởng chính xác, kịp thời, chú trọng người trực tiếp lao động; phát hiện, bồi dưỡng, tổng kết và nhân rộng điển hình tiên tiến."),
                new("Kiểm tra, nâng cao năng lực", "Kiểm tra công tác thi đua, khen thưởng; bồi dưỡng nghiệp vụ cho người làm công tác thi đua, khen thưởng."),
            ],
        },
        new("Lộ trình thực hiện", string.Join('\n', ["| Năm | Nhiệm vụ trọng tâm |", "| :-: | --- |", .. Enumerable.Range(facts.Year, PlanStarter.YearsOfPeriod).Select(year => $"| {year} | {Blank} |")])),
        new("Kinh phí", "Kinh phí thực hiện do các đơn vị bố trí trong dự toán hằng năm và các nguồn hợp pháp khác."),
        PlanStarter.Assignments(
            facts,
            "Tổ chức thực hiện",
            ["Cụ thể hóa kế hoạch trong kế hoạch hoạt động hằng năm; theo dõi, đôn đốc, sơ kết giữa kỳ, tổng kết giai đoạn", "Bàn giao kết quả thực hiện cho đơn vị trưởng năm sau"],
            ["Phối hợp theo dõi, tổng hợp kết quả thực hiện của các đơn vị"],
            ["Xây dựng kế hoạch của đơn vị, tổ chức thực hiện và báo cáo kết quả hằng năm"]),
    ];
}
