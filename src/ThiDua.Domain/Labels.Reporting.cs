using ThiDua.Domain.Reporting;

namespace ThiDua.Domain;

/// <content>The words of reporting requirements and what units send.</content>
public static partial class Labels
{
    private static Dictionary<Enum, string> ReportingWords() => new()
    {
        [RequirementState.Draft] = "Đang soạn",
        [RequirementState.Announced] = "Đã thông báo",
        [RequirementState.Consolidated] = "Đã tổng hợp",
        [RequirementState.Withdrawn] = "Đã thu hồi",
        [RequirementState.Dropped] = "Đã bỏ",
        [RequirementStep.Announce] = "Thông báo cho đơn vị",
        [RequirementStep.Revise] = "Sửa lại",
        [RequirementStep.ChangeDeadline] = "Đổi thời hạn",
        [RequirementStep.Extend] = "Gia hạn cho đơn vị",
        [RequirementStep.Consolidate] = "Ghi nhận đã tổng hợp",
        [RequirementStep.IssueConsolidated] = "Ban hành báo cáo tổng hợp",
        [RequirementStep.ReplaceConsolidated] = "Thay thế báo cáo tổng hợp",
        [RequirementStep.RevokeConsolidated] = "Bãi bỏ báo cáo tổng hợp",
        [RequirementStep.Withdraw] = "Thu hồi",
        [RequirementStep.Drop] = "Bỏ",
        [ConsolidatedStanding.InTime] = "Đúng hạn",
        [ConsolidatedStanding.Late] = "Nộp muộn",
        [ConsolidatedStanding.NotAccepted] = "Chưa tiếp nhận",
        [ConsolidatedStanding.NotSubmitted] = "Chưa nộp",
        [ReportState.Drafting] = "Đang soạn",
        [ReportState.Submitted] = "Đã nộp",
        [ReportState.Returned] = "Trả lại để bổ sung",
        [ReportState.Accepted] = "Đã tiếp nhận",
        [ReportState.Reopened] = "Mở lại",
        [ReportStep.Submit] = "Nộp báo cáo",
        [ReportStep.Return] = "Trả lại để bổ sung",
        [ReportStep.Accept] = "Tiếp nhận",
        [ReportStep.Reopen] = "Mở lại",
        [ReportStep.Supplement] = "Gửi bản bổ sung, thay thế",
        [ReportStep.RecordReceipt] = "Ghi nhận đã nhận bằng cách khác",
        [ReceiptWay.ByPost] = "Qua bưu chính",
        [ReceiptWay.ByHand] = "Nhận trực tiếp",
        [ReceiptWay.ByMail] = "Qua thư điện tử",
        [ReceiptWay.ByNetwork] = "Qua trục liên thông văn bản",
        [FileKind.Pdf] = "PDF",
        [FileKind.Word] = "DOCX",
        [FileKind.Excel] = "XLSX",
        [FileKind.Picture] = "ảnh (JPEG, PNG)",
    };
}
