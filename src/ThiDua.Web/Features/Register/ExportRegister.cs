using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Web.Access;
using ThiDua.Web.Documents;

namespace ThiDua.Web.Features.Register;

/// <summary>The register as a workbook (sổ đăng ký văn bản đi): all that the filter finds.</summary>
public sealed class ExportRegister(ListDocuments list, CurrentYear year)
{
    private const int MostRows = 10_000;

    private static readonly Column[] Columns =
    [
        Column.Ordinal(), new("Số, ký hiệu", 18), new("Ngày ban hành", 12, ColumnAlignment.Center), new("Loại văn bản", 14), new("Trích yếu", 50),
        new("Cơ quan ban hành", 30), new("Người ký", 22), new("Trạng thái", 16), new("SHA-256 của PDF", 40),
    ];

    public async Task<Stream> Handle(RegisterFilter filter, CancellationToken cancellationToken)
    {
        var rows = await list.Rows(filter).Take(MostRows).ToListAsync(cancellationToken);
        var file = new MemoryStream();
        await XlsxTable.Write(file, [new("Sổ đăng ký văn bản", Columns, rows.Select(Line)) { Titles = [$"Sổ đăng ký văn bản đi: {year.Year.Name} năm {year.Year.Year}"] }], cancellationToken);
        file.Position = 0;
        return file;
    }

    private static Row Line(RegisterRow row, int index) =>
        new([index + 1, row.NumberAndSymbol, row.Number.IssuedOn, Labels.Of(row.Kind), row.Abstract, row.IssuerName, row.Signatory, Labels.Of(row.State), row.PdfSha256]);
}
