using static ThiDua.Web.Documents.DocumentFormats;

namespace ThiDua.Web.Documents;

/// <summary>Everything above a document's body: letterhead, number, date, kind, abstract, Kính gửi, legal bases.</summary>
internal static class HeadingHtml
{
    public static void Write(HtmlWriter html, OfficialDocument document)
    {
        if (document.Letterhead is { } letterhead)
        {
            WriteLetterhead(html, document, letterhead);
        }

        WriteTitle(html, document);
        WriteAddressees(html, document);
        html.Line("p", "decided-by", document.DecidedBy is { } decider ? Upper(decider) : null);
        foreach (var basis in Wording.LegalBases(document))
        {
            html.Line("p", "basis", basis);
        }
    }

    private static void WriteLetterhead(HtmlWriter html, OfficialDocument document, Letterhead letterhead)
    {
        html.Open("table", "letterhead", "role=\"presentation\"").Raw("<colgroup><col class=\"w40\"><col class=\"w60\"></colgroup>")
            .Open("tr").Open("td")
            .Line("p", "superior", letterhead.Superior is { } superior ? Upper(superior) : null)
            .Open("div", "issuer half-line");
        foreach (var line in letterhead.Issuer)
        {
            html.Line("p", null, Upper(line));
        }
        html.Close("div").Close("td")
            .Open("td").Line("p", "nation", Wording.Nation).Open("p", "motto").Line("span", null, Wording.Motto).Close("p").Close("td").Close("tr");
        WriteNumberAndDate(html, document);
        html.Close("table");
    }

    private static void WriteNumberAndDate(HtmlWriter html, OfficialDocument document)
    {
        html.Open("tr", "number-row").Open("td")
            .Line("p", "number", document.Symbol is { } symbol ? Wording.NumberLine(document.Number, symbol) : null)
            .Line("p", "regarding", document is { Kind: null, Abstract: { } subject } ? Wording.Regarding(subject) : null)
            .Close("td").Open("td")
            .Line("p", "date", document.Place is { } place ? Wording.PlaceAndDate(place, document.IssuedOn, document.Year) : null)
            .Close("td").Close("tr");
    }

    private static void WriteTitle(HtmlWriter html, OfficialDocument document)
    {
        html.Line("p", "annex-label", document.AnnexLabel);
        if (document.Kind is null)
        {
            return;
        }
        html.Open("div", "title half-line").Line("h1", "kind", Upper(document.Kind))
            .Line("p", "abstract", document.Abstract).Line("p", "enclosure", document.Enclosure).Close("div");
    }

    private static void WriteAddressees(HtmlWriter html, OfficialDocument document)
    {
        var lines = Wording.Addressees(document);
        if (lines.Count == 0)
        {
            return;
        }
        html.Open("div", lines.Count == 1 ? "addressees" : "addressees many");
        foreach (var line in lines)
        {
            html.Line("p", null, line);
        }
        html.Close("div");
    }
}
