using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Documents;
using ThiDua.Domain.Planning;
using ThiDua.Domain.Planning.Starting;
using ThiDua.Web.Access;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.Plans;

/// <summary>What a plan of its own purpose starts with: the conferences of the issued yearly plan, its bases, the units and positions of the year.</summary>
public sealed class PlanStarts(PortalDb db, CurrentYear year)
{
    /// <summary>The abstract that fits the purpose.</summary>
    public async Task<string> Abstract(StartPlanForm form) => PlanStarter.Abstract(form.Purpose ?? PlanPurpose.Yearly, await Handle(form));

    /// <summary>The conferences of the yearly plan in force.</summary>
    public async Task<IReadOnlyList<PlannedConference>> Conferences()
    {
        var blocks = await db.PlanBlocks.AsNoTracking().Where(row => row.Plan.State == PlanState.Issued && row.Plan.Purpose == PlanPurpose.Yearly).OrderBy(row => row.Id).Select(row => new { row.Id, row.Content }).ToListAsync();
        return [.. from block in blocks where block.Content is ConferenceContent select new PlannedConference(block.Id, (ConferenceContent)block.Content)];
    }

    public async Task<PlanStartFacts> Handle(StartPlanForm form)
    {
        var entered = year.Year;
        var above = await db.Organizations.AsNoTracking().Where(row => row.Id == entered.AuthorityId || row.Id == entered.StandingBodyId).ToDictionaryAsync(row => row.Id, row => row.Name);
        var conferences = form is { Purpose: PlanPurpose.Conference, ConferenceId: not null } ? await Conferences() : [];
        return new(entered.Name, entered.Year)
        {
            LeaderTitle = entered.LeaderTitle,
            DeputyTitle = entered.DeputyTitle,
            HasDeputy = entered.HasDeputy,
            Units = [.. entered.Parties().All.Select(party => party.Name)],
            AuthorityName = above[entered.AuthorityId],
            StandingBodyName = entered.StandingBodyId is { } body && body != entered.AuthorityId ? above[body] : null,
            Conference = conferences.FirstOrDefault(row => row.BlockId == form.ConferenceId)?.Content,
        };
    }

    /// <summary>Those of the yearly plan in force, and that plan itself.</summary>
    public async Task<IReadOnlyList<BasisDescription>> Bases()
    {
        var yearly = await db.Plans.AsNoTracking().Include(row => row.Bases).Where(row => row.State == PlanState.Issued && row.Purpose == PlanPurpose.Yearly).OrderByDescending(row => row.Id).FirstOrDefaultAsync();
        if (yearly is null)
        {
            return [];
        }

        var document = await db.IssuedDocuments.AsNoTracking().Where(row => row.Origin == nameof(Plan) && row.OriginId == yearly.Id && row.State == DocumentState.Issued).OrderByDescending(row => row.Id).FirstOrDefaultAsync();
        return
        [
            .. yearly.BasesInOrder().Select(basis => basis.Description()),
            .. document is null ? [] : new[] { new BasisDescription(BasisOpening.Implementing, Labels.Of(DocumentKind.Plan)) { Number = document.NumberAndSymbol, IssuedOn = document.IssuedOn, Issuer = document.IssuerName } },
        ];
    }
}
