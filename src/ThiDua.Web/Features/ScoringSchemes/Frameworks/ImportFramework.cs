using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared.Imports;

namespace ThiDua.Web.Features.ScoringSchemes.Frameworks;

/// <summary>Shows what a workbook would make of the draft of a framework; writes nothing.</summary>
public sealed class PreviewFramework(ShowFramework show, KeptFile kept)
{
    public async Task<FrameworkImportPage> Handle(int authorityId, int frameworkId, byte[]? file = null)
    {
        var page = await show.Handle(authorityId, frameworkId);
        if (file is null)
        {
            return new(page);
        }

        var read = SchemeTable.Read(file);
        var change = read.Criteria.Count > 0 ? TreeChange.Of(page.Framework.Picture(), PreviewScheme.Rows(read)) : null;
        return new(page, new(read.Table, kept.Keep(Purpose(frameworkId), file, Digest(page.Framework, read))), change);
    }

    internal static string Purpose(int frameworkId) => $"framework-{frameworkId}";

    internal static string Digest(FrameworkScheme framework, ReadScheme read) => $"{framework.Id} {framework.Version}\n{string.Join('\n', read.Criteria)}";
}

/// <summary>Replaces the rows of the draft by those of a previewed workbook; a number that stays keeps its mark.</summary>
public sealed class ImportFramework(PortalDb db, KeptFile kept, PreviewFramework preview, CurrentActor current)
{
    /// <returns>A new preview where the draft, or what the rows mean, changed since the one confirmed; null when imported.</returns>
    public async Task<FrameworkImportPage?> Handle(int authorityId, int frameworkId, ImportConfirmForm form)
    {
        var file = kept.Open(PreviewFramework.Purpose(frameworkId), form.Kept, out var isPreviewOf);
        var framework = await db.FrameworkToChange(authorityId, frameworkId);
        var read = SchemeTable.Read(file);
        if (read.Criteria.Count == 0 || !isPreviewOf(PreviewFramework.Digest(framework, read)))
        {
            return await preview.Handle(authorityId, frameworkId, file);
        }

        db.RemoveRange(framework.Rewrite(current.Actor, PreviewScheme.Rows(read)));
        await db.SaveChangesAsync();
        return null;
    }
}
