using ThiDua.Domain.Access;

namespace ThiDua.Domain.Scoring;

/// <summary>A cluster-relative leaf computed for the whole cluster, kept with its inputs so that it recomputes to itself.</summary>
public sealed class ClusterSnapshot : IInClusterYear
{
    private ClusterSnapshot() => (Inputs, Results) = (new Dictionary<int, LineValues>(), new Dictionary<int, decimal?>());

    private ClusterSnapshot(int clusterYearId, Criterion criterion, ScoreStage stage, bool amongUnitsWithoutTarget, IReadOnlyDictionary<int, LineValues> inputs, DateTime at)
    {
        (ClusterYearId, CriterionId, Stage, Inputs, At) = (clusterYearId, criterion.Id, stage, inputs, at);
        Max = criterion.Max ?? 0;
        AmongUnitsWithoutTarget = amongUnitsWithoutTarget;
        Rule = criterion.Rule as ClusterRelativeRule ?? new(ScoringWithoutTarget.LowerIsBetter(criterion.Rule!));
        Results = Recompute().ToDictionary(row => row.Key, row => row.Value.Points);
    }

    public int Id { get; private set; }

    public int ClusterYearId { get; private set; }

    public int CriterionId { get; private set; }

    public ScoreStage Stage { get; private set; }

    public decimal Max { get; private set; }

    /// <summary>How results are compared; among units without target only whether lower is better counts.</summary>
    public ClusterRelativeRule Rule { get; private set; } = new();

    /// <summary>Whether it compares the units to which the leaf is not assigned, instead of those to which it is.</summary>
    public bool AmongUnitsWithoutTarget { get; private set; }

    /// <summary>What each unit entered, by unit.</summary>
    public IReadOnlyDictionary<int, LineValues> Inputs { get; private set; }

    /// <summary>The points of each unit; null where its figures do not allow any.</summary>
    public IReadOnlyDictionary<int, decimal?> Results { get; private set; }

    public DateTime At { get; private set; }

    /// <summary>Computes the leaf for these units together and writes the points into their cells.</summary>
    public static ClusterSnapshot Take(Actor by, Criterion criterion, IReadOnlyList<ScoreEntry> cells, DateTime at, bool amongUnitsWithoutTarget = false)
    {
        var snapshot = new ClusterSnapshot(by.ClusterYearId!.Value, criterion, cells[0].Stage, amongUnitsWithoutTarget, cells.ToDictionary(cell => cell.Sheet.UnitId, cell => cell.Values), at);
        foreach (var cell in cells)
        {
            cell.TakeFromSnapshot(by, snapshot.Results.GetValueOrDefault(cell.Sheet.UnitId));
        }

        return snapshot;
    }

    /// <summary>Writes the points of units that are not compared with, by what they would get among those that are.</summary>
    public void GiveBeside(Actor by, IEnumerable<ScoreEntry> cells)
    {
        foreach (var cell in cells)
        {
            cell.TakeFromSnapshot(by, WithUnit(cell.Sheet.UnitId, cell.Values).Points);
        }
    }

    /// <summary>The snapshot that a column goes by, of those of one leaf in the order taken: its own latest; before the appraisal has one, that of the units' own scoring.</summary>
    public static ClusterSnapshot? For(ScoreStage stage, IEnumerable<ClusterSnapshot> ofLeaf, LeafScoring scoring = LeafScoring.Assigned) =>
        ofLeaf.Where(snapshot => snapshot.Stage <= stage && snapshot.AmongUnitsWithoutTarget == (scoring == LeafScoring.WithoutTarget)).OrderBy(snapshot => snapshot.Stage).LastOrDefault();

    public IReadOnlyDictionary<int, Calculation> Recompute(IReadOnlyDictionary<int, string>? names = null) => Compute(Inputs, names);

    /// <summary>What this unit gets with these figures among the others as they are kept here.</summary>
    public Calculation WithUnit(int unitId, LineValues values, IReadOnlyDictionary<int, string>? names = null) =>
        Compute(new Dictionary<int, LineValues>(Inputs) { [unitId] = values }, names)[unitId];

    private IReadOnlyDictionary<int, Calculation> Compute(IReadOnlyDictionary<int, LineValues> inputs, IReadOnlyDictionary<int, string>? names) =>
        AmongUnitsWithoutTarget ? ScoringWithoutTarget.Compute(Max, inputs, Rule.LowerIsBetter) : Rule.ComputeForCluster(Max, inputs, names);
}
