using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using static ThiDua.Web.Documents.DocxParts;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace ThiDua.Web.Documents;

/// <summary>An official document as DOCX: the same text as the PDF, in real styles and tables, for Word and LibreOffice.</summary>
public static class OfficialDocumentDocx
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    // A4 in twips; margins 20 / 20 / 30 / 15 mm.
    private const uint Long = 16838;
    private const uint Short = 11906;

    public static void Write(Stream target, OfficialDocument document)
    {
        using var file = WordprocessingDocument.Create(target, WordprocessingDocumentType.Document);
        file.PackageProperties.Title = document.Title;
        file.PackageProperties.Creator = document.Author;
        file.PackageProperties.Language = document.Language;
        var main = file.AddMainDocumentPart();
        main.AddNewPart<StyleDefinitionsPart>().Styles = DocxStyles.Build();
        var header = main.AddNewPart<HeaderPart>();
        header.Header = new(Line([], new(Align: JustificationValues.Center, Size: 13)).AppendPageNumber());
        var sections = Sections(document).ToList();
        var body = new Body();
        for (var index = 0; index < sections.Count; index++)
        {
            body.Append(sections[index].Content);
            var layout = Layout(main.GetIdOfPart(header), sections[index]);
            body.Append(index == sections.Count - 1 ? layout : new W.Paragraph(new ParagraphProperties(layout)));
        }

        main.Document = new(body);
    }

    private sealed record Section(IReadOnlyList<OpenXmlElement> Content, bool Wide, bool StartsAnew);

    private static IEnumerable<Section> Sections(OfficialDocument document)
    {
        var groups = DocumentLayout.Groups(document);
        for (var index = 0; index < groups.Count; index++)
        {
            yield return new([.. index == 0 ? DocxHeading.Of(document) : [], .. index == groups.Count - 1 ? [.. KeptWithNext([.. DocxBody.Of(groups[index])]), .. DocxSignatures.Of(document)] : DocxBody.Of(groups[index])], groups[index].Wide, index == 0);
        }

        foreach (var annex in document.Annexes)
        {
            var first = true;
            foreach (var group in DocumentLayout.Groups(annex))
            {
                yield return new([.. first ? DocxHeading.Of(annex) : [], .. DocxBody.Of(group)], group.Wide, first);
                first = false;
            }
        }
    }

    // A signature block never stands alone on a page: the last paragraph, or the last two rows of a table, go with it.
    private static List<OpenXmlElement> KeptWithNext(List<OpenXmlElement> body)
    {
        foreach (var element in Enumerable.Reverse(body))
        {
            var kept = element is W.Table table ? table.Elements<W.TableRow>().TakeLast(2).SelectMany(row => row.Descendants<W.Paragraph>()) : element is W.Paragraph one ? [one] : [];
            foreach (var paragraph in kept)
            {
                paragraph.ParagraphProperties!.KeepNext = new();
            }

            if (element.InnerText.Length > 0)
            {
                break;
            }
        }

        return body;
    }

    private static SectionProperties Layout(string headerId, Section section)
    {
        var (width, height) = section.Wide ? (Long, Short) : (Short, Long);
        var properties = new SectionProperties(
            new HeaderReference { Type = HeaderFooterValues.Default, Id = headerId },
            new SectionType { Val = SectionMarkValues.NextPage },
            new PageSize { Width = width, Height = height, Orient = section.Wide ? PageOrientationValues.Landscape : PageOrientationValues.Portrait },
            new PageMargin { Top = 1134, Bottom = 1134, Left = 1701, Right = 850, Header = 567, Footer = 567, Gutter = 0 });
        if (section.StartsAnew)
        {
            properties.Append(new PageNumberType { Start = 1 }, new TitlePage());
        }

        return properties;
    }

    private static W.Paragraph AppendPageNumber(this W.Paragraph paragraph)
    {
        paragraph.Append(new SimpleField(new W.Run(new RunProperties(new RunFonts { Ascii = DocxParts.Font, HighAnsi = DocxParts.Font }, new FontSize { Val = "26" }), new W.Text("2"))) { Instruction = "PAGE" });
        return paragraph;
    }
}
