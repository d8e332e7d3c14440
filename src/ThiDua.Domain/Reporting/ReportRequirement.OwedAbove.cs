using ThiDua.Domain.Planning;
using ThiDua.Domain.Scoring;
using static ThiDua.Domain.RuleViolation;

namespace ThiDua.Domain.Reporting;

// What the leader owes those above for the cluster: the leader keeps it, but its deadline and its receipt are theirs.
public sealed partial class ReportRequirement
{
    private const string AcceptedAbove = "Cơ quan quản lý đã tiếp nhận báo cáo này nên không thu hồi được. Cần sửa thì đề nghị cơ quan quản lý mở lại.";
    private const string PastAbove = "Đã quá thời hạn gửi cấp trên nên không sửa lại được. Cấp trên đổi thời hạn thì ghi nhận theo văn bản tại “Đổi thời hạn”, hoặc cấp trên gia hạn trên cổng.";

    /// <summary>Whether the leader owes it to those above for the cluster.</summary>
    public bool IsOwedAbove => OwedBy == OwedBy.Leader;

    /// <summary>Why this step is not the leader's alone; null: it is.</summary>
    /// <param name="step">The step.</param>
    /// <param name="own">Where the leader's report stands; null: not begun.</param>
    /// <param name="standing">Where the requirement stands by the clock.</param>
    public string? RefusedAsOwedAbove(RequirementStep step, ReportState? own, WindowStanding standing) => step switch
    {
        _ when !IsOwedAbove => null,
        RequirementStep.Withdraw when own == ReportState.Accepted => AcceptedAbove,
        RequirementStep.Revise when standing is WindowStanding.Late or WindowStanding.Closed => PastAbove,
        _ => null,
    };

    private void RequireNotOwedAbove(RequirementStep step, ReportState? own, WindowStanding standing = WindowStanding.Open)
    {
        var why = RefusedAsOwedAbove(step, own, standing);
        Require(why is null, why ?? "");
    }

    // The document by which those above moved their deadline, with the reason.
    private string ReasonAbove(string reason, DocumentReference? document, DateTime at)
    {
        if (!IsOwedAbove)
        {
            return reason;
        }

        Require(document is not null, "Thời hạn này do cấp trên đặt, đơn vị trưởng không tự đổi. Nhập số, ký hiệu văn bản của cấp trên cho đổi thời hạn; hoặc đề nghị cấp trên gia hạn trên cổng.", "Document.Number");
        Require(document!.IssuedOn <= VietnamTime.DayOf(at), "Ngày văn bản không được sau hôm nay.", "Document.IssuedOn");
        return $"Theo văn bản {document.InWords()} của {document.Issuer}. {reason}";
    }
}
