using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Documents;
using ThiDua.Domain.Organizations;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Data.Search;
using ThiDua.Web.Features.Shared;
using ThiDua.Web.Features.Shared.Tasks;

namespace ThiDua.Web.Features.Searching;

/// <summary>Finds cluster years and sheets that the office acted in may open, and organizations; counts only these.</summary>
public sealed class SearchPortal(PortalDb db, ReadableYears readable, CurrentPerson person, TimeProvider clock)
{
    private sealed record Found(string Kind, int SubjectId, int? ClusterYearId, string Title, string? Subtitle);

    public async Task<SearchPage> Handle(string? typed, int? page)
    {
        var terms = SearchTerms.Of(typed);
        IReadOnlyList<Found> found = terms.IsEmpty ? [] : await Candidates(terms);
        var years = await YearsOf(found);
        var visible = found.Where(one => one.Kind != nameof(ScoreSheet) || MayOpen(one, years)).ToList();
        var ordered = visible.OrderBy(one => terms.DistanceTo(one.Title)).ThenBy(one => Order(one.Kind)).ThenBy(one => one.Title, Text.VietnameseOrder).ThenBy(one => one.SubjectId).ToList();
        var number = Math.Clamp(page ?? 1, 1, Math.Max(1, (ordered.Count + PageSize.Rows - 1) / PageSize.Rows));
        var shown = ordered.Skip((number - 1) * PageSize.Rows).Take(PageSize.Rows).ToList();
        var organizations = await OrganizationsOf(shown);
        return new(Text.Clean(typed), new([.. shown.Select(one => Hit(one, years, organizations))], number, ordered.Count));
    }

    // Kinds that are not named here are found by nobody.
    private Task<List<Found>> Candidates(SearchTerms terms) => terms.Entries(db)
        .Where(entry => entry.Kind == nameof(Organization)
            || (entry.Kind == nameof(ClusterYear) && readable.Query().Any(year => year.Id == entry.SubjectId))
            || (entry.Kind == nameof(ScoreSheet) && readable.Query().Any(year => year.Id == entry.ClusterYearId))
            || (entry.Kind == nameof(IssuedDocument) && readable.RowsOfAllYears<IssuedDocument>().Any(row => row.Id == entry.SubjectId && row.Number != null)))
        .Select(entry => new Found(entry.Kind, entry.SubjectId, entry.ClusterYearId, entry.Title, entry.Subtitle)).ToListAsync();

    private async Task<Dictionary<int, YearInMotion>> YearsOf(IReadOnlyList<Found> found)
    {
        var ids = found.Where(one => one.Kind == nameof(ScoreSheet)).Select(one => one.ClusterYearId!.Value).Distinct().ToList();
        return ids.Count == 0 ? [] : (await new YearsInMotion(db, person.Person.UserId, Days.Today(clock)).Load(readable.Query().Where(year => ids.Contains(year.Id)))).ToDictionary(year => year.Year.Id);
    }

    private bool MayOpen(Found one, Dictionary<int, YearInMotion> years)
    {
        if (years.GetValueOrDefault(one.ClusterYearId!.Value) is not { Ranking: { } ranking } year || year.Sheets.FirstOrDefault(sheet => sheet.Id == one.SubjectId) is not { } sheet)
        {
            return false;
        }

        var actor = EnterClusterYear.ActorIn(year.Year, person.Person);
        return SheetAccess.MayRead(actor, sheet.UnitId, year.DutyFor(sheet).ResponsibleUnitId, sheet.State, ranking);
    }

    private async Task<Dictionary<int, OrganizationNow>> OrganizationsOf(IReadOnlyList<Found> shown)
    {
        var ids = shown.Where(one => one.Kind == nameof(Organization)).Select(one => one.SubjectId).ToList();
        return ids.Count == 0 ? [] : (await OrganizationNow.Load(db, db.Organizations.Where(row => ids.Contains(row.Id)))).ToDictionary(row => row.Id);
    }

    private SearchHit Hit(Found one, Dictionary<int, YearInMotion> years, Dictionary<int, OrganizationNow> organizations) => one.Kind switch
    {
        nameof(ClusterYear) => new("Năm thi đua", one.Title, one.Subtitle, $"/cum/{one.SubjectId}"),
        nameof(ScoreSheet) => new("Bảng chấm điểm", one.Title, years[one.ClusterYearId!.Value].Cluster, $"/cum/{one.ClusterYearId}/cham-diem/{one.SubjectId}"),
        nameof(IssuedDocument) => new("Văn bản", one.Title, one.Subtitle, $"/cum/{one.ClusterYearId}/van-ban/{one.SubjectId}"),
        _ => new("Đơn vị", one.Title, Line(one, organizations.GetValueOrDefault(one.SubjectId)), person.Person.IsAdministrator ? $"/quan-tri/don-vi/{one.SubjectId}" : null),
    };

    private static string? Line(Found one, OrganizationNow? organization) =>
        string.Join(" · ", new[] { organization?.KindName, one.Subtitle, organization?.Successor is { } successor ? $"nay là {successor.Name}" : null }.Where(part => part is not null));

    private static int Order(string kind) => kind switch { nameof(ClusterYear) => 0, nameof(ScoreSheet) => 1, nameof(IssuedDocument) => 2, _ => 3 };
}
