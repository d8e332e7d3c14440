using ThiDua.Domain.Clusters;
using ThiDua.Domain.Regulations;

namespace ThiDua.Domain;

/// <content>The words of regulations and their parameters.</content>
public static partial class Labels
{
    private static Dictionary<Enum, string> RegulationsWords() => new()
    {
        [RegulationState.Draft] = "Dự thảo",
        [RegulationState.Submitted] = "Trình ký",
        [RegulationState.Issued] = "Đã ban hành",
        [RegulationState.Replaced] = "Đã được thay thế",
        [RegulationState.Revoked] = "Đã bãi bỏ",
        [RegulationState.Dropped] = "Đã bỏ",
        [RegulationStep.Submit] = "Trình ký",
        [RegulationStep.Return] = "Trả lại để hoàn thiện",
        [RegulationStep.Issue] = "Ban hành",
        [RegulationStep.Record] = "Ghi nhận quy chế đã ký",
        [RegulationStep.TakeBack] = "Thu hồi bản ghi",
        [RegulationStep.Replace] = "Ghi nhận được thay thế",
        [RegulationStep.Revoke] = "Bãi bỏ",
        [RegulationStep.Drop] = "Bỏ dự thảo",
        [RegulationParameter.Deputies] = "Số đơn vị phó",
        [RegulationParameter.LeaderChoice] = "Cách chọn đơn vị trưởng, phó năm sau",
        [RegulationParameter.Majority] = "Tỷ lệ thông qua",
        [RegulationParameter.Comments] = "Thời hạn góp ý dự thảo",
        [RegulationParameter.Silence] = "Không góp ý trong thời hạn",
        [RegulationParameter.DaysOff] = "Thời hạn rơi vào ngày nghỉ",
        [RegulationParameter.Preparatory] = "Phiên họp trù bị",
        [RegulationParameter.Objection] = "Thời hạn đề nghị xem xét lại",
        [RegulationParameter.TieKeys] = "Tiêu chí phụ khi bằng điểm",
        [RegulationParameter.Honours] = "Vị trí suy tôn theo thứ hạng",
        [LeaderChoice.Consensus] = "Thống nhất",
        [LeaderChoice.Honour] = "Bình xét, suy tôn",
        [LeaderChoice.Election] = "Bầu",
        [LeaderChoice.Nomination] = "Giới thiệu, cấp trên quyết định",
        [MajorityKind.MoreThanHalf] = "Quá bán",
        [MajorityKind.TwoThirds] = "Ít nhất hai phần ba",
        [MajorityKind.Percent] = "Ít nhất một tỷ lệ phần trăm",
        [MajorityOf.Present] = "Số đại diện có mặt",
        [MajorityOf.AllMembers] = "Tổng số đơn vị thành viên",
    };
}
