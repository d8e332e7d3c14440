using ThiDua.Domain.Documents.Drafting;
using ThiDua.Domain.Reporting;
using ThiDua.Web.Conventions;
using ThiDua.Web.Documents;

namespace ThiDua.Web.Features.Drafts;

/// <summary>The marks of a consolidated report as what they stand for: tables by unit with totals and change, a chart, who sent and when, where the figures come from.</summary>
internal static class ConsolidatedBlocks
{
    private const string Percents = "#,##0.00";
    private const int MostBars = 24;

    /// <summary>The blocks of the text; a paragraph that is nothing but marks becomes what they stand for, charts numbered through.</summary>
    public static IEnumerable<Block> Expand(IEnumerable<Block> blocks, ConsolidatedFigures figures)
    {
        var charts = 0;
        foreach (var block in blocks)
        {
            var marks = MarksIn(block);
            if (marks.Count == 0 || marks.Any(mark => ConsolidatedReport.ProblemWith(mark, figures) is not null))
            {
                yield return block;
                continue;
            }

            foreach (var made in marks.SelectMany(mark => ConsolidatedReport.ChartedBy(mark, figures)?.SelectMany(figure => ChartsOf(figures, figure, ++charts)) ?? Of(mark, figures)))
            {
                yield return made;
            }
        }
    }

    private static IReadOnlyList<string> MarksIn(Block block) => block is Paragraph { Runs: { } runs } ? ReportMarks.In(string.Concat(runs.Select(run => run.Text))) : [];

    private static IEnumerable<Block> Of(string mark, ConsolidatedFigures figures) => mark switch
    {
        ConsolidatedReport.FiguresMark => figures.Figures.Select((figure, index) => TableOf(figures, figure, index + 1)),
        ConsolidatedReport.StandingMark => Standing(figures),
        _ => [new Paragraph([new Run(Sources(figures), Italic: true)])],
    };

    private static string FormatOf(ConsolidatedFigure figure) => figure.Decimals == 0 ? "#,##0" : $"#,##0.{new string('0', figure.Decimals)}";

    private static Table TableOf(ConsolidatedFigures figures, ConsolidatedFigure figure, int number)
    {
        var format = FormatOf(figure);
        Column Of(string header, double width, string with) => new(header, width, ColumnAlignment.Right, with);
        return new(
            [Column.Ordinal(), new("Đơn vị", 30), Of("Chỉ tiêu", 13, format), Of("Thực hiện", 13, format), Of("% chỉ tiêu", 11, Percents), Of("Năm trước", 13, format), Of("Tăng, giảm", 12, format), Of("Tăng, giảm %", 12, Percents)],
            [
                .. figures.Units.Select((unit, index) => unit.Of(figure.Id) is { } value ? Line(index + 1, unit.Name, value.Compared()) : new Row([index + 1, unit.Name, "", "–", "", "", "", ""])),
                .. figures.Total(figure) is { } total ? [Line(null, "Tổng cộng", total) with { Bold = true }] : Array.Empty<Row>(),
            ])
        { Caption = $"Bảng {number}. {figure.InWords}", Dense = true };
    }

    private static Row Line(int? number, string name, FigureComparison compared) => new([number, name, compared.Target, compared.Value, compared.Reached, compared.Before, compared.Change, compared.ChangePercent]);

    // One chart a figure; of many units in parts that fit on a page, all to one scale.
    private static IEnumerable<BarChart> ChartsOf(ConsolidatedFigures figures, ConsolidatedFigure figure, int number)
    {
        var bars = figures.Units.Select(unit => unit.Of(figure.Id) is { } value ? new BarChart.Bar(unit.Name.Replace("Ủy ban nhân dân", "UBND", StringComparison.Ordinal), value.Value, value.Before) : null).OfType<BarChart.Bar>().ToList();
        var whole = new BarChart($"Biểu đồ {number}. {figure.InWords} của các đơn vị", bars) { Format = FormatOf(figure) };
        return bars.Chunk(MostBars).Select((part, index) => whole with { Caption = index == 0 ? whole.Caption : $"{whole.Caption} (tiếp theo)", Bars = part, Scale = bars.Count > MostBars ? whole.Largest : null });
    }

    private static IEnumerable<Block> Standing(ConsolidatedFigures figures)
    {
        var parts = new (ConsolidatedStanding Standing, string Words)[]
        {
            (ConsolidatedStanding.InTime, "gửi đúng hạn"), (ConsolidatedStanding.Late, "gửi muộn"), (ConsolidatedStanding.NotAccepted, "đã gửi, chưa tiếp nhận"), (ConsolidatedStanding.NotSubmitted, "chưa gửi"),
        };
        yield return new Paragraph($"Trong {figures.Units.Count} đơn vị phải gửi báo cáo có:");
        foreach (var (standing, words) in parts)
        {
            var units = figures.In(standing).Select(unit => unit.Name).ToList();
            if (units.Count > 0)
            {
                yield return new ListItem($"{units.Count} đơn vị {words}: {string.Join(", ", units)}.");
            }
        }
    }

    private static string Sources(ConsolidatedFigures figures)
    {
        var accepted = figures.Units.Where(unit => unit.IsAccepted).ToList();
        return accepted.Count == 0 ? "Chưa có báo cáo nào được tiếp nhận."
            : $"Số liệu lấy từ báo cáo đã tiếp nhận, tính đến {Shown.Time(figures.At)}: {string.Join("; ", accepted.Select(unit => $"{unit.Name} (lần nộp {unit.Round}, nộp lần đầu {Shown.Time(unit.FirstSubmittedAt)})"))}.";
    }
}
