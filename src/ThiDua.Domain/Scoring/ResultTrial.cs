using static ThiDua.Domain.RuleViolation;

namespace ThiDua.Domain.Scoring;

/// <summary>One line tried otherwise: another figure achieved, or other points; <c>Field</c> names where it was typed.</summary>
public sealed record TriedLine(int UnitId, int CriterionId, decimal? Achieved, decimal? Points, string Field = "");

/// <summary>What a unit's line holds before anything is tried.</summary>
public sealed record LineNow(int UnitId, int CriterionId, LineValues Values, bool IsSetByHand);

/// <summary>What changes if (thử phương án): the results with some lines changed, by the same arithmetic; a pure function that touches no dossier.</summary>
public static class ResultTrial
{
    public static ResultSnapshot Apply(ResultSnapshot present, IReadOnlyList<LineNow> lines, IReadOnlyList<TriedLine> tried)
    {
        var leaves = present.Units.ToDictionary(unit => unit.UnitId, unit => unit.Leaves.ToDictionary());
        var values = lines.ToDictionary(line => (line.UnitId, line.CriterionId));
        var notAssigned = present.Units.ToDictionary(unit => unit.UnitId, present.NotAssignedTo);
        foreach (var line in tried)
        {
            Require(leaves.ContainsKey(line.UnitId), "Chọn đơn vị có bảng điểm.", $"{line.Field}.UnitId");
            var leaf = present.Nodes.FirstOrDefault(node => node.Id == line.CriterionId && node.Rule is not null) ?? throw new RuleViolation("Chọn một tiêu chí chấm điểm.", $"{line.Field}.CriterionId");
            var scoring = notAssigned[line.UnitId].ScoringOf(leaf.Id);
            Require(scoring != LeafScoring.NotScored, $"Tiêu chí {leaf.Code} không giao cho đơn vị nên không chấm điểm.", $"{line.Field}.CriterionId");
            var now = values.GetValueOrDefault((line.UnitId, line.CriterionId)) ?? new(line.UnitId, line.CriterionId, new(), false);
            values[(line.UnitId, line.CriterionId)] = line.Achieved is null ? now with { IsSetByHand = true } : now with { Values = now.Values with { Achieved = line.Achieved }, IsSetByHand = false };
            Set(leaves, line.UnitId, leaf.Id, line.Points is { } points ? WithinBounds(leaf, points, line) : ByFormula(leaf, scoring, values[(line.UnitId, line.CriterionId)].Values, line));
        }

        // One figure of a leaf that is compared moves the points of every unit compared with it.
        foreach (var leaf in present.Nodes.Where(node => tried.Any(line => line.CriterionId == node.Id && line.Achieved is not null)))
        {
            foreach (var together in values.Values.Where(line => line.CriterionId == leaf.Id && notAssigned.ContainsKey(line.UnitId)).GroupBy(line => notAssigned[line.UnitId].ScoringOf(leaf.Id)))
            {
                CompareAgain(leaf, together.Key, [.. together], leaves);
            }
        }

        return present with { Units = [.. present.Units.Select(unit => unit with { Leaves = leaves[unit.UnitId] })] };
    }

    private static void Set(Dictionary<int, Dictionary<int, LeafResult>> leaves, int unitId, int leafId, decimal? points) =>
        leaves[unitId][leafId] = (leaves[unitId].GetValueOrDefault(leafId) ?? new(null)) with { Points = points };

    private static decimal WithinBounds(SchemeNode leaf, decimal points, TriedLine line)
    {
        var problem = PointBounds.Problem(leaf.Max, leaf.Kind, points);
        Require(problem is null, problem ?? "", $"{line.Field}.Points");
        return PointBounds.Counted(leaf.Kind, points);
    }

    private static decimal? ByFormula(SchemeNode leaf, LeafScoring scoring, LineValues values, TriedLine line)
    {
        Require(leaf.Rule!.Inputs.HasFlag(LineInputs.Achieved) && leaf.Rule is not ByPortalRule, $"Tiêu chí {leaf.Code} không tính từ số thực hiện: nhập điểm.", $"{line.Field}.Achieved");
        var calculation = scoring == LeafScoring.WithoutTarget ? ScoringWithoutTarget.Alone(values) : leaf.Rule.Compute(leaf.Max, leaf.Kind, values);
        Require(calculation.Problem is null, $"Tiêu chí {leaf.Code}: {calculation.Problem}", $"{line.Field}.Achieved");
        return calculation.Points;
    }

    // As the sheets' own comparison: the units to which the leaf is assigned apart from those scored without target; what is set by hand stays.
    private static void CompareAgain(SchemeNode leaf, LeafScoring scoring, IReadOnlyList<LineNow> lines, Dictionary<int, Dictionary<int, LeafResult>> leaves)
    {
        var inputs = lines.ToDictionary(line => line.UnitId, line => line.Values);
        var computed = (scoring, leaf.Rule) switch
        {
            (LeafScoring.WithoutTarget, { } rule) => ScoringWithoutTarget.Compute(leaf.Max ?? 0, inputs, ScoringWithoutTarget.LowerIsBetter(rule)),
            (LeafScoring.Assigned, ClusterRelativeRule rule) => rule.ComputeForCluster(leaf.Max ?? 0, inputs),
            _ => new Dictionary<int, Calculation>(),
        };
        foreach (var line in lines.Where(line => !line.IsSetByHand && computed.ContainsKey(line.UnitId)))
        {
            Set(leaves, line.UnitId, leaf.Id, computed[line.UnitId].Points);
        }
    }
}
