using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using X = DocumentFormat.OpenXml.Spreadsheet;

namespace ThiDua.Web.Documents;

/// <summary>What a cell holds, by its type, its format and the strings that the workbook shares.</summary>
internal sealed class XlsxValues(IReadOnlyList<string> strings, IReadOnlySet<uint> dateStyles, bool from1904)
{
    private const int DaysTo1904 = 1_462;
    private const double LastDay = 2_958_466; // 31/12/9999
    private static readonly CultureInfo s_vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    public ReadCell Of(X.Cell cell, int column, int row)
    {
        var (empty, value) = (new ReadCell(column, row), cell.CellValue?.Text ?? "");
        if (cell.CellFormula is not null && cell.CellValue is null && cell.InlineString is null)
        {
            return empty with { Problem = $"Ô {empty.Address} có công thức nhưng chưa có kết quả: hãy mở tệp bằng Excel, lưu lại rồi tải lên." };
        }

        return cell.DataType?.Value switch
        {
            X.CellValues.SharedString => Shared(empty, value),
            X.CellValues.InlineString => empty with { Text = XlsxStrings.Text(cell.InlineString) },
            X.CellValues.String => empty with { Text = XlsxStrings.Unescaped(value) },
            X.CellValues.Boolean => empty with { Text = value is "1" or "true" ? "TRUE" : "FALSE" },
            X.CellValues.Error => empty with { Text = value, Problem = $"Ô {empty.Address} báo lỗi {value}: hãy sửa công thức rồi tải lại." },
            X.CellValues.Date => IsoDate(empty, value),
            _ => value.Length == 0 ? empty : Number(empty, value, dateStyles.Contains(cell.StyleIndex?.Value ?? 0)),
        };
    }

    private ReadCell Shared(ReadCell cell, string index) =>
        int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < strings.Count ? cell with { Text = strings[at] } : Unreadable(cell);

    private ReadCell Number(ReadCell cell, string value, bool isDate)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || Math.Abs(number) >= 1e15)
        {
            return Unreadable(cell);
        }

        if (!isDate)
        {
            var shown = (decimal)number; // rounds to the 15 digits that a spreadsheet shows
            return cell with { Number = shown, Text = shown.ToString("0.###############", s_vietnamese) };
        }

        var day = number + (from1904 ? DaysTo1904 : 0);
        return day is >= 1 and < LastDay ? Dated(cell, DateOnly.FromDateTime(DateTime.FromOADate(day < 60 ? day + 1 : day))) : Unreadable(cell); // the format counts 29/02/1900
    }

    private static ReadCell IsoDate(ReadCell cell, string value) =>
        DateTime.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var time) ? Dated(cell, DateOnly.FromDateTime(time)) : Unreadable(cell);

    private static ReadCell Dated(ReadCell cell, DateOnly date) => cell with { Date = date, Text = date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture) };

    private static ReadCell Unreadable(ReadCell cell) => cell with { Problem = $"Không đọc được giá trị của ô {cell.Address}." };
}

/// <summary>The strings that the cells of a workbook share.</summary>
internal static partial class XlsxStrings
{
    public static IReadOnlyList<string> Of(SharedStringTablePart? part)
    {
        List<string> strings = [];
        if (part is not null)
        {
            using var reader = OpenXmlReader.Create(part);
            while (reader.Read())
            {
                if (reader.IsStartElement && reader.ElementType == typeof(X.SharedStringItem))
                {
                    strings.Add(Text((X.SharedStringItem)reader.LoadCurrentElement()!));
                }
            }
        }

        return strings;
    }

    /// <summary>The text and its runs, without what is written above for pronunciation.</summary>
    public static string Text(OpenXmlElement? rich)
    {
        var text = new StringBuilder();
        foreach (var part in rich?.Elements() ?? [])
        {
            text.Append(part switch { X.Text plain => plain.Text, X.Run run => run.Text?.Text, _ => null });
        }

        return Unescaped(text.ToString());
    }

    public static string Unescaped(string text) =>
        Escape().Replace(text, match => $"{(char)int.Parse(match.ValueSpan[2..6], NumberStyles.HexNumber, CultureInfo.InvariantCulture)}").Replace("\r\n", "\n", StringComparison.Ordinal);

    [GeneratedRegex("_x[0-9A-Fa-f]{4}_", RegexOptions.None, 1000)]
    private static partial Regex Escape();
}

/// <summary>Which styles of a workbook show a number as a date.</summary>
internal static partial class XlsxDateStyles
{
    public static IReadOnlySet<uint> Of(WorkbookStylesPart? part)
    {
        var (own, dates, style, inCells) = (new Dictionary<uint, string>(), new HashSet<uint>(), 0U, false);
        using var reader = part is null ? null : OpenXmlReader.Create(part);
        while (reader?.Read() == true)
        {
            if (reader.ElementType == typeof(X.CellFormats))
            {
                inCells = reader.IsStartElement;
            }
            else if (reader.IsStartElement && reader.ElementType == typeof(X.NumberingFormat) && reader.LoadCurrentElement() is X.NumberingFormat { NumberFormatId: { } id } format)
            {
                own[id.Value] = format.FormatCode?.Value ?? "";
            }
            else if (reader.IsStartElement && inCells && reader.ElementType == typeof(X.CellFormat) && reader.LoadCurrentElement() is X.CellFormat cell)
            {
                if (IsDate(cell.NumberFormatId?.Value ?? 0, own))
                {
                    dates.Add(style);
                }

                style++;
            }
        }

        return dates;
    }

    private static bool IsDate(uint format, Dictionary<uint, string> own) =>
        own.TryGetValue(format, out var code) ? Letters().IsMatch(NotLetters().Replace(code, "")) : format is >= 14 and <= 17 or 22 or >= 27 and <= 31 or 36 or >= 50 and <= 58;

    [GeneratedRegex("[dy]", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Letters();

    // Text in quotes, escaped letters, colours and conditions are no part of a date.
    [GeneratedRegex("\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]|_.|\\*.", RegexOptions.None, 1000)]
    private static partial Regex NotLetters();
}
