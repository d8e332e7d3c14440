using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Covenants;
using ThiDua.Domain.Planning.Consultations;
using ThiDua.Domain.Registrations;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared;
using ThiDua.Web.Features.Shared.Tasks;

namespace ThiDua.Web.Features.ClusterYears;

/// <summary>Shows the overview of the cluster year entered.</summary>
public sealed class ShowOverview(PortalDb db, CurrentActor current, CurrentYear entered, AuthorityLimits limits, MyTasks tasks, TimeProvider clock)
{
    private sealed record Standing(int Version, DocumentReference NamingDocument, SchemeState? Scheme, RankingState? Ranking, int? CovenantId);

    private sealed record Row(int OrganizationId, string Name, DateOnly FromOn, DateOnly? ToOn, int? SheetId, ScoreSheetState? State, bool HasSigned)
    {
        public RegistrationState? Registration { get; init; }

        public bool IsRegistrationLate { get; init; }
    }

    private sealed record Place(int UnitId, decimal Total, int? Rank);

    public async Task<OverviewPage> Handle()
    {
        var (year, actor) = (entered.Year, current.Actor);
        var standing = await Standings(year.Id).OneAsync();
        var rows = await Rows(standing.CovenantId, db.Registrations.Where(Registration.ReadableBy(actor))).ToListAsync();
        var requirements = (await tasks.EnteredYear()).Requirements;
        var dates = (await db.DatesOf(db.ClusterYears.Where(row => row.Id == year.Id))).With([.. DatesOfReports.For(year, actor, requirements)]);
        var reports = ReportsOfMembers.Among(year, actor, requirements, Days.Today(clock));
        var round = await db.Consultations.AsNoTracking().Include(row => row.Units).Where(row => row.PlanId != null).OrderByDescending(row => row.Id).FirstOrDefaultAsync();
        var isPublished = standing.Ranking is { } ranking && RankingWorkflow.Published.Contains(ranking);
        IReadOnlyList<Place> places = isPublished ? await Places().ToListAsync() : [];
        return new(year, standing.Version, standing.NamingDocument, [.. InOrder(rows, places, standing.Ranking).Select(unit => unit with { Reply = StandingIn(round, unit.OrganizationId), Reports = [.. reports.Select(report => report.Of(unit.OrganizationId))] })])
        {
            Stages = await Stages(year.Id),
            Steps = [.. ClusterYearWorkflow.Table.OpenTo(actor, year.Stage).Select(open => open.Step)],
            ReasonsNotToStart = year.Stage == ClusterYearStage.Preparing ? ClusterYear.ReasonsNotToStart(year.LeaderId is not null, rows.Count(row => row.ToOn is null)) : [],
            Ranking = standing.Ranking,
            CovenantId = standing.CovenantId,
            IsSchemeIssued = standing.Scheme == SchemeState.Issued,
            IsPublished = isPublished,
            Dates = dates,
            Reports = reports,
            HasRound = round is not null,
            HasRegistrations = rows.Exists(row => row.Registration is not null),
            MaySetUp = actor.Can(Permission.SetUpYear),
            Today = Days.Today(clock),
            Limits = await limits.Handle(),
        };
    }

    private IQueryable<Standing> Standings(int id) =>
        from year in db.ClusterYears.AsNoTracking()
        where year.Id == id
        select new Standing(year.Version, year.NamingDocument,
            db.ScoringSchemes.Select(scheme => (SchemeState?)scheme.State).FirstOrDefault(),
            db.Rankings.Select(ranking => (RankingState?)ranking.State).FirstOrDefault(),
            db.Covenants.Where(covenant => covenant.ForYear == year.Year && (covenant.State == CovenantState.Signing || covenant.State == CovenantState.InForce)).Max(covenant => (int?)covenant.Id));

    private IQueryable<Row> Rows(int? covenantId, IQueryable<Registration> readable) =>
        from member in db.Memberships.AsNoTracking()
        join found in db.ScoreSheets on member.OrganizationId equals found.UnitId into sheets
        from sheet in sheets.DefaultIfEmpty()
        select new Row(member.OrganizationId, member.NameThen, member.FromOn, member.ToOn, (int?)sheet.Id, (ScoreSheetState?)sheet.State,
            db.CovenantSignings.Any(signing => signing.CovenantId == covenantId && signing.UnitId == member.OrganizationId && signing.EndedAt == null))
        {
            Registration = readable.Where(registration => registration.UnitId == member.OrganizationId).Select(registration => (RegistrationState?)registration.State).FirstOrDefault(),
            IsRegistrationLate = readable.Any(registration => registration.UnitId == member.OrganizationId && registration.IsLate),
        };

    private ReplyStanding? StandingIn(Consultation? round, int unitId) =>
        round?.Units.FirstOrDefault(unit => unit.UnitId == unitId && !unit.IsDrafter) is { } asked ? round.StandingOf(asked, clock.GetUtcNow().UtcDateTime) : null;

    private IQueryable<Place> Places() =>
        db.LayerRows.AsNoTracking().Where(row => row.LayerId == db.ResultLayers.Max(layer => layer.Id)).Select(row => new Place(row.UnitId, row.Total, row.Rank));

    // Leader, deputies, then the others by name.
    private IReadOnlyList<OverviewPage.Unit> InOrder(IReadOnlyList<Row> rows, IReadOnlyList<Place> places, RankingState? ranking) =>
        [.. from row in rows.OrderBy(row => row.Name, Text.VietnameseOrder)
            let held = entered.Year.Positions.Where(position => position.OrganizationId == row.OrganizationId).OrderBy(position => position.Position).FirstOrDefault()
            orderby row.ToOn < Days.Today(clock), held?.Position ?? Position.Member, held?.Order
            select (row, held) into found
            let place = places.FirstOrDefault(place => place.UnitId == found.row.OrganizationId)
            select new OverviewPage.Unit(found.row.OrganizationId, found.row.Name, Words(found.held), found.row.FromOn, found.row.ToOn, found.row.SheetId, found.row.State, MayOpen(found.row, ranking)) { HasSigned = found.row.HasSigned, Registration = found.row.Registration, IsRegistrationLate = found.row.IsRegistrationLate, Total = place?.Total, Rank = place?.Rank }];

    private string? Words(EnteredYear.Held? held) => held switch
    {
        null => null,
        { Position: Position.Leader } => entered.Year.LeaderTitle,
        _ when entered.Year.Positions.Count(row => row.Position == Position.Deputy) > 1 => $"{entered.Year.DeputyTitle} thứ {(held.Order == 1 ? "nhất" : "hai")}",
        _ => entered.Year.DeputyTitle,
    };

    private bool MayOpen(Row row, RankingState? ranking) =>
        row.State is { } state && SheetAccess.MayRead(current.Actor, row.OrganizationId, entered.Year.Duties.Responsible(row.OrganizationId), state, ranking ?? RankingState.Collecting);

    private async Task<IReadOnlyList<OverviewPage.StageMark>> Stages(int yearId)
    {
        var begun = await db.StepsTaken.AsNoTracking().Where(step => EF.Property<int?>(step, "OfClusterYearId") == yearId).Select(step => new { step.To, step.At }).ToListAsync();
        return [.. Enum.GetValues<ClusterYearStage>().Select(stage => new OverviewPage.StageMark(stage, begun.Find(step => step.To == stage.ToString())?.At))];
    }
}
