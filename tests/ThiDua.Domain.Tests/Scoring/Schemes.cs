using ThiDua.Domain.Scoring;

namespace ThiDua.Domain.Tests.Scoring;

/// <summary>Small schemes to test with, and the templates that ship.</summary>
internal static class Schemes
{
    public static readonly JudgedRule Judged = new(0.01m);

    /// <summary>A (20) with A.1 (12) and A.2 (8); B bonus, cap 5, with B.1 (4) and B.2 (3); C deductions with C.1.</summary>
    public static List<SchemeNode> Small(decimal? deductionCap = null) =>
    [
        new(1, null, 1, "A", "Nội dung", 20, CriterionKind.Normal, null),
        new(2, 1, 1, "A.1", "Một", 12, CriterionKind.Normal, Judged),
        new(3, 1, 2, "A.2", "Hai", 8, CriterionKind.Normal, Judged),
        new(4, null, 2, "B", "Điểm thưởng", 5, CriterionKind.Bonus, null),
        new(5, 4, 1, "B.1", "Thưởng một", 4, CriterionKind.Bonus, Judged),
        new(6, 4, 2, "B.2", "Thưởng hai", 3, CriterionKind.Bonus, Judged),
        new(7, null, 3, "C", "Điểm trừ", deductionCap, CriterionKind.Deduction, null),
        new(8, 7, 1, "C.1", "Nộp chậm", null, CriterionKind.Deduction, new PerOccurrenceRule(2)),
    ];

    public static Dictionary<int, LeafResult> Results(params (int Leaf, decimal? Points)[] results) =>
        results.ToDictionary(result => result.Leaf, result => new LeafResult(result.Points));

    public static SchemeTemplate Template(string name)
    {
        using var stream = typeof(Schemes).Assembly.GetManifestResourceStream(name + ".json")!;
        using var reader = new StreamReader(stream);
        return SchemeTemplate.FromJson(reader.ReadToEnd());
    }
}
