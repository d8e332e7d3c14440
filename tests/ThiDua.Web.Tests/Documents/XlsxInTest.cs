using System.IO.Compression;
using System.Text;

namespace ThiDua.Web.Tests.Documents;

/// <summary>A workbook written by hand, part by part, as other programs and attackers write it.</summary>
public sealed class XlsxInTest
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Book = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

    public string Rows { get; init; } = "";

    public string Strings { get; init; } = "";

    public string Styles { get; init; } = "";

    public string BookProperties { get; init; } = "";

    public string BookType { get; init; } = Book;

    /// <summary>Zero bytes added beside the parts.</summary>
    public int Padding { get; init; }

    public MemoryStream File()
    {
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Part(zip, "[Content_Types].xml", $"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="bin" ContentType="application/octet-stream"/><Override PartName="/xl/workbook.xml" ContentType="{BookType}"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>""");
            Part(zip, "_rels/.rels", $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
            Part(zip, "xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="{Relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="{Relations}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="r3" Type="{Relations}/styles" Target="styles.xml"/></Relationships>""");
            Part(zip, "xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="{Relations}">{BookProperties}<sheets><sheet name="Danh sách" sheetId="1" r:id="r1"/></sheets></workbook>""");
            Part(zip, "xl/sharedStrings.xml", $"""<sst xmlns="{Main}">{Strings}</sst>""");
            Part(zip, "xl/styles.xml", $"""<styleSheet xmlns="{Main}">{Styles}</styleSheet>""");
            Part(zip, "xl/worksheets/sheet1.xml", $"""<?xml version="1.0"?>{Doctype}<worksheet xmlns="{Main}"><sheetData>{Rows}</sheetData></worksheet>""");
            using var padding = zip.CreateEntry("xl/media/trống.bin").Open();
            padding.Write(new byte[Padding]);
        }

        file.Position = 0;
        return file;
    }

    public string Doctype { get; init; } = "";

    private static void Part(ZipArchive zip, string name, string xml)
    {
        using var part = zip.CreateEntry(name).Open();
        part.Write(Encoding.UTF8.GetBytes(xml));
    }
}
