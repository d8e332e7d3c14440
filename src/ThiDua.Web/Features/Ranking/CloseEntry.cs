using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Files;

namespace ThiDua.Web.Features.Ranking;

/// <summary>Khóa nhập liệu: cluster-relative leaves are computed for the whole cluster and kept with their inputs.</summary>
public sealed class CloseEntry(PortalDb db, CurrentActor current, CurrentYear year, TimeProvider clock, FileStore files)
{
    public sealed record Form : RankingActForm;

    public sealed class Validator : RankingActForm.RulesFor<Form>;

    public async Task Handle(Form form, CancellationToken cancellationToken)
    {
        var ranking = await db.Rankings.OneAsync();
        db.Expect(ranking, form.Version);
        var results = await ResultsInMaking.Load(db, year.Year, ScoreStage.Self);
        var note = await form.ToNote(files, clock.GetUtcNow().UtcDateTime, cancellationToken);
        ranking.CloseEntry(current.Actor, note, results.Standings);
        db.AddRange(results.ComputeClusterRelative(current.Actor, note.At));
        results.MustNotMove(db);
        await db.SaveChangesAsync(cancellationToken);
    }
}

/// <summary>Mở lại nhập liệu: the computed points of cluster-relative leaves are provisional again.</summary>
public sealed class ReopenEntry(PortalDb db, CurrentActor current, TimeProvider clock, FileStore files)
{
    public sealed record Form : RankingActForm;

    public sealed class Validator : RankingActForm.RulesFor<Form>;

    public async Task Handle(Form form, CancellationToken cancellationToken)
    {
        var ranking = await db.Rankings.OneAsync();
        db.Expect(ranking, form.Version);
        ranking.ReopenEntry(current.Actor, await form.ToNote(files, clock.GetUtcNow().UtcDateTime, cancellationToken));
        await db.SaveChangesAsync(cancellationToken);
    }
}
