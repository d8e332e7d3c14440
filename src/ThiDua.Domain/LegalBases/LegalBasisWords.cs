namespace ThiDua.Domain.LegalBases;

/// <summary>How documents are told apart and put in order, however they are spelt.</summary>
public static class LegalBasisWords
{
    // As bases stand above each other; other kinds come after these.
    private static readonly string[] Order = ["hien phap", "bo luat", "luat", "phap lenh", "nghi quyet", "nghi dinh", "quyet dinh", "chi thi", "thong tu", "huong dan", "ke hoach", "quy che", "thong bao", "cong van"];
    private static readonly string[] NamedByTitle = ["hien phap", "bo luat", "luat", "phap lenh"];

    /// <summary>The kinds that the form of the catalogue suggests.</summary>
    public static readonly IReadOnlyList<string> Kinds = ["Bộ luật", "Luật", "Pháp lệnh", "Nghị quyết", "Nghị định", "Quyết định", "Chỉ thị", "Thông tư", "Hướng dẫn", "Kế hoạch", "Quy chế", "Thông báo", "Công văn"];

    /// <summary>A law is printed by its name and date, without number and issuer.</summary>
    public static bool PrintsNumber(string kind) => !NamedByTitle.Contains(Folded(kind));

    public static int RankOf(string kind) => Array.IndexOf(Order, Folded(kind)) is var at and >= 0 ? at : Order.Length;

    /// <summary>A number as compared: without diacritics, spaces and marks, leading zeros dropped: "05-CT/TW" → "5ct/tw".</summary>
    public static string NumberKey(string number) => string.Concat(Text.Fold(number).Where(sign => char.IsLetterOrDigit(sign) || sign == '/')).TrimStart('0');

    /// <summary>The words in their order, without diacritics and marks.</summary>
    public static string Folded(string text) =>
        string.Join(' ', new string([.. Text.Fold(text).Select(sign => char.IsLetterOrDigit(sign) ? sign : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries));

    internal static string KeyOf(int? clusterId, LegalBasis basis)
    {
        var name = basis.Number is { } number ? NumberKey(number) : Folded($"{basis.Kind} {basis.Abstract}");
        return $"{clusterId ?? 0}|{basis.IssuedOn:yyyyMMdd}|{name[..Math.Min(name.Length, 300)]}";
    }
}
