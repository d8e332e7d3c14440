using ThiDua.Domain.Scoring;

namespace ThiDua.Domain;

/// <content>The words of framework schemes.</content>
public static partial class Labels
{
    private static Dictionary<Enum, string> FrameworksWords() => new()
    {
        [FrameworkState.Draft] = "Dự thảo",
        [FrameworkState.Issued] = "Đã ban hành",
        [FrameworkState.Replaced] = "Đã được thay thế",
        [FrameworkState.Withdrawn] = "Đã thu hồi",
        [FrameworkState.Dropped] = "Đã bỏ",
        [FrameworkStep.Write] = "Sửa bảng điểm khung",
        [FrameworkStep.Issue] = "Ban hành",
        [FrameworkStep.Replace] = "Thay bằng bảng điểm khung sau",
        [FrameworkStep.Withdraw] = "Thu hồi",
        [FrameworkStep.Drop] = "Bỏ dự thảo",
        [FrameworkPart.Locked] = "Khóa",
        [FrameworkPart.Free] = "Tự xây dựng",
    };
}
