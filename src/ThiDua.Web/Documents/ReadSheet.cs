using System.Globalization;
using ThiDua.Domain;

namespace ThiDua.Web.Documents;

/// <summary>How much of a workbook is read (giới hạn khi đọc bảng tính); what holds more is refused as a whole.</summary>
public sealed record XlsxLimits
{
    public long FileBytes { get; init; } = 10 * 1024 * 1024;

    /// <summary>All parts of the workbook, unpacked: a small file that unpacks to more is a trap.</summary>
    public long UnpackedBytes { get; init; } = 60 * 1024 * 1024;

    public int Sheets { get; init; } = 50;

    /// <summary>Rows of one sheet in which something is written.</summary>
    public int Rows { get; init; } = 5_000;

    public int Columns { get; init; } = 256;

    /// <summary>Cells in which something is written, of all sheets together.</summary>
    public int Cells { get; init; } = 300_000;
}

/// <summary>A sheet as read (trang tính): the rows in which something is written, in their order.</summary>
public sealed record ReadSheet(string Name, bool IsHidden, IReadOnlyList<ReadRow> Rows);

/// <summary>A row as read, with its number in the sheet, counted from 1.</summary>
public sealed class ReadRow(int number, IReadOnlyList<ReadCell> cells)
{
    public int Number { get; } = number;

    /// <summary>The cells in which something is written, from left to right.</summary>
    public IReadOnlyList<ReadCell> Cells { get; } = cells;

    /// <summary>The cell of a column counted from 0; an empty one, with its address, where nothing is written.</summary>
    public ReadCell this[int column] => Cells.FirstOrDefault(cell => cell.Column == column) ?? new ReadCell(column, Number);

    /// <summary>The cell of a column by its letters, "B".</summary>
    public ReadCell this[string letters] => this[CellAddress.Column(letters) ?? throw new ArgumentException("Not the letters of a column.", nameof(letters))];
}

/// <summary>A cell as read (ô): what it shows as text, and its number or date where it holds one; a formula counts by its stored result.</summary>
/// <remarks>Numbers have 15 significant digits, as spreadsheets show them. A time of day is left out of a date.</remarks>
public sealed record ReadCell(int Column, int Row)
{
    /// <summary>The text; a number with decimal comma, a date as dd/MM/yyyy; empty where nothing is written.</summary>
    public string Text { get; init; } = "";

    public decimal? Number { get; init; }

    public DateOnly? Date { get; init; }

    /// <summary>Why the cell cannot be used, as a sentence that names it.</summary>
    public string? Problem { get; init; }

    /// <summary>Where it stands, "B7".</summary>
    public string Address => CellAddress.Of(Column, Row);

    public bool IsEmpty => Problem is null && string.IsNullOrWhiteSpace(Text);
}

/// <summary>Addresses of cells (địa chỉ ô).</summary>
public static class CellAddress
{
    private const int LastColumn = 16_384;

    /// <summary>"B7" of column 1, row 7.</summary>
    public static string Of(int column, int row) => string.Create(CultureInfo.InvariantCulture, $"{Letters(column)}{row}");

    public static string Letters(int column) => column < 26 ? $"{(char)('A' + column)}" : Letters((column / 26) - 1) + (char)('A' + (column % 26));

    /// <summary>The column, counted from 0, that the letters name; null when they name none.</summary>
    public static int? Column(ReadOnlySpan<char> letters)
    {
        var column = 0;
        foreach (var letter in letters)
        {
            if (!char.IsAsciiLetter(letter) || column > LastColumn)
            {
                return null;
            }

            column = (column * 26) + (char.ToUpperInvariant(letter) - 'A') + 1;
        }

        return column is > 0 and <= LastColumn ? column - 1 : null;
    }

    /// <summary>7 of "B7".</summary>
    public static int RowOf(string address) => Parse(address).Row;

    /// <summary>1 of "B7".</summary>
    public static int ColumnOf(string address) => Parse(address).Column;

    /// <summary>Column and row of "B7".</summary>
    internal static (int Column, int Row) Parse(string address)
    {
        var digits = address.AsSpan().IndexOfAnyInRange('0', '9');
        return digits > 0 && Column(address.AsSpan(0, digits)) is { } column && int.TryParse(address.AsSpan(digits), NumberStyles.None, CultureInfo.InvariantCulture, out var row) && row > 0
            ? (column, row)
            : throw new RuleViolation("Tệp bảng tính bị hỏng: có ô không rõ vị trí. Hãy mở bằng Excel, lưu lại rồi tải lên.");
    }
}
