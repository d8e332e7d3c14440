using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Covenants;
using ThiDua.Domain.Documents;
using ThiDua.Domain.Documents.Drafting;
using ThiDua.Domain.Planning;
using ThiDua.Domain.Planning.Requests;
using ThiDua.Domain.Regulations;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Access;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.Shared.Tasks;

/// <summary>Reads where cluster years stand, with a fixed number of statements however many there are.</summary>
internal sealed partial class YearsInMotion(PortalDb db, int userId, DateOnly today)
{
    /// <summary>Years that were not entered: five statements, and one more each while a regulation, covenants are drafted or signed, documents are drafted, a round of comments is under way, something is with the authority, or units register; two more while reports are asked for.</summary>
    public async Task<IReadOnlyList<YearInMotion>> Load(IQueryable<ClusterYear> years)
    {
        var people = await WhoTakesPart.Of(years, today);
        var delegations = (await years.SelectMany(year => year.Delegations).Where(row => row.FromOn <= today && row.ToOn >= today)
            .Select(row => new { row.ClusterYearId, Delegated = new EnteredYear.Delegated(row.FromUnitId, row.ToUnitId, row.Scope, row.Document) }).ToListAsync()).ToLookup(row => row.ClusterYearId, row => row.Delegated);
        var plans = (await PlansOf(years).ToListAsync()).ToLookup(row => row.ClusterYearId);
        var standings = await Standings(years);
        var registrations = (standings.Any(standing => standing.HasRegistrations) ? await RegistrationsOf(years).ToListAsync() : []).ToLookup(row => row.ClusterYearId);
        var covenants = (standings.Any(standing => standing.HasCovenants) ? await CovenantsOf(years) : []).ToLookup(row => row.ClusterYearId);
        var requests = (standings.Any(standing => standing.HasRequests) ? await RequestsOf(years).ToListAsync() : []).ToLookup(row => row.ClusterYearId);
        var regulations = (standings.Any(standing => standing.HasRegulations) ? await RegulationsOf(years).ToListAsync() : []).ToLookup(row => row.ClusterYearId);
        var drafts = (standings.Any(standing => standing.HasDrafts) ? await DraftsOf(years).ToListAsync() : []).ToLookup(row => row.ClusterYearId);
        var reports = (standings.Any(standing => standing.HasReports) ? await ReportsOf(years) : []).ToLookup(row => row.ClusterYearId);
        var rounds = standings.Any(standing => standing.HasRounds) ? await RoundsOf(years) : NoRounds;
        return [.. standings.Select(standing => With(people.In(standing.Year) with { Plan = standing.Plan, Delegations = [.. delegations[standing.Year.Id]] }, standing) with { Plans = [.. plans[standing.Year.Id]], Registrations = [.. registrations[standing.Year.Id]], Regulations = [.. regulations[standing.Year.Id]], Covenants = [.. covenants[standing.Year.Id]], Drafts = [.. drafts[standing.Year.Id]], Rounds = [.. rounds[standing.Year.Id]], Requests = [.. requests[standing.Year.Id]], Requirements = [.. reports[standing.Year.Id]] })];
    }

    /// <summary>The year entered by the URL: one statement, and one more each while a plan, a regulation, a covenant, a drafted document, a round of comments or something for the authority is under way, or units register; two more while reports are asked for.</summary>
    public async Task<YearInMotion> Load(EnteredYear year)
    {
        var itself = db.ClusterYears.AsNoTracking().Where(row => row.Id == year.Id);
        var standing = (await Standings(itself))[0];
        return With(year, standing) with
        {
            Plans = standing.HasPlans ? await PlansOf(itself).ToListAsync() : [],
            Regulations = standing.HasRegulations ? await RegulationsOf(itself).ToListAsync() : [],
            Covenants = standing.HasCovenants ? await CovenantsOf(itself) : [],
            Drafts = standing.HasDrafts ? await DraftsOf(itself).ToListAsync() : [],
            Registrations = standing.HasRegistrations ? await RegistrationsOf(itself).ToListAsync() : [],
            Requirements = standing.HasReports ? await ReportsOf(itself) : [],
            Requests = standing.HasRequests ? await RequestsOf(itself).ToListAsync() : [],
            Rounds = standing.HasRounds ? [.. (await RoundsOf(itself))[year.Id]] : [],
        };
    }

    private IQueryable<PlanInMotion> PlansOf(IQueryable<ClusterYear> years) =>
        from plan in db.Plans.IgnoreQueryFilters([PortalDb.ThisClusterYear]).AsNoTracking()
        where years.Any(year => year.Id == plan.ClusterYearId) && (plan.State == PlanState.Draft || plan.State == PlanState.Consulting || plan.State == PlanState.Finalizing || plan.State == PlanState.Submitted)
        join found in db.IssuedDocuments.IgnoreQueryFilters([PortalDb.ThisClusterYear]).Where(row => row.Origin == nameof(Plan) && row.State != DocumentState.Dropped) on plan.Id equals found.OriginId into documents
        from document in documents.DefaultIfEmpty()
        orderby plan.Id
        select new PlanInMotion(plan.Id, plan.ClusterYearId, plan.Abstract, plan.State, plan.CommentsUntil, plan.AdjustsId != null && plan.AgreedAt == null, (int?)document.Id, (DocumentState?)document.State);

    // Reports too, for the authority to note them; answers until the leader has seen them.
    private static readonly System.Linq.Expressions.Expression<Func<AuthorityRequest, bool>> IsWaiting = row =>
        row.State == RequestState.Draft || row.State == RequestState.Submitted || row.State == RequestState.Sent
        || (row.AnswerSeenAt == null && (row.State == RequestState.Noted || row.State == RequestState.WithOpinion || row.State == RequestState.Approved || row.State == RequestState.NotApproved));

    private IQueryable<RequestInMotion> RequestsOf(IQueryable<ClusterYear> years) =>
        from request in db.AuthorityRequests.IgnoreQueryFilters([PortalDb.ThisClusterYear]).AsNoTracking().Where(IsWaiting)
        where years.Any(year => year.Id == request.ClusterYearId)
        join found in db.IssuedDocuments.IgnoreQueryFilters([PortalDb.ThisClusterYear]).Where(row => row.Origin == nameof(AuthorityRequest) && row.State != DocumentState.Dropped) on request.Id equals found.OriginId into documents
        from document in documents.DefaultIfEmpty()
        orderby request.Id
        select new RequestInMotion(request.Id, request.ClusterYearId, request.Manner, request.About, request.State, request.SentOn, (int?)document.Id, (DocumentState?)document.State);

    private IQueryable<RegulationInMotion> RegulationsOf(IQueryable<ClusterYear> years) =>
        from regulation in db.Regulations.IgnoreQueryFilters([PortalDb.ThisClusterYear]).AsNoTracking()
        where years.Any(year => year.Id == regulation.ClusterYearId) && (regulation.State == RegulationState.Draft || regulation.State == RegulationState.Submitted)
        join found in db.IssuedDocuments.IgnoreQueryFilters([PortalDb.ThisClusterYear]).Where(row => row.Origin == nameof(Regulation) && row.State != DocumentState.Dropped) on regulation.Id equals found.OriginId into documents
        from document in documents.DefaultIfEmpty()
        orderby regulation.Id
        select new RegulationInMotion(regulation.Id, regulation.ClusterYearId, regulation.Title, regulation.State, (int?)document.Id, (DocumentState?)document.State);

    private IQueryable<DraftInMotion> DraftsOf(IQueryable<ClusterYear> years) =>
        from draft in db.DraftedDocuments.IgnoreQueryFilters([PortalDb.ThisClusterYear]).AsNoTracking()
        where years.Any(year => year.Id == draft.ClusterYearId) && (draft.State == DraftedState.Draft || draft.State == DraftedState.Submitted)
        join found in db.IssuedDocuments.IgnoreQueryFilters([PortalDb.ThisClusterYear]).Where(row => row.Origin == nameof(DraftedDocument) && row.State != DocumentState.Dropped) on draft.Id equals found.OriginId into documents
        from document in documents.DefaultIfEmpty()
        orderby draft.Id
        select new DraftInMotion(draft.Id, draft.ClusterYearId, draft.Template, draft.Abstract, draft.State, draft.IssuerOrganizationId, (int?)document.Id, (DocumentState?)document.State);

    // A row for each signature: who has signed tells whose task it still is.
    private async Task<IReadOnlyList<CovenantInMotion>> CovenantsOf(IQueryable<ClusterYear> years)
    {
        var rows = await (
            from covenant in db.Covenants.IgnoreQueryFilters([PortalDb.ThisClusterYear]).AsNoTracking()
            where years.Any(year => year.Id == covenant.ClusterYearId) && (covenant.State == CovenantState.Draft || covenant.State == CovenantState.Signing)
            join found in db.CovenantSignings.IgnoreQueryFilters([PortalDb.ThisClusterYear]).Where(row => row.EndedAt == null) on covenant.Id equals found.CovenantId into signings
            from signing in signings.DefaultIfEmpty()
            orderby covenant.Id
            select new { covenant.Id, covenant.ClusterYearId, covenant.Title, covenant.State, covenant.SignBy, covenant.DraftedById, UnitId = (int?)signing.UnitId }).ToListAsync();
        return [.. rows.GroupBy(row => row.Id).Select(group => (First: group.First(), Signed: group.Where(row => row.UnitId is not null).Select(row => row.UnitId!.Value).ToList()))
            .Select(row => new CovenantInMotion(row.First.Id, row.First.ClusterYearId, row.First.Title, row.First.State, row.First.SignBy, row.First.DraftedById, row.Signed, row.First.SignBy <= today))];
    }

    private static ILookup<int, RoundInMotion> NoRounds { get; } = Array.Empty<RoundInMotion>().ToLookup(round => round.Id);

    // One row for each unit that has not answered, or one where all have.
    private async Task<ILookup<int, RoundInMotion>> RoundsOf(IQueryable<ClusterYear> years)
    {
        var rows = await (
            from round in db.Consultations.IgnoreQueryFilters([PortalDb.ThisClusterYear, PortalDb.OneScheme]).AsNoTracking()
            where years.Any(year => year.Id == round.ClusterYearId) && (round.ClosedAt == null
                || (db.Comments.Any(comment => comment.ConsultationId == round.Id && comment.WithdrawnAt == null && comment.Response == null)
                    && (db.Plans.Any(plan => plan.Id == round.PlanId && plan.State != PlanState.Dropped) || db.ScoringSchemes.Any(scheme => scheme.Id == round.SchemeId && scheme.State != SchemeState.Dropped))))
            join found in db.ConsultedUnits.Where(unit => unit.Reply == null && !unit.IsDrafter) on round.Id equals found.ConsultationId into units
            from unit in units.DefaultIfEmpty()
            orderby round.Id
            select new
            {
                round.Id,
                round.ClusterYearId,
                round.PlanId,
                round.About,
                round.LastDay,
                round.LateFrom,
                round.ClosedAt,
                Unanswered = db.Comments.Count(comment => comment.ConsultationId == round.Id && comment.WithdrawnAt == null && comment.Response == null),
                UnitId = (int?)unit.UnitId,
                unit.UnitName,
            }).ToListAsync();
        return rows.GroupBy(row => row.Id).ToLookup(group => group.First().ClusterYearId, group => new RoundInMotion(group.Key, group.First().PlanId, group.First().About, group.First().LastDay, group.First().LateFrom, group.First().ClosedAt is null, group.First().Unanswered, [.. group.Where(row => row.UnitId is not null).Select(row => new RoundInMotion.Unit(row.UnitId!.Value, row.UnitName))]));
    }

    private IQueryable<RegistrationInMotion> RegistrationsOf(IQueryable<ClusterYear> years) =>
        db.Registrations.IgnoreQueryFilters([PortalDb.ThisClusterYear]).AsNoTracking().Where(row => years.Any(year => year.Id == row.ClusterYearId))
            .Select(row => new RegistrationInMotion(row.ClusterYearId, row.UnitId, row.State, row.RegisteredAt != null, row.LastReason));

    private YearInMotion With(EnteredYear year, Standing standing) => new(year, standing.Parameters, standing.Scheme, standing.DueOn, standing.Ranking, standing.Sheets)
    {
        ToSend = standing.ToSend,
        Today = today,
        RegistrationDueOn = standing.RegistrationDueOn,
        WaitsForWorkingDay = standing.WaitsForWorkingDay,
        IsRegistrationPast = standing.RegistrationDueOn is { } day && new Deadline(day).DaysLate(standing.WaitsForWorkingDay, today) > 0,
    };
}
