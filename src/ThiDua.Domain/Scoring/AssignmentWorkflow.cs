using static ThiDua.Domain.Access.Permission;
using static ThiDua.Domain.Scoring.AssignmentState;
using static ThiDua.Domain.Scoring.AssignmentStep;

namespace ThiDua.Domain.Scoring;

/// <summary>Where a leaf stands for one unit: được giao, đã đề nghị không giao, không giao, đề nghị bị từ chối.</summary>
public enum AssignmentState { Assigned, Asked, NotAssigned, AskRefused }

public enum AssignmentStep { AskNotAssigned, WithdrawAsk, AcceptNotAssigned, RefuseNotAssigned, SetNotAssigned, AssignAgain }

/// <summary>The life of a leaf's assignment to a unit (giao chỉ tiêu): the unit asks, who appraises its sheet decides.</summary>
public static class AssignmentWorkflow
{
#pragma warning disable format // the columns of the table
    public static readonly Workflow<AssignmentState, AssignmentStep> Table = new(
        //   step               from                           to           needs
        new(AskNotAssigned,    [Assigned, AskRefused],         Asked,       EnterScores),
        new(WithdrawAsk,       [Asked],                        Assigned,    EnterScores),
        new(AcceptNotAssigned, [Asked],                        NotAssigned, AppraiseScores),
        new(RefuseNotAssigned, [Asked],                        AskRefused,  AppraiseScores),
        new(SetNotAssigned,    [Assigned, Asked, AskRefused],  NotAssigned, AppraiseScores),
        new(AssignAgain,       [NotAssigned],                  Assigned,    AppraiseScores));
#pragma warning restore format

    /// <summary>The states of a sheet in which it can still be decided: before its appraisal is done.</summary>
    public static readonly ScoreSheetState[] OpenForDecision = [ScoreSheetState.Entering, ScoreSheetState.Returned, ScoreSheetState.Submitted];
}
