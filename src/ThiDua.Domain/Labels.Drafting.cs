using ThiDua.Domain.Documents.Drafting;

namespace ThiDua.Domain;

/// <content>The words of documents drafted from templates.</content>
public static partial class Labels
{
    private static Dictionary<Enum, string> DraftingWords() => new()
    {
        [DraftTemplate.LeaderDecision] = "Quyết định cử đơn vị trưởng, đơn vị phó",
        [DraftTemplate.AppraisalTeam] = "Quyết định thành lập Tổ thẩm định",
        [DraftTemplate.InspectionTeam] = "Quyết định thành lập Đoàn kiểm tra",
        [DraftTemplate.Handover] = "Biên bản bàn giao",
        [DraftTemplate.LaunchSpeech] = "Lời phát động thi đua",
        [DraftTemplate.ConsolidatedReport] = "Báo cáo tổng hợp",
        [DraftTemplate.FreeText] = "Văn bản tự soạn",
        [DraftedState.Draft] = "Dự thảo",
        [DraftedState.Submitted] = "Trình ký",
        [DraftedState.Issued] = "Đã ban hành",
        [DraftedState.Replaced] = "Đã được thay thế",
        [DraftedState.Revoked] = "Đã bãi bỏ",
        [DraftedState.Dropped] = "Đã bỏ",
        [DraftedStep.Submit] = "Trình ký",
        [DraftedStep.Return] = "Trả lại để sửa",
        [DraftedStep.Issue] = "Ban hành",
        [DraftedStep.Replace] = "Ghi nhận được thay thế",
        [DraftedStep.Revoke] = "Bãi bỏ",
        [DraftedStep.Drop] = "Bỏ dự thảo",
    };
}
