using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Files;

namespace ThiDua.Web.Features.Ranking;

/// <summary>Thống nhất: what the preparatory session agreed, by its minutes; all sheets move in one transaction.</summary>
public sealed class AgreeResults(PortalDb db, CurrentActor current, CurrentYear year, TimeProvider clock, FileStore files)
{
    internal const string NoSession = "Năm thi đua này không có phiên họp trù bị: kết quả được thông qua ngay sau khi công bố dự kiến.";

    public sealed record Form : RankingDocumentForm;

    public sealed class Validator : RankingDocumentForm.DocumentRulesFor<Form>;

    public async Task Handle(Form form, CancellationToken cancellationToken)
    {
        RuleViolation.Require(year.Year.HasPreparatorySession, NoSession);
        var ranking = await db.Rankings.OneAsync();
        db.Expect(ranking, form.Version);
        var results = await ResultsInMaking.Load(db, year.Year, ScoreStage.Appraised);
        var note = await form.ToNote(files, clock.GetUtcNow().UtcDateTime, cancellationToken);
        db.AddRange(results.ComputeClusterRelative(current.Actor, note.At));
        ranking.Agree(current.Actor, note, results.Standings, results.Snapshot(), form.Document.ToReference());
        results.MustNotMove(db);
        foreach (var sheet in results.Moving)
        {
            sheet.Agree(current.Actor, note);
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}
