using static ThiDua.Web.Documents.DocumentFormats;

namespace ThiDua.Web.Documents;

/// <summary>Signatures and Nơi nhận as HTML: one signature stands beside the recipients, several stand above them.</summary>
internal static class SignatureHtml
{
    public static void WriteSignatures(HtmlWriter html, OfficialDocument document)
    {
        var rows = DocumentLayout.SignatureRows(document).ToList();
        if (rows.Count == 0)
        {
            return;
        }
        var recipients = Wording.Recipients(document);
        html.Open("table", "signatures", "role=\"presentation\"").Raw("<colgroup><col class=\"w50\"><col class=\"w50\"></colgroup>");
        foreach (var row in rows)
        {
            WriteRow(html, row, IsBeside(rows) ? recipients : [], row is [var only] && only == document.Witness && !IsBeside(rows));
        }
        html.Close("table");
    }

    /// <summary>What is not beside a signature: recipients below several, and the code by which anybody checks.</summary>
    public static void WriteBelow(HtmlWriter html, OfficialDocument document)
    {
        var recipients = Wording.Recipients(document);
        if (recipients.Count > 0 && !IsBeside([.. DocumentLayout.SignatureRows(document)]))
        {
            html.Open("div", "recipients below");
            WriteRecipients(html, recipients);
            html.Close("div");
        }
        if (document.CheckAddress is { } address)
        {
            html.Open("div", "check").Raw($"<img src=\"{QrPicture.DataAddress(address)}\" alt=\"Mã QR kiểm tra văn bản\">").Close("div");
        }
    }

    private static bool IsBeside(List<Signature[]> rows) => rows is [[_]];

    private static void WriteRow(HtmlWriter html, Signature[] row, IReadOnlyList<string> recipients, bool isWitness)
    {
        html.Open("tr");
        if (isWitness)
        {
            WriteSignature(html, row[0], "colspan=\"2\"");
        }
        else if (row is [var only])
        {
            html.Open("td", "recipients");
            WriteRecipients(html, recipients);
            html.Close("td");
            WriteSignature(html, only);
        }
        else
        {
            Array.ForEach(row, signature => WriteSignature(html, signature));
        }
        html.Close("tr");
    }

    private static void WriteSignature(HtmlWriter html, Signature signature, string? attributes = null)
    {
        html.Open("td", "signature", attributes);
        foreach (var line in signature.Lines)
        {
            html.Line("p", "office", Upper(line));
        }
        html.Line("p", "note", signature.Note).Open("div", "room").Close("div").Line("p", "name", signature.Name).Close("td");
    }

    private static void WriteRecipients(HtmlWriter html, IReadOnlyList<string> recipients)
    {
        if (recipients.Count == 0)
        {
            return;
        }
        html.Line("p", "to", Wording.RecipientsHead);
        foreach (var line in recipients)
        {
            html.Line("p", null, line);
        }
    }
}
