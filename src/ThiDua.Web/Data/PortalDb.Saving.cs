using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using ThiDua.Domain;
using ThiDua.Domain.Clusters;
using ThiDua.Web.Data.Audit;
using ThiDua.Web.Data.Search;

namespace ThiDua.Web.Data;

public abstract partial class PortalDb
{
    private readonly List<Func<Task>> _guards = [];

    /// <summary>Whether this save is a correction of results, the one change that a concluded year still takes.</summary>
    public bool CorrectsResults { get; set; }

    /// <summary>Before the next save, in its transaction: the query still finds its rows (one by default), and they stay so until the save is done.</summary>
    public void MustStillBe<TDossier, TState>(IQueryable<TDossier> dossiers, System.Linq.Expressions.Expression<Func<TDossier, TState>> state, string refusal, int rows = 1, string? field = null)
        where TDossier : class =>
        _guards.Add(async () =>
        {
            var touched = await dossiers.ExecuteUpdateAsync(set => set.SetProperty(state, state));
            RuleViolation.Require(touched == rows, refusal, field);
        });

    /// <summary>At the start of the next save, in its transaction; done again where the engine asks to try again.</summary>
    public void First(Func<Task> work) => _guards.Add(work);

    /// <summary>The version that the person saw; the save fails with a conflict where somebody else came first.</summary>
    public void Expect<T>(T row, int version)
        where T : class, IVersioned =>
        Entry(row).Property(x => x.Version).OriginalValue = version;

    public override Task<int> SaveChangesAsync(CancellationToken cancellationToken = default) => SaveChangesAsync(true, cancellationToken);

    public override int SaveChanges(bool acceptAllChangesOnSuccess) => throw new NotSupportedException("The portal saves with SaveChangesAsync.");

    /// <summary>Guards, the change, audit trail, search entries and notifications, in one transaction.</summary>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        ChangeTracker.DetectChanges();
        if (Database.CurrentTransaction is not null || (!ChangeTracker.HasChanges() && _guards.Count == 0))
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }

        try
        {
            var written = await Database.CreateExecutionStrategy().ExecuteAsync(() => WriteAll(cancellationToken));
            ChangeTracker.AcceptAllChanges();
            return written;
        }
        finally
        {
            _guards.Clear(); // what one save had to prove is nothing to the next
        }
    }

    private async Task<int> WriteAll(CancellationToken cancellationToken)
    {
        await using var transaction = await Database.BeginTransactionAsync(cancellationToken);
        foreach (var guard in _guards)
        {
            await guard();
        }

        var changes = AuditedChanges.In(ChangeTracker);
        var (searchables, steps) = (ChangedSearchables.In(ChangeTracker), TakenStep.In(ChangeTracker));
        var written = await base.SaveChangesAsync(acceptAllChangesOnSuccess: false, cancellationToken);
        await using var beside = Beside(Database.GetDbConnection());
        await beside.Database.UseTransactionAsync(transaction.GetDbTransaction(), cancellationToken);
        var now = clock.GetUtcNow().UtcDateTime;
        await AuditTrail.Append(beside, changes, current.MayBe, now, cancellationToken);
        await RefuseChangesOfConcludedYears(beside, changes, cancellationToken);
        await searchables.Write(beside, cancellationToken);
        await (teller is null || steps.Count == 0 ? Task.CompletedTask : teller.Tell(beside, steps, now, cancellationToken));
        await transaction.CommitAsync(cancellationToken);
        return written;
    }

    // After the chain of the year is locked: concluding a year takes the same lock.
    private async Task RefuseChangesOfConcludedYears(PortalDb beside, IReadOnlyList<AuditedChange> changes, CancellationToken cancellationToken)
    {
        if (CorrectsResults)
        {
            return;
        }

        var years = changes.Where(change => change.ClusterYearId is not null && !change.IsYearItself).Select(change => change.ClusterYearId!.Value).Distinct().ToList();
        if (years.Count > 0 && await beside.ClusterYears.AnyAsync(year => years.Contains(year.Id) && year.Stage == ClusterYearStage.Concluded, cancellationToken))
        {
            throw new RuleViolation("Năm thi đua đã kết thúc, không thay đổi được nữa.");
        }
    }
}
