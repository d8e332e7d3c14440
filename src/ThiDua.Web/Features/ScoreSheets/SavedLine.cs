using ThiDua.Web.Conventions;

namespace ThiDua.Web.Features.ScoreSheets;

/// <summary>What the page shows after a line was saved.</summary>
public sealed record SavedLine(int Version, string Points, bool IsProvisional, string? Problem, string SavedAt, bool IsFilled, int Filled, string Total, string Percent, bool IsTotalProvisional, IReadOnlyList<string> Steps, IReadOnlyDictionary<int, string> Sections)
{
    public static SavedLine Of(SheetPage page, int criterionId)
    {
        var line = page.Leaves.Single(line => line.Node.Id == criterionId);
        return new(line.Cell!.Version, Shown.Points(line.Points), line.IsProvisional, line.Problem, Shown.Clock(line.Cell.EnteredAt), line.IsFilled, page.Filled, Shown.Points(page.SelfTotals.Total), Shown.Percent(page.SelfTotals.Percent), page.IsSelfProvisional, line.Now?.Steps ?? [],
            page.Lines.Where(row => row.Cell is null).ToDictionary(row => row.Node.Id, row => Shown.Points(page.SelfTotals.ByNode.GetValueOrDefault(row.Node.Id))));
    }
}
