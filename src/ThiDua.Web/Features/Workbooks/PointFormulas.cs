using System.Globalization;
using ThiDua.Domain.Scoring;

namespace ThiDua.Web.Features.Workbooks;

/// <summary>Where the formula of a line finds what it computes from: addresses of cells.</summary>
public sealed record FormulaCells(string Max, string Target, string Achieved, string Level, string Points, IReadOnlyList<string> Parts, IReadOnlyList<string> LevelNames);

/// <summary>The points of a line as formulas of a spreadsheet (công thức tính điểm); they say what <see cref="ScoringRule.Compute"/> says, and nothing where that refuses.</summary>
/// <remarks>A spreadsheet counts in binary fractions: the first rounding takes away their noise, the second is that of the rule.</remarks>
public static class PointFormulas
{
    private const int MostSteps = 60; // IFs within each other

    /// <summary>The formula without "="; null where the spreadsheet cannot know the points.</summary>
    public static string? Of(ScoringRule rule, decimal? max, CriterionKind kind, FormulaCells at)
    {
        var sign = kind == CriterionKind.Deduction ? "-" : "";
        return rule switch
        {
            ProportionalRule proportional => Proportional(proportional, at),
            ClusterRelativeRule relative => ToTarget(at.Target, at.Achieved, relative.LowerIsBetter, $"{Rounded($"{at.Max}/2")}", ratio => Rounded($"{at.Max}/2*MAX(0,{ratio})")),
            SteppedRule stepped when stepped.Steps.Count <= MostSteps => Stepped(stepped, sign, at),
            RankToPointsRule ranked => $"IF(COUNT({at.Achieved})<1,\"\",IF(OR({at.Achieved}<1,{at.Achieved}>{ranked.PointsByPlace.Count},{at.Achieved}<>INT({at.Achieved})),\"\",CHOOSE({at.Achieved},{string.Join(",", ranked.PointsByPlace.Select(points => Plain(Domain.Points.Round(points))))})))",
            PassOrFailRule => $"IF({at.Level}={at.LevelNames[0]},{(sign.Length == 0 ? Rounded(at.Max) : "0")},IF({at.Level}={at.LevelNames[1]},{(sign.Length == 0 ? "0" : "-" + Rounded(at.Max))},\"\"))",
            LevelsRule levels when levels.Levels.Count <= MostSteps => Nested(levels.Levels.Select((level, index) => ($"{at.Level}={at.LevelNames[index]}", $"{sign}{Rounded($"{at.Max}*{Plain(level.Share)}")}")), "\"\""),
            WeightedRule weighted => Weighted(weighted, sign, at),
            PerOccurrenceRule each => $"IF(COUNT({at.Achieved})<1,\"\",IF(OR({at.Achieved}<0,{at.Achieved}<>INT({at.Achieved})),\"\",{sign}{Rounded($"MIN({string.Join(",", Limits($"{at.Achieved}*{Plain(each.PointsEach)}", each.Cap, max, at.Max))})")}))",
            JudgedRule judged => $"IF(COUNT({at.Points})<1,\"\",IF(OR(ABS({at.Points})>{at.Max}{(sign.Length == 0 ? $",{at.Points}<0" : "")}{OffStep(judged.Step, at.Points)}),\"\",{sign}ROUND(ABS({at.Points}),2)))",
            _ => null,
        };
    }

    /// <summary>What stands below a section, within its cap.</summary>
    public static string Sum(IReadOnlyList<string> cells, CriterionKind kind, decimal? cap)
    {
        var sum = cells.Count == 0 ? "0" : $"SUM({string.Join(",", cells.Chunk(100).Select(some => cells.Count <= 100 ? string.Join(",", some) : $"SUM({string.Join(",", some)})"))})";
        return (kind, cap) switch
        {
            (CriterionKind.Bonus, { } most) => $"MIN({Plain(most)},{sum})",
            (CriterionKind.Deduction, { } most) => $"MAX({Plain(-most)},{sum})",
            _ => sum,
        };
    }

    private static string Proportional(ProportionalRule rule, FormulaCells at)
    {
        var achieved = rule.Cap is { } cap ? $"MIN({at.Achieved},{Plain(cap)})" : at.Achieved;
        return ToTarget(at.Target, achieved, rule.LowerIsBetter, $"ROUND({at.Max},2)", ratio => Rounded($"{at.Max}*MAX(0,1-{Plain(rule.LossPerPercent)}*(1-{ratio}))"), at.Achieved);
    }

    private static string ToTarget(string target, string achieved, bool lowerIsBetter, string met, Func<string, string> missed, string? counted = null)
    {
        var (reached, ratio) = lowerIsBetter ? ($"{achieved}<={target}", $"{target}/{achieved}") : ($"{achieved}>={target}", $"{achieved}/{target}");
        return $"IF(COUNT({target},{counted ?? achieved})<2,\"\",IF({target}<=0,\"\",IF({reached},{met},{missed(ratio)})))";
    }

    private static string Stepped(SteppedRule rule, string sign, FormulaCells at)
    {
        var value = rule.ByPercentOfTarget ? $"ROUND({at.Achieved}/{at.Target}*100,9)" : at.Achieved;
        var points = Nested(rule.Steps.OrderByDescending(step => step.From).Select(step => ($"{value}>={Plain(step.From)}", sign + Plain(Domain.Points.Round(step.Points)))), "0");
        return rule.ByPercentOfTarget
            ? $"IF(COUNT({at.Target},{at.Achieved})<2,\"\",IF({at.Target}<=0,\"\",{points}))"
            : $"IF(COUNT({at.Achieved})<1,\"\",{points})";
    }

    private static string Weighted(WeightedRule rule, string sign, FormulaCells at)
    {
        var reached = string.Join("+", rule.Parts.Select((part, index) => $"{Plain(part.Weight)}*MIN(100,MAX(0,{at.Parts[index]}))"));
        return $"IF(COUNT({string.Join(",", at.Parts)})<{rule.Parts.Count},\"\",{sign}{Rounded($"{at.Max}*({reached})/{Plain(rule.Parts.Sum(part => part.Weight) * 100)}")})";
    }

    private static string OffStep(decimal step, string points) => step > 0 ? $",ROUND({points}/{Plain(step)},6)<>ROUND({points}/{Plain(step)},0)" : "";

    private static IEnumerable<string> Limits(string sum, decimal? cap, decimal? max, string maxAt)
    {
        yield return sum;
        if (cap is { } most)
        {
            yield return Plain(most);
        }

        if (max is not null)
        {
            yield return maxAt;
        }
    }

    private static string Nested(IEnumerable<(string When, string Then)> cases, string otherwise) =>
        cases.Reverse().Aggregate(otherwise, (rest, one) => $"IF({one.When},{one.Then},{rest})");

    private static string Rounded(string value) => $"ROUND(ROUND({value},11),2)";

    private static string Plain(decimal figure) => figure.ToString("0.############################", CultureInfo.InvariantCulture);
}
