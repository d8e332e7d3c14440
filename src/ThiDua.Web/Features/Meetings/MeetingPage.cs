using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared.Lines;

namespace ThiDua.Web.Features.Meetings;

/// <summary>The meeting and how far it has come, criterion by criterion.</summary>
public sealed record MeetingPage(MeetingScoring? Meeting, int Version, bool MayOpen, bool IsSecretary, int Sheets, IReadOnlyList<MeetingPage.Leaf> Leaves)
{
    public sealed record Leaf(int Id, string Code, string Name, decimal? Max, int Scored, int Owed);

    /// <summary>Those who may be its secretary.</summary>
    public IReadOnlyList<(int Id, string Name)> Secretaries { get; init; } = [];
}

public sealed record MeetingAct(MeetingPage Page, OpenMeeting.Form Form);

/// <summary>One criterion before the meeting: every unit with its own scoring and what the meeting gives.</summary>
public sealed record CriterionInMeeting(MeetingScoring Meeting, bool IsSecretary, Criterion Criterion, IReadOnlyList<CriterionInMeeting.Row> Rows, int? PreviousId, int? NextId)
{
    public sealed record Row(int Index, int SheetId, string UnitName, bool IsOpen, decimal? Self, decimal? Points, string? Reason, int Version)
    {
        public required string Seen { get; init; }

        /// <summary>The unit owes nothing here, as the leaf is not assigned to it.</summary>
        public bool IsNotScored { get; init; }

        /// <summary>Whoever looks may not see the figures of this unit yet.</summary>
        public bool IsHidden { get; init; }
    }
}

public sealed class ShowMeeting(PortalDb db, CurrentActor current, CurrentYear entered, TimeProvider clock)
{
    public async Task<MeetingPage> Handle()
    {
        var (plan, by) = (entered.Year.Plan, current.Actor);
        var sheets = await MeetingSheets.Of(db, entered.Year);
        var leaves = await Leaves();
        var left = await LeavesLeft.Of(db, [.. sheets.Select(sheet => sheet.Id)]);
        return new(plan?.Meeting, plan?.Version ?? 0, entered.Year.Stage != ClusterYearStage.Concluded && by.Can(Permission.AssignAppraisers) && by.Positions.Overlaps([Position.Leader, Position.StandingBody, Position.Authority]),
            plan?.Meeting?.SecretaryId == by.UserId, sheets.Count, [.. leaves.Select(leaf => new MeetingPage.Leaf(leaf.Id, leaf.Code, leaf.Name, leaf.Max, Count(leaf, left.IsDone), Count(leaf, (sheetId, _) => left.Scoring(sheetId, leaf.Id) != LeafScoring.NotScored)))]);

        int Count(Criterion leaf, Func<int, Criterion, bool> counts) => sheets.Count(sheet => left.Scoring(sheet.Id, leaf.Id) != LeafScoring.NotScored && counts(sheet.Id, leaf));
    }

    public async Task<MeetingAct> ToOpen(OpenMeeting.Form? typed)
    {
        var page = await Handle() with { Secretaries = await Secretaries() };
        return new(page, (typed ?? new() { HeldOn = Days.Today(clock), Document = new() }) with { Version = page.Version });
    }

    public async Task<CriterionInMeeting> Criterion(int criterionId, SaveMeetingScores.Form? typed)
    {
        var meeting = entered.Year.Plan?.Meeting ?? throw new NotFound();
        var leaves = await Leaves();
        var at = leaves.FindIndex(leaf => leaf.Id == criterionId);
        if (at < 0)
        {
            throw new NotFound();
        }

        var sheets = await MeetingSheets.Of(db, entered.Year);
        var cells = (await db.ScoreEntries.AsNoTracking().Where(cell => cell.CriterionId == criterionId && (cell.Stage == ScoreStage.Self || cell.Stage == ScoreStage.Appraised)).ToListAsync()).ToDictionary(cell => (cell.SheetId, cell.Stage));
        var notAssigned = await db.NotAssignedBySheet(await db.ScoringSchemes.Where(row => row.Id == leaves[at].SchemeId).Select(row => row.NotAssigned).SingleAsync());
        var ranking = await db.Rankings.Select(row => row.State).SingleAsync();
        return new(meeting, IsSecretary(meeting), leaves[at], Rows(), at > 0 ? leaves[at - 1].Id : null, at + 1 < leaves.Count ? leaves[at + 1].Id : null);

        // Only open rows are sent, numbered without a gap.
        List<CriterionInMeeting.Row> Rows()
        {
            var sent = 0;
            return [.. sheets.Select(Row).Select(row => row.IsOpen ? row with { Index = sent++ } : row)];
        }

        CriterionInMeeting.Row Row(ScoreSheet sheet)
        {
            var (own, self) = (cells.GetValueOrDefault((sheet.Id, ScoreStage.Appraised)), cells.GetValueOrDefault((sheet.Id, ScoreStage.Self)));
            var line = typed?.Lines.Find(row => row.SheetId == sheet.Id) is { IsTouched: true } touched ? touched : null;
            var scoring = notAssigned.GetValueOrDefault(sheet.Id)?.ScoringOf(criterionId) ?? LeafScoring.Assigned;
            var sees = Sees(meeting, sheet, ranking);
            return new(0, sheet.Id, sheet.UnitName, ScoreSheetWorkflow.OpenForMeeting.Contains(sheet.State) && scoring != LeafScoring.NotScored,
                sees && sheet.State != ScoreSheetState.Entering && self is not null ? PointsNow.Of(leaves[at].Node(), new(self.Values, self.Points, self.IsSetByHand), sheet.UnitId, null, scoring).Points : null,
                !sees ? null : line is null ? own?.Points : line.Points, !sees ? null : line is null ? own?.Note : line.Reason, own?.Version ?? 0)
            {
                Seen = line?.Seen ?? TypedFigure.Print(own?.Points, own?.Note),
                IsNotScored = scoring == LeafScoring.NotScored,
                IsHidden = !sees,
            };
        }
    }

    private bool IsSecretary(MeetingScoring meeting) => meeting.SecretaryId == current.Actor.UserId;

    // The secretary writes for all; anybody else sees here what they may see of the unit's sheet.
    private bool Sees(MeetingScoring meeting, ScoreSheet sheet, RankingState ranking)
    {
        var responsible = entered.Year.Duties.Responsible(sheet.UnitId);
        return IsSecretary(meeting) || (SheetAccess.MayRead(current.Actor, sheet.UnitId, responsible, sheet.State, ranking) && SheetAccess.MayReadAppraisal(current.Actor, sheet.UnitId, responsible, sheet.State));
    }

    /// <summary>People of the leader's and the deputies' units who prepare or approve.</summary>
    public async Task<IReadOnlyList<(int Id, string Name)>> Secretaries()
    {
        var today = Days.Today(clock);
        var units = entered.Year.Positions.Where(row => row.Position is Position.Leader or Position.Deputy).Select(row => row.OrganizationId).ToList();
        var people = await (
            from unit in db.Organizations
            where units.Contains(unit.Id)
            from office in db.Offices
            where office.OrganizationId == unit.Id || (office.OrganizationId == unit.AdvisingBodyId && office.Capacity == Capacity.Clerk)
            where office.Capacity != Capacity.Registrar && office.FromOn <= today && (office.ToOn == null || office.ToOn >= today)
            join user in db.Users on office.UserId equals user.Id
            select new { user.Id, user.FullName, Unit = unit.Name }).Distinct().ToListAsync();
        return [.. people.DistinctBy(person => person.Id).OrderBy(person => person.FullName, Text.VietnameseOrder).Select(person => (person.Id, $"{person.FullName}, {person.Unit}"))];
    }

    private async Task<List<Criterion>> Leaves()
    {
        var criteria = await db.Criteria.AsNoTracking().Where(row => db.ScoringSchemes.Any(scheme => scheme.Id == row.SchemeId && scheme.State == SchemeState.Issued)).ToListAsync();
        return [.. new SchemeTree(criteria.Select(row => row.Node())).Leaves.Select(leaf => criteria.Find(row => row.Id == leaf.Id)!)];
    }
}

internal static class MeetingSheets
{
    /// <summary>The sheets that a meeting scores: those of members, by name; not those of units that have left.</summary>
    public static async Task<List<ScoreSheet>> Of(PortalDb db, EnteredYear year, bool tracked = false)
    {
        var sheets = await (tracked ? db.ScoreSheets : db.ScoreSheets.AsNoTracking()).ToListAsync();
        return [.. sheets.Where(sheet => !year.HasLeft(sheet.UnitId)).OrderBy(sheet => sheet.UnitName, Text.VietnameseOrder)];
    }
}
