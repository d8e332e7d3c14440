using System.IO.Compression;
using System.Text;

namespace ThiDua.Web.Tests.Documents;

/// <summary>A DOCX written part by part, also such as no program writes.</summary>
public sealed record DocxInTest
{
    public const string MainType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>What stands in w:body.</summary>
    public string Body { get; init; } = "";

    public string Styles { get; init; } = "";

    public string Numbering { get; init; } = "";

    public string ContentType { get; init; } = MainType;

    /// <summary>Further relationships of the main part.</summary>
    public string Links { get; init; } = "";

    public string Before { get; init; } = "";

    public IReadOnlyDictionary<string, byte[]> More { get; init; } = new Dictionary<string, byte[]>();

    public MemoryStream File()
    {
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "[Content_Types].xml", $"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="bin" ContentType="application/octet-stream"/><Override PartName="/word/document.xml" ContentType="{ContentType}"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/></Types>""");
            Add(zip, "_rels/.rels", $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="{Relations}/officeDocument" Target="word/document.xml"/></Relationships>""");
            Add(zip, "word/_rels/document.xml.rels", $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="{Relations}/styles" Target="styles.xml"/><Relationship Id="r2" Type="{Relations}/numbering" Target="numbering.xml"/>{Links}</Relationships>""");
            Add(zip, "word/document.xml", $"""{Before}<w:document xmlns:w="{Word}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>{Body}</w:body></w:document>""");
            Add(zip, "word/styles.xml", $"""<w:styles xmlns:w="{Word}">{Styles}</w:styles>""");
            Add(zip, "word/numbering.xml", $"""<w:numbering xmlns:w="{Word}">{Numbering}</w:numbering>""");
            foreach (var (name, content) in More)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        file.Position = 0;
        return file;
    }

    private static void Add(ZipArchive zip, string name, string content)
    {
        using var entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
        entry.Write(Encoding.UTF8.GetBytes(content));
    }
}
