using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Covenants;
using ThiDua.Domain.Documents.Drafting;
using ThiDua.Domain.Planning;
using ThiDua.Domain.Planning.Requests;
using ThiDua.Domain.Regulations;
using ThiDua.Domain.Reporting;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Access;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.Shared.Tasks;

/// <content>What one statement tells of every year: where each dossier stands, and what else there is to ask for.</content>
internal sealed partial class YearsInMotion
{
    private sealed record Standing(EnteredYear Year, YearParameters Parameters, SchemeState? Scheme, DateOnly? DueOn, RankingState? Ranking, AppraisalPlan? Plan, IReadOnlyList<SheetInMotion> Sheets)
    {
        public bool HasPlans { get; init; }

        public bool HasRegistrations { get; init; }

        public DateOnly? RegistrationDueOn { get; init; }

        public bool WaitsForWorkingDay { get; init; }

        public bool HasCovenants { get; init; }

        public bool HasRegulations { get; init; }

        public bool HasRounds { get; init; }

        public bool HasDrafts { get; init; }

        public bool HasRequests { get; init; }

        public bool HasReports { get; init; }

        public IReadOnlyList<RequestSubject> ToSend { get; init; } = [];
    }

    private async Task<IReadOnlyList<Standing>> Standings(IQueryable<ClusterYear> years)
    {
        var waiting = db.AuthorityRequests.IgnoreQueryFilters([PortalDb.ThisClusterYear]).Where(IsWaiting);
        var sent = db.AuthorityRequests.IgnoreQueryFilters([PortalDb.ThisClusterYear]).Where(row => row.State != RequestState.Dropped && row.State != RequestState.Withdrawn);
        var issued = db.Plans.IgnoreQueryFilters([PortalDb.ThisClusterYear]).Where(row => row.State == PlanState.Issued && row.Purpose == PlanPurpose.Yearly);
        var rows = await (
            from year in years
            join foundScheme in db.ScoringSchemes on year.Id equals foundScheme.ClusterYearId into schemes
            from scheme in schemes.DefaultIfEmpty()
            join foundRanking in db.Rankings on year.Id equals foundRanking.ClusterYearId into rankings
            from ranking in rankings.DefaultIfEmpty()
            join foundSheet in db.ScoreSheets on year.Id equals foundSheet.ClusterYearId into sheets
            from sheet in sheets.DefaultIfEmpty()
            select new
            {
                Year = new EnteredYear(year.Id, year.Year, year.Name, year.Cluster.Kind, year.Stage, year.Cluster.LeaderTitle, year.Cluster.DeputyTitle, year.Cluster.AuthorityId, year.Cluster.StandingBodyId, Array.Empty<EnteredYear.Held>(), Array.Empty<int>()),
                year.Parameters,
                Scheme = (SchemeState?)scheme.State,
                DueOn = db.ScoringCalendars.Where(row => row.ClusterYearId == year.Id).Select(row => row.EntryLastDay).FirstOrDefault(),
                RegistrationDueOn = db.ScoringCalendars.Where(row => row.ClusterYearId == year.Id).Select(row => row.RegistrationLastDay).FirstOrDefault(),
                WaitsForWorkingDay = db.ScoringCalendars.Any(row => row.ClusterYearId == year.Id && row.WaitsForWorkingDay),
                HasRegistrations = db.Registrations.IgnoreQueryFilters(new[] { PortalDb.ThisClusterYear }).Any(row => row.ClusterYearId == year.Id),
                Ranking = (RankingState?)ranking.State,
                Plan = db.AppraisalPlans.FirstOrDefault(plan => plan.ClusterYearId == year.Id),
                HasPlans = db.Plans.IgnoreQueryFilters(new[] { PortalDb.ThisClusterYear }).Any(plan => plan.ClusterYearId == year.Id && (plan.State == PlanState.Draft || plan.State == PlanState.Consulting || plan.State == PlanState.Finalizing || plan.State == PlanState.Submitted)),
                HasRegulations = db.Regulations.IgnoreQueryFilters(new[] { PortalDb.ThisClusterYear }).Any(regulation => regulation.ClusterYearId == year.Id && (regulation.State == RegulationState.Draft || regulation.State == RegulationState.Submitted)),
                HasCovenants = db.Covenants.IgnoreQueryFilters(new[] { PortalDb.ThisClusterYear }).Any(covenant => covenant.ClusterYearId == year.Id && (covenant.State == CovenantState.Draft || covenant.State == CovenantState.Signing)),
                HasRounds = db.Consultations.Any(round => round.ClusterYearId == year.Id && (round.ClosedAt == null || db.Comments.Any(comment => comment.ConsultationId == round.Id && comment.WithdrawnAt == null && comment.Response == null))),
                HasDrafts = db.DraftedDocuments.IgnoreQueryFilters(new[] { PortalDb.ThisClusterYear }).Any(draft => draft.ClusterYearId == year.Id && (draft.State == DraftedState.Draft || draft.State == DraftedState.Submitted)),
                HasReports = db.ReportRequirements.IgnoreQueryFilters(new[] { PortalDb.ThisClusterYear }).Any(row => row.ClusterYearId == year.Id && row.State != RequirementState.Withdrawn && row.State != RequirementState.Dropped),
                HasRequests = waiting.Any(row => row.ClusterYearId == year.Id),
                PlanToSend = db.AuthorityYears.Any(row => row.AuthorityId == year.Cluster.AuthorityId && row.Year == year.Year && row.PlanManner != null) && issued.Any(row => row.ClusterYearId == year.Id && !sent.Any(request => request.PlanId == row.Id)),
                SchemeToSend = scheme.State == SchemeState.Issued && db.AuthorityYears.Any(row => row.AuthorityId == year.Cluster.AuthorityId && row.Year == year.Year && row.SchemeManner != null) && !sent.Any(request => request.SchemeId == scheme.Id),
                SheetId = (int?)sheet.Id,
                UnitId = (int?)sheet.UnitId,
                sheet.UnitName,
                State = (ScoreSheetState?)sheet.State,
                sheet.LastReason,
                EnteredByThisPerson = db.ScoreEntries.Any(entry => entry.SheetId == sheet.Id && entry.Stage == ScoreStage.Self && entry.EnteredById == userId),
                Asks = db.LeafAssignments.Count(row => row.SheetId == sheet.Id && row.State == AssignmentState.Asked),
            }).ToListAsync();
        return [.. rows.GroupBy(row => row.Year.Id).Select(group => new Standing(group.First().Year, group.First().Parameters, group.First().Scheme, group.First().DueOn, group.First().Ranking, group.First().Plan,
            [.. group.Where(row => row.SheetId is not null).Select(row => new SheetInMotion(row.SheetId!.Value, row.UnitId!.Value, row.UnitName, row.State!.Value, row.LastReason, row.EnteredByThisPerson, row.Asks))]) { HasRegistrations = group.First().HasRegistrations, RegistrationDueOn = group.First().RegistrationDueOn, WaitsForWorkingDay = group.First().WaitsForWorkingDay, HasPlans = group.First().HasPlans, HasRegulations = group.First().HasRegulations, HasCovenants = group.First().HasCovenants, HasRounds = group.First().HasRounds, HasDrafts = group.First().HasDrafts, HasRequests = group.First().HasRequests, HasReports = group.First().HasReports, ToSend = [.. group.First().PlanToSend ? [RequestSubject.Plan] : Array.Empty<RequestSubject>(), .. group.First().SchemeToSend ? [RequestSubject.Scheme] : Array.Empty<RequestSubject>()] })];
    }
}
