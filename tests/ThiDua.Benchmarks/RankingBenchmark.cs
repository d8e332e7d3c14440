using BenchmarkDotNet.Attributes;
using ThiDua.Domain.Scoring;

namespace ThiDua.Benchmarks;

/// <summary>Totals and ranks of 1,000 units with 60 leaves each, against the bare sum of the same figures. Goal: at most 5 times.</summary>
public class RankingBenchmark
{
    private const int Units = 1000;
    private const int Leaves = 60;
    private const int PerSection = 12;
    private decimal[] _points = [];
    private ResultSnapshot _snapshot = null!;

    [GlobalSetup]
    public void Fill()
    {
        var random = new Random(2020);
        var sections = Enumerable.Range(1, Leaves / PerSection).Select(section => new SchemeNode(1000 + section, null, section, $"{section}", $"Mục {section}", PerSection * 10, CriterionKind.Normal, null));
        var leaves = Enumerable.Range(1, Leaves).Select(leaf => new SchemeNode(leaf, 1001 + ((leaf - 1) / PerSection), leaf, $"{leaf}", $"Tiêu chí {leaf}", 10, CriterionKind.Normal, new JudgedRule(0.25m)));
        var units = Enumerable.Range(1, Units).Select(unit => new UnitResult(unit, $"Đơn vị {unit}", null, Enumerable.Range(1, Leaves).ToDictionary(leaf => leaf, _ => new LeafResult(random.Next(0, 41) * 0.25m)))).ToList();
        _snapshot = new(RankBy.Points, [new(TieKeyKind.SectionTotal, 1003, "mục III")], NotAssignedPolicy.ReduceBase, [.. sections, .. leaves], units);
        _points = [.. units.SelectMany(unit => unit.Leaves.Values).Select(leaf => leaf.Points!.Value)];
    }

    [Benchmark(Baseline = true)]
    public decimal BareSum()
    {
        var sum = 0m;
        foreach (var points in _points)
        {
            sum += points;
        }

        return sum;
    }

    /// <summary>The same sum read from where a layer of results holds the points: by unit and criterion.</summary>
    [Benchmark]
    public decimal SumAsHeld()
    {
        var sum = 0m;
        foreach (var unit in _snapshot.Units)
        {
            for (var leaf = 1; leaf <= Leaves; leaf++)
            {
                sum += unit.Leaves.GetValueOrDefault(leaf)?.Points ?? 0;
            }
        }

        return sum;
    }

    [Benchmark]
    public IReadOnlyList<ResultRow> Ranking() => _snapshot.Compute();
}
