using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Access;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.ScoringSchemes.Frameworks;

/// <summary>How the scheme of a year stands to the framework of its authority. Outdated: it was made from one that is no longer its framework.</summary>
public sealed record FrameworkStanding(FrameworkScheme? InForce, IReadOnlyList<FrameworkDeviation> Deviations, bool IsMadeFromIt, bool IsOutdated)
{
    public static FrameworkStanding Of(FrameworkScheme? inForce, ScoringScheme? scheme) => new(
        inForce,
        inForce is null || scheme is null or { State: SchemeState.Replaced or SchemeState.Dropped } ? [] : FrameworkDeviations.Of(inForce, scheme),
        inForce is not null && scheme?.Framework?.FrameworkId == inForce.Id,
        scheme?.Framework is { } followed && followed.FrameworkId != inForce?.Id);
}

/// <summary>Finds the framework in force for the cluster year entered: that of its authority which says most of whom it is for.</summary>
public sealed class FrameworkOfYear(PortalDb db, CurrentYear year)
{
    public async Task<FrameworkScheme?> Handle()
    {
        var found = await Query().AsSingleQuery().Include(row => row.Rows).ToListAsync();
        return found.MaxBy(row => row.Scope().Weight);
    }

    /// <summary>All that are for this year, some saying more of whom they are for than others.</summary>
    internal IQueryable<FrameworkScheme> Query()
    {
        var (id, authorityId, number, kind) = (year.Year.Id, year.Year.AuthorityId, year.Year.Year, year.Year.Kind);
        return db.FrameworkSchemes.AsNoTracking()
            .Where(row => row.AuthorityId == authorityId && row.Year == number && row.State == FrameworkState.Issued && (row.Kind == null || row.Kind == kind)
                && (row.Level == null || db.ClusterYears.Any(entered => entered.Id == id && entered.Cluster.Level == row.Level)));
    }
}

/// <summary>The framework as the cluster reads it, with how its scheme stands to it.</summary>
public sealed record FrameworkInYearPage(FrameworkScheme? Framework, SchemePage? Table, FrameworkStanding Standing, int? SchemeEdition);

/// <summary>Loads the framework in force beside the scheme of the year.</summary>
public sealed class ShowFrameworkInYear(FrameworkOfYear frameworks, PortalDb db)
{
    public async Task<FrameworkInYearPage> Handle()
    {
        var framework = await frameworks.Handle();
        var scheme = await db.Working().AsNoTracking().FirstOrDefaultAsync();
        return new(framework, framework is null ? null : SchemePage.Of(framework.Picture(), []), FrameworkStanding.Of(framework, scheme), scheme?.Edition);
    }
}

/// <summary>Frees the draft from a framework that is no longer the one for its year (bỏ ràng buộc).</summary>
public sealed class ReleaseScheme(PortalDb db, FrameworkOfYear frameworks, Domain.Access.CurrentActor current)
{
    public async Task Handle(AmendForm form)
    {
        var draft = await db.DraftToChange();
        draft.Release(current.Actor, await frameworks.Handle());
        db.Expect(draft, form.Version);
        await db.SaveDraft(draft);
    }
}
