using System.Globalization;

namespace ThiDua.Domain.Scoring;

/// <summary>Suggests the number (số thứ tự) of the next criterion: I → II, A → B, I.1 → I.2, C.4a → C.4b.</summary>
public static class CriterionCodes
{
    private static readonly string[] Roman = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII", "XVIII", "XIX", "XX"];

    /// <summary>The number after the last sibling that no criterion of the scheme has; empty where the numbering follows no known way.</summary>
    public static string Next(string? parentCode, IReadOnlyList<string> siblings, IReadOnlyCollection<string> taken)
    {
        string? code = siblings.Count > 0 ? After(siblings[^1], siblings.ElementAtOrDefault(siblings.Count - 2)) : parentCode is null ? "I" : parentCode + ".1";
        for (var tries = 0; code is not null && taken.Contains(code) && tries < taken.Count; tries++)
        {
            code = After(code, before: null);
        }

        return code is null || taken.Contains(code) ? "" : code;
    }

    private static string? After(string code, string? before)
    {
        var cut = code.LastIndexOf('.') + 1;
        var (stem, last) = (code[..cut], code[cut..]);
        var digits = last.TakeWhile(char.IsAsciiDigit).Count();
        return (digits, last.Length - digits) switch
        {
            ( > 0, 0) when int.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => stem + (number + 1),
            ( > 0, 1) when last[^1] is >= 'a' and < 'z' => stem + last[..^1] + (char)(last[^1] + 1),
            (0, > 0) => AfterLetters(last, before?[(before.LastIndexOf('.') + 1)..]) is { } next ? stem + next : null,
            _ => null,
        };
    }

    private static string? AfterLetters(string last, string? before)
    {
        var isLetter = last.Length == 1 && char.IsAsciiLetter(last[0]);
        var followsLetter = isLetter && before is { Length: 1 } && before[0] == last[0] - 1;
        var place = Array.IndexOf(Roman, last);
        return place >= 0 && !followsLetter
            ? Roman.ElementAtOrDefault(place + 1)
            : isLetter && last is not ("Z" or "z") ? $"{(char)(last[0] + 1)}" : null;
    }
}
