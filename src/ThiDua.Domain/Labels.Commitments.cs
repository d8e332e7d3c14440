using ThiDua.Domain.Covenants;
using ThiDua.Domain.Registrations;

namespace ThiDua.Domain;

/// <content>The words of covenants and registrations.</content>
public static partial class Labels
{
    private static Dictionary<Enum, string> CommitmentsWords() => new()
    {
        [RegistrationState.Drafting] = "Đang soạn",
        [RegistrationState.AwaitingApproval] = "Chờ lãnh đạo duyệt",
        [RegistrationState.Registered] = "Đã đăng ký",
        [RegistrationState.Received] = "Đã tiếp nhận",
        [RegistrationState.Returned] = "Trả lại",
        [RegistrationState.Adjusting] = "Đang điều chỉnh",
        [RegistrationStep.SubmitForApproval] = "Trình lãnh đạo duyệt",
        [RegistrationStep.SendBack] = "Chuyển lại chuyên viên sửa",
        [RegistrationStep.Register] = "Duyệt và đăng ký",
        [RegistrationStep.Receive] = "Tiếp nhận",
        [RegistrationStep.Return] = "Trả lại đơn vị",
        [RegistrationStep.Adjust] = "Mở lại để điều chỉnh",
        [RegistrationStep.CancelAdjustment] = "Thôi điều chỉnh",
        [TargetSource.Registered] = "Đăng ký",
        [TargetSource.Assigned] = "Được giao",
        [TitleFor.Unit] = "Đơn vị",
        [TitleFor.Collectives] = "Tập thể",
        [TitleFor.Individuals] = "Cá nhân",
        [CovenantState.Draft] = "Dự thảo",
        [CovenantState.Signing] = "Đang ký",
        [CovenantState.InForce] = "Có hiệu lực",
        [CovenantState.Replaced] = "Đã thay thế",
        [CovenantState.Dropped] = "Đã bỏ",
        [CovenantStep.OpenSigning] = "Lấy chữ ký",
        [CovenantStep.Rewrite] = "Sửa nội dung, hủy các chữ ký",
        [CovenantStep.Sign] = "Ký giao ước",
        [CovenantStep.SignLast] = "Ký giao ước, đủ các đơn vị",
        [CovenantStep.Collect] = "Ghi nhận chữ ký",
        [CovenantStep.CollectLast] = "Ghi nhận chữ ký, đủ các đơn vị",
        [CovenantStep.Withdraw] = "Rút chữ ký",
        [CovenantStep.TakeBack] = "Hủy chữ ký đã ghi nhận",
        [CovenantStep.Declare] = "Tuyên bố có hiệu lực",
        [CovenantStep.Replace] = "Thay bằng giao ước sau",
        [CovenantStep.Drop] = "Bỏ dự thảo",
        [CovenantStep.Revoke] = "Bỏ giao ước",
        [SigningWay.OnPortal] = "Ký trên cổng",
        [SigningWay.AtCeremony] = "Ký tại hội nghị",
        [SigningWay.ByCirculation] = "Ký luân chuyển",
        [SigningWay.FromPaper] = "Theo văn bản đã ký",
        [SigningEnd.Voided] = "Hủy do sửa nội dung",
        [SigningEnd.Withdrawn] = "Đơn vị rút",
        [SigningEnd.TakenBack] = "Hủy ghi nhận",
    };
}
