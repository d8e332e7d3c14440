using ThiDua.Domain.Clusters;
using ThiDua.Domain.Scoring;

namespace ThiDua.Domain.Regulations;

/// <summary>What a regulation lays down for each year, one by one.</summary>
public enum RegulationParameter { Deputies, LeaderChoice, Majority, Comments, Silence, DaysOff, Preparatory, Objection, TieKeys, Honours }

/// <summary>How the cluster calls itself and its positions in a text: "Cụm", "Cụm trưởng", "Cụm phó".</summary>
public sealed record ClusterWords(string Cluster, string Leader, string Deputy)
{
    public static ClusterWords Of(ClusterKind kind, string leader, string deputy) => new(kind == ClusterKind.Cum ? "Cụm" : "Khối", leader, deputy);
}

/// <summary>The parameters in words: short in tables, as a sentence in the text of the regulation, which names each by its mark.</summary>
public static class ParameterWords
{
    public const string NotLaidDown = "chưa quy định";

    /// <summary>Every parameter, in the order of pages.</summary>
    public static IReadOnlyList<RegulationParameter> All { get; } = Enum.GetValues<RegulationParameter>();

    /// <summary>The mark that stands for the sentence in the text: {số đơn vị phó}. Typed once, printed from the parameter.</summary>
    public static string MarkOf(RegulationParameter parameter) => parameter switch
    {
        RegulationParameter.Deputies => "{số đơn vị phó}",
        RegulationParameter.LeaderChoice => "{chọn đơn vị trưởng}",
        RegulationParameter.Majority => "{tỷ lệ thông qua}",
        RegulationParameter.Comments => "{thời hạn góp ý}",
        RegulationParameter.Silence => "{không góp ý}",
        RegulationParameter.DaysOff => "{ngày nghỉ}",
        RegulationParameter.Preparatory => "{phiên trù bị}",
        RegulationParameter.Objection => "{đề nghị xem xét lại}",
        RegulationParameter.TieKeys => "{khi bằng điểm}",
        _ => "{vị trí suy tôn}",
    };

    /// <summary>The value as tables show it.</summary>
    public static string InTable(RegulationParameter parameter, YearParameters of) => parameter switch
    {
        RegulationParameter.Deputies => of.Deputies == 0 ? "không có đơn vị phó" : $"nhiều nhất {of.Deputies:00} đơn vị phó",
        RegulationParameter.LeaderChoice => of.LeaderChoice is { } choice ? Labels.Of(choice) : NotLaidDown,
        RegulationParameter.Majority => of.Majority is { } majority ? InWords(majority) : NotLaidDown,
        RegulationParameter.Comments => Days(of.CommentDays),
        RegulationParameter.Silence => of.SilenceAgrees ? "coi như thống nhất" : "không coi là thống nhất",
        RegulationParameter.DaysOff => of.WaitsForWorkingDay ? "tính muộn từ sau ngày làm việc kế tiếp" : "tính muộn ngay sau ngày ghi trong văn bản",
        RegulationParameter.Preparatory => of.HasPreparatorySession ? "có" : "không",
        RegulationParameter.Objection => Days(of.ObjectionDays),
        RegulationParameter.TieKeys => of.TieKeys.Count == 0 ? NotLaidDown : string.Join("; ", of.TieKeys.Select(InWords)),
        _ => of.Honours.Count == 0 ? "không đặt" : string.Join(", ", of.Honours),
    };

    /// <summary>The value as the text prints it, one whole sentence; null where nothing is laid down.</summary>
    public static string? Sentence(RegulationParameter parameter, YearParameters of, ClusterWords words) => parameter switch
    {
        RegulationParameter.Deputies => of.Deputies == 0 ? $"{words.Cluster} không có đơn vị {words.Deputy}." : $"{words.Cluster} có {(of.Deputies == 1 ? "" : "không quá ")}{of.Deputies:00} đơn vị {words.Deputy}.",
        RegulationParameter.LeaderChoice => of.LeaderChoice is { } choice ? $"Đơn vị {words.Leader}{(of.Deputies == 0 ? "" : $", {words.Deputy}")} của năm sau do {Chosen(choice, words)}." : null,
        RegulationParameter.Majority => of.Majority is { } majority ? $"Nội dung biểu quyết, bầu, suy tôn được thông qua khi có {InWords(majority)} tán thành." : null,
        RegulationParameter.Comments => of.CommentDays is { } days ? $"Thời hạn góp ý dự thảo kế hoạch, bảng tiêu chí và các văn bản khác của {words.Cluster} là {days:00} ngày kể từ ngày gửi lấy ý kiến." : null,
        RegulationParameter.Silence => of.SilenceAgrees ? "Quá thời hạn, đơn vị không có ý kiến thì coi như thống nhất." : "Đơn vị không trả lời trong thời hạn được ghi là không trả lời, không coi là thống nhất.",
        RegulationParameter.DaysOff => of.WaitsForWorkingDay ? "Thời hạn có ngày cuối cùng rơi vào ngày nghỉ thì kết thúc khi hết ngày làm việc kế tiếp." : "Thời hạn kết thúc khi hết ngày cuối cùng đã ghi, kể cả khi rơi vào ngày nghỉ.",
        RegulationParameter.Preparatory => of.HasPreparatorySession ? $"Trước hội nghị tổng kết, {words.Cluster} họp phiên trù bị để thống nhất kết quả chấm điểm." : "Kết quả chấm điểm được thông qua tại hội nghị tổng kết, không họp phiên trù bị.",
        RegulationParameter.Objection => of.ObjectionDays is { } days ? $"Đơn vị được đề nghị xem xét lại kết quả thẩm định trong thời hạn {days:00} ngày kể từ ngày kết thúc thẩm định." : null,
        RegulationParameter.TieKeys => of.TieKeys.Count == 0 ? null : $"Các đơn vị có tổng điểm bằng nhau được xếp thứ hạng lần lượt theo: {string.Join("; ", of.TieKeys.Select(InWords))}.",
        _ => of.Honours.Count == 0 ? "Hội nghị tổng kết không đặt vị trí suy tôn theo thứ hạng." : $"Căn cứ thứ hạng, hội nghị tổng kết suy tôn các vị trí: {string.Join(", ", of.Honours)}.",
    };

    private static string Days(int? days) => days is { } number ? $"{number:00} ngày" : NotLaidDown;

    private static string Chosen(LeaderChoice choice, ClusterWords words) => choice switch
    {
        LeaderChoice.Consensus => "các đơn vị thành viên thống nhất tại hội nghị tổng kết",
        LeaderChoice.Honour => "hội nghị tổng kết bình xét, suy tôn",
        LeaderChoice.Election => "hội nghị tổng kết bầu",
        _ => $"hội nghị tổng kết giới thiệu, trình cơ quan quản lý {words.Cluster} xem xét, quyết định",
    };

    private static string InWords(Majority majority)
    {
        var of = Labels.Of(majority.Of).ToLowerInvariant();
        return majority.Kind switch
        {
            MajorityKind.MoreThanHalf => $"quá bán {of}",
            MajorityKind.TwoThirds => $"ít nhất hai phần ba {of}",
            _ => string.Create(System.Globalization.CultureInfo.GetCultureInfo("vi-VN"), $"ít nhất {majority.Share:0.##} % {of}"),
        };
    }

    private static string InWords(TemplateTieKey key) => key switch
    {
        { Kind: TieKeyKind.SectionTotal } => $"tổng điểm mục {key.Code}",
        { Kind: TieKeyKind.CriterionPoints } => $"điểm tiêu chí {key.Code}",
        _ => Lowered(Labels.Of(key.Kind)),
    };

    private static string Lowered(string text) => char.ToLowerInvariant(text[0]) + text[1..];
}

/// <summary>One parameter of two regulations, or of a regulation and a year, side by side.</summary>
public sealed record ComparedParameter(RegulationParameter Parameter, string Before, string After)
{
    public bool IsChanged => Before != After;

    public static IReadOnlyList<ComparedParameter> Of(YearParameters before, YearParameters after) =>
        [.. ParameterWords.All.Select(parameter => new ComparedParameter(parameter, ParameterWords.InTable(parameter, before), ParameterWords.InTable(parameter, after)))];
}
