using System.Globalization;
using System.Xml;
using ThiDua.Domain.Planning;

namespace ThiDua.Web.Documents;

/// <summary>The numbers that Word counts itself and keeps out of the text: "I.", "1.1.", "a)", and the dash of an item.</summary>
internal sealed class DocxNumbering
{
    private const int Levels = 9;
    private readonly Dictionary<int, Scheme> _schemes = [];
    private readonly Dictionary<int, (int Scheme, Dictionary<int, int> Starts)> _lists = [];
    private readonly HashSet<int> _begun = [];

    public static DocxNumbering Of(XmlReader? reader)
    {
        var numbering = new DocxNumbering();
        using (reader)
        {
            numbering.Read(reader);
        }

        return numbering;
    }

    /// <summary>The next number of this list at this level, with a space after it; empty where it has none.</summary>
    public string Next(int list, int level)
    {
        if (level is < 0 or >= Levels || !_lists.TryGetValue(list, out var found) || !_schemes.TryGetValue(found.Scheme, out var scheme))
        {
            return "";
        }

        if (_begun.Add(list))
        {
            foreach (var (at, start) in found.Starts)
            {
                scheme.Counted[at] = start - 1;
            }
        }

        return scheme.Next(level);
    }

    private void Read(XmlReader? reader)
    {
        var place = new Place();
        while (reader?.Read() == true)
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                Take(reader, place);
            }
        }
    }

    private void Take(XmlReader reader, Place place)
    {
        int? Attribute(string name) => DocxStyleLevels.Number(reader.GetAttribute(name, reader.NamespaceURI) ?? "");
        var value = DocxText.Value(reader);
        switch (reader.LocalName)
        {
            case "abstractNum":
                place.Scheme = _schemes[Attribute("abstractNumId") ?? -1] = new();
                break;
            case "num":
                (place.Scheme, place.List) = (null, Attribute("numId") ?? -1);
                _lists[place.List] = (-1, []);
                break;
            case "abstractNumId" when place.Scheme is null:
                _lists[place.List] = (DocxStyleLevels.Number(value) ?? -1, []);
                break;
            case "lvl" or "lvlOverride":
                place.Level = Math.Clamp(Attribute("ilvl") ?? 0, 0, Levels - 1);
                break;
            case "startOverride" when _lists.TryGetValue(place.List, out var list) && DocxStyleLevels.Number(value) is { } start:
                list.Starts[place.Level] = start;
                break;
            case "start" or "numFmt" or "lvlText" when place.Scheme is not null:
                place.Scheme.Set(place.Level, reader.LocalName, value);
                break;
        }
    }

    private sealed class Place
    {
        public Scheme? Scheme { get; set; }

        public int List { get; set; } = -1;

        public int Level { get; set; }
    }

    private sealed class Scheme
    {
        private readonly int[] _starts = [.. Enumerable.Repeat(1, Levels)];
        private readonly string[] _formats = [.. Enumerable.Repeat("decimal", Levels)];
        private readonly string[] _texts = [.. Enumerable.Repeat("", Levels)];

        public int?[] Counted { get; } = new int?[Levels];

        public void Set(int level, string name, string value)
        {
            switch (name)
            {
                case "start":
                    _starts[level] = DocxStyleLevels.Number(value) ?? 1;
                    break;
                case "numFmt":
                    _formats[level] = value;
                    break;
                default:
                    _texts[level] = value.Length > 40 ? "" : value;
                    break;
            }
        }

        public string Next(int level)
        {
            if (_formats[level] is "bullet")
            {
                return _texts[level] == "+" || level > 0 ? "+ " : "- ";
            }

            Counted[level] = Counted[level] is { } last && last < int.MaxValue ? last + 1 : _starts[level];
            Array.Clear(Counted, level + 1, Levels - level - 1);
            var text = _texts[level];
            for (var at = 0; at <= level; at++)
            {
                text = text.Replace($"%{at + 1}", Shown(_formats[at], Counted[at] ??= _starts[at]), StringComparison.Ordinal);
            }

            return text.Length == 0 || _formats[level] == "none" ? "" : text + " ";
        }

        private static string Shown(string format, int number) => format switch
        {
            "upperRoman" => RomanNumber.Of(Math.Clamp(number, 1, 89)),
            "lowerRoman" => RomanNumber.Of(Math.Clamp(number, 1, 89)).ToLowerInvariant(),
            "upperLetter" => ((char)('A' + Math.Clamp(number - 1, 0, 25))).ToString(),
            "lowerLetter" => ((char)('a' + Math.Clamp(number - 1, 0, 25))).ToString(),
            _ => number.ToString(CultureInfo.InvariantCulture),
        };
    }
}
