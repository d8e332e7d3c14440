using ThiDua.Domain.Notifying;

namespace ThiDua.Domain;

/// <content>The words of notifications and mail.</content>
public static partial class Labels
{
    private static Dictionary<Enum, string> NotifyingWords() => new()
    {
        [MailWish.UrgentAndDigest] = "Việc gấp gửi ngay, các việc khác gộp một thư mỗi ngày",
        [MailWish.DigestOnly] = "Gộp tất cả vào một thư mỗi ngày",
        [MailWish.None] = "Không gửi thư, chỉ xem trên cổng",
    };
}
