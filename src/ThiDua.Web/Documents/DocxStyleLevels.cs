using System.Globalization;
using System.Xml;

namespace ThiDua.Web.Documents;

/// <summary>What a paragraph style says of headings and numbering.</summary>
internal sealed record DocxStyleLevel(int? HeadingLevel = null, int? NumberId = null, int? ItemLevel = null);

/// <summary>The paragraph styles of a DOCX that make headings or number their paragraphs.</summary>
internal sealed class DocxStyleLevels
{
    private const int MostBases = 10;
    private readonly Dictionary<string, (DocxStyleLevel Own, string? BasedOn)> _styles = [];

    public static DocxStyleLevels Of(XmlReader? reader)
    {
        var styles = new DocxStyleLevels();
        using (reader)
        {
            styles.Read(reader);
        }

        return styles;
    }

    public DocxStyleLevel Of(string? style)
    {
        var found = new DocxStyleLevel();
        for (var depth = 0; style is not null && depth < MostBases && _styles.TryGetValue(style, out var known); depth++)
        {
            found = new(found.HeadingLevel ?? known.Own.HeadingLevel, found.NumberId ?? known.Own.NumberId, found.ItemLevel ?? known.Own.ItemLevel);
            style = known.BasedOn;
        }

        return found;
    }

    public static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>An outline level (0 to 8) as the level of a heading (1 to 9).</summary>
    public static int? LevelOf(string outline) => Number(outline) is >= 0 and < 9 and var level ? level + 1 : null;

    private void Read(XmlReader? reader)
    {
        var id = "";
        while (reader?.Read() == true)
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (reader.LocalName == "style")
            {
                id = reader.GetAttribute("styleId", reader.NamespaceURI) ?? "";
                _styles[id] = (new(), null);
            }
            else if (_styles.TryGetValue(id, out var style))
            {
                _styles[id] = With(style, reader.LocalName, DocxText.Value(reader));
            }
        }
    }

    private static (DocxStyleLevel Own, string? BasedOn) With((DocxStyleLevel Own, string? BasedOn) style, string name, string value) => name switch
    {
        "name" when value.StartsWith("heading ", StringComparison.OrdinalIgnoreCase) => (style.Own with { HeadingLevel = Number(value[8..]) }, style.BasedOn),
        "outlineLvl" => (style.Own with { HeadingLevel = LevelOf(value) }, style.BasedOn),
        "numId" => (style.Own with { NumberId = Number(value) }, style.BasedOn),
        "ilvl" => (style.Own with { ItemLevel = Number(value) }, style.BasedOn),
        "basedOn" => (style.Own, value),
        _ => style,
    };
}
