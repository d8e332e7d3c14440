using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using static ThiDua.Web.Documents.DocumentFormats;
using static ThiDua.Web.Documents.DocxParts;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace ThiDua.Web.Documents;

/// <summary>Signatures and Nơi nhận, as DOCX.</summary>
internal static class DocxSignatures
{
    public static IEnumerable<OpenXmlElement> Of(OfficialDocument document)
    {
        var recipients = Wording.Recipients(document);
        var rows = DocumentLayout.SignatureRows(document).ToList();
        if (rows.Count > 0)
        {
            var table = TableOf([2500, 2500], bordered: false);
            table.Append(rows.Select(row => rows.Count > 1 && row is [var only] && only == document.Witness ? new(new TableRowProperties(new CantSplit()), Across(only)) : new W.TableRow(
                new TableRowProperties(new CantSplit()),
                CellOf(2500, [.. row is [_] ? rows is [[_]] ? To(recipients) : [] : Signature(row[0])]),
                CellOf(2500, [.. Signature(row[^1])]))));
            yield return table;
        }

        if (rows is not [[_]])
        {
            foreach (var line in To(recipients))
            {
                yield return line;
            }
        }

        yield return Line("", new(Size: 2));
    }

    // The witness stands in the middle, below all who sign.
    private static W.TableCell Across(Signature signature)
    {
        var cell = CellOf(5000, [.. Signature(signature)]);
        cell.TableCellProperties!.GridSpan = new() { Val = 2 };
        return cell;
    }

    private static IEnumerable<OpenXmlElement> To(IReadOnlyList<string> recipients) =>
        recipients.Count == 0 ? [] : [Line(Wording.RecipientsHead, new(Size: 12, Bold: true, Italic: true)), .. recipients.Select(line => Line(line, new(Size: 11)))];

    private static IEnumerable<OpenXmlElement> Signature(Signature signature)
    {
        DocxLook centred = new(Align: JustificationValues.Center, Size: 14) { KeepWithNext = true };
        return
        [
            .. signature.Lines.Select(line => Line(Upper(line), centred with { Bold = true })),
            .. signature.Note is { } note ? [Line(note, centred with { Italic = true })] : Array.Empty<OpenXmlElement>(),
            .. Enumerable.Range(0, 4).Select(_ => Line("", centred)),
            Line(signature.Name, centred with { Bold = true }),
        ];
    }
}
