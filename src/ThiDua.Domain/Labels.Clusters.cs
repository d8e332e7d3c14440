using ThiDua.Domain.Clusters;
using ThiDua.Domain.Scoring;

namespace ThiDua.Domain;

/// <content>The words of clusters, their years and calendars.</content>
public static partial class Labels
{
    private static Dictionary<Enum, string> ClustersWords() => new()
    {
        [ClusterKind.Cum] = "Cụm thi đua",
        [ClusterKind.Khoi] = "Khối thi đua",
        [ClusterLevel.Central] = "Trung ương",
        [ClusterLevel.Ministry] = "Bộ, ngành",
        [ClusterLevel.Provincial] = "Tỉnh",
        [ClusterLevel.District] = "Huyện",
        [ClusterYearStage.Preparing] = "Chuẩn bị",
        [ClusterYearStage.Running] = "Đang triển khai",
        [ClusterYearStage.Reviewing] = "Đang bình xét",
        [ClusterYearStage.Concluded] = "Đã kết thúc",
        [ClusterYearStep.Start] = "Bắt đầu triển khai",
        [ClusterYearStep.BeginReview] = "Chuyển sang bình xét",
        [ClusterYearStep.Conclude] = "Kết thúc năm thi đua",
        [YearAct.Delegate] = "Ủy quyền cho đơn vị phó",
        [YearAct.EndDelegation] = "Chấm dứt ủy quyền",
        [YearAct.MergeMembers] = "Ghi nhận sáp nhập đơn vị",
        [YearAct.SetParameters] = "Sửa quy định của năm",
        [YearAct.TakeRegulation] = "Áp dụng Quy chế cho năm này",
        [YearAct.SetCalendar] = "Đặt lịch chấm điểm",
        [YearAct.ExtendEntry] = "Gia hạn nhập cho một đơn vị",
        [YearAct.AssignAppraisers] = "Phân công thẩm định",
        [YearAct.WithdrawAssignment] = "Thôi phân công thẩm định",
        [YearAct.DeclareConflict] = "Ghi nhận không thẩm định",
        [YearAct.AskToLiftConflict] = "Đề nghị gỡ ghi nhận không thẩm định",
        [YearAct.LiftConflict] = "Gỡ ghi nhận không thẩm định",
        [YearAct.RefuseToLiftConflict] = "Không đồng ý gỡ ghi nhận không thẩm định",
        [YearAct.OpenMeeting] = "Mở chấm tại cuộc họp",
        [YearAct.CloseMeeting] = "Đóng chấm tại cuộc họp",
        [YearAct.RemindUnits] = "Nhắc các đơn vị chưa nộp báo cáo",
        [YearAct.UrgeUnits] = "Soạn công văn đôn đốc báo cáo",
        [MergerOutcome.TakesPlace] = "Đơn vị mới thay vào một vị trí; các đơn vị cũ thôi tham gia, không xếp hạng",
        [MergerOutcome.ScoredToDate] = "Các đơn vị cũ được chấm điểm, xếp hạng đến ngày sáp nhập",
        [AppraiserKind.Team] = "Tổ thẩm định",
        [AppraiserKind.Cross] = "Chấm chéo",
        [AppraiserKind.NamedInMinutes] = "Thành viên được ghi trong biên bản",
        [ScoringWindow.Registration] = "Đăng ký thi đua",
        [ScoringWindow.Entry] = "Nhập và nộp bảng tự chấm điểm",
        [ScoringWindow.Appraisal] = "Thẩm định",
        [ScoringWindow.Objection] = "Đề nghị xem xét lại",
        [ScoringWindow.Answer] = "Trả lời đề nghị xem xét lại",
        [WindowStanding.NotYet] = "Chưa mở",
        [WindowStanding.Open] = "Đang mở",
        [WindowStanding.Late] = "Đã quá hạn, tính là muộn",
        [WindowStanding.Closed] = "Đã đóng",
    };
}
