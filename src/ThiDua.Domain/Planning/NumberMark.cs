namespace ThiDua.Domain.Planning;

/// <summary>What kind of number opens a section: I., 1. (and 1.1., 1.1.1.), a).</summary>
public enum NumberKind { Roman, Arabic, Letter }

/// <summary>The number at the start of a line (số mục): its kind, its places (2.1 has two), and how many characters it takes with the space after it.</summary>
public sealed record NumberMark(NumberKind Kind, IReadOnlyList<int> Places, int Length)
{
    // The letters that number points in official texts, in their order.
    private const string Letters = "abcdđeghiklmnopqrstuvxy";
    private const int MostPlaces = 4;

    /// <summary>As printed: I, 2.1, đ.</summary>
    public string Text => Kind switch
    {
        NumberKind.Roman => RomanNumber.Of(Places[0]),
        NumberKind.Letter => Letters[Places[0] - 1].ToString(),
        _ => string.Join('.', Places),
    };

    /// <summary>With the mark that follows it in print: I., 2.1., đ).</summary>
    public string Shown => Kind == NumberKind.Letter ? $"{Text})" : $"{Text}.";

    /// <summary>The number that the line starts with, or null.</summary>
    public static NumberMark? At(string line)
    {
        if (line.Length == 0)
        {
            return null;
        }

        return char.IsAsciiDigit(line[0]) ? Arabic(line) : char.IsUpper(line[0]) ? Roman(line) : Letter(line);
    }

    private static NumberMark? Arabic(string line)
    {
        var (places, at) = (new List<int>(), 0);
        while (Digits(line, at) is > 0 and <= 3 and var digits && places.Count < MostPlaces)
        {
            places.Add(int.Parse(line.AsSpan(at, digits), System.Globalization.CultureInfo.InvariantCulture));
            at += digits;
            if (at < line.Length && line[at] == '.' && Digits(line, at + 1) > 0)
            {
                at++;
                continue;
            }

            var ends = at < line.Length && line[at] is '.' or ')';
            return (ends || places.Count > 1) && places[0] > 0 ? Made(NumberKind.Arabic, places, line, at + (ends ? 1 : 0)) : null;
        }

        return null;
    }

    private static NumberMark? Roman(string line)
    {
        var length = line.TakeWhile(letter => letter is 'I' or 'V' or 'X' or 'L').Take(8).Count();
        return length > 0 && length < line.Length && line[length] is '.' && RomanNumber.Read(line[..length]) is { } value
            ? Made(NumberKind.Roman, [value], line, length + 1)
            : null;
    }

    private static NumberMark? Letter(string line)
    {
        var place = Letters.IndexOf(line[0], StringComparison.Ordinal) + 1;
        return place > 0 && line.Length > 1 && line[1] == ')' ? Made(NumberKind.Letter, [place], line, 2) : null;
    }

    // A space follows, or straight away a capital ("1.Mục đích").
    private static NumberMark? Made(NumberKind kind, List<int> places, string line, int end)
    {
        if (end == line.Length || char.IsUpper(line[end]))
        {
            return new(kind, places, end);
        }

        if (!char.IsWhiteSpace(line[end]))
        {
            return null;
        }

        while (end < line.Length && char.IsWhiteSpace(line[end]))
        {
            end++;
        }

        return new(kind, places, end);
    }

    private static int Digits(string line, int at)
    {
        var end = at;
        while (end < line.Length && end - at < 4 && char.IsAsciiDigit(line[end]))
        {
            end++;
        }

        return end - at;
    }
}

/// <summary>Roman numbers up to 89, as sections and quarters bear them.</summary>
public static class RomanNumber
{
    private static readonly (int Value, string Text)[] Signs = [(50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];

    public static string Of(int value)
    {
        var text = "";
        foreach (var (sign, letters) in Signs)
        {
            for (; value >= sign && text.Length < 8; value -= sign)
            {
                text += letters;
            }
        }

        return text;
    }

    /// <summary>The value, or null where the letters are no Roman number.</summary>
    public static int? Read(string letters)
    {
        var (value, rest) = (0, letters);
        foreach (var (sign, text) in Signs)
        {
            for (; rest.StartsWith(text, StringComparison.Ordinal); rest = rest[text.Length..])
            {
                value += sign;
            }
        }

        return rest.Length == 0 && value is > 0 and < 90 && Of(value) == letters ? value : null;
    }
}
