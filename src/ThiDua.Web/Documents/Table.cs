using System.Text.Json.Serialization;

namespace ThiDua.Web.Documents;

/// <summary>A table (bảng biểu): the same columns and rows go into HTML, PDF, DOCX and XLSX.</summary>
public sealed record Table(IReadOnlyList<Column> Columns, IReadOnlyList<Row> Rows) : Block
{
    /// <summary>Name of the table, centred above it.</summary>
    public string? Caption { get; init; }

    /// <summary>A head row above the columns' own; spans add up to the number of columns, an empty text leaves its columns one tall head.</summary>
    public IReadOnlyList<HeaderGroup> Groups { get; init; } = [];

    /// <summary>Smaller letters (11 pt) for tables of many columns.</summary>
    public bool Dense { get; init; }
}

/// <summary>A column: its head, its share of the width, and the number format (<c>#,##0.00</c>) of its figures.</summary>
public sealed record Column(string Header, double Width, ColumnAlignment Alignment = ColumnAlignment.Left, string? Format = null)
{
    /// <summary>A centred column for running numbers.</summary>
    public static Column Ordinal(string header = "TT", double width = 6) => new(header, width, ColumnAlignment.Center, "0");

    /// <summary>A right-aligned column for points, two decimals.</summary>
    public static Column Points(string header, double width) => new(header, width, ColumnAlignment.Right, DocumentFormats.Points);
}

/// <summary>How the cells of a column are set.</summary>
public enum ColumnAlignment { Left, Center, Right }

/// <summary>A head over several columns.</summary>
public sealed record HeaderGroup(string Text, int Span);

/// <summary>A row: a cell for each column, or one cell over the whole width (a section row).</summary>
public sealed record Row(IReadOnlyList<Cell> Cells)
{
    public bool Bold { get; init; }

    /// <summary>Depth in a tree, 0 to 4: indents the first left-aligned column.</summary>
    public int Depth { get; init; }

    /// <summary>Whether the only cell spans all columns.</summary>
    public bool Spans { get; init; }

    /// <summary>A bold row over the whole width.</summary>
    public static Row Section(string text) => new([text]) { Bold = true, Spans = true };
}

/// <summary>A cell's value: text, figure, date or nothing.</summary>
public readonly record struct Cell
{
    [JsonInclude]
    public string? Text { get; private init; }

    [JsonInclude]
    public decimal? Number { get; private init; }

    [JsonInclude]
    public DateOnly? Date { get; private init; }

    /// <summary>The text's stretches where it is not all in one face.</summary>
    [JsonInclude]
    public IReadOnlyList<Run>? Runs { get; private init; }

    /// <summary>How a spreadsheet computes the figure itself; elsewhere the figure is printed.</summary>
    [JsonInclude]
    public string? Formula { get; private init; }

    /// <summary>A figure that a spreadsheet computes by this formula (without "=").</summary>
    public static Cell Computed(decimal number, string formula) => new() { Number = number, Formula = formula };

    /// <summary>A text of stretches; a spreadsheet shows it in one face.</summary>
    public static Cell Of(IReadOnlyList<Run> runs) => new() { Text = string.Concat(runs.Select(run => run.Text)), Runs = runs.Any(run => run.Bold || run.Italic) ? runs : null };

    public static implicit operator Cell(string? text) => new() { Text = text };
    public static implicit operator Cell(decimal number) => new() { Number = number };
    public static implicit operator Cell(decimal? number) => new() { Number = number };
    public static implicit operator Cell(int number) => new() { Number = number };
    public static implicit operator Cell(int? number) => new() { Number = number };
    public static implicit operator Cell(DateOnly date) => new() { Date = date };
    public static implicit operator Cell(DateOnly? date) => new() { Date = date };

    /// <summary>What is printed for this value in a column of this number format.</summary>
    public string Shown(string? format)
        => Number is { } number ? DocumentFormats.Number(number, format)
            : Date is { } date ? DocumentFormats.Date(date)
            : Text ?? "";
}
