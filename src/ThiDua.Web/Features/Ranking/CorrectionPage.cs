using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared;

namespace ThiDua.Web.Features.Ranking;

/// <summary>The form that corrects results, beside the results in force.</summary>
public sealed record CorrectionPage(RankingState State, bool OnPaperOnly, CorrectResults.Form Form, ResultTable InForce, IReadOnlyList<CorrectionPage.Leaf> Leaves)
{
    private const int EmptyLines = 3;

    public sealed record Leaf(string Code, string Name);

    public static async Task<CorrectionPage> Load(PortalDb db, Actor actor, RankingStep wanted, CorrectResults.Form? typed)
    {
        var ranking = await db.Rankings.AsNoTracking().Select(row => new { row.State, row.Version }).OneAsync();
        var step = RankingWorkflow.CorrectionOf(ranking.State);
        var open = RankingWorkflow.Table.OpenTo(actor, ranking.State).FirstOrDefault(row => row.Step == step);
        RuleViolation.Require(open is not null && (step == RankingStep.CorrectRecognized) == (wanted == RankingStep.CorrectRecognized), $"Kết quả đang ở trạng thái “{Labels.Of(ranking.State)}”, không điều chỉnh được ở đây.");
        var layerId = await db.ResultLayers.AsNoTracking().OrderByDescending(layer => layer.Id).Select(layer => layer.Id).FirstAsync();
        var leaves = await db.Criteria.AsNoTracking().Where(row => row.Rule != null).Select(row => new Leaf(row.Code, row.Name)).ToListAsync();
        var form = typed ?? new() { Version = ranking.Version, Document = new DocumentForm() };
        var lines = form.Lines.Where(line => !line.IsEmpty).Take(CorrectResults.MostLines).ToList();
        return new(ranking.State, open!.OnPaperOnly, form with { Lines = typed is not null && lines.Count > 0 ? form.Lines : [.. Enumerable.Range(0, EmptyLines).Select(_ => new CorrectResults.Line())] }, await ResultTable.OfLayer(db, layerId), [.. leaves.OrderBy(leaf => leaf.Code, Text.VietnameseOrder)]);
    }
}
