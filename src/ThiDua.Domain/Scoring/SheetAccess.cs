using ThiDua.Domain.Access;

namespace ThiDua.Domain.Scoring;

/// <summary>Who sees what of a sheet. Before the draft results are published a unit sees only its own.</summary>
public static class SheetAccess
{
    /// <summary>Whether this person may open the sheet at all; where not, it does not exist for them.</summary>
    public static bool MayRead(Actor by, int unitId, int? responsibleUnitId, ScoreSheetState state, RankingState ranking) =>
        by.UnitId == unitId
        || RankingWorkflow.Published.Contains(ranking)
        || (state is not ScoreSheetState.Entering && (IsResponsible(by, responsibleUnitId) || SeesAll(by)));

    /// <summary>Whether this person could open the sheet as it was submitted, before anything was published: what the unit withdrew since stays readable to these alone.</summary>
    public static bool CouldReadAsSubmitted(Actor by, int unitId, int? responsibleUnitId) =>
        MayRead(by, unitId, responsibleUnitId, ScoreSheetState.Submitted, RankingState.Collecting);

    /// <summary>Whether the appraised column shows: to the appraiser always, to others once the appraisal is done.</summary>
    public static bool MayReadAppraisal(Actor by, int unitId, int? responsibleUnitId, ScoreSheetState state) =>
        ScoreSheetWorkflow.WithAppraisal.Contains(state) || (by.UnitId != unitId && IsResponsible(by, responsibleUnitId));

    private static bool IsResponsible(Actor by, int? responsibleUnitId) =>
        responsibleUnitId is { } unit
            ? by.ActsFor(unit, Permission.AppraiseScores) && by.Can(Permission.AppraiseScores)
            : by.Positions.Overlaps([Position.StandingBody, Position.Authority]);

    // The leader's staff follows also the sheets that others appraise.
    private static bool SeesAll(Actor by) =>
        by.Positions.Overlaps([Position.Authority, Position.StandingBody, Position.Observer]) || (by.Positions.Contains(Position.Leader) && by.Can(Permission.AppraiseScores));
}
