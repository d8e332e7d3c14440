using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Documents;

namespace ThiDua.Web.Features.Shared;

/// <summary>How a cluster stands at the head and the foot of its papers: its letterhead, its leader's place and office.</summary>
internal sealed record PaperOfCluster(Letterhead Letterhead, string Abbreviation, PaperOfUnit Leader, string LeaderTitle, int YearNow)
{
    public Signature Chair => new([LeaderTitle, .. Text.Clean(Leader.HeadTitle) is { } head ? [$"{head} {Short(Leader.Name)}"] : Array.Empty<string>()]);

    public static async Task<PaperOfCluster> Load(PortalDb db, EnteredYear year)
    {
        var cluster = await db.ClusterYears.AsNoTracking().Where(row => row.Id == year.Id).Select(row => new { row.Cluster.Letterhead, row.Cluster.Abbreviation, row.Cluster.LeaderTitle }).SingleAsync();
        var leader = await db.Organizations.AsNoTracking().Where(row => row.Id == year.LeaderId)
            .Select(row => new PaperOfUnit(db.Memberships.Where(member => member.OrganizationId == row.Id).Select(member => member.NameThen).FirstOrDefault() ?? row.Name, null, row.PlaceName, row.HeadTitle)).FirstOrDefaultAsync()
            ?? new PaperOfUnit("", null, "", "");
        return new(new(cluster.Letterhead.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)), cluster.Abbreviation, leader, cluster.LeaderTitle, db.YearNow);
    }

    /// <summary>A paper of this year with its letterhead and place, number and date open.</summary>
    public OfficialDocument Base(EnteredYear year) => new()
    {
        Title = "",
        Author = year.Name,
        Letterhead = Letterhead,
        Place = Leader.PlaceName.Length > 0 ? Leader.PlaceName : null,
        Year = YearNow,
    };

    private static string Short(string name) => name.Replace("Ủy ban nhân dân", "UBND", StringComparison.Ordinal);
}
