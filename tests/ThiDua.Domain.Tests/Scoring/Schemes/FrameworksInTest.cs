using System.Reflection;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;

namespace ThiDua.Domain.Tests.Scoring;

/// <summary>A framework of an authority, and drafts that follow it.</summary>
internal static class FrameworksInTest
{
    public const int Authority = 9;
    public static readonly Actor Head = new(1, "Lãnh đạo", 1, "Chủ tịch", Authority, Capacity.Head) { Positions = new HashSet<Position> { Position.Authority } };
    public static readonly Actor Leader = new(2, "Chuyên viên", 2, "Chuyên viên", 1, Capacity.Clerk) { ClusterYearId = 1, UnitId = 1, Positions = new HashSet<Position> { Position.Leader } };
    public static readonly StepNote Note = new(new(2020, 2, 1, 2, 0, 0, DateTimeKind.Utc));
    public static readonly DocumentReference Document = new("15/QĐ-UBND", new(2020, 1, 15), "UBND tỉnh", "Bảng điểm khung");
    public static readonly CriterionDescription Own = new("II.2", "Tiêu chí của cụm", CriterionKind.Normal, 10, new PassOrFailRule());

    public static readonly IReadOnlyList<(string? ParentCode, CriterionDescription Description)> Lines =
    [
        (null, new("I", "Chung", CriterionKind.Normal, 60, null)),
        ("I", new("I.1", "Một", CriterionKind.Normal, 40, new ProportionalRule()) { Unit = "%" }),
        ("I", new("I.2", "Hai", CriterionKind.Normal, 20, new JudgedRule(0.5m))),
        (null, new("II", "Riêng", CriterionKind.Normal, 40, null)),
        ("II", new("II.1", "Gợi ý", CriterionKind.Normal, 40, new JudgedRule(0.5m))),
        (null, new("C", "Điểm trừ", CriterionKind.Deduction, null, null)),
        ("C", new("C.1", "Nộp chậm", CriterionKind.Deduction, null, new PerOccurrenceRule(2))),
    ];

    public static FrameworkScheme Framework(bool isIssued = true)
    {
        var framework = new FrameworkScheme(Head, Authority, new(2020), "Khung", 100);
        framework.Rewrite(Head, Lines, code => code == "II" ? FrameworkPart.Free : null);
        if (isIssued)
        {
            framework.Issue(Head, Note, Document, null);
        }

        return framework;
    }

    public static ScoringScheme Following(FrameworkScheme framework)
    {
        var scheme = new ScoringScheme(Leader, 1, new("Bảng", 100) { CutOffOn = new(2020, 11, 30) });
        scheme.Follow(Leader, framework);
        return AsStored(scheme);
    }

    // Ids as the database gives them.
    public static ScoringScheme AsStored(ScoringScheme scheme)
    {
        void Set(Criterion row, string name, object? value) => typeof(Criterion).GetProperty(name, BindingFlags.Public | BindingFlags.Instance)!.SetValue(row, value);
        foreach (var (row, index) in scheme.Criteria.Select((row, index) => (row, index)))
        {
            Set(row, nameof(Criterion.Id), index + 1);
        }

        foreach (var row in scheme.Criteria.Where(row => row.Parent is not null))
        {
            Set(row, nameof(Criterion.ParentId), row.Parent!.Id);
        }

        return scheme;
    }

    public static int IdOf(ScoringScheme scheme, string code) => scheme.Criteria.Single(row => row.Code == code).Id;

    public static CriterionDescription Of(ScoringScheme scheme, string code) => scheme.Criteria.Single(row => row.Code == code).Description();

    public static IReadOnlyList<(string?, CriterionDescription)> Rows(ScoringScheme scheme, Func<string, (string?, CriterionDescription), (string?, CriterionDescription)?> change) =>
        [.. scheme.Lines().Select(line => change(line.Description.Code, line)).OfType<(string?, CriterionDescription)>()];
}
