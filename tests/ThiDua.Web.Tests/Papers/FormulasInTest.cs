using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace ThiDua.Web.Tests.Papers;

/// <summary>Computes a workbook from its formulas alone, with doubles as spreadsheets do: the values that were saved beside the formulas are never read. Knows SUM, MIN, MAX, ROUND, RANK, COUNTIFS, the four operations and &amp;.</summary>
public sealed class FormulasInTest
{
    private readonly Dictionary<string, (string? Formula, object? Value)> _cells = new(StringComparer.Ordinal);

    public FormulasInTest(byte[] file)
    {
        using var book = SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false);
        foreach (var sheet in book.WorkbookPart!.Workbook!.Descendants<Sheet>())
        {
            Sheets.Add(sheet.Name!.Value!);
            foreach (var cell in ((WorksheetPart)book.WorkbookPart.GetPartById(sheet.Id!.Value!)).Worksheet!.Descendants<Cell>())
            {
                object? value = cell.InlineString is { } text ? text.InnerText : cell.CellValue is { } figure ? double.Parse(figure.Text, CultureInfo.InvariantCulture) : null;
                _cells[$"{sheet.Name.Value}!{cell.CellReference!.Value}"] = (cell.CellFormula?.Text, value);
            }
        }
    }

    public List<string> Sheets { get; } = [];

    public int Formulas => _cells.Values.Count(cell => cell.Formula is not null);

    public string? FormulaOf(string sheet, string address) => _cells.GetValueOrDefault($"{sheet}!{address}").Formula;

    /// <summary>The text of a cell that holds no formula.</summary>
    public string? TextOf(string sheet, string address) => _cells.GetValueOrDefault($"{sheet}!{address}").Value as string;

    public object? ValueOf(string sheet, string address) =>
        _cells.TryGetValue($"{sheet}!{address}", out var cell) ? cell.Formula is { } formula ? new Reading(this, sheet, formula).All() : cell.Value : null;

    private sealed class Reading(FormulasInTest book, string sheet, string text)
    {
        private int _at;

        public object? All()
        {
            var value = Joined();
            _at.ShouldBe(text.Length, $"cannot read {text} from {_at}");
            return value;
        }

        private object? Joined()
        {
            var value = Sum();
            while (Takes('&'))
            {
                value = Shown(value) + Shown(Sum());
            }

            return value;
        }

        private object? Sum()
        {
            var value = Product();
            while (_at < text.Length && text[_at] is '+' or '-' && _at < text.Length)
            {
                var isPlus = text[_at++] == '+';
                value = Number(value) + ((isPlus ? 1 : -1) * Number(Product()));
            }

            return value;
        }

        private object? Product()
        {
            var value = One();
            while (_at < text.Length && text[_at] is '*' or '/' && _at < text.Length)
            {
                value = text[_at++] == '*' ? Number(value) * Number(One()) : Number(value) / Number(One());
            }

            return value;
        }

        private object? One()
        {
            if (Takes('-'))
            {
                return -Number(One());
            }

            if (Takes('"'))
            {
                var end = text.IndexOf('"', _at);
                var literal = text[_at..end];
                _at = end + 1;
                return literal;
            }

            if (char.IsDigit(text[_at]))
            {
                return double.Parse(While(letter => char.IsDigit(letter) || letter == '.'), CultureInfo.InvariantCulture);
            }

            var of = sheet;
            if (Takes('\''))
            {
                of = While(letter => letter != '\'');
                _at += 2; // '!
            }

            var name = While(letter => char.IsLetterOrDigit(letter) || letter == '$').Replace("$", "", StringComparison.Ordinal);
            return Takes('(') ? Call(name) : Takes(':') ? RangeOf(of, name, While(letter => char.IsLetterOrDigit(letter) || letter == '$').Replace("$", "", StringComparison.Ordinal)) : book.ValueOf(of, name);
        }

        private double Call(string name)
        {
            var arguments = new List<object?>();
            do
            {
                arguments.Add(Joined());
            }
            while (Takes(','));
            Takes(')').ShouldBeTrue(text);
            var figures = arguments.SelectMany(Figures).ToList();
            return name switch
            {
                "SUM" => figures.Sum(),
                "MIN" => figures.Min(),
                "MAX" => figures.Max(),
                "ROUND" => (double)Math.Round((decimal)Number(arguments[0]), (int)Number(arguments[1]), MidpointRounding.AwayFromZero),
                "RANK" => 1.0 + Figures(arguments[1]).Count(other => other > Number(arguments[0])),
                "COUNTIFS" => (double)Enumerable.Range(0, ((List<object?>)arguments[0]!).Count).Count(row => Enumerable.Range(0, arguments.Count / 2).All(pair => Fits(((List<object?>)arguments[2 * pair]!)[row], arguments[(2 * pair) + 1]))),
                _ => throw new ShouldAssertException($"unknown function {name}"),
            };
        }

        private static bool Fits(object? value, object? criterion) => criterion is string words && words.StartsWith('>')
            ? Number(value) > double.Parse(words[1..], CultureInfo.InvariantCulture)
            : Number(value).Equals(Number(criterion));

        private List<object?> RangeOf(string of, string from, string to)
        {
            var ((left, top), (right, bottom)) = (Place(from), Place(to));
            return [.. from row in Enumerable.Range(top, bottom - top + 1) from column in Enumerable.Range(left, right - left + 1) select book.ValueOf(of, Address(column, row))];
        }

        private static (int Column, int Row) Place(string address)
        {
            var letters = address.TrimEnd([.. "0123456789"]);
            return (letters.Aggregate(0, (column, letter) => (column * 26) + letter - 'A' + 1), int.Parse(address[letters.Length..], CultureInfo.InvariantCulture));
        }

        private static string Address(int column, int row)
        {
            var letters = "";
            for (; column > 0; column = (column - 1) / 26)
            {
                letters = (char)('A' + ((column - 1) % 26)) + letters;
            }

            return $"{letters}{row}";
        }

        private static IEnumerable<double> Figures(object? value) => value is List<object?> many ? many.SelectMany(Figures) : value is double figure ? [figure] : [];

        private static double Number(object? value) => value is double figure ? figure : 0;

        private static string Shown(object? value) => value is double figure ? figure.ToString("G15", CultureInfo.InvariantCulture) : value as string ?? "";

        private string While(Func<char, bool> fits)
        {
            var start = _at;
            while (_at < text.Length && fits(text[_at]))
            {
                _at++;
            }

            return text[start.._at];
        }

        private bool Takes(char mark)
        {
            var isThere = _at < text.Length && text[_at] == mark;
            _at += isThere ? 1 : 0;
            return isThere;
        }
    }
}
