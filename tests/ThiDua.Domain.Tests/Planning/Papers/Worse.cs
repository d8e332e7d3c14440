using System.Text;
using System.Text.RegularExpressions;

namespace ThiDua.Domain.Tests.Planning.Papers;

/// <summary>The same paper worse: its chapters in another order, its lines broken elsewhere, its letters misread. Figures stay, or nobody could say what date was meant.</summary>
public static partial class Worse
{
    private static readonly string[] Alike = ["aáàảãạăắằẳẵặâấầẩẫậ", "eéèẻẽẹêếềểễệ", "iíìỉĩịl", "oóòỏõọôốồổỗộơớờởỡợ", "uúùủũụưứừửữự", "yýỳỷỹỵ", "dđ", "cg", "hb", "nm", "rt"];

    /// <summary>Chapters I, II, … in another order.</summary>
    public static string Shuffled(string text, Random random)
    {
        var lines = text.Split('\n');
        var starts = Enumerable.Range(0, lines.Length).Where(at => Chapter().IsMatch(lines[at])).ToList();
        var end = Array.FindIndex(lines, line => line.Contains("Nơi nhận", StringComparison.Ordinal));
        var chapters = starts.Select((start, index) => lines[start..(index + 1 < starts.Count ? starts[index + 1] : end)]).ToArray();
        random.Shuffle(chapters);
        return string.Join('\n', [.. lines[..starts[0]], .. chapters.SelectMany(chapter => chapter), .. lines[end..]]);
    }

    /// <summary>Every paragraph broken into lines of another width, with page numbers between.</summary>
    public static string Rewrapped(string text, int width, Random random)
    {
        var (result, count) = (new StringBuilder(), 0);
        foreach (var paragraph in Paragraphs(text))
        {
            foreach (var line in Wrapped(paragraph, width))
            {
                result.Append(line).Append('\n');
                if (++count % 38 == 0)
                {
                    result.Append(random.Next(2) == 0 ? $"{count / 38 + 1}\n" : $"\n- {count / 38 + 1} -\n\n");
                }
            }
        }

        return result.ToString();
    }

    /// <summary>One letter of so many misread, mostly its marks; stops and spaces lost or added.</summary>
    public static string Damaged(string text, int oneOf, Random random)
    {
        var result = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            var hit = random.Next(oneOf) == 0;
            result.Append(!hit || char.IsDigit(letter) ? $"{letter}" : letter switch
            {
                '\n' => ".\n",
                ',' => ".",
                '.' => "",
                ' ' => random.Next(3) == 0 ? "" : "  ",
                _ => $"{Misread(letter, random)}",
            });
        }

        return result.ToString();
    }

    private static char Misread(char letter, Random random)
    {
        var set = Array.Find(Alike, set => set.Contains(char.ToLowerInvariant(letter)));
        var other = set is null ? letter : set[random.Next(set.Length)];
        return char.IsUpper(letter) ? char.ToUpperInvariant(other) : other;
    }

    // Lines belong together until one is short or the next begins with a number, a dash or a capital after a full stop.
    private static IEnumerable<string> Paragraphs(string text)
    {
        var open = "";
        var before = "";
        foreach (var line in text.Split('\n').Select(line => line.Trim()))
        {
            var begins = line.Length == 0 || before.Length < 60 || Begins().IsMatch(line) || (char.IsUpper(line[0]) && before[^1] is '.' or ':' && before.Length < 70);
            if (begins && open.Length > 0)
            {
                yield return open;
                open = "";
            }

            open = open.Length > 0 ? $"{open} {line}" : line;
            before = line;
        }

        yield return open;
    }

    private static IEnumerable<string> Wrapped(string paragraph, int width)
    {
        var line = new StringBuilder();
        // Columns of the heading block stay.
        foreach (var word in paragraph.Contains("   ", StringComparison.Ordinal) ? [paragraph] : paragraph.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line.ToString();
                line.Clear();
            }

            line.Append(line.Length > 0 ? " " : "").Append(word);
        }

        yield return line.ToString();
    }

    [GeneratedRegex(@"^[\W_]*[IVX]+\. ", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Chapter();

    [GeneratedRegex(@"^[#*\s]*(\d+[. ]|[a-z]\) |[-+] |[IVX]+\. |Căn cứ |\*\*)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Begins();
}
