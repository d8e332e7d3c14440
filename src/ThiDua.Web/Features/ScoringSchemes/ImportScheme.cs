using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared.Imports;

namespace ThiDua.Web.Features.ScoringSchemes;

/// <summary>The page of importing: the draft as it stands, and once a file was chosen its preview with what it would do.</summary>
public sealed record SchemeImportPage(ScoringScheme Scheme, ImportPreview? Preview = null, TreeChange? Change = null)
{
    /// <summary>What the file would break of the framework that the draft was made from.</summary>
    public IReadOnlyList<string> Broken { get; init; } = [];
}

/// <summary>What a tree written anew does to the draft, by the numbers of its criteria.</summary>
public sealed record TreeChange(IReadOnlyList<string> Added, IReadOnlyList<string> Changed, IReadOnlyList<string> Removed, int Same)
{
    public static TreeChange Of(ScoringScheme scheme, IReadOnlyList<(string? ParentCode, CriterionDescription Description)> rows)
    {
        var codes = scheme.Criteria.ToDictionary(row => row.Id, row => row.Code);
        var before = scheme.Criteria.ToDictionary(row => row.Code, row => (row.ParentId is { } parent ? codes[parent] : null, row.Description()), StringComparer.OrdinalIgnoreCase);
        var after = rows.Select(row => row.Description.Code).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var changed = rows.Where(row => before.TryGetValue(row.Description.Code, out var was) && was != (row.ParentCode, row.Description)).Select(row => row.Description.Code).ToList();
        return new([.. rows.Select(row => row.Description.Code).Where(code => !before.ContainsKey(code))], changed, [.. before.Keys.Where(code => !after.Contains(code))], rows.Count(row => before.ContainsKey(row.Description.Code)) - changed.Count);
    }
}

/// <summary>Shows what a workbook would make of the draft; writes nothing.</summary>
public sealed class PreviewScheme(PortalDb db, KeptFile kept)
{
    public const string Purpose = "scheme";

    public async Task<SchemeImportPage> Handle(byte[]? file = null)
    {
        var scheme = await db.Working().AsNoTracking().FirstOrDefaultAsync() ?? throw new NotFound();
        if (file is null)
        {
            return new(scheme);
        }

        var read = SchemeTable.Read(file);
        var change = read.Criteria.Count > 0 ? TreeChange.Of(scheme, Rows(read)) : null;
        return new(scheme, new(read.Table, kept.Keep(Purpose, file, Digest(scheme, read))), change) { Broken = change is null ? [] : scheme.BrokenBy(Rows(read)) };
    }

    internal static IReadOnlyList<(string? ParentCode, CriterionDescription Description)> Rows(ReadScheme read) => [.. read.Criteria.Select(row => (row.ParentCode, row.Description))];

    /// <summary>What was previewed: the rows, and the draft that they would replace.</summary>
    internal static string Digest(ScoringScheme scheme, ReadScheme read) => $"{scheme.Id} {scheme.Version} {CriteriaSeen.Of(scheme)}\n{read.NotAssigned}\n{string.Join('\n', read.Criteria)}";
}

/// <summary>Replaces the tree of the draft by that of a previewed workbook, whole or not at all.</summary>
public sealed class ImportScheme(PortalDb db, KeptFile kept, PreviewScheme preview, CurrentActor current, TimeProvider clock)
{
    /// <returns>A new preview where the draft, or what the rows mean, changed since the one confirmed; null when imported.</returns>
    public async Task<SchemeImportPage?> Handle(ImportConfirmForm form)
    {
        var file = kept.Open(PreviewScheme.Purpose, form.Kept, out var isPreviewOf);
        var scheme = await db.DraftToChange();
        RuleViolation.Require(scheme.State == SchemeState.Draft, ScoringSchemesController.Closed(scheme.State));
        var read = SchemeTable.Read(file);
        if (read.Criteria.Count == 0 || !isPreviewOf(PreviewScheme.Digest(scheme, read)))
        {
            return await preview.Handle(file);
        }

        db.MustStillHave(scheme, CriteriaSeen.Of(scheme), "Bảng tiêu chí vừa được người khác sửa. Hãy xem trước lại tệp.");
        db.RemoveRange(scheme.RewriteCriteria(current.Actor, PreviewScheme.Rows(read)));
        if (read.NotAssigned is { } policy && policy != scheme.NotAssigned)
        {
            scheme.Describe(current.Actor, scheme.Terms() with { NotAssigned = policy }, clock.GetUtcNow().UtcDateTime);
        }

        await db.SaveDraft(scheme);
        return null;
    }
}
