using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using static ThiDua.Web.Documents.DocumentFormats;
using static ThiDua.Web.Documents.DocxParts;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace ThiDua.Web.Documents;

/// <summary>Everything above the body, as DOCX.</summary>
internal static class DocxHeading
{
    private const double HalfLine = 0.4; // of the text above it: between a third and a half
    private const double LeftShare = 0.4;

    private static readonly DocxLook Centred = new(Align: JustificationValues.Center, Size: 13);

    public static IEnumerable<OpenXmlElement> Of(OfficialDocument document)
    {
        if (document.Letterhead is { } letterhead)
        {
            yield return Letterhead(document, letterhead);
            yield return Line("", new(Size: 6));
        }

        if (document.AnnexLabel is { } label)
        {
            yield return Line(label, Centred with { Size = 14, Bold = true });
        }

        if (document.Kind is { } kind)
        {
            yield return Line(Upper(kind), new("Title", JustificationValues.Center, 14, Bold: true) { Before = 6 });
            yield return Line(document.Abstract, new(Align: JustificationValues.Center, Size: 14, Bold: true));
            if (document.Enclosure is { } enclosure)
            {
                yield return Line(enclosure, new(Align: JustificationValues.Center, Size: 14, Italic: true));
            }

            if (document.Abstract is { } about)
            {
                var area = AreaOf(document);
                yield return Rule(HalfLine * Math.Min(TextWidth.Of(about, 14, bold: true), area), area);
            }

            yield return Line("", new(Size: 6));
        }

        foreach (var addressee in Wording.Addressees(document))
        {
            yield return Line(addressee, new(Align: JustificationValues.Center, Size: 14) { After = 6 });
        }

        if (document.DecidedBy is { } decider)
        {
            yield return Line(Upper(decider), new(Align: JustificationValues.Center, Size: 14, Bold: true) { After = 10 });
        }

        foreach (var basis in Wording.LegalBases(document))
        {
            yield return Line(basis, new(Align: JustificationValues.Both, Size: 14, Italic: true) { FirstLineCm = 1.27, After = 6 });
        }
    }

    public static IEnumerable<OpenXmlElement> Of(Annex annex)
    {
        if (annex.Label is { } label)
        {
            yield return Line(label, new("Title", JustificationValues.Center, 14, Bold: true));
        }

        yield return Line(annex.Title, new(Align: JustificationValues.Center, Size: 14, Bold: true));
        if (annex.Enclosure is { } enclosure)
        {
            yield return Line(enclosure, new(Align: JustificationValues.Center, Size: 14, Italic: true) { After = 6 });
        }
    }

    // The width of the text in centimetres.
    private static double AreaOf(OfficialDocument document) => (document.Wide ? 29.7 : 21) - 4.5;

    private static W.Table Letterhead(OfficialDocument document, Letterhead letterhead)
    {
        var table = TableOf([2000, 3000], bordered: false);
        var (left, right) = (AreaOf(document) * LeftShare, AreaOf(document) * (1 - LeftShare));
        var issuer = letterhead.Issuer.Select(line => Line(Upper(line), Centred with { Bold = true }));
        var underIssuer = Rule(HalfLine * Math.Min(left, letterhead.Issuer.Max(line => TextWidth.Of(Upper(line), 13, bold: true))), left);
        var underMotto = Rule(TextWidth.Of(Wording.Motto, 14, bold: true), right);
        table.Append(new W.TableRow(
            new TableRowProperties(new CantSplit()),
            CellOf(2000, [.. letterhead.Superior is { } superior ? [Line(Upper(superior), Centred)] : Array.Empty<OpenXmlElement>(), .. issuer, underIssuer]),
            CellOf(3000, Line(Wording.Nation, Centred with { Bold = true }), Line(Wording.Motto, Centred with { Size = 14, Bold = true }), underMotto)));
        table.Append(new W.TableRow(
            new TableRowProperties(new CantSplit()),
            CellOf(2000, [.. document.Symbol is { } symbol ? [Line(Wording.NumberLine(document.Number, symbol), Centred)] : Array.Empty<OpenXmlElement>(), .. document is { Kind: null, Abstract: { } subject } ? [Line(Wording.Regarding(subject), Centred with { Size = 12 })] : Array.Empty<OpenXmlElement>()]),
            CellOf(3000, document.Place is { } place ? Line(Wording.PlaceAndDate(place, document.IssuedOn, document.Year), Centred with { Size = 14, Italic = true }) : Line("", Centred))));
        return table;
    }
}
