using ThiDua.Domain.Documents;

namespace ThiDua.Domain;

/// <content>The words of documents and their registers.</content>
public static partial class Labels
{
    private static Dictionary<Enum, string> DocumentsWords() => new()
    {
        [DocumentKind.Plan] = "Kế hoạch",
        [DocumentKind.Report] = "Báo cáo",
        [DocumentKind.SubmissionLetter] = "Tờ trình",
        [DocumentKind.Decision] = "Quyết định",
        [DocumentKind.Guidance] = "Hướng dẫn",
        [DocumentKind.Notice] = "Thông báo",
        [DocumentKind.Minutes] = "Biên bản",
        [DocumentKind.Invitation] = "Giấy mời",
        [DocumentKind.Regulation] = "Quy chế",
        [DocumentKind.Authorization] = "Giấy ủy quyền",
        [DocumentKind.Programme] = "Chương trình",
        [DocumentKind.Letter] = "Công văn",
        [DocumentState.Draft] = "Dự thảo",
        [DocumentState.Submitted] = "Trình ký",
        [DocumentState.SignedOff] = "Đã ký",
        [DocumentState.Issued] = "Đã ban hành",
        [DocumentState.Replaced] = "Đã được thay thế",
        [DocumentState.Revoked] = "Đã bãi bỏ",
        [DocumentState.Dropped] = "Đã bỏ",
        [DocumentStep.Submit] = "Trình ký",
        [DocumentStep.Return] = "Trả lại để sửa",
        [DocumentStep.Sign] = "Ghi nhận đã ký",
        [DocumentStep.Issue] = "Ban hành",
        [DocumentStep.Replace] = "Ghi nhận được thay thế",
        [DocumentStep.Revoke] = "Bãi bỏ",
        [DocumentStep.Drop] = "Bỏ dự thảo",
        [SignedCopyGrade.SameFile] = "Đúng tệp đã ban hành",
        [SignedCopyGrade.SameText] = "Tệp khác, cùng nội dung",
        [SignedCopyGrade.OtherText] = "Nội dung khác văn bản đã ban hành",
        [SignedCopyGrade.Scan] = "Bản quét",
        [SignedCopyGrade.Unread] = "Chưa đối chiếu được nội dung",
        [SignedCopyState.Waiting] = "Chờ lãnh đạo xem",
        [SignedCopyState.Official] = "Bản chính thức",
        [SignedCopyState.Refused] = "Không nhận",
        [SignedCopyStep.Accept] = "Nhận làm bản chính thức",
        [SignedCopyStep.Refuse] = "Không nhận",
        [RegisterMode.Registrar] = "Văn thư cấp số",
        [RegisterMode.Portal] = "Cổng cấp số",
    };
}
