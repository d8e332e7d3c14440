using System.Globalization;
using System.Text.Json.Serialization;

namespace ThiDua.Web.Documents;

/// <summary>A chart of bars lying side by side (biểu đồ), drawn without script: a picture of lines in HTML and PDF, bars of letters in DOCX.</summary>
public sealed record BarChart(string Caption, IReadOnlyList<BarChart.Bar> Bars) : Block
{
    /// <summary>One unit: this year's value and, where it is known, that of the year before.</summary>
    public sealed record Bar(string Name, decimal Value, decimal? Before);

    /// <summary>The number format of its figures.</summary>
    public string? Format { get; init; }

    /// <summary>What the longest bar stands for, where several charts are drawn to one scale; null: the largest figure here.</summary>
    public decimal? Scale { get; init; }

    [JsonIgnore]
    public bool Compares => Bars.Any(bar => bar.Before is not null);

    public decimal Largest => Scale ?? Bars.SelectMany(bar => new[] { Math.Abs(bar.Value), Math.Abs(bar.Before ?? 0) }).DefaultIfEmpty().Max();

    /// <summary>How long a bar is, of <paramref name="full"/>.</summary>
    public decimal Length(decimal value, decimal full) => Largest == 0 ? 0 : Math.Round(Math.Abs(value) / Largest * full, 1);
}

/// <summary>Draws a chart for HTML.</summary>
internal static class BarChartHtml
{
    private const int NameWidth = 200;
    private const int FullBar = 340;
    private const string ThisYear = "#8a1c1c";
    private const string YearBefore = "#b5b5b5";

    public static void Write(HtmlWriter html, BarChart chart)
    {
        var (height, compares) = (chart.Compares ? 36 : 22, chart.Compares);
        html.Open("figure", "bar-chart").Line("figcaption", null, chart.Caption);
        html.Open("svg", null, string.Create(CultureInfo.InvariantCulture, $"xmlns=\"http://www.w3.org/2000/svg\" width=\"100%\" viewBox=\"0 0 640 {(chart.Bars.Count * height) + 24}\" role=\"img\" font-size=\"14\" font-family=\"inherit\""));
        html.Line("title", null, chart.Caption);
        foreach (var (index, bar) in chart.Bars.Index())
        {
            var top = index * height;
            Words(html, NameWidth - 8, top + (compares ? 21 : 15), bar.Name.Length > 28 ? $"{bar.Name[..27]}…" : bar.Name, "end");
            Draw(html, chart, bar.Value, top + 4, ThisYear);
            if (bar.Before is { } before)
            {
                Draw(html, chart, before, top + 18, YearBefore);
            }
        }

        Legend(html, chart.Bars.Count * height, compares);
        html.Close("svg").Close("figure");
    }

    private static void Draw(HtmlWriter html, BarChart chart, decimal value, int top, string colour)
    {
        var length = chart.Length(value, FullBar);
        html.Raw(string.Create(CultureInfo.InvariantCulture, $"<rect x=\"{NameWidth}\" y=\"{top}\" width=\"{length}\" height=\"13\" fill=\"{colour}\"/>"));
        Words(html, NameWidth + (int)length + 6, top + 12, DocumentFormats.Number(value, chart.Format), "start");
    }

    private static void Legend(HtmlWriter html, int top, bool compares)
    {
        Square(html, NameWidth, top + 6, ThisYear);
        Words(html, NameWidth + 18, top + 18, "Năm báo cáo", "start");
        if (compares)
        {
            Square(html, NameWidth + 130, top + 6, YearBefore);
            Words(html, NameWidth + 148, top + 18, "Năm trước", "start");
        }
    }

    private static void Square(HtmlWriter html, int x, int y, string colour) =>
        html.Raw(string.Create(CultureInfo.InvariantCulture, $"<rect x=\"{x}\" y=\"{y}\" width=\"13\" height=\"13\" fill=\"{colour}\"/>"));

    private static void Words(HtmlWriter html, int x, int y, string text, string anchor) =>
        html.Raw(string.Create(CultureInfo.InvariantCulture, $"<text x=\"{x}\" y=\"{y}\" text-anchor=\"{anchor}\">")).Text(text).Raw("</text>");
}

/// <summary>A chart as a table whose bars are letters: what a word processor can show without a picture.</summary>
internal static class BarChartTable
{
    private const int FullBar = 16; // stays on its line in a broad face, too

    // The value of the year before only where there is one.
    public static Table Of(BarChart chart) => new(
        [new("Đơn vị", 30), new("Năm báo cáo", 34), new("", 14, ColumnAlignment.Right, chart.Format), .. chart.Compares ? [new("Năm trước", 14, ColumnAlignment.Right, chart.Format)] : Array.Empty<Column>()],
        [.. chart.Bars.Select(bar => new Row([bar.Name, new string('█', (int)Math.Round(chart.Length(bar.Value, FullBar))), bar.Value, .. chart.Compares ? [bar.Before] : Array.Empty<Cell>()]))])
    { Caption = chart.Caption, Dense = true };
}
