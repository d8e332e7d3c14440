namespace ThiDua.Domain.Documents;

/// <summary>The marks of secrecy of a document (dấu chỉ độ mật): Mật, Tối mật, Tuyệt mật. What bears one never enters the portal.</summary>
public static class SecrecyMark
{
    private static readonly HashSet<string> Marks = ["mật", "tối mật", "tuyệt mật"];

    /// <summary>Whether a line is a mark: as a mark it stands alone and begins with a capital.</summary>
    public static bool IsOne(string line) => line.Length > 0 && char.IsUpper(line[0]) && Marks.Contains(line.ToLowerInvariant());
}
