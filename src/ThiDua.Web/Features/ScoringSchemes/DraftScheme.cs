using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Access;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.ScoringSchemes;

/// <summary>Starts the scheme of the year (lập dự thảo), empty or with the criteria of its source.</summary>
public sealed class StartScheme(PortalDb db, SchemeSources sources, CurrentActor current, CurrentYear year)
{
    public async Task Handle(StartSchemeForm form)
    {
        var source = await sources.Find(form.Source);
        RuleViolation.Require(!await db.ScoringSchemes.AnyAsync(), There);
        var scheme = new ScoringScheme(current.Actor, year.Year.Id, form.ToTerms() with { Bands = source.Terms.Bands });
        if (source.Framework is { } framework)
        {
            RuleViolation.Require(form.ContentTotal == framework.ContentTotal, $"Tổng điểm nội dung theo bảng điểm khung là {Conventions.Shown.Figure(framework.ContentTotal)}.", nameof(form.ContentTotal));
            scheme.Follow(current.Actor, framework);
        }
        else
        {
            scheme.AddCriteria(current.Actor, source.Criteria);
        }

        db.Add(scheme);
        await db.SaveOnce(There);

        if (KeysFor(scheme, source) is { Count: > 0 } keys)
        {
            // Keys name criteria by id, which exist only now.
            scheme.BreakTiesBy(current.Actor, keys);
            await db.SaveChangesAsync();
        }
    }

    // The ladder that the year's parameters lay down, as far as the scheme has what it names; else that of the source.
    private List<TieKey> KeysFor(ScoringScheme scheme, SchemeSource source) =>
        [.. (year.Year.Parameters.TieKeys is { Count: > 0 } laidDown ? laidDown : source.TieKeys)
            .Where(key => key.Code is null || scheme.Criteria.Any(row => row.Code == key.Code))
            .Select(key => new TieKey(key.Kind, key.Code is null ? null : scheme.Criteria.Single(row => row.Code == key.Code).Id))];

    private const string There = "Năm thi đua này vừa có bảng tiêu chí do người khác lập; hãy mở lại trang Tiêu chí và thang điểm.";
}

/// <summary>Writes the terms of the draft.</summary>
public sealed class DescribeScheme(PortalDb db, CurrentActor current, TimeProvider clock)
{
    public async Task Handle(TermsForm form)
    {
        var scheme = await db.DraftToChange();
        var keys = form.TieKeys.Select(TermsForm.Read).OfType<TieKey>().ToList();
        for (var rung = 0; rung < keys.Count; rung++)
        {
            RuleViolation.Require(keys[rung].NodeId is null || scheme.Criteria.Any(row => row.Id == keys[rung].NodeId), "Mục hoặc tiêu chí này không còn trong bảng.", $"{nameof(form.TieKeys)}[{rung}]");
        }

        scheme.Describe(current.Actor, form.ToTerms() with { TieKeys = keys, Bands = [.. form.Bands.Where(band => !band.IsEmpty).Select(band => band.ToBand())] }, clock.GetUtcNow().UtcDateTime);
        db.Expect(scheme, form.Version);
        await db.SaveChangesAsync();
    }
}

/// <summary>The draft as those who write it load and guard it.</summary>
internal static class Drafts
{
    /// <summary>Every version of the year's scheme: in force, drafts, earlier ones.</summary>
    public static IQueryable<ScoringScheme> AllSchemes(this PortalDb db) => db.ScoringSchemes.IgnoreQueryFilters([PortalDb.OneScheme]);

    /// <summary>The draft that is worked on first, be it of the next version; then the scheme in force, which refuses changes.</summary>
    public static IQueryable<ScoringScheme> Working(this PortalDb db) =>
        db.AllSchemes().Include(row => row.Criteria).Where(row => row.AmendsId == null || SchemeWorkflow.Unissued.Contains(row.State)).OrderByDescending(row => row.AmendsId);

    public static async Task<ScoringScheme> DraftToChange(this PortalDb db) => await db.Working().FirstOrDefaultAsync() ?? throw new NotFound();

    /// <summary>Saves what was changed in the criteria, provided that the scheme is still a draft, and the number written free.</summary>
    public static async Task SaveDraft(this PortalDb db, ScoringScheme scheme, string? code = null, int exceptId = 0)
    {
        db.MustStillBe(db.AllSchemes().Where(row => row.Id == scheme.Id && row.State == SchemeState.Draft), row => row.State, "Bảng tiêu chí và thang điểm vừa được ban hành hoặc đưa ra lấy ý kiến, không sửa được nữa.");
        if (code is not null)
        {
            // The row of the scheme is taken above: whoever writes another number waits for this one.
            db.MustStillBe(db.Criteria.IgnoreQueryFilters([PortalDb.OneScheme]).Where(row => row.SchemeId == scheme.Id && row.Code == code && row.Id != exceptId), row => row.Order, "Số thứ tự này vừa được người khác dùng cho một tiêu chí khác.", rows: 0, field: nameof(Criterion.Code));
        }

        await db.SaveChangesAsync();
    }

    /// <summary>At the save the criteria are still those that were seen; whoever edits them waits for it.</summary>
    public static void MustStillHave(this PortalDb db, ScoringScheme scheme, CriteriaSeen seen, string refusal)
    {
        var itself = db.AllSchemes().Where(row => row.Id == scheme.Id);
        var criteria = db.Criteria.Where(row => row.SchemeId == scheme.Id); // of all versions, as the query that it stands in
        db.MustStillBe(itself, row => row.State, refusal); // takes the row, for which whoever edits criteria waits
        db.MustStillBe(itself.Where(row => criteria.Count() == seen.Count && (seen.Count == 0 || (criteria.Max(one => one.Id) == seen.LastId && criteria.Sum(one => one.Version) == seen.Versions))), row => row.State, refusal);
    }

    /// <summary>A criterion that was there and is gone is told; one that never was does not exist.</summary>
    public static async Task RequireCriterion(this PortalDb db, ScoringScheme scheme, int criterionId)
    {
        if (scheme.Criteria.All(row => row.Id != criterionId))
        {
            var subject = $"{criterionId}";
            var removed = await db.AuditEntries.AsNoTracking().Where(row => row.ClusterYearId == scheme.ClusterYearId && row.Kind == nameof(Criterion) && row.Subject == subject)
                .OrderByDescending(row => row.Id).Select(row => row.UserName).FirstOrDefaultAsync() ?? throw new NotFound();
            throw new RuleViolation($"{removed} vừa xóa tiêu chí này khỏi bảng.");
        }
    }
}
