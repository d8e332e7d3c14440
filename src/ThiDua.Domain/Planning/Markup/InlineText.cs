using System.Text;

namespace ThiDua.Domain.Planning.Markup;

/// <summary>The faces within a paragraph: one star opens and closes italic, two bold, three both; a star without its partner is text.</summary>
internal static class InlineText
{
    public static IReadOnlyList<TextRun> Runs(string text)
    {
        var stars = Stars(text);
        Match(stars, star => star.Length is 2 or 3, star => star.Bold = true);
        Match(stars, star => star.Length is 1 or 3, star => star.Italic = true);
        return Cut(text, stars);
    }

    private static List<Star> Stars(string text)
    {
        var stars = new List<Star>();
        for (var at = 0; at < text.Length; at++)
        {
            if (IsEscape(text, at))
            {
                at++;
            }
            else if (text[at] == '*')
            {
                var length = 1;
                while (at + length < text.Length && text[at + length] == '*')
                {
                    length++;
                }

                Add(stars, text, at, length);
                at += length - 1;
            }
        }

        return stars;
    }

    // A star opens before a letter and closes after one; between two digits it is a sign of multiplication, four and more are a line.
    private static void Add(List<Star> stars, string text, int at, int length)
    {
        var (before, after) = (at > 0 ? text[at - 1] : ' ', at + length < text.Length ? text[at + length] : ' ');
        if (length <= 3 && !(char.IsAsciiDigit(before) && char.IsAsciiDigit(after)))
        {
            stars.Add(new(at, length, Opens: !char.IsWhiteSpace(after), Closes: !char.IsWhiteSpace(before)));
        }
    }

    private static void Match(List<Star> stars, Func<Star, bool> isOfKind, Action<Star> set)
    {
        Star? open = null;
        foreach (var star in stars.Where(isOfKind))
        {
            if (open is not null && star.Closes)
            {
                set(open);
                set(star);
                open = null;
            }
            else if (star.Opens)
            {
                open = star;
            }
        }
    }

    private static List<TextRun> Cut(string text, List<Star> stars)
    {
        var (runs, open, next) = (new List<TextRun>(), new StringBuilder(), 0);
        var (bold, italic) = (false, false);
        void Close()
        {
            if (open.Length > 0)
            {
                runs.Add(new(open.ToString(), bold, italic));
                open.Clear();
            }
        }

        for (var at = 0; at < text.Length; at++)
        {
            if (next < stars.Count && stars[next].At == at)
            {
                var star = stars[next++];
                at += star.Length - 1;
                // Stars that found no partner stay outside the stretch.
                var closes = (star.Bold && bold) || (star.Italic && italic);
                open.Append('*', closes ? 0 : star.Length - star.Used);
                if (star.Used > 0)
                {
                    Close();
                    (bold, italic) = (bold ^ star.Bold, italic ^ star.Italic);
                }

                open.Append('*', closes ? star.Length - star.Used : 0);
            }
            else
            {
                at += IsEscape(text, at) ? 1 : 0;
                open.Append(text[at]);
            }
        }

        Close();
        return runs;
    }

    private static bool IsEscape(string text, int at) =>
        text[at] == '\\' && at + 1 < text.Length && text[at + 1] is > ' ' and < '\u007F' && !char.IsAsciiLetterOrDigit(text[at + 1]);

    private sealed record Star(int At, int Length, bool Opens, bool Closes)
    {
        public bool Bold { get; set; }

        public bool Italic { get; set; }

        public int Used => (Bold ? 2 : 0) + (Italic ? 1 : 0);
    }
}
