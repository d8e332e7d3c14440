using ThiDua.Domain.Access;

namespace ThiDua.Domain.Scoring;

/// <summary>A cluster-relative leaf computed for the whole cluster, kept with its inputs so that it recomputes to itself.</summary>
public sealed class ClusterSnapshot : IInClusterYear
{
    private ClusterSnapshot() => (Inputs, Results) = (new Dictionary<int, LineValues>(), new Dictionary<int, decimal?>());

    private ClusterSnapshot(int clusterYearId, Criterion criterion, ScoreStage stage, IReadOnlyDictionary<int, LineValues> inputs, DateTime at)
    {
        (ClusterYearId, CriterionId, Stage, Inputs, At) = (clusterYearId, criterion.Id, stage, inputs, at);
        Max = criterion.Max ?? 0;
        Rule = (ClusterRelativeRule)criterion.Rule!;
        Results = Recompute().ToDictionary(row => row.Key, row => row.Value.Points);
    }

    public int Id { get; private set; }

    public int ClusterYearId { get; private set; }

    public int CriterionId { get; private set; }

    public ScoreStage Stage { get; private set; }

    public decimal Max { get; private set; }

    public ClusterRelativeRule Rule { get; private set; } = new();

    /// <summary>What each unit entered, by unit.</summary>
    public IReadOnlyDictionary<int, LineValues> Inputs { get; private set; }

    /// <summary>The points of each unit; null where its figures do not allow any.</summary>
    public IReadOnlyDictionary<int, decimal?> Results { get; private set; }

    public DateTime At { get; private set; }

    /// <summary>Computes the leaf for all units and writes the points into their cells.</summary>
    public static ClusterSnapshot Take(Actor by, Criterion criterion, IReadOnlyList<ScoreEntry> cells, DateTime at)
    {
        var snapshot = new ClusterSnapshot(by.ClusterYearId!.Value, criterion, cells[0].Stage, cells.ToDictionary(cell => cell.Sheet.UnitId, cell => cell.Values), at);
        foreach (var cell in cells)
        {
            cell.TakeFromSnapshot(by, snapshot.Results.GetValueOrDefault(cell.Sheet.UnitId));
        }

        return snapshot;
    }

    /// <summary>The snapshot that a column goes by, of those of one leaf in the order taken: its own latest; before the appraisal has one, that of the units' own scoring.</summary>
    public static ClusterSnapshot? For(ScoreStage stage, IEnumerable<ClusterSnapshot> ofLeaf) =>
        ofLeaf.Where(snapshot => snapshot.Stage <= stage).OrderBy(snapshot => snapshot.Stage).LastOrDefault();

    public IReadOnlyDictionary<int, Calculation> Recompute(IReadOnlyDictionary<int, string>? names = null) => Rule.ComputeForCluster(Max, Inputs, names);

    /// <summary>What this unit gets with these figures among the others as they are kept here.</summary>
    public Calculation WithUnit(int unitId, LineValues values, IReadOnlyDictionary<int, string>? names = null) =>
        Rule.ComputeForCluster(Max, new Dictionary<int, LineValues>(Inputs) { [unitId] = values }, names)[unitId];
}
