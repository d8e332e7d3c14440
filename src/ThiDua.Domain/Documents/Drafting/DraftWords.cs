using System.Globalization;

namespace ThiDua.Domain.Documents.Drafting;

/// <summary>The set phrases of drafted documents.</summary>
public static class DraftWords
{
    /// <summary>What is to be filled in by hand; <see cref="Text.HasBlank"/> finds it.</summary>
    internal const string Blank = "……";

    private static readonly string[] Territories = [" tỉnh ", " thành phố ", " huyện ", " quận ", " thị xã ", " xã ", " phường ", " Trung ương"];

    /// <summary>Chủ tịch Ủy ban nhân dân tỉnh …, Trưởng ban Thi đua …: the office before the body, what both name written once.</summary>
    public static string OfficeOf(string? headTitle, string body)
    {
        var head = Text.Clean(headTitle) is { } title ? char.ToUpperInvariant(title[0]) + title[1..].ToLowerInvariant() : "Thủ trưởng";
        var (office, name) = (head.Split(' '), body.Split(' '));
        var shared = Enumerable.Range(1, Math.Min(office.Length, name.Length)).LastOrDefault(count => office[^count..].Zip(name, (left, right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase)).All(same => same));
        return string.Join(' ', [.. office[..^shared], .. name]);
    }

    /// <summary>The body as symbols name it: UBND, SNV, BTĐKT; the place that it belongs to is left out.</summary>
    public static string AbbreviationOf(string body)
    {
        var end = Territories.Select(word => $"{body} ".IndexOf(word, StringComparison.OrdinalIgnoreCase)).Where(at => at > 0).DefaultIfEmpty(body.Length).Min();
        var letters = string.Concat(body[..end].Split(' ').Where(word => word.Length > 0 && char.IsLetter(word[0])).Select(word => Initial(word[0])));
        return letters.Length > 0 ? letters : "CQ";
    }

    /// <summary>A title within a sentence; one that begins with an abbreviation stays.</summary>
    public static string Lowered(string title) => title.Length > 1 && char.IsLower(title[1]) ? char.ToLowerInvariant(title[0]) + title[1..] : title;

    // Ủy ban → UB, Đảng → Đ.
    private static char Initial(char letter) => letter is 'đ' or 'Đ' ? 'Đ' : char.ToUpperInvariant(Text.Fold($"{letter}")[0]);

    /// <summary>"Nghị quyết số … ngày … của …, về việc …", with its opening word.</summary>
    internal static string Basis(string opening, string kind, DocumentReference document)
    {
        var about = Text.Clean(document.Abstract) is { } text ? $" {char.ToLower(text[0], CultureInfo.InvariantCulture)}{text[1..]}" : "";
        return $"{opening} {kind} số {document.Number} {OfficialDate.InWords(document.IssuedOn)} của {document.Issuer}{about}";
    }

    internal static string Listed(IEnumerable<string> names) => string.Join("; ", names);

    /// <summary>An entry of a list, closed by a semicolon or, as the last one, a full stop.</summary>
    internal static IEnumerable<string> Items(IReadOnlyList<string> items, string mark = "- ") =>
        items.Select((item, index) => $"{mark}{Markup(item.TrimEnd('.', ';', ','))}{(index < items.Count - 1 ? ";" : ".")}");

    internal static string Markup(string text) => Planning.Markup.MarkupText.Escape(text);

    internal static string Paragraphs(params IEnumerable<string> parts) => string.Join("\n\n", parts);

    internal static string Lines(params IEnumerable<string> lines) => string.Join('\n', lines);

    internal static string Count(int number) => number.ToString("00", CultureInfo.InvariantCulture);
}
