using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Clusters;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared.Regulations;

namespace ThiDua.Web.Features.ClusterYears;

/// <summary>The page on which an authority opens a year of a cluster.</summary>
public sealed record OpenYearPage(int AuthorityId, int ClusterId, string ClusterName, string LeaderTitle, string DeputyTitle, OpenYearForm Form, OrganizationPicker Picker)
{
    /// <summary>The year whose members are ticked to begin with.</summary>
    public int? CarriedFrom { get; init; }

    /// <summary>The regulation in force on the first day, from which the year takes its parameters; null: none.</summary>
    public IssuedRegulation? Regulation { get; init; }
}

/// <summary>Shows the form of a new year, at first with the members and parameters of the year before.</summary>
public sealed class ShowOpenYear(PortalDb db, ReadableYears years, OrganizationsToChoose organizations, RegulationsOfCluster regulations, TimeProvider clock)
{
    private sealed record Before(int Year, YearParameters Parameters, IReadOnlyList<int> MemberIds);

    public async Task<OpenYearPage> Handle(int authorityId, int clusterId, OpenYearForm? typed)
    {
        var cluster = await db.Clusters.AsNoTracking().OneAsync(row => row.Id == clusterId && row.AuthorityId == authorityId);
        var before = typed is null ? await LastYear(clusterId) : null;
        var form = typed ?? await FirstForm(before);
        var on = form.FromOn ?? Days.Today(clock);
        return new(authorityId, clusterId, cluster.Name, cluster.LeaderTitle, cluster.DeputyTitle, form, await organizations.Handle(form.Search, on, form.Ticked(), [])) { CarriedFrom = before?.Year, Regulation = await regulations.InForceOn(clusterId, on) };
    }

    private Task<Before?> LastYear(int clusterId) =>
        years.Query().Where(year => year.ClusterId == clusterId).OrderByDescending(year => year.Year)
            .Select(year => new Before(year.Year, year.Parameters, year.Members.Where(member => member.ToOn == null).Select(member => member.OrganizationId).ToList())).FirstOrDefaultAsync();

    private async Task<OpenYearForm> FirstForm(Before? before)
    {
        var year = before?.Year + 1 ?? Days.Today(clock).Year;
        var from = new DateOnly(year, 1, 1);
        var parameters = before?.Parameters ?? new();
        return new()
        {
            Year = year,
            FromOn = from,
            HasPreparatorySession = parameters.HasPreparatorySession,
            Honours = string.Join('\n', parameters.Honours),
            MemberIds = await StandingThen(before?.MemberIds ?? [], from),
        };
    }

    // A unit that was merged meanwhile is followed by its successor.
    private async Task<List<int>> StandingThen(IReadOnlyList<int> memberIds, DateOnly on)
    {
        var members = await db.Organizations.AsNoTracking().Where(row => memberIds.Contains(row.Id)).Select(row => new { row.Id, row.ValidToOn, row.SuccessorId }).ToListAsync();
        return [.. members.Select(row => row.ValidToOn < on ? row.SuccessorId : row.Id).OfType<int>().Distinct()];
    }
}
