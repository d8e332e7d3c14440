using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using X = DocumentFormat.OpenXml.Spreadsheet;

namespace ThiDua.Web.Tests.Workbooks;

/// <summary>A spreadsheet program as small as the portal's workbooks need: it opens one, types into cells, computes every formula anew in binary fractions, and saves.</summary>
public sealed partial class Spreadsheet : IDisposable
{
    private readonly MemoryStream _file = new();
    private readonly SpreadsheetDocument _book;
    private readonly Dictionary<string, Dictionary<string, X.Cell>> _sheets = [];
    private readonly Dictionary<(string, string), object> _computed = [];

    public Spreadsheet(byte[] file)
    {
        _file.Write(file);
        _book = SpreadsheetDocument.Open(_file, isEditable: true);
        foreach (var sheet in _book.WorkbookPart!.Workbook.Sheets!.Elements<X.Sheet>())
        {
            var part = (WorksheetPart)_book.WorkbookPart.GetPartById(sheet.Id!.Value!);
            _sheets[sheet.Name!.Value!] = part.Worksheet.Descendants<X.Cell>().ToDictionary(cell => cell.CellReference!.Value!);
        }
    }

    /// <summary>The first sheet, which people see.</summary>
    public string Main => _sheets.Keys.First();

    public IEnumerable<string> Formulas => _sheets[Main].Where(cell => cell.Value.CellFormula is not null).Select(cell => cell.Key);

    public bool IsOpen(string address)
    {
        var formats = _book.WorkbookPart!.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<X.CellFormat>().ToList();
        return formats[(int)(_sheets[Main][address].StyleIndex?.Value ?? 0)].Protection?.Locked?.Value == false;
    }

    public string Text(string address) => Value(Main, address) switch { double number => number.ToString("0.##########", CultureInfo.InvariantCulture), var text => $"{text}" };

    public decimal? Figure(string address) => Value(Main, address) is double number ? (decimal)number : null;

    public void Type(string address, object? value, string? sheet = null)
    {
        var cell = _sheets[sheet ?? Main][address];
        cell.RemoveAllChildren();
        cell.DataType = null;
        if (value is string text)
        {
            cell.DataType = X.CellValues.InlineString;
            cell.AppendChild(new X.InlineString(new X.Text(text)));
        }
        else if (value is not null)
        {
            cell.AppendChild(new X.CellValue(Convert.ToString(value, CultureInfo.InvariantCulture)!));
        }

        _computed.Clear();
    }

    /// <summary>The address of the cell in this column of the row whose first cell says this.</summary>
    public string At(string code, string column) => column + RowOf(code);

    public int RowOf(string code) => int.Parse(_sheets[Main].Single(cell => Letters().Match(cell.Key).Value == "A" && Text(cell.Key) == code).Key[1..], CultureInfo.InvariantCulture);

    public byte[] Save()
    {
        foreach (var sheet in _sheets.Keys)
        {
            foreach (var cell in _sheets[sheet].Values.Where(cell => cell.CellFormula is not null))
            {
                var value = Value(sheet, cell.CellReference!.Value!);
                cell.DataType = value is double ? null : X.CellValues.String;
                cell.CellValue = new(Convert.ToString(value, CultureInfo.InvariantCulture)!);
            }
        }

        _book.WorkbookPart!.WorksheetParts.ToList().ForEach(part => part.Worksheet.Save());
        using var copy = new MemoryStream();
        using (_book.Clone(copy))
        {
        }

        return copy.ToArray();
    }

    public void Dispose()
    {
        _book.Dispose();
        _file.Dispose();
    }

    internal object Value(string sheet, string address)
    {
        if (_computed.TryGetValue((sheet, address), out var known))
        {
            return known;
        }

        var cell = _sheets[sheet].GetValueOrDefault(address);
        return _computed[(sheet, address)] = cell switch
        {
            null => "",
            { CellFormula: { } formula } => new Formula(this, sheet, formula.Text).Compute(),
            { InlineString: { } text } => text.InnerText,
            { CellValue: { } value } => double.Parse(value.Text, CultureInfo.InvariantCulture),
            _ => "",
        };
    }

    [GeneratedRegex("^[A-Z]+", RegexOptions.None, 1000)]
    private static partial Regex Letters();

    /// <summary>One formula: comparisons, sums, products, functions, references.</summary>
    private sealed partial class Formula(Spreadsheet book, string sheet, string text)
    {
        private readonly List<string> _tokens = [.. Token().Matches(text).Select(match => match.Value)];
        private int _at;

        public object Compute()
        {
            var value = Comparison();
            return _at == _tokens.Count ? value : throw new FormatException($"{_tokens[_at]} in {text}");
        }

        private string? Next => _at < _tokens.Count ? _tokens[_at] : null;

        private bool Take(string token)
        {
            var takes = Next == token;
            _at += takes ? 1 : 0;
            return takes;
        }

        private object Comparison()
        {
            var left = Sum();
            if (Next is not ("=" or "<>" or "<" or "<=" or ">" or ">="))
            {
                return left;
            }

            var (sign, right) = (_tokens[_at++], Sum());
            var order = left is double one && right is double other ? one.CompareTo(other) : left is double ? -1 : right is double ? 1 : string.Compare($"{left}", $"{right}", StringComparison.OrdinalIgnoreCase);
            return sign switch { "=" => order == 0, "<>" => order != 0, "<" => order < 0, "<=" => order <= 0, ">" => order > 0, _ => order >= 0 };
        }

        private object Sum()
        {
            var value = Product();
            while (Next is "+" or "-")
            {
                value = _tokens[_at++] == "+" ? Number(value) + Number(Product()) : Number(value) - Number(Product());
            }

            return value;
        }

        private object Product()
        {
            var value = Factor();
            while (Next is "*" or "/")
            {
                value = _tokens[_at++] == "*" ? Number(value) * Number(Factor()) : Number(value) / Number(Factor());
            }

            return value;
        }

        private object Factor()
        {
            if (Take("-"))
            {
                return -Number(Factor());
            }

            if (Take("("))
            {
                var value = Comparison();
                return Take(")") ? value : throw new FormatException(text);
            }

            var token = _tokens[_at++];
            return token[0] == '"' ? token[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal)
                : char.IsAsciiDigit(token[0]) ? double.Parse(token, CultureInfo.InvariantCulture)
                : Next == "(" ? Function(token) : Reference(token);
        }

        private object Reference(string token)
        {
            var parts = token.Replace("$", "", StringComparison.Ordinal).Split('!');
            return book.Value(parts.Length == 2 ? parts[0] : sheet, parts[^1]);
        }

        private object Function(string name)
        {
            var arguments = Arguments();
            var numbers = arguments.OfType<double>().ToList();
            return name switch
            {
                "IF" => (bool)arguments[0] ? arguments[1] : arguments[2],
                "OR" => arguments.Any(value => (bool)value),
                "AND" => arguments.All(value => (bool)value),
                "COUNT" => (double)numbers.Count,
                "SUM" => numbers.Sum(),
                "MIN" => numbers.Min(),
                "MAX" => numbers.Max(),
                "ABS" => Math.Abs(Number(arguments[0])),
                "INT" => Math.Floor(Number(arguments[0])),
                "ROUND" => Rounded(Number(arguments[0]), (int)Number(arguments[1])),
                "CHOOSE" => Number(arguments[0]) is var place && place >= 1 && place < arguments.Count ? arguments[(int)place] : double.NaN,
                _ => throw new FormatException(name),
            };
        }

        // All are computed, also those that IF does not take: what divides by nothing is not used then.
        private List<object> Arguments()
        {
            var arguments = new List<object>();
            _at++;
            while (!Take(")"))
            {
                arguments.Add(Comparison());
                Take(",");
            }

            return arguments;
        }

        private static double Rounded(double value, int places) => double.IsFinite(value) ? (double)Math.Round((decimal)value, places, MidpointRounding.AwayFromZero) : double.NaN;

        private static double Number(object value) => value is double number ? number : value is "" ? 0 : double.NaN;

        [GeneratedRegex("""("([^"]|"")*"|[A-Za-z]+![$]?[A-Z]+[$]?[0-9]+|[$]?[A-Z]+[$]?[0-9]+|[A-Z]+|[0-9]+([.][0-9]+)?|<>|<=|>=|[-+*/()=<>,])""", RegexOptions.ExplicitCapture, 1000)]
        private static partial Regex Token();
    }
}
