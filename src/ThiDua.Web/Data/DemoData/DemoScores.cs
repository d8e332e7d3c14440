using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Scoring;

namespace ThiDua.Web.Data.DemoData;

/// <summary>Scoring in a demo cluster: each act by the person whose it is, at its time of 2020. Units go by the code of their province.</summary>
internal sealed class DemoScores(DemoStage stage, ClusterYear year, ScoringScheme scheme, DemoFigures figures, Func<string, string> organizationOf)
{
    /// <summary>The unit's clerk fills every line that the figures know, a minute each.</summary>
    public async Task Enter(string unit, DateTime from)
    {
        var by = stage.ActAs(DemoPeople.ClerkOf(unit), year);
        var self = await CellsOf(unit, ScoreStage.Self);
        var at = from;
        foreach (var leaf in Leaves.Where(leaf => leaf.Rule is not ByPortalRule))
        {
            if (figures.Of(unit, leaf) is { } values)
            {
                self[leaf.Id].Enter(by, new(values with { TargetGround = self[leaf.Id].Values.TargetGround }, Explanation(leaf)), leaf, at);
                at = at.AddMinutes(1);
            }
        }

        await stage.Db.SaveChangesAsync();
    }

    /// <summary>The unit's head submits, or its clerk records that the head signed on paper.</summary>
    public async Task Submit(string unit, DateTime at, SignedPaper? paper = null)
    {
        var by = stage.ActAs(paper is null ? DemoPeople.HeadOf(unit) : DemoPeople.ClerkOf(unit), year);
        var self = await CellsOf(unit, ScoreStage.Self);
        var missing = Leaves.Where(leaf => leaf is { Kind: CriterionKind.Normal, Rule: not ByPortalRule } && leaf.Rule!.Compute(leaf.Max, leaf.Kind, self[leaf.Id].Values).Points is null);
        (await SheetOf(unit)).Submit(by, new(at, null, paper), [.. missing.Select(leaf => $"{leaf.Code} {leaf.Name}")]);
        await stage.Db.SaveChangesAsync();
    }

    public async Task Return(string unit, string appraiser, DateTime at, string reason)
    {
        var by = stage.ActAs(DemoPeople.ClerkOf(appraiser), year);
        (await SheetOf(unit)).Return(by, new(at, reason), DutyFor(unit));
        await stage.Db.SaveChangesAsync();
    }

    /// <summary>The appraiser's clerk goes through all lines, a minute each, and ends the appraisal.</summary>
    public async Task Appraise(string unit, string appraiser, DateTime from)
    {
        var by = stage.ActAs(DemoPeople.ClerkOf(appraiser), year);
        var (sheet, self, duty, at) = (await SheetOf(unit), await CellsOf(unit, ScoreStage.Self), DutyFor(unit), from);
        foreach (var leaf in Leaves)
        {
            var cell = ScoreEntry.ForAppraisal(by, sheet, duty, leaf.Id);
            cell.Appraise(by, figures.Appraised(unit, leaf, self[leaf.Id]), self[leaf.Id], leaf, at);
            stage.Db.Add(cell);
            at = at.AddMinutes(1);
        }

        sheet.Appraise(by, new(at), duty, missing: []);
        await stage.Db.SaveChangesAsync();
    }

    private IEnumerable<Criterion> Leaves => scheme.Criteria.Where(criterion => criterion.Rule is not null);

    private static string? Explanation(Criterion leaf) =>
        leaf.EvidenceNeeded?.Split(" (")[0] is { } evidence ? $"Theo {char.ToLowerInvariant(evidence[0])}{evidence[1..]}." : null;

    private Task<ScoreSheet> SheetOf(string unit)
    {
        var id = IdOf(unit);
        return stage.Db.ScoreSheets.SingleAsync(sheet => sheet.UnitId == id);
    }

    private async Task<Dictionary<int, ScoreEntry>> CellsOf(string unit, ScoreStage column)
    {
        var id = IdOf(unit);
        return await stage.Db.ScoreEntries.Where(cell => cell.Sheet.UnitId == id && cell.Stage == column).ToDictionaryAsync(cell => cell.CriterionId);
    }

    private AppraisalDuty DutyFor(string unit) => AppraisalDuty.For(IdOf(unit), year.Positions, enteredByThisPerson: false);

    private int IdOf(string unit) => stage.Organization(organizationOf(unit)).Id;
}
