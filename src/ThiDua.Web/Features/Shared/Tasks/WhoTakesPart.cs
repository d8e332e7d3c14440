using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Clusters;
using ThiDua.Web.Access;

namespace ThiDua.Web.Features.Shared.Tasks;

/// <summary>Who takes part in cluster years that were not entered, and in which position on this day: two statements however many there are.</summary>
internal sealed class WhoTakesPart
{
    private sealed record Part(int ClusterYearId, int OrganizationId, string NameThen, int? SuccessorId, DateOnly? ToOn, bool StaysRanked);

    private ILookup<int, EnteredYear.Held> _positions = Array.Empty<EnteredYear.Held>().ToLookup(_ => 0);
    private ILookup<int, Part> _members = Array.Empty<Part>().ToLookup(_ => 0);
    private DateOnly _today;

    public static async Task<WhoTakesPart> Of(IQueryable<ClusterYear> years, DateOnly today) => new()
    {
        _positions = (await years.SelectMany(year => year.Positions).Where(row => row.FromOn <= today && (row.ToOn == null || row.ToOn >= today))
            .Select(row => new { row.ClusterYearId, row.OrganizationId, row.Position, row.Order }).ToListAsync()).ToLookup(row => row.ClusterYearId, row => new EnteredYear.Held(row.OrganizationId, row.Position, row.Order)),
        _members = (await years.SelectMany(year => year.Members).Select(row => new Part(row.ClusterYearId, row.OrganizationId, row.NameThen, row.SuccessorId, row.ToOn, row.StaysRanked)).ToListAsync()).ToLookup(row => row.ClusterYearId),
        _today = today,
    };

    /// <summary>The members for which one of these organizations acts: itself, or what merged into it.</summary>
    public IReadOnlyList<int> ActedForBy(IReadOnlyCollection<int> organizations) =>
        [.. _members.SelectMany(rows => rows).Where(row => organizations.Contains(row.OrganizationId) || (row.SuccessorId is { } successor && organizations.Contains(successor))).Select(row => row.OrganizationId).Distinct()];

    public EnteredYear In(EnteredYear year)
    {
        var members = _members[year.Id].ToList();
        return year with
        {
            Left = UnitLeft.Among(members.Select(row => (row.OrganizationId, row.ToOn, row.SuccessorId, row.StaysRanked)), _today),
            Positions = [.. _positions[year.Id]],
            MemberIds = [.. members.Select(row => row.OrganizationId)],
            MemberNames = members.DistinctBy(row => row.OrganizationId).ToDictionary(row => row.OrganizationId, row => row.NameThen),
            Merged = [.. members.Where(row => row.SuccessorId is not null).Select(row => new EnteredYear.MergedUnit(row.OrganizationId, row.SuccessorId!.Value))],
        };
    }
}
