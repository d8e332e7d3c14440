using ThiDua.Domain.Access;
using static ThiDua.Domain.RuleViolation;

namespace ThiDua.Domain.Scoring;

/// <summary>One figure to correct as typed; <c>Field</c> names where.</summary>
public sealed record CorrectedLine(int UnitId, string Code, decimal Points, string Reason, string Field = "");

/// <summary>What a correction changes (điều chỉnh kết quả): each line once, within its bounds, to other points than are in force.</summary>
public static class ResultCorrection
{
    public static IReadOnlyList<LineChange> Of(Actor by, ResultSnapshot inForce, IReadOnlyList<CorrectedLine> lines, DateTime at)
    {
        var leaves = inForce.Nodes.Where(node => node.Rule is not null).ToDictionary(node => node.Code, StringComparer.OrdinalIgnoreCase);
        return [.. lines.Select((line, index) =>
        {
            Require(leaves.TryGetValue(Text.Clean(line.Code) ?? "", out var leaf), $"Không có tiêu chí {line.Code}.", $"{line.Field}.Code");
            Require(!lines.Take(index).Any(before => before.UnitId == line.UnitId && string.Equals(Text.Clean(before.Code), leaf!.Code, StringComparison.OrdinalIgnoreCase)), "Dòng này đã ghi ở trên.", $"{line.Field}.Code");
            return Change(by, inForce, leaf!, line, at);
        })];
    }

    private static LineChange Change(Actor by, ResultSnapshot inForce, SchemeNode leaf, CorrectedLine line, DateTime at)
    {
        var unit = inForce.Units.FirstOrDefault(unit => unit.UnitId == line.UnitId);
        var now = unit?.Leaves.GetValueOrDefault(leaf.Id);
        Require(now is not null, "Đơn vị không có dòng điểm này trong kết quả.", $"{line.Field}.UnitId");
        Require(inForce.NotAssignedTo(unit!).ScoringOf(leaf.Id) != LeafScoring.NotScored, $"Tiêu chí {leaf.Code} không giao cho {unit!.Name} nên không có điểm để điều chỉnh.", $"{line.Field}.Code");
        var problem = PointBounds.Problem(leaf.Max, leaf.Kind, line.Points);
        Require(problem is null, problem ?? "", $"{line.Field}.Points");
        var points = PointBounds.Counted(leaf.Kind, line.Points);
        Require(points != now!.Points, "Điểm mới bằng điểm hiện có.", $"{line.Field}.Points");
        return new(line.UnitId, leaf.Id, now.Points, points, Text.Clean(line.Reason) ?? throw new RuleViolation("Nêu lý do.", $"{line.Field}.Reason"), by.UserName, at);
    }
}
