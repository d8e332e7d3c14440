using System.Globalization;
using ThiDua.Domain.Scoring;

namespace ThiDua.Web.Features.Shared.Lines;

/// <summary>What is typed in the fields of one line, whoever types it.</summary>
public record TypedLine
{
    public decimal? Target { get; init; }

    public decimal? Achieved { get; init; }

    public string? Level { get; init; }

    public decimal? Points { get; init; }

    public List<decimal?>? Parts { get; init; }
}

/// <summary>One figure of a line as its method asks for it: the name of its field, its label, and the value as typed.</summary>
public sealed record LineField(string Name, string Label, string Value, string? Unit = null)
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    /// <summary>The values to choose from, code → words; none where it is typed.</summary>
    public IReadOnlyDictionary<string, string>? Options { get; init; }

    /// <summary>Where a value that is not typed here comes from (theo đăng ký, được giao tại …); null where it is typed.</summary>
    public string? Ground { get; init; }

    public bool IsTarget => Name == nameof(LineValues.Target);

    /// <summary>The value in words, with points between thousands and its unit; empty where there is none.</summary>
    public string Text => Value.Length == 0 ? "" : Options?.GetValueOrDefault(Value) ?? $"{(decimal.TryParse(Value, NumberStyles.Number, Vietnamese, out var figure) ? Figures.Value(figure) : Value)} {Unit}".TrimEnd();

    /// <summary>The value in words with where it comes from.</summary>
    public string TextWithGround => Ground is null || Text.Length == 0 ? Text : $"{Text} ({Ground})";

    public static IReadOnlyList<LineField> Of(ScoringRule rule, string? unit, LineValues values)
    {
        var fields = new List<LineField>();
        Add(LineInputs.Target, () => new(nameof(LineValues.Target), "Chỉ tiêu", Typed(values.Target), unit) { Ground = values.TargetGround });
        Add(LineInputs.Achieved, () => new(nameof(LineValues.Achieved), LabelOfAchieved(rule), Typed(values.Achieved), rule is PerOccurrenceRule ? "lần" : unit));
        Add(LineInputs.Level, () => new(nameof(LineValues.Level), "Mức đạt được", values.Level ?? "") { Options = Levels(rule) });
        if (rule is WeightedRule weighted)
        {
            fields.AddRange(weighted.Parts.Select((part, index) => new LineField($"{nameof(LineValues.Parts)}[{index}]", part.Name, Typed(values.Parts?.ElementAtOrDefault(index)), "%")));
        }

        Add(LineInputs.Points, () => new(nameof(LineValues.Points), "Điểm", Typed(values.Points)));
        return fields;

        void Add(LineInputs which, Func<LineField> field)
        {
            if (rule.Inputs.HasFlag(which) && rule is not ByPortalRule)
            {
                fields.Add(field());
            }
        }
    }

    /// <summary>The values before, with what was typed in the fields of this method; nothing else that was posted counts, nor a target where the registered or assigned one stands.</summary>
    public static LineValues Values(ScoringRule rule, LineValues before, TypedLine typed) => before with
    {
        Target = rule.Inputs.HasFlag(LineInputs.Target) && before.TargetGround is null ? typed.Target : before.Target,
        Achieved = rule.Inputs.HasFlag(LineInputs.Achieved) ? typed.Achieved : before.Achieved,
        Level = rule.Inputs.HasFlag(LineInputs.Level) ? Domain.Text.Clean(typed.Level) : before.Level,
        Points = rule.Inputs.HasFlag(LineInputs.Points) && rule is not ByPortalRule ? typed.Points : before.Points,
        Parts = rule is WeightedRule weighted ? [.. weighted.Parts.Select((_, index) => typed.Parts?.ElementAtOrDefault(index))] : before.Parts,
    };

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

/// <summary>The inputs of some fields of a line, for the partial <c>_LineInputs</c>.</summary>
public sealed record LineInputsModel(string Prefix, string Of, IEnumerable<LineField> Fields);
