using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ThiDua.Domain.Documents;

namespace ThiDua.Web.Documents;

/// <summary>An official document as it is kept when its text is frozen: the whole model as JSON, from which every file is made.</summary>
public static class FrozenModel
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Converters = { new JsonStringEnumConverter() } };

    /// <summary>Number, date and the address of the check are left out, whatever the feature gave.</summary>
    public static FrozenContent Freeze(OfficialDocument document) =>
        FreezeIssued(document with { Number = null, IssuedOn = null, Year = document.Year > 0 ? document.Year : document.IssuedOn?.Year ?? 0 });

    /// <summary>As it stands, with number and date where it has them: a text that is kept as it was sent.</summary>
    public static FrozenContent FreezeIssued(OfficialDocument document)
    {
        var model = JsonSerializer.Serialize(document with { CheckAddress = null }, Json);
        return new(model, PlainText.Of(document), Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(model))));
    }

    public static OfficialDocument Read(string model) => JsonSerializer.Deserialize<OfficialDocument>(model, Json)!;
}

/// <summary>The words of a document in reading order, for the search.</summary>
public static class PlainText
{
    public static string Of(OfficialDocument document) => string.Join('\n', Parts(document).Where(part => !string.IsNullOrWhiteSpace(part)));

    private static IEnumerable<string?> Parts(OfficialDocument document) =>
    [
        .. document.Letterhead?.Issuer ?? [], document.Kind, document.Abstract, .. document.Addressees, document.DecidedBy, .. document.LegalBases, .. document.Body.SelectMany(Of),
        .. document.Signatures.SelectMany(signature => signature.Lines.Append(signature.Name)), .. document.Recipients,
        .. document.Annexes.SelectMany(annex => (IEnumerable<string?>)[annex.Label, annex.Title, .. annex.Body.SelectMany(Of)]),
    ];

    private static IEnumerable<string?> Of(Block block) => block switch
    {
        Chapter chapter => [chapter.Label, chapter.Title],
        Heading heading => [heading.Text],
        Paragraph paragraph => [string.Concat(paragraph.Runs.Select(run => run.Text))],
        ListItem item => [string.Concat(item.Runs.Select(run => run.Text))],
        WidePages wide => wide.Blocks.SelectMany(Of),
        Table table => [table.Caption, .. table.Groups.Select(group => group.Text), .. table.Columns.Select(column => column.Header), .. table.Rows.SelectMany(row => row.Cells.Select((cell, index) => cell.Shown(table.Columns[index].Format)))],
        BarChart chart => [chart.Caption],
        _ => [],
    };
}
