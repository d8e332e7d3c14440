using ThiDua.Domain.Scoring;

namespace ThiDua.Domain.Registrations;

/// <summary>The target of a leaf that counts for a unit, and where it comes from; the other source stands in its words.</summary>
public sealed record TargetInForce(decimal Value, string Ground)
{
    /// <summary>What counts by the leaf's choice among the targets in force; where only one source has a target, that counts.</summary>
    public static TargetInForce? Of(Criterion leaf, IEnumerable<Target> inForce)
    {
        var ofLeaf = inForce.Where(row => row.CriterionId == leaf.Id).ToList();
        var (assigned, registered) = (ofLeaf.Find(row => row.Source == TargetSource.Assigned), ofLeaf.Find(row => row.Source == TargetSource.Registered));
        if (!TakesTarget(leaf) || (assigned ?? registered) is not { } only)
        {
            return null;
        }

        return assigned is null || registered is null ? new(only.Value, only.InWords)
            : Counts(leaf, assigned, registered) ? new(assigned.Value, $"{assigned.InWords}; đăng ký {Figures.Value(registered.Value)}")
            : new(registered.Value, $"{registered.InWords}; được giao {Figures.Value(assigned.Value)}");
    }

    public static bool TakesTarget(Criterion leaf) => leaf.Rule is { } rule && rule.Inputs.HasFlag(LineInputs.Target);

    private static bool Counts(Criterion leaf, Target assigned, Target registered) => leaf.CountedTarget switch
    {
        CountedTarget.Registered => false,
        CountedTarget.MoreDemanding => ScoringWithoutTarget.LowerIsBetter(leaf.Rule!) ? assigned.Value <= registered.Value : assigned.Value >= registered.Value,
        _ => true,
    };
}
