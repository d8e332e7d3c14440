namespace ThiDua.Web.Documents;

/// <summary>An official document as a complete HTML page: what the preview shows and the PDF is printed from.</summary>
public static class OfficialDocumentHtml
{
    /// <summary>The policy under which a browser shows the page: the embedded stylesheet, the portal's own fonts and nothing else.</summary>
    public static string ContentSecurityPolicy { get; } =
        $"default-src 'none'; style-src '{DocumentStyles.Hash}'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

    /// <summary>The whole page, one string without references to anything outside.</summary>
    public static string Render(OfficialDocument document)
    {
        var html = new HtmlWriter();
        html.Raw("<!DOCTYPE html>\n").Open("html", null, $"lang=\"{Encoded(document.Language)}\"").Raw("<head><meta charset=\"utf-8\">")
            .Raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">").Line("title", null, document.Title)
            .Raw($"<style>{DocumentStyles.Css}</style></head>\n<body>\n");
        WriteMain(html, document);
        for (var index = 0; index < document.Annexes.Count; index++)
        {
            WriteAnnex(html, document.Annexes[index], index + 1);
        }
        return html.Raw("</body></html>\n").ToString();
    }

    private static void WriteMain(HtmlWriter html, OfficialDocument document)
    {
        var groups = DocumentLayout.Groups(document);
        for (var index = 0; index < groups.Count; index++)
        {
            html.Open("section", groups[index].Wide ? "sheet wide" : "sheet");
            if (index == 0)
            {
                HeadingHtml.Write(html, document);
            }
            if (index == groups.Count - 1)
            {
                WriteEnd(html, document, groups[index]);
            }
            else
            {
                BlockHtml.Write(html, groups[index]);
            }
            html.Close("section");
        }
    }

    // Below a table the signatures stand in its last row, so that never all of it is on the page before them.
    private static void WriteEnd(HtmlWriter html, OfficialDocument document, PageGroup group)
    {
        var inTable = group.Blocks is [.., Table { Rows.Count: > 0 }] && DocumentLayout.SignatureRows(document).Any();
        BlockHtml.Write(html, group, inTable ? () => SignatureHtml.WriteSignatures(html, document) : null);
        if (!inTable)
        {
            SignatureHtml.WriteSignatures(html, document);
        }
        SignatureHtml.WriteBelow(html, document);
    }

    private static void WriteAnnex(HtmlWriter html, Annex annex, int number)
    {
        var name = DocumentStyles.AnnexClass(number);
        var first = true;
        foreach (var group in DocumentLayout.Groups(annex))
        {
            html.Open("section", group.Wide ? $"sheet wide {name}" : $"sheet {name}");
            if (first)
            {
                html.Line("h1", "kind", annex.Label).Line("p", "abstract", annex.Title).Line("p", "enclosure", annex.Enclosure);
                first = false;
            }
            BlockHtml.Write(html, group);
            html.Close("section");
        }
    }

    private static string Encoded(string value) => new HtmlWriter().Text(value).ToString();
}
