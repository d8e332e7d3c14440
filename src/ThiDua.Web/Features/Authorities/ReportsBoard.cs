using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Planning;
using ThiDua.Domain.Reporting;
using ThiDua.Web.Access;
using ThiDua.Web.Conventions;
using ThiDua.Web.Data;
using ThiDua.Web.Documents;
using ThiDua.Web.Features.Shared;

namespace ThiDua.Web.Features.Authorities;

/// <summary>A requirement of one cluster year on its authority's page of reports.</summary>
public sealed record ReportsRow(int ClusterYearId, string Cluster, int Year, int RequirementId, string Title, string? Period, ReportKind Kind, OwedBy OwedBy, RequirementState State, string? When, DocumentReference? ConsolidatedBy, int? LeaderId, ReportState? Sent, DateTime? SentAt)
{
    public ReportsStanding Standing { get; init; } = null!;
}

/// <summary>What the page was asked for; all of it stands in the URL.</summary>
public sealed record ReportsFilter(int? Year, ReportKind? Kind, string? Search)
{
    public bool IsEmpty => Year is null && Kind is null && Search is null;

    // What is not understood filters nothing.
    public static ReportsFilter Read(IQueryCollection query) => new(
        int.TryParse(query["nam"], out var year) ? year : null,
        Enum.GetNames<ReportKind>().Contains((string?)query["loai"]) ? Enum.Parse<ReportKind>(query["loai"]!) : null,
        Text.Clean(query["q"]));
}

/// <summary>Báo cáo của các cụm, khối: clusters × requirements, for their authority.</summary>
public sealed record ReportsBoardPage(int AuthorityId, string AuthorityName, ReportsFilter Filter, IReadOnlyList<int> Years, PageOf<ReportsRow> Page, DateTime Now)
{
    public DateOnly Today => VietnamTime.DayOf(Now);

    public IEnumerable<SelectListItem> Kinds => [new("Tất cả", ""), .. Enum.GetValues<ReportKind>().Select(kind => new SelectListItem(Labels.Of(kind), $"{kind}", kind == Filter.Kind))];
}

/// <summary>Reads what the clusters of one authority report, in a fixed number of statements.</summary>
public sealed class ShowReportsBoard(PortalDb db, ReadableYears years, ReadReportsStanding standings, TimeProvider clock)
{
    private static readonly RequirementState[] Shown = [RequirementState.Announced, RequirementState.Consolidated];

    public async Task<ReportsBoardPage> Handle(int authorityId, ReportsFilter filter, int? page)
    {
        var authority = await db.Organizations.AsNoTracking().Where(row => row.Id == authorityId).Select(row => row.Name).SingleAsync();
        var calendarYears = await years.Query().Where(year => year.Cluster.AuthorityId == authorityId).Select(year => year.Year).Distinct().OrderByDescending(year => year).ToListAsync();
        var rows = await Rows(authorityId, filter).PageAt(page);
        return new(authorityId, authority, filter, calendarYears, rows with { Rows = await WithStanding(rows.Rows) }, clock.GetUtcNow().UtcDateTime);
    }

    /// <summary>How far the units are, for many rows with one statement.</summary>
    internal async Task<IReadOnlyList<ReportsRow>> WithStanding(IReadOnlyList<ReportsRow> rows)
    {
        var ids = rows.Select(row => row.RequirementId).ToList();
        var found = (await standings.Handle(years.RowsOfAllYears<ReportRequirement>().Where(row => ids.Contains(row.Id)))).ToDictionary(row => row.RequirementId);
        return [.. rows.Where(row => found.ContainsKey(row.RequirementId)).Select(row => row with { Standing = found[row.RequirementId] })];
    }

    /// <summary>All rows that the filter finds, in order: the page cuts them, the export takes them all.</summary>
    internal IQueryable<ReportsRow> Rows(int authorityId, ReportsFilter filter)
    {
        var today = Days.Today(clock);
        var ofAuthority = years.Query().Where(year => year.Cluster.AuthorityId == authorityId && (filter.Year == null || year.Year == filter.Year));
        foreach (var word in Text.Words(filter.Search ?? ""))
        {
            ofAuthority = ofAuthority.Where(year => db.SearchEntries.Any(entry => entry.Kind == nameof(ClusterYear) && entry.SubjectId == year.Id && entry.Words.Any(known => EF.Functions.Like(known.Word, word + "%"))));
        }

        var reports = db.ReportSubmissions.IgnoreQueryFilters([PortalDb.ThisClusterYear]);
        return from requirement in db.ReportRequirements.IgnoreQueryFilters([PortalDb.ThisClusterYear]).AsNoTracking()
               join year in ofAuthority on requirement.ClusterYearId equals year.Id
               where Shown.Contains(requirement.State) && (filter.Kind == null || requirement.Kind == filter.Kind)
               orderby year.Year descending, year.Name, requirement.LastDay, requirement.Id
               select new ReportsRow(
                   year.Id, year.Name, year.Year, requirement.Id, requirement.Title, requirement.Period, requirement.Kind, requirement.OwedBy, requirement.State, requirement.When,
                   requirement.ConsolidatedBy,
                   year.Positions.Where(held => held.Position == Position.Leader && held.FromOn <= today && (held.ToOn == null || held.ToOn >= today)).Select(held => (int?)held.OrganizationId).FirstOrDefault(),
                   requirement.OwedBy == OwedBy.Leader ? reports.Where(row => row.RequirementId == requirement.Id && row.FirstSubmittedAt != null).Select(row => (ReportState?)row.State).FirstOrDefault() : null,
                   requirement.OwedBy == OwedBy.Leader ? reports.Where(row => row.RequirementId == requirement.Id).Select(row => row.FirstSubmittedAt).FirstOrDefault() : null);
    }
}

/// <summary>The authority's page of what its clusters report.</summary>
[Route("co-quan/{organizationId:int}/bao-cao")]
public sealed class ReportsBoardController(ShowReportsBoard board) : PortalController
{
    [HttpGet(""), AllowAuthority(AuthorityPermission.SeeBoard)]
    public async Task<IActionResult> Show(int organizationId, [FromQuery(Name = "trang")] int? page) => View("Reports", await board.Handle(organizationId, ReportsFilter.Read(Request.Query), page));

    /// <summary>The same table as a workbook.</summary>
    [HttpGet("tong-hop.xlsx"), AllowAuthority(AuthorityPermission.SeeBoard)]
    public async Task<IActionResult> Export(int organizationId, [FromServices] ExportReportsBoard export, CancellationToken cancellation) =>
        File(await export.Handle(organizationId, ReportsFilter.Read(Request.Query), cancellation), XlsxTable.ContentType, "bao-cao-cum-khoi.xlsx");
}
