namespace ThiDua.Domain.Clusters;

/// <summary>What is arranged in a year beside the steps of its dossiers, as its history tells it (lịch sử xử lý).</summary>
public enum YearAct
{
    Delegate, EndDelegation, MergeMembers, SetParameters, TakeRegulation, SetCalendar, ExtendEntry, AssignAppraisers, WithdrawAssignment, DeclareConflict, AskToLiftConflict, LiftConflict, RefuseToLiftConflict, OpenMeeting, CloseMeeting, RemindUnits, UrgeUnits,
}
