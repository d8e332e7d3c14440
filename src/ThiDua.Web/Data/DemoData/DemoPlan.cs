using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Documents;
using ThiDua.Domain.Planning;
using ThiDua.Domain.Planning.Consultations;
using ThiDua.Domain.Planning.FromPaper;
using ThiDua.Web.Access;
using ThiDua.Web.Features.Plans;
using ThiDua.Web.Features.Shared.Issuing;

namespace ThiDua.Web.Data.DemoData;

/// <summary>The yearly plan of the provinces of the North Central coast, taken from its paper, submitted, signed and issued with its number and date.</summary>
internal static class DemoPlan
{
    private const string Leader = "38";
    private const int Number = 1466;
    private const string Board = "Ban Thi đua - Khen thưởng tỉnh Thanh Hóa";
    private const string Mail = "banthidua@thanhhoa.gov.vn";
    private static readonly DateOnly IssuedOn = new(2020, 7, 2);

    public static async Task Plant(IServiceProvider services, DemoStage stage, ClusterYear year)
    {
        services.GetRequiredService<CurrentYear>().Enter(DemoStage.Enter(year).Year);
        var clerk = stage.ActAs(DemoPeople.ClerkOf(Leader), year);
        var plan = Draft(clerk, PaperReader.Read(Resources.Text("DemoData/Plans/north-central.txt")));
        stage.Db.Add(plan);
        await stage.Db.SaveChangesAsync();
        await Consult(stage, year, plan);

        var issuing = services.GetRequiredService<Issuing>();
        var note = new StepNote(At(7, 1, 2));
        clerk = stage.ActAs(DemoPeople.ClerkOf(Leader), year);
        plan.Submit(clerk, note, hasDeputy: true);
        var document = await issuing.Submit(new(DocumentKind.Plan, nameof(Plan), plan.Id), await services.GetRequiredService<PlanPaper>().Of(plan), note);
        await stage.Db.SaveChangesAsync();
        stage.ActAs(DemoPeople.HeadOf(Leader), year);
        await issuing.Take(document, DocumentStep.Sign, new(At(7, 2, 1)));
        stage.ActAs(DemoPeople.RegistrarOf(Leader), year);
        await issuing.Issue(document, Number, IssuedOn, new(At(7, 2, 3)));
    }

    // Three of five members comment; each comment is answered.
    private static async Task Consult(DemoStage stage, ClusterYear year, Plan plan)
    {
        var clerk = stage.ActAs(DemoPeople.ClerkOf(Leader), year);
        plan.OpenConsultation(clerk, new(At(6, 15, 2)), new(2020, 6, 26));
        var round = Consultation.On(clerk, plan, 1, year.Members.Select(member => new AskedUnit(member.OrganizationId, member.NameThen)), stage.Organization(DemoOrganizations.OfProvince(Leader)).Id, At(6, 15, 2));
        stage.Db.Add(round);
        await stage.Db.SaveChangesAsync();
        var places = plan.Outline().ToDictionary(row => row.Way, row => new CommentedPart(row.Section.Id, $"{row.Way}. {row.Section.Title ?? "Nội dung"}"));
        foreach (var (unit, day, way, text, response, answer) in Comments)
        {
            var by = stage.ActAs(DemoPeople.ClerkOf(unit), year);
            var own = stage.Organization(DemoOrganizations.OfProvince(unit)).Id;
            var comment = new Comment(by, round, round.Units.First(row => row.UnitId == own), places[way], new(null, text), $"demo-{unit}-{day}", At(6, day, 3));
            stage.Db.Add(comment);
            await stage.Db.SaveChangesAsync();
            comment.AnswerWith(stage.ActAs(DemoPeople.ClerkOf(Leader), year), response, answer, At(6, 29, 2));
            await stage.Db.SaveChangesAsync();
        }

        clerk = stage.ActAs(DemoPeople.ClerkOf(Leader), year);
        plan.CloseConsultation(clerk, new(At(6, 29, 3)));
        round.Close(clerk, At(6, 29, 3));
        await stage.Db.SaveChangesAsync();
    }

    private static IEnumerable<(string Unit, int Day, string Way, string Text, CommentResponse Response, string? Answer)> Comments =>
    [
        ("44", 22, "III.1.1", "Đề nghị ấn định ngày tổ chức Hội nghị sơ kết để các tỉnh chủ động bố trí lịch của lãnh đạo.", CommentResponse.Partly, "Giữ “dự kiến trong tháng 7/2020”; Cụm trưởng thông báo ngày cụ thể trước 10 ngày."),
        ("40", 24, "III.3.2", "Đề nghị nêu rõ báo cáo tổng kết gửi kèm Nghị quyết của Hội đồng nhân dân tỉnh.", CommentResponse.Accepted, "Đã bổ sung vào thành phần hồ sơ."),
        ("42", 25, "III.3.1", "Đề nghị lùi thời hạn gửi báo cáo sơ kết đến ngày 15/7/2020.", CommentResponse.Explained, "Cụm phải báo cáo Hội đồng Thi đua - Khen thưởng Trung ương trước ngày 20/7/2020 nên giữ thời hạn trước ngày 10/7/2020."),
    ];

    private static Plan Draft(Actor clerk, PaperReading reading)
    {
        var terms = new PlanTerms(reading.Head.Abstract!)
        {
            Preamble = reading.Preamble,
            Recipients = ["TV HĐTĐKT TW theo dõi Cụm", "Ban Thi đua - Khen thưởng TW", "UBND các tỉnh Bắc Trung Bộ", "Thành viên Hội đồng TĐKT tỉnh Thanh Hóa", "Sở Nội vụ tỉnh Thanh Hóa", "Ban TĐKT 6 tỉnh Bắc Trung Bộ"],
            Archive = "VT",
            SignatoryLines = ["CỤM TRƯỞNG", "CHỦ TỊCH UBND TỈNH THANH HÓA"],
        };
        var bases = reading.Bases.Select(basis => new BasisDescription(BasisOpening.PursuantTo, basis.Kind!) { Number = basis.Number, IssuedOn = basis.IssuedOn, Issuer = basis.Issuer, Abstract = basis.Abstract });
        var plan = PlanFromPaper.Make(clerk, reading, new(terms, [.. bases], [.. reading.AllSections.Index().Select(row => new AcceptedSection(row.Index, row.Item.Title, row.Item.Body))], []));
        var sections = plan.Outline().ToDictionary(row => row.Way, row => row.Section);
        foreach (var (way, content, isInText) in Blocks)
        {
            plan.AddBlockTo(clerk, sections[way], content, isInText);
        }

        return plan;
    }

    private static IEnumerable<(string Way, BlockContent Content, bool IsInText)> Blocks =>
    [
        ("III.1.1", new ConferenceContent(ConferenceKind.MidYear) { When = "dự kiến trong tháng 7/2020", Duration = "1/2 ngày", Place = "Tại tỉnh Thanh Hóa", Chairs = ["Lãnh đạo Ủy ban nhân dân 02 tỉnh Thanh Hóa và tỉnh Quảng Bình đồng chủ trì"] }, true),
        ("III.2.2", new ConferenceContent(ConferenceKind.Preparatory) { When = "dự kiến trong tháng 02/2021", Duration = "1 ngày", Place = "Tại tỉnh Thanh Hóa" }, true),
        ("III.2.3", new ConferenceContent(ConferenceKind.Annual) { When = "dự kiến trong tháng 02/2021", Duration = "1/2 ngày", Place = "Tại tỉnh Thanh Hóa", Chairs = ["Chủ tịch Ủy ban nhân dân 02 tỉnh Thanh Hóa và tỉnh Quảng Bình đồng chủ trì"] }, true),
        ("III.3.1", new DeadlineContent(ReportKind.SixMonth, "báo cáo sơ kết 6 tháng đầu năm, phương hướng nhiệm vụ 6 tháng cuối năm 2020, các văn bản và các tài liệu liên quan") { When = "trước ngày 10/7/2020", Recipient = "đơn vị Cụm trưởng", Through = Board }, false),
        ("III.3.2", new DeadlineContent(ReportKind.Annual, "báo cáo, các văn bản và tài liệu liên quan")
        {
            When = "trước ngày 25/01/2021",
            Recipient = "đơn vị Cụm trưởng",
            Through = Board,
            Address = $"bản điện tử các văn bản trong chế độ thông tin báo cáo (sơ kết, tổng kết) gửi về địa chỉ email: {Mail}",
            Required =
            [
                "Báo cáo tổng kết công tác thi đua, khen thưởng năm 2020 của Ủy ban nhân dân tỉnh",
                "Nghị quyết của Hội đồng nhân dân tỉnh về phát triển kinh tế - xã hội, quốc phòng - an ninh năm 2020",
                "Báo cáo tình hình kinh tế - xã hội, quốc phòng - an ninh năm 2020 đã được Hội đồng nhân dân tỉnh thông qua tại kỳ họp cuối năm 2020",
                "Bảng tự chấm điểm kết quả thực hiện các tiêu chí của tỉnh năm 2020",
                "Báo cáo tham luận của điển hình được lựa chọn tham luận tại Hội nghị",
                "Các văn bản có liên quan để minh chứng số liệu trong Bảng tự chấm điểm của các địa phương",
            ],
        }, false),
        ("IV.1", new AssignmentContent(AssignedTo.Leader,
        [
            "Xây dựng chương trình, kế hoạch hoạt động của Cụm thi đua",
            "Xây dựng các tiêu chí thi đua, thang điểm đánh giá phù hợp với đặc điểm, tính chất hoạt động của Cụm thi đua và các đơn vị thành viên, gửi các đơn vị thành viên cho ý kiến để thống nhất triển khai thực hiện",
            "Tổ chức ký kết giao ước thi đua, đăng ký thi đua với Hội đồng Thi đua - Khen thưởng Trung ương theo quy định; chủ trì tổ chức các hoạt động theo chương trình kế hoạch của Cụm; trao đổi, học tập kinh nghiệm về tổ chức phong trào thi đua, xây dựng mô hình, điển hình; bàn các biện pháp tháo gỡ những khó khăn, vướng mắc trong công tác thi đua, khen thưởng và tuyên truyền nhân rộng điển hình tiên tiến",
            "Tổ chức Hội nghị sơ kết 6 tháng đầu năm và tổng kết hoạt động của Cụm",
            "Chủ trì, phối hợp với các đơn vị trong Cụm để đánh giá, chấm điểm kết quả thi đua của các đơn vị thành viên, trình Chính phủ tặng Cờ thi đua cho đơn vị dẫn đầu Cụm và Bằng khen của Thủ tướng Chính phủ cho đơn vị xếp thứ Nhì Cụm",
        ])
        { Opening = "Cụm trưởng chịu trách nhiệm trước Hội đồng Thi đua - Khen thưởng Trung ương về hoạt động của Cụm thi đua và có nhiệm vụ sau:" }, false),
        ("IV.2", new AssignmentContent(AssignedTo.Deputies,
        [
            "Phối hợp với Cụm trưởng và các đơn vị thành viên xây dựng chương trình, kế hoạch và điều hành hoạt động của Cụm thi đua",
            "Thay mặt Cụm trưởng giải quyết một số công việc khi được ủy quyền",
        ]), false),
        ("IV.3", new AssignmentContent(AssignedTo.Members,
        [
            "Đăng ký các nội dung, chỉ tiêu thi đua; danh hiệu thi đua hằng năm gửi Cụm trưởng và Hội đồng Thi đua - Khen thưởng Trung ương theo đúng thời gian quy định",
            "Tham gia góp ý, xây dựng nội dung các văn bản và tiêu chí thi đua, thang bảng điểm của Cụm thi đua",
            "Tham gia đầy đủ và đúng thành phần các hoạt động của Cụm thi đua",
            "Triển khai thực hiện đầy đủ, có hiệu quả các nội dung đã ký kết giao ước thi đua với Cụm thi đua và với Hội đồng Thi đua - Khen thưởng Trung ương",
            "Tổng hợp, báo cáo kết quả thực hiện phong trào thi đua 6 tháng và cả năm; tự chấm điểm thi đua theo bảng điểm đánh giá đã được Cụm thống nhất ban hành, gửi đơn vị Cụm trưởng theo đúng thời gian quy định (kèm các hồ sơ, tài liệu liên quan)",
        ]), false),
    ];

    private static DateTime At(int month, int day, int hour) => new(2020, month, day, hour, 0, 0, DateTimeKind.Utc);
}
