namespace ThiDua.Domain.Planning.FromPaper;

/// <summary>The set words of official documents (Nghị định 30/2020, Luật Ban hành văn bản quy phạm pháp luật) by which their parts are known.</summary>
internal static class PaperWords
{
    private static readonly (string Shown, string Folded)[] Openings = Folded("Căn cứ", "Thực hiện", "Triển khai thực hiện", "Tiếp tục thực hiện", "Thi hành", "Theo", "Xét", "Trên cơ sở");

    private static readonly (string Shown, string Folded)[] Kinds = [.. Folded(
        "Hiến pháp", "Bộ luật", "Luật", "Pháp lệnh", "Nghị định", "Nghị quyết liên tịch", "Nghị quyết", "Quyết định", "Chỉ thị", "Thông tư liên tịch", "Thông tư", "Quy chế", "Quy định", "Điều lệ", "Kết luận",
        "Thông cáo", "Thông báo", "Hướng dẫn", "Chương trình", "Kế hoạch", "Phương án", "Đề án", "Dự án", "Báo cáo", "Biên bản", "Tờ trình", "Công văn", "Công điện", "Bản thỏa thuận", "Giao ước", "Văn bản")
        .OrderByDescending(kind => kind.Folded.Length)];

    // With these a basis that is no document begins: "nội dung Giao ước …", "đề nghị của …".
    private static readonly string[] Grounds = ["noi dung", "de nghi", "y kien", "tinh hinh", "chuc nang", "ket qua", "yeu cau", "nhiem vu", "chuong trinh"];

    private static readonly HashSet<string> PartsOfMatter =
    [
        "thoi gian", "thoi gian to chuc", "thoi gian thuc hien", "thoi gian du kien", "thoi diem", "thoi han", "dia diem", "dia diem to chuc", "thanh phan", "thanh phan tham du", "thanh phan du", "thanh phan du hop",
        "noi dung", "chuong trinh", "hinh thuc", "quy mo", "so luong", "phan cong", "kinh phi",
    ];

    /// <summary>Căn cứ, Thực hiện, Theo … at the start of a paragraph, with a capital; null where there is none.</summary>
    public static string? OpeningAt(string text)
    {
        var bare = text.TrimStart('-', '–', '+', ' ');
        return bare.Length > 0 && char.IsUpper(bare[0]) ? Openings.FirstOrDefault(word => Recognised.StartsWith(bare, word.Folded)).Shown : null;
    }

    /// <summary>The kind of document at the start of a text.</summary>
    public static string? KindAt(string text) => Kinds.FirstOrDefault(kind => Recognised.StartsWith(text, kind.Folded)).Shown;

    /// <summary>The kind of document that a line is alone: KẾ HOẠCH.</summary>
    public static string? KindAlone(string line)
    {
        var folded = Recognised.Folded(Recognised.Cut(line, 40)).Trim('.', ':', ' ');
        return Recognised.IsCapitals(line) ? Kinds.FirstOrDefault(kind => Recognised.IsNear(folded, kind.Folded)).Shown : null;
    }

    public static bool IsGround(string text) => GroundAt(text) is not null;

    /// <summary>The words (folded) with which a basis that is no document begins.</summary>
    public static string? GroundAt(string text) => Array.Find(Grounds, ground => Recognised.StartsWith(text, ground));

    /// <summary>Whether a title names no matter but a part of one, such as "Thời gian, địa điểm": what is meant is told by the title above.</summary>
    public static bool IsPartOfMatter(string title) =>
        Array.TrueForAll(Recognised.Folded(Text.Composed(title)).Trim('.', ':', ' ').Replace(" va ", ",", StringComparison.Ordinal).Split([',', ';', '-', '–', '/'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries), PartsOfMatter.Contains);

    public static bool IsRecipientsHead(string cell) => Recognised.StartsWith(cell, "noi nhan");

    /// <summary>The name and motto of the nation, and lines drawn below them.</summary>
    public static bool IsEmblem(string cell)
    {
        var folded = Recognised.Folded(Recognised.Cut(cell, 60));
        return folded.Contains("chu nghia viet nam") || folded.Contains("cong hoa xa hoi") || folded.Contains("dang cong san")
            || (folded.Contains("doc lap") && folded.Contains("phuc")) || (folded.Contains("tu do") && folded.Contains("hanh")) || !cell.Any(char.IsLetterOrDigit);
    }

    private static (string Shown, string Folded)[] Folded(params string[] words) => [.. words.Select(word => (word, Text.Fold(word)))];
}
