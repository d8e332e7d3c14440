using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Files;

namespace ThiDua.Web.Features.Ranking;

/// <summary>Công bố dự kiến: from here on all members see the draft summary and all appraised sheets.</summary>
public sealed class PublishDraftResults(PortalDb db, CurrentActor current, CurrentYear year, TimeProvider clock, FileStore files)
{
    public sealed record Form : RankingActForm;

    public sealed class Validator : RankingActForm.RulesFor<Form>;

    public async Task Handle(Form form, CancellationToken cancellationToken)
    {
        var ranking = await db.Rankings.OneAsync();
        db.Expect(ranking, form.Version);
        var results = await ResultsInMaking.Load(db, year.Year, ScoreStage.Appraised);
        var note = await form.ToNote(files, clock.GetUtcNow().UtcDateTime, cancellationToken);
        db.AddRange(results.ComputeClusterRelative(current.Actor, note.At));
        ranking.PublishDraft(current.Actor, note, results.Standings, results.Snapshot());
        results.MustNotMove(db);
        await db.SaveChangesAsync(cancellationToken);
    }
}
