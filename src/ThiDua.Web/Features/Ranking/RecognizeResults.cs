using ThiDua.Domain.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Files;

namespace ThiDua.Web.Features.Ranking;

/// <summary>Công nhận: the authority's decision; the leader may record it (ghi nhận văn bản của cấp trên).</summary>
public sealed class RecognizeResults(PortalDb db, CurrentActor current, TimeProvider clock, FileStore files)
{
    public sealed record Form : RankingDocumentForm;

    public sealed class Validator : RankingDocumentForm.DocumentRulesFor<Form>;

    public async Task Handle(Form form, CancellationToken cancellationToken)
    {
        var ranking = await db.Rankings.OneAsync();
        db.Expect(ranking, form.Version);
        ranking.Recognize(current.Actor, await form.ToNote(files, clock.GetUtcNow().UtcDateTime, cancellationToken), form.Document.ToReference(), await db.LaterResults([], cancellationToken));
        await db.SaveChangesAsync(cancellationToken);
    }
}
