using ThiDua.Domain.Access;
using ThiDua.Domain.Documents.Drafting;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.Drafts;

/// <summary>Drafted documents as those who read and write them load them.</summary>
internal static class DraftsInDb
{
    public static IQueryable<DraftedDocument> ReadableDrafts(this PortalDb db, Actor reader) => db.DraftedDocuments.Where(DraftedDocument.ReadableBy(reader));

    /// <summary>To be changed by somebody who drafts for its issuer; others are told who does.</summary>
    public static async Task<DraftedDocument> DraftToChange(this PortalDb db, int draftId, Actor by)
    {
        var draft = await db.ReadableDrafts(by).OneAsync(row => row.Id == draftId);
        draft.RequireWriting(by);
        return draft;
    }
}
