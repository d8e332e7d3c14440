using System.Globalization;
using ThiDua.Domain;
using ThiDua.Web.Conventions;
using ThiDua.Web.Documents;

namespace ThiDua.Web.Features.Workbooks;

/// <summary>An input cell as it left the portal: which line and field it is, the versions that were seen, and what stood in it.</summary>
public sealed record CellGiven(int SheetId, int CriterionId, string Field, string Address, int Version, int OtherVersion, string Original)
{
    /// <summary>Whether the person wrote something else into it.</summary>
    public bool IsTouched(ReadCell cell) => cell.Problem is not null || Plain(cell.Text) != Plain(Original);

    private static string Plain(string text) => Text.Clean(text) ?? "";
}

/// <summary>What a workbook remembers of its download, in a sheet that the spreadsheet does not show: what it is of, and each input cell.</summary>
public sealed record BookMemory(IReadOnlyDictionary<string, string> Facts, IReadOnlyList<CellGiven> Cells)
{
    public const string SheetName = "DuLieu";
    private const string Fact = "fact";
    private const string Cell = "cell";

    /// <summary>The sheet to be hidden; what stood in a cell is written as in the cell itself, so that both read alike.</summary>
    public static FormSheet Hidden(IEnumerable<(string Key, string Value)> facts, IEnumerable<(CellGiven Cell, FormCell Written)> cells) => new(
        SheetName,
        [8, 14, 14, 14, 10, 10, 10, 30],
        [
            .. facts.Select(fact => (IReadOnlyList<FormCell>)[Fact, fact.Key, fact.Value]),
            .. cells.Select(row => (IReadOnlyList<FormCell>)[Cell, $"{row.Cell.SheetId}", $"{row.Cell.CriterionId}", row.Cell.Field, row.Cell.Address, $"{row.Cell.Version}", $"{row.Cell.OtherVersion}", new() { Text = row.Written.Text, Number = row.Written.Number }]),
        ])
    {
        IsHidden = true,
    };

    /// <exception cref="RuleViolation">The file is not one that the portal gave out.</exception>
    public static BookMemory Of(IReadOnlyList<ReadSheet> book, string kind)
    {
        var rows = book.FirstOrDefault(sheet => sheet.Name == SheetName)?.Rows ?? throw Strange();
        var facts = rows.Where(row => row[0].Text == Fact).DistinctBy(row => row[1].Text).ToDictionary(row => row[1].Text, row => row[2].Text);
        RuleViolation.Require(facts.GetValueOrDefault("kind") == kind, Strange().Message, "File");
        return new(facts, [.. rows.Where(row => row[0].Text == Cell).Select(row => new CellGiven(Int(row[1]), Int(row[2]), row[3].Text, row[4].Text, Int(row[5]), Int(row[6]), row[7].Text))]);
    }

    public int this[string key] => int.TryParse(Facts.GetValueOrDefault(key), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : throw Strange();

    private static int Int(ReadCell cell) => int.TryParse(cell.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw Strange();

    private static RuleViolation Strange() => new("Tệp này không phải bảng tính đã tải từ trang này, hoặc trang tính ẩn của nó đã bị xóa. Hãy tải lại bảng tính rồi nhập vào đó.", "File");
}

/// <summary>What is wrong in one cell, or in a line that has no cell to name.</summary>
public sealed record CellProblem(string Address, string Line, string Text);

/// <summary>Reading what people type into cells.</summary>
public static class TypedCells
{
    private const decimal Largest = 1_000_000_000_000m;

    /// <summary>The figure of a cell, or why it is none; a text counts where it reads as a figure in the portal's own forms.</summary>
    public static (decimal? Figure, string? Problem) Figure(ReadCell cell) => cell switch
    {
        { Problem: { } problem } => (null, problem),
        { IsEmpty: true } => (null, null),
        { Number: { } number } => (number, Unusable(number)),
        _ when cell.Date is null && VietnameseInput.TryNumber(cell.Text, out var typed) => (typed, Unusable(typed)),
        _ when VietnameseInput.Problem(cell.Text) is var problem && problem != VietnameseInput.NotANumber => (null, problem),
        _ => (null, $"“{Cut(cell.Text)}” không phải là số. {VietnameseInput.NotANumber}"),
    };

    private static string? Unusable(decimal figure) => Math.Abs(figure) >= Largest || Math.Round(figure, 6) != figure ? "Số nhập quá lớn hoặc có quá 6 chữ số sau dấu phẩy." : null;

    public static string Cut(string text) => text.Length <= 40 ? text : text[..39] + "…";
}
