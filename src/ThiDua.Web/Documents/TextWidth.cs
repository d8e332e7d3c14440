namespace ThiDua.Web.Documents;

/// <summary>About how long a line of Times is, in centimetres; for lines that are a share of a text's length, where nothing measures the font.</summary>
internal static class TextWidth
{
    private const double CmPerPoint = 2.54 / 72;

    public static double Of(string text, double size, bool bold) => text.Sum(letter => Em(letter, bold)) * size * CmPerPoint;

    private static double Em(char letter, bool bold) => letter switch
    {
        ' ' => 0.25,
        '%' => 0.9,
        '–' => 0.5,
        >= '0' and <= '9' => 0.5,
        _ when char.IsUpper(letter) => bold ? 0.7 : 0.67,
        _ when char.IsLetter(letter) => bold ? 0.48 : 0.45,
        _ => 0.32,
    };
}
