using ThiDua.Domain;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Conventions;

namespace ThiDua.Web.Features.ScoringSchemes;

/// <summary>Reads a rule from what was typed and tells each problem beside its field; tables are typed one line a row.</summary>
internal sealed class RuleText(RuleForm form, Action<string, string> tell)
{
    private bool _isWrong;

    /// <summary>The rule of the chosen method; null for a section, and where something was told.</summary>
    public ScoringRule? Read()
    {
        ScoringRule? rule = form.Method switch
        {
            null => null,
            ScoringMethod.Proportional => new ProportionalRule(Number(form.LossPerPercent, nameof(form.LossPerPercent)), form.LowerIsBetter, Optional(form.Cap, nameof(form.Cap))),
            ScoringMethod.ClusterRelative => new ClusterRelativeRule(form.RelativeLowerIsBetter),
            ScoringMethod.Stepped => new SteppedRule(Lines(form.Steps, nameof(form.Steps), "giá trị: điểm, ví dụ 95: 8", StepIn), form.StepsByPercent),
            ScoringMethod.RankToPoints => new RankToPointsRule(Lines(form.Places, nameof(form.Places), "hạng: điểm, lần lượt từ hạng 1, ví dụ 1: 30", PlaceIn)),
            ScoringMethod.PassOrFail => new PassOrFailRule(),
            ScoringMethod.Levels => new LevelsRule(Lines(form.Levels, nameof(form.Levels), "mã; tên; tỷ lệ %, ví dụ tot; Hoàn thành tốt nhiệm vụ; 80", LevelIn)),
            ScoringMethod.Weighted => new WeightedRule(Lines(form.Parts, nameof(form.Parts), "tên; trọng số, ví dụ Đúng hạn; 40", PartIn)),
            ScoringMethod.PerOccurrence => new PerOccurrenceRule(Number(form.PointsEach, nameof(form.PointsEach)), Optional(form.OccurrenceCap, nameof(form.OccurrenceCap))),
            ScoringMethod.Judged => new JudgedRule(Number(form.Step, nameof(form.Step)), Text.Clean(form.JudgedGuide)),
            ScoringMethod.ByPortal => new ByPortalRule(SourceChosen(), Optional(form.SourcePointsEach, nameof(form.SourcePointsEach)), form.AllReports),
            _ => Wrong<ScoringRule?>(nameof(form.Method), "Chọn một phương pháp trong danh sách.", null),
        };
        return _isWrong ? null : rule;
    }

    public static string Write(IEnumerable<ScoreStep> steps) => OfLines(steps.Select(step => $"{Shown.Figure(step.From)}: {Shown.Figure(step.Points)}"));

    public static string Write(IEnumerable<decimal> byPlace) => OfLines(byPlace.Select((points, index) => $"{index + 1}: {Shown.Figure(points)}"));

    public static string Write(IEnumerable<RatingLevel> levels) => OfLines(levels.Select(level => $"{level.Code}; {level.Name}; {Shown.Figure(level.Share * 100)}"));

    public static string Write(IEnumerable<WeightedPart> parts) => OfLines(parts.Select(part => $"{part.Name}; {Shown.Figure(part.Weight)}"));

    private static string OfLines(IEnumerable<string> lines) => string.Join('\n', lines);

    private static ScoreStep? StepIn(string line, int index) =>
        line.Split(':') is [var from, var points] && IsNumber(from, out var at) && IsNumber(points, out var worth) ? new(at, worth) : null;

    private static decimal? PlaceIn(string line, int index) =>
        line.Split(':') is [var place, var points] && place.Trim() == $"{index + 1}" && IsNumber(points, out var worth) ? worth : null;

    private static RatingLevel? LevelIn(string line, int index) =>
        line.Split(';') is [var code, var name, var share] && Text.Clean(code) is { } key && Text.Clean(name) is { } words && IsNumber(share.Trim().TrimEnd('%'), out var percent)
            ? new(key, words, percent / 100) : null;

    private static WeightedPart? PartIn(string line, int index) =>
        line.Split(';') is [var name, var weight] && Text.Clean(name) is { } words && IsNumber(weight, out var value) ? new(words, value) : null;

    private static bool IsNumber(string text, out decimal number) => VietnameseInput.TryNumber(text, out number) && Math.Round(number, 4) == number;

    private PortalSource SourceChosen() =>
        form.Source is { } source && Enum.IsDefined(source) ? source : Wrong(nameof(form.Source), "Chọn nguồn số liệu.", PortalSource.Deadlines);

    private decimal Number(string? text, string field) => Optional(text, field) ?? (_isWrong ? 0 : Wrong(field, "Nhập một số, ví dụ 0,5.", 0m));

    private decimal? Optional(string? text, string field) =>
        string.IsNullOrWhiteSpace(text) ? null : IsNumber(text, out var number) ? number : Wrong<decimal?>(field, "Nhập một số, tối đa 4 chữ số sau dấu phẩy, ví dụ 0,5.", null);

    private List<T> Lines<T>(string? text, string field, string shape, Func<string, int, T?> read)
        where T : class => Rows(text, field, shape, (line, index) => read(line, index) is { } row ? (true, row) : (false, null!));

    private List<decimal> Lines(string? text, string field, string shape, Func<string, int, decimal?> read) =>
        Rows(text, field, shape, (line, index) => read(line, index) is { } row ? (true, row) : (false, 0));

    private List<T> Rows<T>(string? text, string field, string shape, Func<string, int, (bool Ok, T Row)> read)
    {
        var lines = (text ?? "").Split('\n').Select((line, index) => (Text: line.Trim(), Number: index + 1)).Where(line => line.Text.Length > 0).ToList();
        var rows = lines.Select((line, index) => (line, Read: read(line.Text, index))).ToList();
        var wrong = rows.Where(row => !row.Read.Ok).Select(row => $"dòng {row.line.Number} (“{row.line.Text}”)").ToList();
        if (lines.Count == 0)
        {
            Wrong(field, $"Nhập mỗi dòng theo dạng {shape}.", 0);
        }
        else if (wrong.Count > 0)
        {
            Wrong(field, $"Chưa đọc được {string.Join(", ", wrong)}. Mỗi dòng viết theo dạng {shape}.", 0);
        }

        return [.. rows.Where(row => row.Read.Ok).Select(row => row.Read.Row)];
    }

    private T Wrong<T>(string field, string message, T instead)
    {
        _isWrong = true;
        tell("Rule." + field, message);
        return instead;
    }
}
