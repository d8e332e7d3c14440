using ThiDua.Web.Documents;

namespace ThiDua.Web.Tests.Documents;

/// <summary>Documents such as the portal issues.</summary>
public static class Samples
{
    /// <summary>The 134 Vietnamese letters with marks, and đ: both cases.</summary>
    public const string AccentedLetters =
        "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"
        + "ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴĐ";

    public const string Sentence =
        "Trao đổi, học tập kinh nghiệm lẫn nhau trong công tác chỉ đạo, triển khai tổ chức thực hiện các phong trào thi đua; phát hiện, xây dựng, biểu dương và tuyên truyền, nhân rộng các nhân tố mới, mô hình mới, gương điển hình tiên tiến.";

    public static Letterhead Cluster { get; } = new(["Cụm thi đua các tỉnh", "Bắc Trung Bộ"]);

    /// <summary>A cluster's yearly plan: several levels of headings, lists, a table, an annex.</summary>
    public static OfficialDocument Plan { get; } = new()
    {
        Title = "Kế hoạch số 05/KH-CTĐBTB",
        Author = "Cụm thi đua các tỉnh Bắc Trung Bộ",
        Letterhead = Cluster,
        Number = 5,
        Symbol = "KH-CTĐBTB",
        Place = "Thanh Hóa",
        IssuedOn = new(2020, 7, 2),
        Kind = "Kế hoạch",
        Abstract = "Hoạt động của Cụm thi đua các tỉnh Bắc Trung Bộ năm 2020",
        LegalBases =
        [
            "Căn cứ Công văn số 13/HĐTĐKT-VI ngày 27/4/2020 của Hội đồng Thi đua - Khen thưởng Trung ương về việc thông báo Trưởng, phó các cụm, khối thi đua năm 2020",
            "Căn cứ Hướng dẫn số 2694/HD-BTĐKT ngày 08/11/2018 của Ban Thi đua - Khen thưởng Trung ương",
        ],
        Body =
        [
            new Paragraph("Ủy ban nhân dân tỉnh Thanh Hóa, đơn vị Cụm trưởng Cụm thi đua các tỉnh Bắc Trung Bộ năm 2020, xây dựng Kế hoạch hoạt động của Cụm với các nội dung như sau:"),
            new Heading(1, "I. Mục đích, yêu cầu"),
            new Heading(2, "1. Mục đích"),
            new Paragraph(Sentence),
            new Heading(2, "2. Yêu cầu"),
            new Paragraph(["Tổ chức các hoạt động của Cụm bảo đảm ", new Run("thiết thực, hiệu quả, an toàn", Bold: true), " và ", new Run("tiết kiệm", Italic: true), "."]),
            new Heading(1, "II. Tổ chức các hội nghị của Cụm"),
            new Heading(2, "1. Hội nghị sơ kết 6 tháng đầu năm"),
            new Heading(3, "1.1. Thời gian, địa điểm"),
            new ListItem("Thời gian: 1/2 ngày (dự kiến trong tháng 7/2020)."),
            new ListItem("Địa điểm: tại tỉnh Thanh Hóa, trong đó:"),
            new ListItem("Phiên chính thức: Trung tâm hội nghị tỉnh;", 2),
            new ListItem("Phiên trù bị: trụ sở Ủy ban nhân dân tỉnh.", 2),
            new Table(
                [Column.Ordinal(), new("Công việc", 50), new("Thời hạn", 20, ColumnAlignment.Center), Column.Points("Kinh phí (triệu đồng)", 24)],
                [
                    Row.Section("Hội nghị sơ kết"),
                    new([1, "Gửi giấy mời", new DateOnly(2020, 7, 2), 1.5m]),
                    new([2, "Chuẩn bị hội trường", new DateOnly(2020, 2, 12), 1234.5m]),
                    new(["", "Cộng", "", 1236m]) { Bold = true },
                ]) { Caption = "Phân công nhiệm vụ" },
            new Paragraph(Sentence),
            new Paragraph("Trên đây là Kế hoạch hoạt động của Cụm thi đua các tỉnh Bắc Trung Bộ năm 2020; đề nghị các đơn vị thành viên phối hợp thực hiện."),
        ],
        Signatures = [new(["Cụm trưởng", "Chủ tịch UBND tỉnh Thanh Hóa"], "Nguyễn Văn A")],
        Recipients = ["Hội đồng Thi đua - Khen thưởng Trung ương (để b/c)", "UBND các tỉnh trong Cụm", "Sở Nội vụ tỉnh Thanh Hóa"],
        Archive = "VT, hồ sơ CTĐ",
        Annexes =
        [
            new("Phụ lục I", "Danh mục tiêu chí", [new Paragraph(Sentence)]) { Enclosure = "(Kèm theo Kế hoạch số 05/KH-CTĐBTB ngày 02 tháng 7 năm 2020 của Cụm thi đua các tỉnh Bắc Trung Bộ)" },
        ],
    };

    /// <summary>Minutes, still a draft: blank number and day, secretary left, chair right.</summary>
    public static OfficialDocument Minutes { get; } = Plan with
    {
        Title = "Biên bản hội nghị",
        Number = null,
        Symbol = "BB-CTĐBTB",
        IssuedOn = null,
        Year = 2020,
        Kind = "BIÊN BẢN",
        Abstract = "Hội nghị tổng kết công tác thi đua, khen thưởng năm 2020",
        LegalBases = [],
        Signatures = [new(["Thư ký"], "Trần Thị B", "(Ký, ghi rõ họ tên)"), new(["Chủ trì", "Phó Chủ tịch UBND tỉnh Thanh Hóa"], "Nguyễn Văn A", "(Ký, ghi rõ họ tên)")],
        Recipients = ["Các đơn vị thành viên"],
        Annexes = [],
    };

    /// <summary>A self-scored sheet: an annex under the unit's own letterhead.</summary>
    public static OfficialDocument ScoreSheet(int criteria = 60) => new()
    {
        Title = "Bảng tự chấm điểm",
        Author = "Ủy ban nhân dân tỉnh Nghệ An",
        Letterhead = new(["Ủy ban nhân dân", "tỉnh Nghệ An"]),
        Place = "Nghệ An",
        Year = 2020,
        AnnexLabel = "Phụ lục I",
        Kind = "Bảng tự chấm điểm thi đua",
        Abstract = "Năm 2020",
        Enclosure = "(Kèm theo Báo cáo số 12/BC-UBND ngày 05 tháng 11 năm 2020 của Ủy ban nhân dân tỉnh Nghệ An)",
        Body =
        [
            new Table(
                [Column.Ordinal(), new("Nội dung tiêu chí", 50), Column.Points("Điểm chuẩn", 14), Column.Points("Điểm tự chấm", 14), new("Minh chứng, giải trình", 22)],
                [
                    new(["I", "Thực hiện nhiệm vụ phát triển kinh tế - xã hội", 300m, 287.25m, ""]) { Bold = true },
                    .. Enumerable.Range(1, criteria).Select(number => new Row([number, $"Tiêu chí thứ {number}: tốc độ tăng tổng sản phẩm trên địa bàn so với năm trước", 10m, 9.125m, "Báo cáo số 01/BC-CTK"]) { Depth = 1 }),
                    new(["", "Tổng điểm", 1000m, 987.5m, ""]) { Bold = true },
                ]),
        ],
        EndMark = false,
        Signatures = [new(["TM. Ủy ban nhân dân", "KT. Chủ tịch", "Phó Chủ tịch"], "Lê Văn C")],
    };

    /// <summary>A summary table on landscape pages throughout.</summary>
    public static OfficialDocument Summary(int units = 40) => new()
    {
        Title = "Bảng tổng hợp điểm",
        Author = "Cụm thi đua các tỉnh Bắc Trung Bộ",
        Letterhead = Cluster,
        Wide = true,
        Place = "Thanh Hóa",
        IssuedOn = new(2020, 11, 20),
        Kind = "Bảng tổng hợp kết quả chấm điểm",
        Abstract = "Năm 2020",
        Body =
        [
            new Table(
                [Column.Ordinal(), new("Đơn vị", 28), .. Enumerable.Range(1, 3).Select(section => Column.Points($"Mục {section}", 10)), Column.Points("Tổng điểm", 12), new("Xếp hạng", 10, ColumnAlignment.Center, "0")],
                [.. Enumerable.Range(1, units).Select(rank => new Row([rank, $"Tỉnh thứ {rank}", 290.5m, 400m, 250.25m, 940.75m, rank]))])
            {
                Groups = [new("", 2), new("Điểm các nội dung", 3), new("", 2)],
            },
        ],
        EndMark = false,
        Signatures = [new(["Cụm phó"], "Hoàng Văn D"), new(["Cụm trưởng"], "Nguyễn Văn A")],
    };
}
