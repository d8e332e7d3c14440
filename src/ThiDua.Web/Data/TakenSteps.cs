using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using ThiDua.Domain;
using ThiDua.Domain.Clusters;

namespace ThiDua.Web.Data;

/// <summary>A step that a save writes into the history of a dossier.</summary>
public sealed record TakenStep(EntityEntry<Dossier> Entry, StepTaken Step)
{
    public Dossier Dossier => Entry.Entity;

    /// <summary>The dossier's id; the entity itself learns that of a new one only when all is written.</summary>
    public int DossierId => Entry.Property(dossier => dossier.Id).CurrentValue;

    public int ClusterYearId => Dossier is ClusterYear ? DossierId : Step.ClusterYearId;

    internal static IReadOnlyList<TakenStep> In(ChangeTracker tracker)
    {
        var added = tracker.Entries<StepTaken>().Where(entry => entry.State == EntityState.Added).Select(entry => entry.Entity).ToHashSet();
        return added.Count == 0 ? [] : [.. from entry in tracker.Entries<Dossier>() from step in entry.Entity.History where added.Contains(step) select new TakenStep(entry, step)];
    }
}

/// <summary>Tells those whom a step concerns, in its transaction; implemented where it is known who that is.</summary>
public interface ITellOfSteps
{
    /// <param name="beside">A context in the transaction of the steps, which are written already.</param>
    /// <param name="steps">What was done.</param>
    /// <param name="at">Now.</param>
    /// <param name="cancellationToken">Gives the whole save up.</param>
    Task Tell(PortalDb beside, IReadOnlyList<TakenStep> steps, DateTime at, CancellationToken cancellationToken);
}
