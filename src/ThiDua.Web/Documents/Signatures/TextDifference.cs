using System.Text;
using System.Text.RegularExpressions;

namespace ThiDua.Web.Documents.Signatures;

/// <summary>A place where two texts differ: the words of the issued document, those of the copy, and some before them.</summary>
public sealed partial record TextDifference(string Before, string Issued, string Copy)
{
    private const int MostCells = 12_000_000;
    private const int MostShown = 200;
    private const int WordsBefore = 8;
    private const int MostWordsOfMark = 60;

    /// <summary>Empty where only number, date and marks of signature differ.</summary>
    public static IReadOnlyList<TextDifference> Between(string issued, string copy, string symbol)
    {
        var (left, right) = (Words(issued, symbol), Words(copy, symbol));
        var start = 0;
        while (start < left.Length && start < right.Length && left[start] == right[start])
        {
            start++;
        }

        var end = 0;
        while (end < left.Length - start && end < right.Length - start && left[^(end + 1)] == right[^(end + 1)])
        {
            end++;
        }

        return [.. Hunks(left, right, start, left.Length - end, right.Length - end).Where(hunk => !(hunk.Issued.Length == 0 && IsMark(hunk.Copy))).Take(MostShown)];
    }

    private static IEnumerable<TextDifference> Hunks(string[] left, string[] right, int start, int leftEnd, int rightEnd)
    {
        var (rows, columns) = (leftEnd - start, rightEnd - start);
        if (rows == 0 && columns == 0)
        {
            return [];
        }

        return (long)rows * columns > MostCells ? [Hunk(left, right, start, leftEnd, start, rightEnd)] : Walk(left, right, start, Lengths(left, right, start, rows, columns));
    }

    // The lengths of the longest common sequences of words from each pair of places on.
    private static ushort[,] Lengths(string[] left, string[] right, int start, int rows, int columns)
    {
        var lengths = new ushort[rows + 1, columns + 1];
        for (var row = rows - 1; row >= 0; row--)
        {
            for (var column = columns - 1; column >= 0; column--)
            {
                lengths[row, column] = left[start + row] == right[start + column] ? (ushort)(lengths[row + 1, column + 1] + 1) : Math.Max(lengths[row + 1, column], lengths[row, column + 1]);
            }
        }

        return lengths;
    }

    private static IEnumerable<TextDifference> Walk(string[] left, string[] right, int start, ushort[,] lengths)
    {
        var (rows, columns, row, column) = (lengths.GetLength(0) - 1, lengths.GetLength(1) - 1, 0, 0);
        while (row < rows || column < columns)
        {
            var (fromRow, fromColumn) = (row, column);
            while (row < rows || column < columns)
            {
                if (row < rows && column < columns && left[start + row] == right[start + column])
                {
                    break;
                }

                _ = column >= columns || (row < rows && lengths[row + 1, column] >= lengths[row, column + 1]) ? row++ : column++;
            }

            if (row > fromRow || column > fromColumn)
            {
                yield return Hunk(left, right, start + fromRow, start + row, start + fromColumn, start + column);
            }
            else
            {
                (row, column) = (row + 1, column + 1);
            }
        }
    }

    private static TextDifference Hunk(string[] left, string[] right, int leftStart, int leftEnd, int rightStart, int rightEnd) =>
        new(string.Join(' ', left[Math.Max(0, leftStart - WordsBefore)..leftStart]), string.Join(' ', left[leftStart..leftEnd]), string.Join(' ', right[rightStart..rightEnd]));

    private static string[] Words(string text, string symbol)
    {
        var composed = text.Normalize(NormalizationForm.FormC).Replace("\u00AD", "", StringComparison.Ordinal);
        // Number and date are blank before a document is issued: the same document with them, and without.
        composed = Regex.Replace(composed, @"\s*\d*\s*/\s*" + Regex.Escape(symbol), " /" + symbol, RegexOptions.None, TimeSpan.FromSeconds(2));
        composed = Date().Replace(composed, "ngày tháng năm", 1);
        return composed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
    }

    private static bool IsMark(string words) => words.Split(' ').Length <= MostWordsOfMark && Mark().IsMatch(words);

    [GeneratedRegex(@"ngày\s*\d*\s*tháng\s*\d*\s*năm(\s*\d{4})?", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Date();

    [GeneratedRegex(@"^(ký bởi|ký số bởi|được ký bởi|người ký|digitally signed|signed by|signature valid|chữ ký số|cơ quan:|email:|thời gian ký|ngày ký|ký ngày|giờ ký)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Mark();
}
