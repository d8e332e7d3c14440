using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Papers;
using ThiDua.Web.Features.ScoreSheets;
using ThiDua.Web.Features.Workbooks;
using ThiDua.Web.Tests.Accounts;
using ThiDua.Web.Tests.Appraisal;
using ThiDua.Web.Tests.Fixture;
using ThiDua.Web.Tests.Results;

namespace ThiDua.Web.Tests.Workbooks;

/// <summary>Figures as units type them, some lines only in part.</summary>
internal static class RandomLines
{
    public static LineValues Values(Random random, Criterion leaf) => leaf.Rule switch
    {
        WeightedRule weighted => new(Parts: [.. weighted.Parts.Select(_ => Maybe(random, random.Next(-50, 12_000) / 100m))]),
        RankToPointsRule => new(Achieved: Maybe(random, random.Next(1, 4))),
        PerOccurrenceRule => new(Achieved: Maybe(random, random.Next(0, 9))),
        JudgedRule judged => new(Points: Maybe(random, judged.Step * random.Next(leaf.Kind == CriterionKind.Deduction ? (int)-(leaf.Max!.Value / judged.Step) : 0, (int)(leaf.Max!.Value / judged.Step) + 1))),
        { Inputs: LineInputs.Level } rule => new(Level: random.Next(6) == 0 ? null : Codes(rule)[random.Next(Codes(rule).Count)]),
        var rule => new(rule!.Inputs.HasFlag(LineInputs.Target) ? Maybe(random, random.Next(1, 4000) / 10m) : null, Maybe(random, random.Next(rule is SteppedRule { ByPercentOfTarget: false } ? 0 : -20, 5000) / (random.Next(2) == 0 ? 10m : 100m))),
    };

    public static string NameOf(ScoringRule rule, string code) => rule is LevelsRule levels ? levels.Levels.Single(level => level.Code == code).Name : code == PassOrFailRule.Passed ? "Đạt" : "Không đạt";

    private static List<string> Codes(ScoringRule rule) => rule is LevelsRule levels ? [.. levels.Levels.Select(level => level.Code)] : [PassOrFailRule.Passed, PassOrFailRule.Failed];

    private static decimal? Maybe(Random random, decimal figure) => random.Next(12) == 0 ? null : figure;
}
