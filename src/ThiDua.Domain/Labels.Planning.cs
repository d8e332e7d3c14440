using ThiDua.Domain.Planning;
using ThiDua.Domain.Planning.Consultations;
using ThiDua.Domain.Planning.FromPaper;

namespace ThiDua.Domain;

/// <content>The words of plans and their consultations.</content>
public static partial class Labels
{
    private static Dictionary<Enum, string> PlanningWords() => new()
    {
        [CommentResponse.Accepted] = "Tiếp thu",
        [CommentResponse.Partly] = "Tiếp thu một phần",
        [CommentResponse.Explained] = "Giải trình",
        [UnitReply.Agreed] = "Thống nhất, không có ý kiến khác",
        [UnitReply.HasComments] = "Có ý kiến",
        [ReplyStanding.Waiting] = "Chưa trả lời",
        [ReplyStanding.Agreed] = "Thống nhất",
        [ReplyStanding.HasComments] = "Có ý kiến",
        [ReplyStanding.Silent] = "Quá thời hạn coi như thống nhất",
        [ReplyStanding.NoReply] = "Không trả lời trong thời hạn",
        [PlanPurpose.Yearly] = "Kế hoạch năm",
        [PlanPurpose.Conference] = "Kế hoạch tổ chức hội nghị",
        [PlanPurpose.Inspection] = "Kế hoạch kiểm tra",
        [PlanPurpose.SeveralYears] = "Kế hoạch nhiều năm",
        [PlanState.Draft] = "Dự thảo",
        [PlanState.Consulting] = "Đang lấy ý kiến",
        [PlanState.Finalizing] = "Đang tiếp thu, hoàn thiện",
        [PlanState.Submitted] = "Trình ký",
        [PlanState.Issued] = "Đã ban hành",
        [PlanState.Adjusted] = "Đã điều chỉnh",
        [PlanState.Revoked] = "Đã bãi bỏ",
        [PlanState.Dropped] = "Đã bỏ",
        [PlanStep.OpenConsultation] = "Lấy ý kiến",
        [PlanStep.ExtendConsultation] = "Gia hạn góp ý",
        [PlanStep.CloseConsultation] = "Kết thúc lấy ý kiến",
        [PlanStep.Agree] = "Thống nhất nội dung điều chỉnh",
        [PlanStep.Submit] = "Trình ký",
        [PlanStep.Return] = "Trả lại để hoàn thiện",
        [PlanStep.Issue] = "Ban hành",
        [PlanStep.Adjust] = "Thay bằng kế hoạch điều chỉnh",
        [PlanStep.Revoke] = "Bãi bỏ",
        [PlanStep.Drop] = "Bỏ dự thảo",
        [ProposedKind.Deadline] = "Thời hạn",
        [ProposedKind.Conference] = "Hội nghị",
        [ConferenceKind.CovenantSigning] = "Hội nghị ký kết giao ước thi đua",
        [ConferenceKind.MidYear] = "Hội nghị sơ kết 6 tháng",
        [ConferenceKind.Preparatory] = "Phiên họp trù bị",
        [ConferenceKind.Annual] = "Hội nghị tổng kết năm",
        [ConferenceKind.Thematic] = "Hội nghị chuyên đề",
        [ConferenceKind.ArtsAndSports] = "Hội thi, hội diễn, giao lưu thể thao",
        [ReportKind.SixMonth] = "Báo cáo 6 tháng",
        [ReportKind.Annual] = "Báo cáo năm",
        [ReportKind.Thematic] = "Báo cáo chuyên đề",
        [ReportKind.AdHoc] = "Báo cáo đột xuất, việc khác",
        [ReportKind.ToAuthority] = "Báo cáo của cụm, khối với cơ quan quản lý",
        [OwedBy.EachMember] = "Từng đơn vị thành viên",
        [OwedBy.Leader] = "Đơn vị trưởng, thay mặt cụm, khối",
        [AssignedTo.Leader] = "Đơn vị trưởng",
        [AssignedTo.Deputies] = "Đơn vị phó",
        [AssignedTo.Members] = "Các đơn vị thành viên",
        [AssignedTo.Others] = "Cơ quan, đơn vị khác",
        [BasisOpening.PursuantTo] = "Căn cứ",
        [BasisOpening.Implementing] = "Thực hiện",
        [BasisOpening.Following] = "Theo",
    };
}
