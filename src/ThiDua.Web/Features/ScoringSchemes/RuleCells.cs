using ThiDua.Domain;
using ThiDua.Domain.Scoring;

namespace ThiDua.Web.Features.ScoringSchemes;

/// <summary>The parameters of a rule as one readable cell (tham số): lines "tên: giá trị", and tables one row a line.</summary>
internal static class RuleCells
{
    private const string Yes = "có";

    private static readonly Part[] Parts =
    [
        new(ScoringMethod.Proportional, "Thiếu 1 % thì trừ (%)", form => form.LossPerPercent, (form, value) => form with { LossPerPercent = value }),
        new(ScoringMethod.Proportional, "Trần kết quả", form => form.Cap, (form, value) => form with { Cap = value }),
        new(ScoringMethod.Proportional, "Càng thấp càng tốt", form => Of(form.LowerIsBetter), (form, value) => form with { LowerIsBetter = Is(value) }),
        new(ScoringMethod.ClusterRelative, "Càng thấp càng tốt", form => Of(form.RelativeLowerIsBetter), (form, value) => form with { RelativeLowerIsBetter = Is(value) }),
        new(ScoringMethod.Stepped, "Theo tỷ lệ % so với chỉ tiêu", form => Of(form.StepsByPercent), (form, value) => form with { StepsByPercent = Is(value) }),
        new(ScoringMethod.Stepped, null, form => form.Steps, (form, value) => form with { Steps = value }),
        new(ScoringMethod.RankToPoints, null, form => form.Places, (form, value) => form with { Places = value }),
        new(ScoringMethod.Levels, null, form => form.Levels, (form, value) => form with { Levels = value }),
        new(ScoringMethod.Weighted, null, form => form.Parts, (form, value) => form with { Parts = value }),
        new(ScoringMethod.PerOccurrence, "Điểm mỗi lần", form => form.PointsEach, (form, value) => form with { PointsEach = value }),
        new(ScoringMethod.PerOccurrence, "Tối đa các lần cộng lại", form => form.OccurrenceCap, (form, value) => form with { OccurrenceCap = value }),
        new(ScoringMethod.Judged, "Bước điểm", form => form.Step, (form, value) => form with { Step = value }),
        new(ScoringMethod.Judged, "Căn cứ đánh giá", form => form.JudgedGuide, (form, value) => form with { JudgedGuide = value }) { HasManyLines = true },
        new(ScoringMethod.ByPortal, "Nguồn số liệu", form => form.Source is { } source ? ByPortalRule.NameOf(source) : null, (form, value) => form with { Source = SourceOf(value) }),
        new(ScoringMethod.ByPortal, "Điểm mỗi lần", form => form.SourcePointsEach, (form, value) => form with { SourcePointsEach = value }),
        new(ScoringMethod.ByPortal, "Tính cả báo cáo chuyên đề, đột xuất", form => Of(form.AllReports), (form, value) => form with { AllReports = Is(value) }),
    ];

    /// <summary>What may stand in the cell for each method, for the explanation of the column.</summary>
    public static IEnumerable<(ScoringMethod Method, string Words)> Explained => Enum.GetValues<ScoringMethod>().Select(method => (method, method switch
    {
        ScoringMethod.Stepped => "mỗi dòng một bậc, ví dụ 95: 8; nếu giá trị là tỷ lệ thì thêm dòng “Theo tỷ lệ % so với chỉ tiêu: có”",
        ScoringMethod.RankToPoints => "mỗi dòng một hạng, ví dụ 1: 30",
        ScoringMethod.Levels => "mỗi dòng một mức: mã; tên; tỷ lệ %, ví dụ tot; Hoàn thành tốt; 80",
        ScoringMethod.Weighted => "mỗi dòng một thành phần: tên; trọng số, ví dụ Đúng hạn; 40",
        ScoringMethod.PassOrFail => "để trống",
        ScoringMethod.ByPortal => $"“Nguồn số liệu: …” là một trong: {string.Join("; ", Enum.GetValues<PortalSource>().Select(ByPortalRule.NameOf))}; có thể thêm “Điểm mỗi lần: 2”, “Tính cả báo cáo chuyên đề, đột xuất: có”",
        _ => string.Join("; ", Parts.Where(part => part.Method == method).Select(part => $"“{part.Head}: …”")),
    }));

    public static string Write(ScoringRule? rule)
    {
        var form = RuleForm.Of(rule);
        return string.Join('\n', Parts.Where(part => part.Method == rule?.Method).Select(part => (part.Head, Value: Text.Clean(part.Get(form))))
            .Where(part => part.Value is not null).Select(part => part.Head is null ? part.Value : $"{part.Head}: {part.Value}"));
    }

    /// <summary>The form that the cell speaks of; what it does not understand is told.</summary>
    public static RuleForm Read(ScoringMethod method, string? cell, Action<string> tell)
    {
        var parts = Parts.Where(part => part.Method == method).ToList();
        var table = parts.Find(part => part.Head is null);
        var values = new Dictionary<Part, string>();
        Part? last = null;
        foreach (var line in (cell ?? "").Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0))
        {
            if (parts.Find(part => part.IsHeadOf(line)) is { } head)
            {
                values[last = head] = line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
            }
            else if ((table ?? (last is { HasManyLines: true } ? last : null)) is { } part)
            {
                values[part] = values.TryGetValue(part, out var before) ? $"{before}\n{line}" : line;
            }
            else
            {
                tell($"Không hiểu “{line}”. {char.ToUpperInvariant(Labels.Of(method)[0])}{Labels.Of(method)[1..]}: {Explained.First(one => one.Method == method).Words}.");
            }
        }

        var empty = new RuleForm { Method = method, LossPerPercent = null, Levels = null, Step = null };
        return values.Aggregate(empty, (form, value) => value.Key.Set(form, value.Value));
    }

    private static string? Of(bool yes) => yes ? Yes : null;

    private static bool Is(string? value) => Text.Fold(value ?? "").Trim() == Text.Fold(Yes);

    private static PortalSource? SourceOf(string? words) =>
        Enum.GetValues<PortalSource>().Where(source => Text.Fold(ByPortalRule.NameOf(source)) == Text.Fold(words ?? "").Trim()).Select(source => (PortalSource?)source).FirstOrDefault();

    /// <summary>One parameter; without a head the table of the method.</summary>
    private sealed record Part(ScoringMethod Method, string? Head, Func<RuleForm, string?> Get, Func<RuleForm, string?, RuleForm> Set)
    {
        public bool HasManyLines { get; init; }

        public bool IsHeadOf(string line) =>
            Head is not null && line.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon && Text.Words(line[..colon]).SequenceEqual(Text.Words(Head));
    }
}
