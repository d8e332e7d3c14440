using ThiDua.Domain;
using ThiDua.Web.Documents;

namespace ThiDua.Web.Features.Shared.Imports;

/// <summary>A column of a table to be imported, known by its head, whatever its place.</summary>
public sealed record ImportColumn(string Key, string Head, bool IsRequired = true)
{
    /// <summary>Width in the template.</summary>
    public double Width { get; init; } = 18;

    public string Explanation { get; init; } = "";
}

/// <summary>A row as read from the table: its cells by column, and what was found wrong with them.</summary>
public sealed class ImportRow(int number, IReadOnlyDictionary<string, ReadCell> cells)
{
    private readonly Dictionary<string, string> _problems = cells.Where(cell => cell.Value.Problem is not null).ToDictionary(cell => cell.Key, cell => cell.Value.Problem!);

    public int Number => number;

    public bool IsGood => _problems.Count == 0;

    public IReadOnlyDictionary<string, string> Problems => _problems;

    public ReadCell Cell(string key) => cells.TryGetValue(key, out var cell) ? cell : new(0, number);

    /// <summary>The text, cleaned; null where nothing is written.</summary>
    public string? this[string key] => Text.Clean(Cell(key).Text);

    /// <summary>Says what is wrong with a cell; the first thing said stays.</summary>
    public void Refuse(string key, string problem) => _problems.TryAdd(key, problem);

    public void Require(bool condition, string key, string problem)
    {
        if (!condition)
        {
            Refuse(key, problem);
        }
    }
}

/// <summary>A table read from an uploaded file by the heads of its columns (bảng nhập từ tệp).</summary>
public sealed record ImportTable(IReadOnlyList<ImportColumn> Columns, IReadOnlyList<ImportRow> Rows)
{
    private const int HeadsWithin = 15;

    /// <exception cref="RuleViolation">A needed column is missing, or no row stands below the heads.</exception>
    public static ImportTable Of(ReadSheet sheet, IReadOnlyList<ImportColumn> columns)
    {
        var heads = sheet.Rows.Take(HeadsWithin).MaxBy(row => columns.Count(column => ColumnOf(row, column) is not null)) ?? throw Empty();
        var found = columns.Select(column => (Column: column, At: ColumnOf(heads, column))).ToList();
        var missing = found.Where(row => row.Column.IsRequired && row.At is null).Select(row => $"“{row.Column.Head}”").ToList();
        RuleViolation.Require(missing.Count == 0, $"Tệp thiếu cột {string.Join(", ", missing)}. Hãy dùng tệp mẫu, giữ nguyên hàng tiêu đề.", "File");
        var rows = sheet.Rows.Where(row => row.Number > heads.Number)
            .Select(row => new ImportRow(row.Number, found.Where(one => one.At is not null).ToDictionary(one => one.Column.Key, one => row[one.At!.Value])))
            .Where(row => columns.Any(column => !row.Cell(column.Key).IsEmpty)).ToList();
        RuleViolation.Require(rows.Count > 0, "Không có hàng dữ liệu nào dưới hàng tiêu đề.", "File");
        return new([.. found.Where(row => row.At is not null).Select(row => row.Column)], rows);
    }

    /// <summary>Says of every row but the first that something is written twice.</summary>
    public void RefuseDoubles(string key, Func<string, string> same, string problem)
    {
        foreach (var group in Rows.Where(row => row[key] is not null).GroupBy(row => same(row[key]!)).Where(group => group.Skip(1).Any()))
        {
            var numbers = string.Join(", ", group.Select(row => row.Number));
            group.ToList().ForEach(row => row.Refuse(key, $"{problem} (các hàng {numbers})."));
        }
    }

    private static int? ColumnOf(ReadRow row, ImportColumn column) =>
        row.Cells.FirstOrDefault(cell => Folded(cell.Text) == Folded(column.Head)) is { } cell ? cell.Column : null;

    // "Họ và tên (bắt buộc) " is the head "Họ và tên".
    private static string Folded(string head) => string.Join(' ', Text.Words(head.Split('(')[0]));

    private static RuleViolation Empty() => new("Tệp không có dữ liệu.", "File");
}
