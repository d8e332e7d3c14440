using System.Text;

namespace ThiDua.Web.Documents.Signatures;

/// <summary>Reads the few kinds of values of a PDF (ISO 32000-1, 7.3) that a check of its signatures needs: dictionaries as their keys with the text of each value.</summary>
internal sealed class PdfValue(string text, int at = 0)
{
    private const string White = " \t\r\n\f\0";
    private const string Delimiters = "()<>[]{}/%";
    private int _at = at;

    /// <summary>Where reading stands.</summary>
    public int At => _at;

    /// <summary>The keys of the dictionary that begins here, each with its value in one normal spelling; null where none begins.</summary>
    public Dictionary<string, string>? Dictionary()
    {
        SkipWhite();
        if (!Begins("<<"))
        {
            return null;
        }

        _at += 2;
        var keys = new Dictionary<string, string>(StringComparer.Ordinal);
        for (SkipWhite(); _at < text.Length && !Begins(">>"); SkipWhite())
        {
            var key = Next();
            if (!key.StartsWith('/'))
            {
                return null;
            }

            keys[key] = Value();
        }

        _at = Math.Min(text.Length, _at + 2);
        return keys;
    }

    /// <summary>One value in a normal spelling; "12 0 R" is one.</summary>
    public string Value()
    {
        var first = Next();
        if (!IsNumber(first))
        {
            return first;
        }

        var back = _at;
        var second = IsNumber(Peek()) ? Next() : "";
        if (second.Length > 0 && Peek() == "R")
        {
            return $"{first} {second} {Next()}";
        }

        _at = back;
        return first;
    }

    /// <summary>The parts of an array's text.</summary>
    public static IReadOnlyList<string> Items(string array)
    {
        var items = new List<string>();
        if (array.StartsWith('[') && array.EndsWith(']'))
        {
            var inside = array[1..^1];
            var reader = new PdfValue(inside);
            for (reader.SkipWhite(); reader._at < inside.Length; reader.SkipWhite())
            {
                items.Add(reader.Value());
            }
        }

        return items;
    }

    public void SkipWhite()
    {
        while (_at < text.Length && (White.Contains(text[_at]) || text[_at] == '%'))
        {
            _at = text[_at] == '%' ? IndexOrEnd(text.IndexOfAny(['\r', '\n'], _at)) : _at + 1;
        }
    }

    private string Peek()
    {
        var back = _at;
        var token = Next();
        _at = back;
        return token;
    }

    private string Next()
    {
        SkipWhite();
        return _at >= text.Length ? ""
            : Begins("<<") ? Group(">>")
            : text[_at] switch { '[' => Group("]"), '(' => Literal(), '<' => To('>'), '/' => Word(1), _ => Word(0) };
    }

    // A dictionary or an array, its parts joined by single spaces.
    private string Group(string end)
    {
        var (open, parts) = (end == "]" ? "[" : "<<", new StringBuilder());
        _at += open.Length;
        for (SkipWhite(); _at < text.Length && !Begins(end); SkipWhite())
        {
            parts.Append(parts.Length > 0 ? " " : "").Append(Value());
        }

        _at = Math.Min(text.Length, _at + end.Length);
        return open + parts + end;
    }

    private string Literal()
    {
        var (start, depth) = (_at, 0);
        do
        {
            depth += text[_at] switch { '(' => 1, ')' => -1, _ => 0 };
            _at += text[_at] == '\\' ? 2 : 1;
        }
        while (_at < text.Length && depth > 0);
        _at = Math.Min(_at, text.Length);
        return text[start.._at];
    }

    private string To(char end)
    {
        var start = _at;
        _at = IndexOrEnd(text.IndexOf(end, _at) + 1);
        return text[start.._at];
    }

    private string Word(int from)
    {
        var start = _at;
        _at += from;
        while (_at < text.Length && !White.Contains(text[_at]) && !Delimiters.Contains(text[_at]))
        {
            _at++;
        }

        if (_at == start)
        {
            _at++; // a lone delimiter
        }

        return text[start.._at];
    }

    private bool Begins(string mark) => string.CompareOrdinal(text, _at, mark, 0, mark.Length) == 0;

    private int IndexOrEnd(int index) => index <= 0 ? text.Length : index;

    private static bool IsNumber(string token) => token.Length > 0 && token.All(char.IsAsciiDigit);
}
