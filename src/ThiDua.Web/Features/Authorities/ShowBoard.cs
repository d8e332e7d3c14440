using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Planning.Requests;
using ThiDua.Domain.Reporting;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared;

namespace ThiDua.Web.Features.Authorities;

/// <summary>Shows the board of one authority; the number of statements does not depend on the rows.</summary>
public sealed class ShowBoard(PortalDb db, ReadableYears years, CurrentActor current, ReadReportsStanding standings, TimeProvider clock)
{
    private const int FirstPlaces = 3;

    private static readonly ScoreSheetState[] Unsubmitted = [.. ScoreSheetWorkflow.OpenForEntry, ScoreSheetState.NotSubmitted];
    private static readonly ScoreSheetState[] Appraised = [ScoreSheetState.Appraised, ScoreSheetState.Agreed, ScoreSheetState.Adopted];

    public async Task<BoardPage> Handle(int authorityId, BoardFilter filter, int? page)
    {
        var authority = await db.Organizations.AsNoTracking().OneAsync(row => row.Id == authorityId);
        var found = await Rows(authorityId, filter).PageAt(page);
        var calendarYears = await Of(authorityId).Select(year => year.Year).Distinct().OrderByDescending(year => year).ToListAsync();
        return new BoardPage(authorityId, authority.Name, filter with { Search = Text.Clean(filter.Search) }, calendarYears, found with { Rows = await WithMore(found.Rows) })
        {
            WithoutYear = await db.Clusters.AsNoTracking().Where(cluster => cluster.AuthorityId == authorityId && !db.ClusterYears.Any(year => year.ClusterId == cluster.Id))
                .OrderBy(cluster => cluster.Name).Select(cluster => new BoardPage.Unopened(cluster.Id, cluster.Name)).ToListAsync(),
            Today = Days.Today(clock),
            MaySetUp = AuthorityPermissions.Grants(AuthorityPermission.SetUpClusters, current.Actor.Capacity),
        };
    }

    /// <summary>All rows that the filter finds, in order: the page cuts them, the export takes them all.</summary>
    public IQueryable<BoardRow> Rows(int authorityId, BoardFilter filter)
    {
        var today = Days.Today(clock);
        return from year in InOrder(Matching(authorityId, filter), filter.Order)
               select new BoardRow(year.Id, year.ClusterId, year.Name, year.Year, year.Cluster.Kind, year.Cluster.Level, year.Stage, year.Cluster.LeaderTitle,
                   year.Members.Where(member => year.Positions.Any(held => held.Position == Position.Leader && held.OrganizationId == member.OrganizationId && held.FromOn <= today && (held.ToOn == null || held.ToOn >= today))).Select(member => member.NameThen).FirstOrDefault(),
                   db.Rankings.Where(ranking => ranking.ClusterYearId == year.Id).Select(ranking => (RankingState?)ranking.State).FirstOrDefault(),
                   db.ScoreSheets.Count(sheet => sheet.ClusterYearId == year.Id),
                   db.ScoreSheets.Count(sheet => sheet.ClusterYearId == year.Id && db.ScoreEntries.Any(entry => entry.SheetId == sheet.Id && entry.EnteredAt != null)),
                   db.ScoreSheets.Count(sheet => sheet.ClusterYearId == year.Id && !Unsubmitted.Contains(sheet.State)),
                   db.ScoreSheets.Count(sheet => sheet.ClusterYearId == year.Id && Appraised.Contains(sheet.State)));
    }

    /// <summary>The first three of the last layer, what was sent here, and what is reported, for many rows with one statement each.</summary>
    public async Task<IReadOnlyList<BoardRow>> WithMore(IReadOnlyList<BoardRow> rows)
    {
        var ids = rows.Select(row => row.Id).ToList();
        var first = (await years.RowsOfAllYears<LayerRow>()
            .Where(row => ids.Contains(row.ClusterYearId) && row.Rank <= FirstPlaces && !db.ResultLayers.Any(later => later.ClusterYearId == row.ClusterYearId && later.Id > row.LayerId))
            .OrderBy(row => row.Rank).ThenBy(row => row.Order).Select(row => new BoardPlace(row.ClusterYearId, row.Rank!.Value, row.UnitName, row.Total)).ToListAsync()).ToLookup(place => place.ClusterYearId);
        var sent = (await SentBy(ids)).ToLookup(row => row.ClusterYearId);
        var reports = (await standings.Handle(years.RowsOfAllYears<ReportRequirement>().Where(row => ids.Contains(row.ClusterYearId)))).ToLookup(row => row.ClusterYearId);
        var now = clock.GetUtcNow().UtcDateTime;
        return [.. rows.Select(row => row with { First = [.. first[row.Id]], Sent = [.. sent[row.Id]], Reports = reports.Contains(row.Id) ? YearsReports.Of(reports[row.Id], now) : null })];
    }

    // The last one about each text; what was withdrawn is not with the authority.
    private async Task<IReadOnlyList<BoardSent>> SentBy(List<int> ids)
    {
        var rows = await years.RowsOfAllYears<AuthorityRequest>().Where(row => ids.Contains(row.ClusterYearId) && row.SentOn != null && row.State != RequestState.Withdrawn)
            .OrderByDescending(row => row.SentOn).ThenByDescending(row => row.Id).Select(row => new BoardSent(row.ClusterYearId, row.Id, row.Subject, row.Manner, row.State, row.SentOn!.Value)).ToListAsync();
        return [.. rows.DistinctBy(row => (row.ClusterYearId, row.Subject)).OrderBy(row => row.Subject)];
    }

    private IQueryable<ClusterYear> Of(int authorityId) => years.Query().Where(year => year.Cluster.AuthorityId == authorityId);

    private IQueryable<ClusterYear> Matching(int authorityId, BoardFilter filter)
    {
        var found = Of(authorityId).Where(year => (filter.Year == null || year.Year == filter.Year) && (filter.Level == null || year.Cluster.Level == filter.Level));
        foreach (var word in Text.Words(filter.Search ?? ""))
        {
            found = found.Where(year => db.SearchEntries.Any(entry => entry.Kind == nameof(ClusterYear) && entry.SubjectId == year.Id && entry.Words.Any(known => EF.Functions.Like(known.Word, word + "%"))));
        }

        return found;
    }

    private IQueryable<ClusterYear> InOrder(IQueryable<ClusterYear> found, BoardOrder order) => order switch
    {
        BoardOrder.Name => found.OrderBy(year => year.Name).ThenByDescending(year => year.Year),
        BoardOrder.Stage => found.OrderBy(year => year.Stage == ClusterYearStage.Concluded ? 3 : year.Stage == ClusterYearStage.Reviewing ? 2 : year.Stage == ClusterYearStage.Running ? 1 : 0).ThenBy(year => year.Name).ThenByDescending(year => year.Year),
        BoardOrder.Progress => found.OrderByDescending(year => db.ScoreSheets.Count(sheet => sheet.ClusterYearId == year.Id && !Unsubmitted.Contains(sheet.State))).ThenBy(year => year.Name).ThenByDescending(year => year.Year),
        _ => found.OrderByDescending(year => year.Year).ThenBy(year => year.Name),
    };
}
