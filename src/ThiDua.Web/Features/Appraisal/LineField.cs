using System.Globalization;
using ThiDua.Domain;
using ThiDua.Domain.Scoring;

namespace ThiDua.Web.Features.Appraisal;

/// <summary>One figure of a line as its method asks for it: the name of its field, its label, and the value as typed.</summary>
public sealed record LineField(string Name, string Label, string Value, string? Unit = null)
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    /// <summary>The values to choose from, code → words; none where it is typed.</summary>
    public IReadOnlyDictionary<string, string>? Options { get; init; }

    /// <summary>The value in words, with its unit; empty where there is none.</summary>
    public string Text => Value.Length == 0 ? "" : Options?.GetValueOrDefault(Value) ?? $"{Value} {Unit}".TrimEnd();

    public static IReadOnlyList<LineField> Of(Criterion criterion, LineValues values)
    {
        var inputs = criterion.Rule!.Inputs;
        var fields = new List<LineField>();
        Add(LineInputs.Target, () => new(nameof(LineValues.Target), "Chỉ tiêu", Typed(values.Target), criterion.Unit));
        Add(LineInputs.Achieved, () => new(nameof(LineValues.Achieved), LabelOfAchieved(criterion.Rule), Typed(values.Achieved), criterion.Rule is PerOccurrenceRule ? "lần" : criterion.Unit));
        Add(LineInputs.Level, () => new(nameof(LineValues.Level), "Mức đạt được", values.Level ?? "") { Options = Levels(criterion.Rule) });
        if (criterion.Rule is WeightedRule weighted)
        {
            fields.AddRange(weighted.Parts.Select((part, index) => new LineField($"{nameof(LineValues.Parts)}[{index}]", part.Name, Typed(values.Parts?.ElementAtOrDefault(index)), "%")));
        }

        Add(LineInputs.Points, () => new(nameof(LineValues.Points), "Điểm", Typed(values.Points)), except: criterion.Rule is ByPortalRule);
        return fields;

        void Add(LineInputs which, Func<LineField> field, bool except = false)
        {
            if (inputs.HasFlag(which) && !except)
            {
                fields.Add(field());
            }
        }
    }

    /// <summary>The unit's values with what the appraiser typed in the fields of this method; nothing else that was posted counts.</summary>
    public static LineValues Values(ScoringRule rule, LineValues self, SaveAppraisedLine.Form form) => self with
    {
        Target = rule.Inputs.HasFlag(LineInputs.Target) ? form.Target : self.Target,
        Achieved = rule.Inputs.HasFlag(LineInputs.Achieved) ? form.Achieved : self.Achieved,
        Level = rule.Inputs.HasFlag(LineInputs.Level) ? Domain.Text.Clean(form.Level) : self.Level,
        Points = rule.Inputs.HasFlag(LineInputs.Points) && rule is not ByPortalRule ? form.Points : self.Points,
        Parts = rule is WeightedRule weighted ? [.. weighted.Parts.Select((_, index) => form.Parts?.ElementAtOrDefault(index))] : self.Parts,
    };

    /// <summary>Points set by hand as they count: within bounds, a deduction's with or without its minus.</summary>
    public static decimal Bounded(Criterion criterion, decimal points)
    {
        var problem = PointBounds.Problem(criterion.Max, criterion.Kind, points);
        RuleViolation.Require(problem is null, problem ?? "", nameof(SaveAppraisedLine.Form.PointsByHand));
        return PointBounds.Counted(criterion.Kind, points);
    }

    public static string Typed(decimal? figure) => figure?.ToString("0.######", Vietnamese) ?? "";

    private static string LabelOfAchieved(ScoringRule rule) => rule switch
    {
        PerOccurrenceRule => "Số lần",
        RankToPointsRule => "Thứ hạng",
        _ => "Thực hiện",
    };

    private static Dictionary<string, string> Levels(ScoringRule rule) => rule switch
    {
        LevelsRule levels => levels.Levels.ToDictionary(level => level.Code, level => level.Name),
        _ => new() { [PassOrFailRule.Passed] = "Đạt", [PassOrFailRule.Failed] = "Không đạt" },
    };
}
