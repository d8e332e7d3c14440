using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Access;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.ScoringSchemes;

/// <summary>Loads the scheme of the year; null while there is none. Members read the draft too, to comment on it.</summary>
public sealed class ShowScheme(PortalDb db, CurrentActor current, CurrentYear year)
{
    public async Task<SchemePage?> Handle()
    {
        var scheme = await db.ScoringSchemes.AsNoTracking().Include(row => row.Criteria).Include(row => row.History).SingleOrDefaultAsync();
        return scheme is null ? null : SchemePage.Of(scheme, year.Year.Stage == ClusterYearStage.Concluded ? [] : [.. SchemeWorkflow.Table.OpenTo(current.Actor, scheme.State)]);
    }
}
