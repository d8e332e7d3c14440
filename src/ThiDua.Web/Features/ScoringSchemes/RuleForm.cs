using ThiDua.Domain.Scoring;
using ThiDua.Web.Conventions;

namespace ThiDua.Web.Features.ScoringSchemes;

/// <summary>The method of a criterion with the parameters of every method as typed; only those of the chosen method are read.</summary>
public sealed record RuleForm
{
    /// <summary>Empty: a section, which has criteria below it.</summary>
    public ScoringMethod? Method { get; init; }

    public string? LossPerPercent { get; init; } = "1";

    public bool LowerIsBetter { get; init; }

    public string? Cap { get; init; }

    public bool RelativeLowerIsBetter { get; init; }

    /// <summary>Lines "giá trị: điểm".</summary>
    public string? Steps { get; init; }

    public bool StepsByPercent { get; init; }

    /// <summary>Lines "hạng: điểm".</summary>
    public string? Places { get; init; }

    /// <summary>Lines "mã; tên; tỷ lệ %".</summary>
    public string? Levels { get; init; } = RuleText.Write(LevelsRule.Usual.Levels);

    /// <summary>Lines "tên; trọng số".</summary>
    public string? Parts { get; init; }

    public string? PointsEach { get; init; }

    public string? OccurrenceCap { get; init; }

    public string? Step { get; init; } = "0,5";

    public string? JudgedGuide { get; init; }

    public PortalSource? Source { get; init; }

    public string? SourcePointsEach { get; init; }

    public bool AllReports { get; init; }

    public static RuleForm Of(ScoringRule? rule)
    {
        var form = new RuleForm { Method = rule?.Method };
        return rule switch
        {
            ProportionalRule it => form with { LossPerPercent = Shown.Figure(it.LossPerPercent), LowerIsBetter = it.LowerIsBetter, Cap = Shown.Figure(it.Cap) },
            ClusterRelativeRule it => form with { RelativeLowerIsBetter = it.LowerIsBetter },
            SteppedRule it => form with { Steps = RuleText.Write(it.Steps), StepsByPercent = it.ByPercentOfTarget },
            RankToPointsRule it => form with { Places = RuleText.Write(it.PointsByPlace) },
            LevelsRule it => form with { Levels = RuleText.Write(it.Levels) },
            WeightedRule it => form with { Parts = RuleText.Write(it.Parts) },
            PerOccurrenceRule it => form with { PointsEach = Shown.Figure(it.PointsEach), OccurrenceCap = Shown.Figure(it.Cap) },
            JudgedRule it => form with { Step = Shown.Figure(it.Step), JudgedGuide = it.Guide },
            ByPortalRule it => form with { Source = it.Source, SourcePointsEach = Shown.Figure(it.PointsEach), AllReports = it.AllReports },
            _ => form,
        };
    }

    /// <summary>The field beside which problems of the whole rule are told.</summary>
    public static string MainField(ScoringMethod method) => "Rule." + method switch
    {
        ScoringMethod.Proportional => nameof(LossPerPercent),
        ScoringMethod.Stepped => nameof(Steps),
        ScoringMethod.RankToPoints => nameof(Places),
        ScoringMethod.Levels => nameof(Levels),
        ScoringMethod.Weighted => nameof(Parts),
        ScoringMethod.PerOccurrence => nameof(PointsEach),
        ScoringMethod.Judged => nameof(Step),
        ScoringMethod.ByPortal => nameof(SourcePointsEach),
        _ => nameof(Method),
    };
}
