using static ThiDua.Domain.Access.Permission;
using static ThiDua.Domain.Scoring.ScoreSheetState;
using static ThiDua.Domain.Scoring.ScoreSheetStep;

namespace ThiDua.Domain.Scoring;

public enum ScoreSheetState { Entering, Submitted, Returned, Appraised, Objected, Agreed, Adopted, NotSubmitted }

public enum ScoreSheetStep { Submit, Return, Appraise, ReopenAppraisal, RaiseObjection, Agree, Adopt, MarkNotSubmitted, AdmitLate, RecordMeeting, FollowAmendment }

/// <summary>The life of a score sheet: tự chấm, thẩm định, thống nhất, thông qua.</summary>
public static class ScoreSheetWorkflow
{
#pragma warning disable format // the columns of the table
    public static readonly Workflow<ScoreSheetState, ScoreSheetStep> Table = new(
        //   step              from                    to            needs
        new(Submit,           [Entering, Returned],   Submitted,    SubmitScores),
        new(Return,           [Submitted],            Returned,     AppraiseScores),
        new(Appraise,         [Submitted, Objected],  Appraised,    AppraiseScores),
        new(ReopenAppraisal,  [Appraised],            Submitted,    AppraiseScores),
        new(RaiseObjection,   [Appraised],            Objected,     ObjectToAppraisal),
        new(Agree,            [Appraised],            Agreed,       AgreeResults),
        new(Adopt,            [Appraised, Agreed],    Adopted,      AdoptResults),
        new(ScoreSheetStep.MarkNotSubmitted, [Entering, Returned], NotSubmitted, Access.Permission.MarkNotSubmitted),
        new(AdmitLate,        [NotSubmitted],         Entering,     Access.Permission.MarkNotSubmitted),
        new(RecordMeeting,    [Entering, Returned, Submitted], Appraised, AppraiseScores),
        new(FollowAmendment,  [Submitted, Appraised], Returned,     IssueScheme));
#pragma warning restore format

    /// <summary>The states in which the unit itself writes its lines.</summary>
    public static readonly ScoreSheetState[] OpenForEntry = [Entering, Returned];

    /// <summary>The states in which the appraiser writes.</summary>
    public static readonly ScoreSheetState[] OpenForAppraisal = [Submitted, Objected];

    /// <summary>The states in which a meeting scores.</summary>
    public static readonly ScoreSheetState[] OpenForMeeting = [Entering, Returned, Submitted];

    /// <summary>Whether the appraiser scores sheets that were not submitted from the facts (điểm theo hồ sơ): where the scheme says so, until the results are agreed or adopted.</summary>
    public static bool ScoresFacts(NoSheetPolicy noSheet, RankingState ranking) => noSheet == NoSheetPolicy.PointsOfFacts && RankingWorkflow.BeforeAgreement.Contains(ranking);

    /// <summary>The states in which the appraisal is done and shown to the unit.</summary>
    public static readonly ScoreSheetState[] WithAppraisal = [Appraised, Objected, Agreed, Adopted];

    /// <summary>Whether what was appraised stands (đã thẩm định xong): what becomes known now changes no figure behind a line.</summary>
    public static bool IsDecided(ScoreSheetState sheet, RankingState ranking) => sheet switch
    {
        Appraised or Agreed or Adopted => true,
        NotSubmitted => !RankingWorkflow.BeforeAgreement.Contains(ranking),
        _ => false,
    };
}
