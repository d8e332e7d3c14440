using DocumentFormat.OpenXml.Wordprocessing;

namespace ThiDua.Web.Documents;

/// <summary>The real styles of a DOCX.</summary>
internal static class DocxStyles
{
    public static Styles Build() => new(
        new DocDefaults(new RunPropertiesDefault(new RunPropertiesBaseStyle(new RunFonts { Ascii = DocxParts.Font, HighAnsi = DocxParts.Font, ComplexScript = DocxParts.Font, EastAsia = DocxParts.Font }, new FontSize { Val = "28" }, new Languages { Val = "vi-VN" }))),
        StyleOf("Normal", "Normal", null),
        StyleOf("Heading1", "heading 1", 0),
        StyleOf("Heading2", "heading 2", 1),
        StyleOf("Heading3", "heading 3", 2),
        StyleOf("Title", "Title", null));

    private static Style StyleOf(string id, string name, int? outline)
    {
        var style = new Style(new StyleName { Val = name }) { Type = StyleValues.Paragraph, StyleId = id, Default = id == "Normal" ? true : null };
        if (id != "Normal")
        {
            style.Append(new BasedOn { Val = "Normal" });
        }

        var paragraph = new StyleParagraphProperties(new KeepNext());
        if (outline is { } level)
        {
            paragraph.Append(new OutlineLevel { Val = level });
        }

        if (id != "Normal")
        {
            style.Append(paragraph, new StyleRunProperties(new Bold()));
        }

        return style;
    }
}
