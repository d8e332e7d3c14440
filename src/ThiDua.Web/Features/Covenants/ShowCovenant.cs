using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Covenants;
using ThiDua.Web.Access;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.Covenants;

/// <summary>Loads the covenants of the year; what this person may not read does not exist.</summary>
public sealed class ShowCovenant(PortalDb db, CurrentActor current, CurrentYear year, ReadableYears readable, TimeProvider clock)
{
    private bool IsYearOpen => year.Year.Stage != ClusterYearStage.Concluded;

    private bool MayDraft => IsYearOpen && current.Actor.Can(Permission.DraftCovenant);

    public async Task<CovenantsPage> List()
    {
        var own = await Rows(db.Readable(current.Actor).AsNoTracking()).ToListAsync();
        return new(own, await SignedEarlier().ToListAsync(), year.Year.Parties().All.Count, MayDraft, year.Year.LeaderTitle);
    }

    public async Task<CovenantPage> Handle(int covenantId)
    {
        db.ChangeTracker.Clear(); // after a refusal what was tried is not what is stored
        var covenant = await db.Readable(current.Actor).AsNoTracking().Include(row => row.Signings).Include(row => row.History).OneAsync(row => row.Id == covenantId);
        var (actor, parties) = (current.Actor, year.Year.Parties());
        IReadOnlyList<CovenantStep> steps = IsYearOpen ? [.. CovenantWorkflow.Table.OpenTo(actor, covenant.State).Select(open => open.Step)] : [];
        var own = parties.Find(actor.UnitId);
        var mayOwn = own is not null && steps.Contains(CovenantStep.Sign) && covenant.SigningOf(own.UnitId) is null;
        return new(covenant, parties, Days.Today(clock))
        {
            Steps = steps,
            ToSign = mayOwn ? own : null,
            IsOnPaperOnly = !actor.Can(Permission.SignCovenant),
            ToCirculate = steps.Contains(CovenantStep.Collect) ? covenant.NotSigned(parties) : mayOwn ? [own!] : [],
            Rows = [.. parties.All.Select(party => RowOf(covenant, party))],
            MayEdit = MayDraft && covenant.IsOpen,
        };
    }

    private PartyRow RowOf(Covenant covenant, CovenantParty party)
    {
        var signing = covenant.SigningOf(party.UnitId);
        return new(party, signing, signing is null || !IsYearOpen ? null : covenant.StepToEnd(current.Actor, signing));
    }

    // What the same cluster signed for this year within another one.
    private IQueryable<CovenantRow> SignedEarlier()
    {
        var cluster = db.ClusterYears.Where(row => row.Id == year.Year.Id).Select(row => row.ClusterId);
        return Rows(from covenant in readable.RowsOfAllYears<Covenant>()
                    join of in readable.Query() on covenant.ClusterYearId equals of.Id
                    where covenant.ClusterYearId != year.Year.Id && covenant.ForYear == year.Year.Year && cluster.Contains(of.ClusterId) && covenant.State == CovenantState.InForce
                    select covenant);
    }

    private static IQueryable<CovenantRow> Rows(IQueryable<Covenant> covenants) =>
        covenants.OrderByDescending(row => row.ForYear).ThenByDescending(row => row.Id).Select(row => new CovenantRow(row.Id, row.ClusterYearId, row.Title, row.ForYear, row.State, row.SignBy, row.InForceOn, row.Signings.Count(signing => signing.EndedAt == null)));
}
