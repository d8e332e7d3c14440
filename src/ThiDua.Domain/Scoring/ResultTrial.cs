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
        foreach (var line in tried)
        {
            Require(leaves.ContainsKey(line.UnitId), "Chọn đơn vị có bảng điểm.", $"{line.Field}.UnitId");
            var leaf = present.Nodes.FirstOrDefault(node => node.Id == line.CriterionId && node.Rule is not null) ?? throw new RuleViolation("Chọn một tiêu chí chấm điểm.", $"{line.Field}.CriterionId");
            var now = values.GetValueOrDefault((line.UnitId, line.CriterionId)) ?? new(line.UnitId, line.CriterionId, new(), false);
            values[(line.UnitId, line.CriterionId)] = line.Achieved is null ? now with { IsSetByHand = true } : now with { Values = now.Values with { Achieved = line.Achieved }, IsSetByHand = false };
            leaves[line.UnitId][leaf.Id] = new(line.Points is { } points ? WithinBounds(leaf, points, line) : ByFormula(leaf, values[(line.UnitId, line.CriterionId)].Values, line));
        }

        foreach (var leaf in present.Nodes.Where(node => node.Rule is ClusterRelativeRule && tried.Any(line => line.CriterionId == node.Id && line.Achieved is not null)))
        {
            CompareAgain(leaf, values, leaves);
        }

        return present with { Units = [.. present.Units.Select(unit => unit with { Leaves = leaves[unit.UnitId] })] };
    }

    private static decimal WithinBounds(SchemeNode leaf, decimal points, TriedLine line)
    {
        var problem = PointBounds.Problem(leaf.Max, leaf.Kind, points);
        Require(problem is null, problem ?? "", $"{line.Field}.Points");
        return PointBounds.Counted(leaf.Kind, points);
    }

    private static decimal? ByFormula(SchemeNode leaf, LineValues values, TriedLine line)
    {
        Require(leaf.Rule!.Inputs.HasFlag(LineInputs.Achieved) && leaf.Rule is not ByPortalRule, $"Tiêu chí {leaf.Code} không tính từ số thực hiện: nhập điểm.", $"{line.Field}.Achieved");
        var calculation = leaf.Rule.Compute(leaf.Max, leaf.Kind, values);
        Require(calculation.Problem is null, $"Tiêu chí {leaf.Code}: {calculation.Problem}", $"{line.Field}.Achieved");
        return calculation.Points;
    }

    // One figure of a cluster-relative leaf moves the points of every unit that is not set by hand.
    private static void CompareAgain(SchemeNode leaf, Dictionary<(int UnitId, int CriterionId), LineNow> values, Dictionary<int, Dictionary<int, LeafResult>> leaves)
    {
        var lines = values.Values.Where(line => line.CriterionId == leaf.Id).ToList();
        var computed = ((ClusterRelativeRule)leaf.Rule!).ComputeForCluster(leaf.Max ?? 0, lines.ToDictionary(line => line.UnitId, line => line.Values));
        foreach (var line in lines.Where(line => !line.IsSetByHand && leaves.ContainsKey(line.UnitId)))
        {
            leaves[line.UnitId][leaf.Id] = new(computed[line.UnitId].Points);
        }
    }
}
