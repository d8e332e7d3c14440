using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Documents;
using ThiDua.Domain.Planning;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared;
using ThiDua.Web.Features.Shared.Changes;
using ThiDua.Web.Features.Shared.Issuing;

namespace ThiDua.Web.Features.Plans;

/// <summary>Loads the plans of the year; what this person may not read does not exist.</summary>
public sealed class ShowPlan(PortalDb db, CurrentActor current, CurrentYear year, BasesOfPlan bases, AuthorityLimits limits, ReadMaking making)
{
    private bool IsYearOpen => year.Year.Stage != ClusterYearStage.Concluded;

    public bool MayDraft => IsYearOpen && current.Actor.Can(Permission.DraftPlan);

    public async Task<PlansPage> List(PlanPurpose? purpose, int? page) =>
        new(await Rows(db.Readable(current.Actor).Where(row => purpose == null || row.Purpose == purpose)).PageAt(page), MayDraft, year.Year.LeaderTitle) { Purpose = purpose, MayKeepBook = current.Actor.Can(Permission.KeepCatalogue) };

    /// <summary>The yearly plans in force beside this one, which would be in force with it.</summary>
    public async Task<IReadOnlyList<PlanRow>> InForceBeside(Plan plan) =>
        plan is { Purpose: PlanPurpose.Yearly, AdjustsId: null } ? await Rows(db.Readable(current.Actor).Where(row => row.Id != plan.Id && row.Purpose == PlanPurpose.Yearly && row.State == PlanState.Issued)).ToListAsync() : [];

    public async Task<PlanPage> Handle(int planId)
    {
        db.ChangeTracker.Clear(); // after a refusal what was tried is not what is stored
        var plan = await db.Readable(current.Actor).AsNoTracking().WithText().Include(row => row.History).OneAsync(row => row.Id == planId);
        var document = await db.IssuedDocuments.AsNoTracking().Where(IssuedDocument.ReadableBy(current.Actor)).Where(row => row.Origin == nameof(Plan) && row.OriginId == planId && row.State != DocumentState.Dropped)
            .OrderByDescending(row => row.Id).Select(row => new { row.Id, row.State }).FirstOrDefaultAsync();
        var (day, found) = await bases.Handle(plan);
        return new(plan, [.. StepsOf(plan)])
        {
            FoundBases = found,
            BasesDay = day,
            Made = await making.Handle(plan),
            MayEdit = MayDraft && plan.IsOpen,
            HasDeputy = year.Year.HasDeputy,
            Unanswered = plan.IsOpen && plan.CommentsUntil is not null && MayDraft ? await db.Comments.CountAsync(row => row.WithdrawnAt == null && row.Response == null && db.Consultations.Any(round => round.Id == row.ConsultationId && round.PlanId == planId)) : 0,
            CommentDays = year.Year.Parameters.CommentDays,
            Year = year.Year.Year,
            LeaderTitle = year.Year.LeaderTitle,
            Limits = await limits.Handle(),
            DocumentId = document?.Id,
            DocumentState = document?.State,
            Adjusts = plan.AdjustsId is { } id ? await db.Readable(current.Actor).AsNoTracking().FirstOrDefaultAsync(row => row.Id == id) : null,
            AdjustedBy = plan.State is PlanState.Issued or PlanState.Adjusted ? await Rows(db.Readable(current.Actor).Where(row => row.AdjustsId == planId && row.State != PlanState.Dropped)).ToListAsync() : [],
        };
    }

    // Return, issue and adjust come with the document in the register.
    private IEnumerable<PlanStep> StepsOf(Plan plan) => !IsYearOpen
        ? []
        : PlanWorkflow.Table.OpenTo(current.Actor, plan.State).Where(open => PlanWorkflow.Table.RowOf(open.Step).Needs is Permission.DraftPlan or Permission.AgreePlan && (open.Step != PlanStep.Agree || plan.AdjustsId is not null)).Select(open => open.Step);

    private IQueryable<PlanRow> Rows(IQueryable<Plan> plans) =>
        from row in plans.AsNoTracking().WithDocument(db.IssuedDocuments)
        orderby row.Dossier.Id descending
        select new PlanRow(row.Dossier.Id, row.Dossier.Purpose, row.Dossier.Abstract, row.Dossier.State, row.Dossier.CommentsUntil, (DocumentState?)row.Document!.State, new(row.Document!.Number, row.Document!.Symbol, row.Document!.IssuedOn));
}
