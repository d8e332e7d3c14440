using System.Globalization;
using System.Text.RegularExpressions;

namespace ThiDua.Web.Documents;

/// <summary>Names and texts as a workbook takes them.</summary>
internal static partial class XlsxText
{
    private const int LongestName = 31;
    private const int LongestText = 32_767;

    /// <summary>Whether a spreadsheet would read the text as a formula once somebody edits the cell.</summary>
    public static bool LooksLikeFormula(string text) => text.Length > 0 && text[0] is ('=' or '+' or '-' or '@' or '\t' or '\r');

    /// <summary>Clean text, cut at the length a cell holds, with what looks like an escape of the format escaped.</summary>
    public static string Cell(string text)
    {
        var clean = Escape().Replace(Wording.Clean(text), "_x005F_");
        return clean.Length <= LongestText ? clean : string.Concat(clean.AsSpan(0, LongestText - 1), "…");
    }

    /// <summary>Names without forbidden marks, at most 31 characters, none twice.</summary>
    public static IReadOnlyList<string> SheetNames(IEnumerable<string> wanted)
    {
        List<string> names = [];
        foreach (var name in wanted)
        {
            var plain = Forbidden().Replace(Wording.Clean(name), " ").Trim(' ', '\'');
            plain = plain.Length == 0 ? "Bảng" : plain;
            var free = Cut(plain, "");
            for (var copy = 2; names.Contains(free, StringComparer.OrdinalIgnoreCase); copy++)
            {
                free = Cut(plain, string.Create(CultureInfo.InvariantCulture, $" ({copy})"));
            }
            names.Add(free);
        }
        return names;
    }

    private static string Cut(string name, string ending)
        => name[..Math.Min(name.Length, LongestName - ending.Length)].TrimEnd() + ending;

    [GeneratedRegex(@"[\[\]:*?/\\\p{Cc}]", RegexOptions.None, 1000)]
    private static partial Regex Forbidden();

    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)", RegexOptions.None, 1000)]
    private static partial Regex Escape();
}
