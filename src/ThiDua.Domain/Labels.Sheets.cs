using ThiDua.Domain.Scoring;

namespace ThiDua.Domain;

/// <content>The words of score sheets.</content>
public static partial class Labels
{
    private static Dictionary<Enum, string> SheetsWords() => new()
    {
        [ScoreSheetState.Entering] = "Đang nhập",
        [ScoreSheetState.Submitted] = "Đã nộp",
        [ScoreSheetState.Returned] = "Trả lại",
        [ScoreSheetState.Appraised] = "Đã thẩm định",
        [ScoreSheetState.Objected] = "Đề nghị xem xét lại",
        [ScoreSheetState.Agreed] = "Đã thống nhất",
        [ScoreSheetState.Adopted] = "Đã thông qua",
        [ScoreSheetState.NotSubmitted] = "Không nộp",
        [ScoreSheetStep.Submit] = "Nộp bảng tự chấm điểm",
        [ScoreSheetStep.Return] = "Trả lại",
        [ScoreSheetStep.Appraise] = "Hoàn thành thẩm định",
        [ScoreSheetStep.RecordMeeting] = "Ghi kết quả chấm tại cuộc họp",
        [ScoreSheetStep.ReopenAppraisal] = "Mở lại thẩm định",
        [ScoreSheetStep.RaiseObjection] = "Đề nghị xem xét lại",
        [ScoreSheetStep.Agree] = "Thống nhất",
        [ScoreSheetStep.Adopt] = "Thông qua",
        [ScoreSheetStep.MarkNotSubmitted] = "Ghi nhận không nộp",
        [ScoreSheetStep.FollowAmendment] = "Chuyển sang bảng tiêu chí sửa đổi",
        [ScoreSheetStep.AdmitLate] = "Mở lại cho đơn vị nhập",
        [AssignmentState.Assigned] = "Được giao",
        [AssignmentState.Asked] = "Đã đề nghị không giao",
        [AssignmentState.NotAssigned] = "Không giao",
        [AssignmentState.AskRefused] = "Đề nghị không được chấp nhận",
        [AssignmentStep.AskNotAssigned] = "Đề nghị không giao chỉ tiêu",
        [AssignmentStep.WithdrawAsk] = "Rút đề nghị không giao chỉ tiêu",
        [AssignmentStep.AcceptNotAssigned] = "Chấp nhận không giao chỉ tiêu",
        [AssignmentStep.RefuseNotAssigned] = "Không chấp nhận đề nghị không giao",
        [AssignmentStep.SetNotAssigned] = "Không giao chỉ tiêu",
        [AssignmentStep.AssignAgain] = "Giao lại chỉ tiêu",
        [ScoreStage.Self] = "Tự chấm",
        [ScoreStage.Appraised] = "Thẩm định",
        [ScoreStage.Second] = "Thẩm định lần hai",
        [ScoreStage.Final] = "Chính thức",
        [EvidenceRole.Target] = "Giao chỉ tiêu",
        [EvidenceRole.Result] = "Kết quả",
        [EvidenceRole.Other] = "Khác",
    };
}
