using ThiDua.Domain.Scoring;

namespace ThiDua.Domain;

/// <content>The words of scoring schemes.</content>
public static partial class Labels
{
    private static Dictionary<Enum, string> SchemesWords() => new()
    {
        [SchemeState.Draft] = "Dự thảo",
        [SchemeState.Consulting] = "Đang lấy ý kiến",
        [SchemeState.Issued] = "Đã ban hành",
        [SchemeState.Replaced] = "Đã được thay thế",
        [SchemeState.Dropped] = "Đã bỏ",
        [SchemeStep.OpenConsultation] = "Lấy ý kiến",
        [SchemeStep.CloseConsultation] = "Kết thúc lấy ý kiến",
        [SchemeStep.Describe] = "Sửa quy định chung",
        [SchemeStep.Issue] = "Ban hành",
        [SchemeStep.Amend] = "Sửa đổi sau khi ban hành",
        [SchemeStep.Drop] = "Bỏ dự thảo sửa đổi",
        [SchemeStep.Replace] = "Thay bằng phiên bản sau",
        [NodeChange.Same] = "Giữ nguyên",
        [NodeChange.Added] = "Thêm",
        [NodeChange.Removed] = "Bỏ",
        [NodeChange.Changed] = "Sửa",
        [CriterionPlace.Before] = "Trước",
        [CriterionPlace.After] = "Sau",
        [CriterionPlace.Into] = "Trong",
        [CriterionKind.Normal] = "Nội dung",
        [CriterionKind.Bonus] = "Điểm thưởng",
        [CriterionKind.Deduction] = "Điểm trừ",
        [ScoringMethod.Proportional] = "Theo tỷ lệ hoàn thành",
        [ScoringMethod.ClusterRelative] = "So sánh trong cụm, khối",
        [ScoringMethod.Stepped] = "Theo bậc",
        [ScoringMethod.RankToPoints] = "Theo thứ bậc",
        [ScoringMethod.PassOrFail] = "Đạt hoặc không đạt",
        [ScoringMethod.Levels] = "Theo mức",
        [ScoringMethod.Weighted] = "Theo trọng số",
        [ScoringMethod.PerOccurrence] = "Theo số lần",
        [ScoringMethod.Judged] = "Đánh giá",
        [ScoringMethod.ByPortal] = "Cổng tính theo dữ liệu",
        [NotAssignedPolicy.ReduceBase] = "Giảm tổng điểm chuẩn, xếp hạng theo tỷ lệ phần trăm",
        [NotAssignedPolicy.FullPoints] = "Cho điểm tối đa",
        [NotAssignedPolicy.BestOfUnitsWithoutTarget] = "Chấm theo đơn vị tốt nhất không giao chỉ tiêu",
        [RankBy.Points] = "Theo tổng điểm",
        [RankBy.Percent] = "Theo tỷ lệ phần trăm điểm được giao",
        [NoSheetPolicy.Zero] = "0 điểm",
        [NoSheetPolicy.PointsOfFacts] = "Điểm theo hồ sơ",
        [TieKeyKind.SectionTotal] = "Tổng điểm một mục",
        [TieKeyKind.FewerDeductions] = "Ít điểm trừ hơn",
        [TieKeyKind.CriterionPoints] = "Điểm một tiêu chí",
        [TieKeyKind.Vote] = "Biểu quyết",
        [CountedTarget.AssignedFirst] = "Chỉ tiêu được giao, không có thì chỉ tiêu đăng ký",
        [CountedTarget.Registered] = "Chỉ tiêu đăng ký, không có thì chỉ tiêu được giao",
        [CountedTarget.MoreDemanding] = "Chỉ tiêu cao hơn trong hai nguồn",
        [SecondAppraisalScope.All] = "Tất cả các đơn vị",
        [SecondAppraisalScope.FirstThree] = "Chỉ ba đơn vị dẫn đầu",
    };
}
