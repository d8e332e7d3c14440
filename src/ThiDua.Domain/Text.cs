using System.Globalization;
using System.Text;

namespace ThiDua.Domain;

/// <summary>Vietnamese text as searched and compared.</summary>
public static class Text
{
    /// <summary>Without diacritics, in lower case, đ as d: "Thanh Hóa" → "thanh hoa", whatever the Unicode form.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
            {
                folded.Append(letter is 'đ' or 'Đ' ? 'd' : char.ToLowerInvariant(letter));
            }
        }

        return folded.ToString();
    }

    /// <summary>In Unicode NFC; half of a surrogate pair, which no text has, becomes the sign for what cannot be read.</summary>
    public static string Composed(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            return string.Concat(text.EnumerateRunes()).Normalize(NormalizationForm.FormC);
        }
    }

    /// <summary>The folded words of a text, each once.</summary>
    public static IReadOnlyList<string> Words(string text) =>
        [.. new string([.. Fold(text).Select(letter => char.IsLetterOrDigit(letter) ? letter : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct()];

    /// <summary>Sorts Vietnamese text as people do (Đ after D, Â after A).</summary>
    public static StringComparer VietnameseOrder { get; } = StringComparer.Create(CultureInfo.GetCultureInfo("vi-VN"), ignoreCase: true);

    /// <summary>Whether a place is left to be filled in by hand; an ellipsis at the end of an enumeration is none.</summary>
    public static bool HasBlank(string? text) => text is not null && (text.Contains("……", StringComparison.Ordinal) || text.Contains("....", StringComparison.Ordinal) || text.Contains("___", StringComparison.Ordinal));

    /// <summary>Trimmed, in Unicode NFC, null when nothing is left.</summary>
    public static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim().Normalize(NormalizationForm.FormC);
}

/// <summary>What a search finds an object by: its title, a line below it, and further words.</summary>
public sealed record SearchText(string Title, string? Subtitle = null, string? More = null);

/// <summary>An object that the search knows.</summary>
public interface ISearchable
{
    int Id { get; }

    SearchText SearchText();
}
