using ThiDua.Domain.Authorities;
using ThiDua.Domain.Planning.Requests;

namespace ThiDua.Domain;

/// <content>The words of what is sent to the authority, of its answers, and of the limits that it sets.</content>
public static partial class Labels
{
    private static Dictionary<Enum, string> RequestsWords() => new()
    {
        [RequestSubject.Plan] = "Kế hoạch",
        [RequestSubject.Scheme] = "Bảng tiêu chí và thang điểm",
        [RequestManner.Report] = "Báo cáo",
        [RequestManner.AskOpinion] = "Xin ý kiến",
        [RequestManner.AskApproval] = "Đề nghị phê duyệt",
        [RequestState.Draft] = "Dự thảo",
        [RequestState.Submitted] = "Trình ký",
        [RequestState.Sent] = "Đã gửi",
        [RequestState.Noted] = "Cấp trên đã ghi nhận",
        [RequestState.WithOpinion] = "Cấp trên có ý kiến",
        [RequestState.Approved] = "Đã được phê duyệt",
        [RequestState.NotApproved] = "Không được phê duyệt",
        [RequestState.Withdrawn] = "Đã rút",
        [RequestState.Dropped] = "Đã bỏ",
        [RequestStep.Submit] = "Trình ký",
        [RequestStep.Return] = "Trả lại để sửa",
        [RequestStep.Send] = "Ban hành và gửi",
        [RequestStep.RecordSent] = "Ghi nhận đã gửi",
        [RequestStep.Note] = "Ghi nhận, không có ý kiến khác",
        [RequestStep.GiveOpinion] = "Có ý kiến",
        [RequestStep.Approve] = "Phê duyệt",
        [RequestStep.Refuse] = "Không phê duyệt",
        [RequestStep.Withdraw] = "Rút văn bản đã gửi",
        [RequestStep.Replace] = "Rút theo văn bản được thay thế",
        [RequestStep.Revoke] = "Rút theo văn bản bị bãi bỏ",
        [RequestStep.Drop] = "Bỏ dự thảo",
        [LimitKind.CovenantSigned] = "Ký kết giao ước thi đua",
        [LimitKind.Registration] = "Đăng ký thi đua",
        [LimitKind.PlanSent] = "Gửi kế hoạch",
        [LimitKind.SchemeSent] = "Gửi bảng tiêu chí và thang điểm",
        [LimitKind.SixMonthReport] = "Báo cáo 6 tháng",
        [LimitKind.MidYearConference] = "Hội nghị sơ kết 6 tháng",
        [LimitKind.AnnualReport] = "Báo cáo năm",
        [LimitKind.AnnualConference] = "Hội nghị tổng kết năm",
    };
}
