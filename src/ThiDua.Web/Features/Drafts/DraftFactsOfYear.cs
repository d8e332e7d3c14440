using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Covenants;
using ThiDua.Domain.Documents;
using ThiDua.Domain.Documents.Drafting;
using ThiDua.Domain.LegalBases;
using ThiDua.Domain.Planning;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared;

namespace ThiDua.Web.Features.Drafts;

/// <summary>What the data of the year tell a document that starts: units, positions, documents, dates; for the handover also what is open and who leads next.</summary>
public sealed class DraftFactsOfYear(PortalDb db, CurrentYear entered, ReadableYears readable, MattersOpen open, TimeProvider clock)
{
    private const int MostIssued = 40;

    private sealed record Named(int Id, string Name, string ShortName, string HeadTitle, string PlaceName);

    public async Task<DraftFacts> Handle(DraftTemplate template)
    {
        var year = entered.Year;
        var cluster = await db.ClusterYears.AsNoTracking().Where(row => row.Id == year.Id).Select(row => new { row.ClusterId, row.Cluster.Abbreviation, row.NamingDocument }).SingleAsync();
        var known = await Organizations();
        var led = await db.PositionsHeld.AsNoTracking().Where(row => row.Position == Position.Leader && row.OrganizationId == year.LeaderId && row.ToOn == null).Select(row => new { row.FromOn, row.Document }).FirstOrDefaultAsync();
        var facts = new DraftFacts(year.Name, year.Year, Days.Today(clock))
        {
            Kind = year.Kind,
            Abbreviation = cluster.Abbreviation,
            LeaderTitle = year.LeaderTitle,
            DeputyTitle = year.DeputyTitle,
            Units = [.. year.Parties().All.Select(party => Unit(party, known))],
            LedFrom = led?.FromOn,
            NamedBy = led?.Document ?? cluster.NamingDocument,
            AuthorityName = known[year.AuthorityId].Name,
            StandingBodyName = year.StandingBodyId is { } body && body != year.AuthorityId ? known[body].Name : null,
            Place = year.LeaderId is { } leader ? Text.Clean(known[leader].PlaceName) : null,
            Plan = await IssuedPlan(PlanPurpose.Yearly),
            Scheme = await db.ScoringSchemes.AsNoTracking().Where(row => row.State == SchemeState.Issued).Select(row => row.IssuedBy).FirstOrDefaultAsync(),
        };
        facts = facts with { Laws = await LawsOn(facts.LawOn) };
        return template switch
        {
            DraftTemplate.AppraisalTeam => facts with { Appraisers = Appraisers(), AppraisalUntil = await AppraisalUntil() },
            DraftTemplate.InspectionTeam => facts with { InspectionPlan = await IssuedPlan(PlanPurpose.Inspection) },
            DraftTemplate.LaunchSpeech => facts with { Commitments = await Commitments() },
            DraftTemplate.Handover => facts with { NextLeader = await NextLeader(cluster.ClusterId), Issued = await Issued(), Open = await open.Handle() },
            _ => facts,
        };
    }

    // Of the portal's catalogue, what was compared with the published text; by rank and age.
    private async Task<IReadOnlyList<string>> LawsOn(DateOnly day)
    {
        var laws = await db.LegalBases.AsNoTracking().Where(row => row.ClusterId == null && !row.IsToBeVerified && (row.Kind == "Luật" || row.Kind == "Nghị định")).ToListAsync();
        return [.. laws.Where(row => row.StandingOn(day) == BasisStanding.InForce && row.Abstract?.Contains("thi đua, khen thưởng", StringComparison.OrdinalIgnoreCase) == true)
            .OrderBy(row => row.Rank).ThenBy(row => row.IssuedOn).Select(row => BasisWords.Of(row.ToBasis(BasisOpening.PursuantTo)))];
    }

    private static DraftUnit Unit(CovenantParty party, IReadOnlyDictionary<int, Named> known) => new(party.UnitId, party.Name, party.Position)
    {
        HeadTitle = known.GetValueOrDefault(party.UnitId)?.HeadTitle ?? "",
        ShortName = known.GetValueOrDefault(party.UnitId)?.ShortName ?? party.Name,
    };

    private Task<Dictionary<int, Named>> Organizations()
    {
        var year = entered.Year;
        IReadOnlyList<int> ids = [.. year.MemberIds, year.AuthorityId, .. year.StandingBodyId is { } body ? [body] : Array.Empty<int>()];
        return db.Organizations.AsNoTracking().Where(row => ids.Contains(row.Id)).Select(row => new Named(row.Id, row.Name, row.ShortName, row.HeadTitle, row.PlaceName)).ToDictionaryAsync(row => row.Id);
    }

    private async Task<DocumentReference?> IssuedPlan(PlanPurpose purpose)
    {
        var found = await db.IssuedDocuments.AsNoTracking().Where(row => row.Origin == nameof(Plan) && row.State == DocumentState.Issued && db.Plans.Any(plan => plan.Id == row.OriginId && plan.Purpose == purpose)).OrderByDescending(row => row.Id).FirstOrDefaultAsync();
        return found is { IssuedOn: { } day } ? new(found.NumberAndSymbol, day, found.IssuerName, "") : null;
    }

    // A person who appraises is told by the unit: people are never named in a draft.
    private IReadOnlyList<DraftAppraiser> Appraisers()
    {
        string Name(int unitId) => entered.Year.MemberNames.GetValueOrDefault(unitId, "");
        return [.. (entered.Year.Plan?.Assignments ?? []).GroupBy(row => row.Appraiser.UnitId).Select(group => new DraftAppraiser(group.Key, Name(group.Key), [.. group.Select(row => Name(row.UnitId)).Order(Text.VietnameseOrder)])).OrderBy(row => row.Name, Text.VietnameseOrder)];
    }

    private async Task<DateOnly?> AppraisalUntil() =>
        (await db.ScoringCalendars.AsNoTracking().FirstOrDefaultAsync())?.Windows.GetValueOrDefault(ScoringWindow.Appraisal)?.Closes?.LastDay;

    private async Task<IReadOnlyList<string>> Commitments() =>
        await db.Covenants.AsNoTracking().Where(row => row.ForYear == entered.Year.Year && (row.State == CovenantState.InForce || row.State == CovenantState.Signing)).OrderByDescending(row => row.Id).Select(row => row.Commitments).FirstOrDefaultAsync() ?? [];

    private async Task<IReadOnlyList<string>> Issued()
    {
        var found = await db.IssuedDocuments.AsNoTracking().Where(row => row.IssuerOrganizationId == null && row.Number != null).OrderBy(row => row.IssuedOn).ThenBy(row => row.Id).Take(MostIssued)
            .Select(row => new { row.Kind, Number = new DocumentNumber(row.Number, row.Symbol, row.IssuedOn) }).ToListAsync();
        return [.. found.Select(row => $"{Labels.Of(row.Kind)} {row.Number.InWords}")];
    }

    private async Task<DraftUnit?> NextLeader(int clusterId)
    {
        var leader = await readable.Query().Where(row => row.ClusterId == clusterId && row.Year == entered.Year.Year + 1).SelectMany(row => row.Positions).Where(row => row.Position == Position.Leader && row.ToOn == null).Select(row => (int?)row.OrganizationId).FirstOrDefaultAsync();
        return leader is not { } id ? null
            : await db.Organizations.AsNoTracking().Where(row => row.Id == id).Select(row => new DraftUnit(row.Id, row.Name, Position.Leader) { HeadTitle = row.HeadTitle, ShortName = row.ShortName }).FirstOrDefaultAsync();
    }
}
