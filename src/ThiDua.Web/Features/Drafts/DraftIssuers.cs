using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Documents.Drafting;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Documents;
using ThiDua.Web.Features.Shared;

namespace ThiDua.Web.Features.Drafts;

/// <summary>The head of an issuer's papers: its letterhead and the place before the date.</summary>
public sealed record IssuerHead(Letterhead Letterhead, string? Place);

/// <summary>Who may issue what this person drafts: the cluster, for which its leader acts, and the person's own organization.</summary>
public sealed class DraftIssuers(PortalDb db, CurrentActor current, CurrentYear year)
{
    /// <summary>Those for whom this person may draft anything, the cluster first.</summary>
    public async Task<IReadOnlyList<DraftedBy>> Handle()
    {
        var by = current.Actor;
        var issuers = new List<DraftedBy>();
        if (DraftTemplates.For(by, null).Count > 0)
        {
            var cluster = await PaperOfCluster.Load(db, year.Year);
            issuers.Add(new(null, year.Year.Name) { HeadTitle = cluster.LeaderTitle, Abbreviation = cluster.Abbreviation, SignatureLines = [.. cluster.Chair.Lines.Select(line => line.ToUpperInvariant())] });
        }

        if (DraftTemplates.For(by, by.OrganizationId).Count > 0)
        {
            var own = await Unit(by.OrganizationId);
            issuers.Add(new(by.OrganizationId, own.Name) { HeadTitle = own.HeadTitle, Abbreviation = DraftWords.AbbreviationOf(own.Name), SignatureLines = [.. own.SignatureLines.Select(line => line.ToUpperInvariant())] });
        }

        return issuers;
    }

    public async Task<IssuerHead> Head(int? organizationId)
    {
        if (organizationId is not { } id)
        {
            var cluster = await PaperOfCluster.Load(db, year.Year);
            return new(cluster.Letterhead, PlaceOf(cluster.Leader));
        }

        var unit = await Unit(id);
        return new(unit.Letterhead, PlaceOf(unit));
    }

    private Task<PaperOfUnit> Unit(int id) => db.Organizations.AsNoTracking().Where(row => row.Id == id)
        .Select(row => new PaperOfUnit(db.Memberships.Where(member => member.OrganizationId == row.Id).Select(member => member.NameThen).FirstOrDefault() ?? row.Name, db.Organizations.Where(parent => parent.Id == row.ParentId).Select(parent => parent.Name).FirstOrDefault(), row.PlaceName, row.HeadTitle)).OneAsync();

    private static string? PlaceOf(PaperOfUnit unit) => unit.PlaceName.Length > 0 ? unit.PlaceName : null;
}
