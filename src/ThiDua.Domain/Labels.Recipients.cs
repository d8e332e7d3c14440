using ThiDua.Domain.Recipients;

namespace ThiDua.Domain;

/// <content>The words of the address book.</content>
public static partial class Labels
{
    private static Dictionary<Enum, string> RecipientsWords() => new()
    {
        [ContactKind.Office] = "Cơ quan, tổ chức",
        [ContactKind.Guest] = "Khách mời theo chức vụ",
    };
}
