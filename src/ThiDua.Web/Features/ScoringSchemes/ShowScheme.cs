using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Features.ScoringSchemes.Frameworks;

namespace ThiDua.Web.Features.ScoringSchemes;

/// <summary>Loads a version of the year's scheme; null while there is none. Members read drafts too, to comment on them.</summary>
public sealed class ShowScheme(PortalDb db, CurrentActor current, CurrentYear year, FrameworkOfYear frameworks)
{
    /// <summary>The scheme in force, or the first draft.</summary>
    public Task<SchemePage?> Handle() => Page(db.ScoringSchemes);

    /// <summary>The draft that is worked on, or the scheme in force.</summary>
    public Task<SchemePage?> Draft() => Page(db.Working());

    /// <summary>A version by its number; what was given up is none.</summary>
    public Task<SchemePage?> Edition(int number) => Page(db.AllSchemes().Where(row => row.Edition == number && row.State != SchemeState.Dropped));

    private async Task<SchemePage?> Page(IQueryable<ScoringScheme> schemes)
    {
        var scheme = await schemes.AsNoTracking().Include(row => row.Criteria).Include(row => row.History).FirstOrDefaultAsync();
        if (scheme is null)
        {
            return null;
        }

        var ofYear = frameworks.Query();
        var found = await db.AllSchemes().AsNoTracking().Where(row => row.State != SchemeState.Dropped).OrderByDescending(row => row.Edition)
            .Select(row => new { Version = new SchemeVersion(row.Edition, row.State, row.IssuedBy), HasFramework = ofYear.Any() }).ToListAsync();
        var framework = found.Exists(row => row.HasFramework) ? await frameworks.Handle() : null;
        var isClosed = scheme.State == SchemeState.Issued && await db.Rankings.AnyAsync(row => row.State != RankingState.Collecting);
        return SchemePage.Of(scheme, year.Year.Stage == ClusterYearStage.Concluded ? [] : [.. SchemeWorkflow.Table.OpenTo(current.Actor, scheme.State)]) with { Versions = [.. found.Select(row => row.Version)], IsEntryClosed = isClosed, Standing = FrameworkStanding.Of(framework, scheme) };
    }
}
