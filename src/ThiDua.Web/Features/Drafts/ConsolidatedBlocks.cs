using ThiDua.Domain.Documents.Drafting;
using ThiDua.Domain.Reporting;
using ThiDua.Web.Conventions;
using ThiDua.Web.Documents;

namespace ThiDua.Web.Features.Drafts;

/// <summary>The marks of a consolidated report as what they stand for: tables by unit with totals and change, a chart, who sent and when, where the figures come from.</summary>
internal static class ConsolidatedBlocks
{
    private const string Percents = "#,##0.00";

    /// <summary>A paragraph that is nothing but a mark becomes what it stands for; any other block stays.</summary>
    public static IEnumerable<Block> Expand(Block block, ConsolidatedFigures figures) => block is not Paragraph { Runs: { } runs } ? [block] : string.Concat(runs.Select(run => run.Text)).Trim() switch
    {
        ConsolidatedReport.FiguresMark => figures.Figures.Select((figure, index) => TableOf(figures, figure, index + 1)),
        ConsolidatedReport.ChartMark => figures.Figures.Take(1).SelectMany(figure => ChartOf(figures, figure)),
        ConsolidatedReport.StandingMark => Standing(figures),
        ConsolidatedReport.SourcesMark => [new Paragraph([new Run(Sources(figures), Italic: true)])],
        _ => [block],
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

    private static IEnumerable<Block> ChartOf(ConsolidatedFigures figures, ConsolidatedFigure figure)
    {
        var bars = figures.Units.Select(unit => unit.Of(figure.Id) is { } value ? new BarChart.Bar(unit.Name.Replace("Ủy ban nhân dân", "UBND", StringComparison.Ordinal), value.Value, value.Before) : null).OfType<BarChart.Bar>().ToList();
        return bars.Count == 0 ? [] : [new BarChart($"Biểu đồ. {figure.InWords} của các đơn vị", bars) { Format = FormatOf(figure) }];
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
        var accepted = figures.Units.Where(unit => unit.Standing is ConsolidatedStanding.InTime or ConsolidatedStanding.Late).ToList();
        return accepted.Count == 0 ? "Chưa có báo cáo nào được tiếp nhận."
            : $"Số liệu lấy từ báo cáo đã tiếp nhận, tính đến {Shown.Time(figures.At)}: {string.Join("; ", accepted.Select(unit => $"{unit.Name} (lần nộp {unit.Round}, nộp lần đầu {Shown.Time(unit.FirstSubmittedAt)})"))}.";
    }
}
