using ThiDua.Web.Documents;

namespace ThiDua.Web.Features.Shared.Imports;

/// <summary>The workbook to be filled in (tệp mẫu): an empty table, and a sheet that explains each column.</summary>
public static class ImportTemplate
{
    public static async Task<byte[]> Make(string title, IReadOnlyList<ImportColumn> columns, CancellationToken cancellation)
    {
        using var file = new MemoryStream();
        List<Column> explained = [new("Cột", 24), new("Bắt buộc", 10, ColumnAlignment.Center), new("Cách nhập", 80)];
        await XlsxTable.Write(
            file,
            [
                new("Danh sách", [.. columns.Select(column => new Column(column.Head, column.Width))], []) { Titles = [title] },
                new("Hướng dẫn", explained, columns.Select(column => new Row([column.Head, column.IsRequired ? "Có" : "Không", column.Explanation]))),
            ],
            cancellation);
        return file.ToArray();
    }
}
