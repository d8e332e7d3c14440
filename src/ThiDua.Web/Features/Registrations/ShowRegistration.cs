using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Registrations;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Access;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.Registrations;

/// <summary>A leaf of the scheme that takes a target.</summary>
public sealed record LeafWithTarget(int Id, string Code, string Name, string? Unit, CountedTarget Counted);

/// <summary>The leaves that take targets, of the scheme in force or its first draft, in the order of the scheme.</summary>
public sealed class LeavesWithTarget(PortalDb db)
{
    public async Task<IReadOnlyList<LeafWithTarget>> Handle()
    {
        var criteria = await db.Criteria.AsNoTracking().ToDictionaryAsync(row => row.Id);
        return [.. new SchemeTree(criteria.Values.Select(row => row.Node())).Ordered.Select(placed => criteria[placed.Node.Id]).Where(TargetInForce.TakesTarget)
            .Select(row => new LeafWithTarget(row.Id, row.Code, row.Name, row.Unit, row.CountedTarget))];
    }
}

/// <summary>The registration of one unit as this person may see it; none where the unit has not begun.</summary>
public sealed record RegistrationPage(int UnitId, string UnitName, Registration? Stored, IReadOnlyList<LeafWithTarget> Leaves)
{
    public bool IsOwn { get; init; }

    /// <summary>Whether what is being written is shown too, and how it came about.</summary>
    public bool SeesDraft { get; init; }

    public bool MayEnter { get; init; }

    /// <summary>Whether receiving it, or sending it back, is for this person to do.</summary>
    public bool MayReceive { get; init; }

    public IReadOnlyList<Workflow<RegistrationState, RegistrationStep>.OpenStep> Steps { get; init; } = [];

    public OpenDays? Days { get; init; }

    public bool IsPastDeadline { get; init; }

    public DateOnly? CutOff { get; init; }

    /// <summary>Where the unit's sheet stands, with its id.</summary>
    public (int Id, ScoreSheetState State)? Sheet { get; init; }

    public RegistrationState State => Stored?.State ?? RegistrationState.Drafting;

    public int Version => Stored?.Version ?? 0;

    /// <summary>The revision shown.</summary>
    public int Shown => Stored is null ? 0 : SeesDraft ? Stored.Revision : Stored.InForce;

    public IReadOnlyList<Title> Titles => Stored?.TitlesIn(Shown) ?? [];

    /// <summary>The targets in the order of the scheme, then the unit's own.</summary>
    public IReadOnlyList<Target> Targets => [.. (Stored?.TargetsIn(Shown) ?? []).OrderBy(PlaceOf).ThenBy(row => row.Source).ThenBy(row => row.Id)];

    /// <summary>The leaves for which the unit has no target yet.</summary>
    public IReadOnlyList<LeafWithTarget> WithoutTarget => [.. Leaves.Where(leaf => Targets.All(row => row.CriterionId != leaf.Id))];

    public LeafWithTarget? LeafOf(Target row) => Leaves.FirstOrDefault(leaf => leaf.Id == row.CriterionId);

    public string NameOf(Target row) => LeafOf(row) is { } leaf ? $"{leaf.Code}. {leaf.Name}" : row.Indicator;

    /// <summary>Whether it is written in this revision and not in force yet.</summary>
    public bool IsNew(RegisteredRow row) => Stored is { InForce: > 0 } stored && row.Since > stored.InForce;

    /// <summary>The value that an unregistered change would replace.</summary>
    public Target? Replaces(Target row) => !IsNew(row) ? null : Stored!.TargetsIn(Stored.InForce).FirstOrDefault(old => old.Until == Stored.Revision && old.Description().Subject == row.Description().Subject);

    /// <summary>Those in force that this revision takes out without another in their place.</summary>
    public IReadOnlyList<Target> TakenOut => Stored is null || !SeesDraft ? [] : [.. Stored.TargetsIn(Stored.InForce).Where(old => old.Until == Stored.Revision && Targets.All(row => row.Description().Subject != old.Description().Subject))];

    public Workflow<RegistrationState, RegistrationStep>.OpenStep? Step(RegistrationStep step) => Steps.FirstOrDefault(open => open.Step == step);

    private int PlaceOf(Target row) => LeafOf(row) is { } leaf ? Leaves.ToList().IndexOf(leaf) : int.MaxValue;
}

/// <summary>Reads the registration of one unit. The unit itself, leader, deputies and those above see drafts; other members what is registered.</summary>
public sealed class ShowRegistration(PortalDb db, LeavesWithTarget leaves, CurrentActor current, CurrentYear year, TimeProvider clock)
{
    public async Task<RegistrationPage> Handle(int unitId)
    {
        db.ChangeTracker.Clear(); // after a refusal what was tried is not what is stored
        var actor = current.Actor;
        var (seesDraft, isOwn) = (Registration.SeesDraftsOf(actor, unitId), actor.UnitId == unitId);
        var stored = await db.Registrations.AsNoTracking().Where(Registration.ReadableBy(actor)).Include(row => row.Targets).Include(row => row.Titles).Include(row => row.History).FirstOrDefaultAsync(row => row.UnitId == unitId);
        if (stored is null && !seesDraft)
        {
            throw new NotFound();
        }

        var around = await db.ClusterYears.AsNoTracking().Where(row => row.Id == year.Year.Id).Select(row => new
        {
            Calendar = db.ScoringCalendars.FirstOrDefault(calendar => calendar.ClusterYearId == row.Id),
            CutOff = db.ScoringSchemes.Where(scheme => scheme.ClusterYearId == row.Id).Select(scheme => scheme.CutOffOn).FirstOrDefault(),
            Sheet = db.ScoreSheets.Where(sheet => sheet.ClusterYearId == row.Id && sheet.UnitId == unitId).Select(sheet => new { sheet.Id, sheet.State }).FirstOrDefault(),
        }).SingleAsync();
        var isYearOpen = year.Year.Stage != ClusterYearStage.Concluded;
        return new(unitId, stored?.UnitName ?? year.Year.MemberNames.GetValueOrDefault(unitId) ?? throw new NotFound(), stored, await leaves.Handle())
        {
            IsOwn = isOwn,
            SeesDraft = seesDraft,
            MayEnter = isYearOpen && isOwn && actor.Can(Permission.EnterRegistration) && (stored?.IsOpen ?? true),
            MayReceive = Registration.MayReceive(actor, unitId, year.Year.LeaderId),
            Steps = isYearOpen && stored is not null ? [.. StepsOf(stored, actor)] : [],
            Days = around.Calendar?.DaysOf(ScoringWindow.Registration) is { Closes: not null } days ? days : null,
            IsPastDeadline = around.Calendar?.IsLateRegistration(clock.GetUtcNow().UtcDateTime) == true,
            CutOff = around.CutOff,
            Sheet = around.Sheet is { } sheet ? (sheet.Id, sheet.State) : null,
        };
    }

    private IEnumerable<Workflow<RegistrationState, RegistrationStep>.OpenStep> StepsOf(Registration stored, Actor actor) =>
        RegistrationWorkflow.Table.OpenTo(actor, stored.State).Where(open => open.Step switch
        {
            RegistrationStep.Receive or RegistrationStep.Return => Registration.MayReceive(actor, stored.UnitId, year.Year.LeaderId),
            RegistrationStep.CancelAdjustment => actor.UnitId == stored.UnitId && stored.DocumentOfRevision is not null,
            RegistrationStep.SubmitForApproval => actor.UnitId == stored.UnitId && !actor.Can(Permission.ApproveRegistration),
            _ => actor.UnitId == stored.UnitId,
        });
}
