using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Data;
using ThiDua.Web.Tests.Fixture;

namespace ThiDua.Web.Tests.Results;

/// <summary>Sheets filled, submitted and appraised directly on the domain, so that tests of the ranking start where it starts.</summary>
public static class ScoredYear
{
    /// <summary>An issued scheme; a sheet with an empty cell per leaf for each unit.</summary>
    public static async Task IssueWithCells(this ClusterYearInTest year, Portal portal)
    {
        var by = year.Acting(year.Leader, Capacity.Head);
        var schemeId = await year.ADraftScheme();
        await portal.WithDb(
            async db =>
            {
                var scheme = await db.ScoringSchemes.Include(row => row.Criteria).SingleAsync(row => row.Id == schemeId);
                scheme.Issue(by, new(ClusterYearInTest.Now), new("01/HD-CTĐ", new(2020, 3, 1), "Cụm trưởng", "Hướng dẫn chấm điểm"));
                foreach (var unit in year.Units)
                {
                    var sheet = new ScoreSheet(by, scheme, unit.Id, unit.Name);
                    db.AddRange(scheme.Criteria.Where(criterion => criterion.Rule is not null).Select(criterion => new ScoreEntry(sheet, criterion.Id)));
                }

                db.Add(new Ranking(by, scheme));
                return await db.SaveChangesAsync();
            },
            by);
    }

    /// <summary>What a unit reached: GRDP of a target of 7 %, disbursement in percent of 100, judged points.</summary>
    public static async Task FillAndSubmit(this ClusterYearInTest year, Portal portal, UnitInTest unit, decimal growth, decimal disbursed = 100, decimal judged = 20, DateTime? at = null)
    {
        var (clerk, head) = (year.Acting(unit, Capacity.Clerk), year.Acting(unit, Capacity.Head));
        await portal.WithDb(
            async db =>
            {
                var sheet = await db.ScoreSheets.SingleAsync(row => row.UnitId == unit.Id);
                var criteria = await db.Criteria.ToDictionaryAsync(row => row.Id);
                foreach (var cell in await db.ScoreEntries.Where(row => row.SheetId == sheet.Id && row.Stage == ScoreStage.Self).ToListAsync())
                {
                    if (Values(criteria[cell.CriterionId].Code, growth, disbursed, judged) is { } values)
                    {
                        cell.Enter(clerk, new(values, null), criteria[cell.CriterionId], ClusterYearInTest.Now);
                    }
                }

                await db.SaveChangesAsync();
                sheet.Submit(head, new(at ?? ClusterYearInTest.Now), []);
                return await db.SaveChangesAsync();
            },
            clerk);
    }

    /// <summary>The responsible unit accepts every line and gives the points by the portal.</summary>
    public static async Task Appraise(this ClusterYearInTest year, Portal portal, UnitInTest unit, decimal portalPoints = 10)
    {
        var by = year.Acting(unit == year.Leader ? year.Deputy : year.Leader, Capacity.Clerk);
        await portal.WithDb(
            async db =>
            {
                var sheet = await db.ScoreSheets.SingleAsync(row => row.UnitId == unit.Id);
                var duty = AppraisalDuty.For(unit.Id, await db.PositionsHeld.ToListAsync(), enteredByThisPerson: false);
                var criteria = await db.Criteria.ToDictionaryAsync(row => row.Id);
                foreach (var self in await db.ScoreEntries.Where(row => row.SheetId == sheet.Id && row.Stage == ScoreStage.Self).ToListAsync())
                {
                    var criterion = criteria[self.CriterionId];
                    var cell = ScoreEntry.ForAppraisal(by, sheet, duty, criterion.Id);
                    var byPortal = criterion.Rule is ByPortalRule;
                    cell.Appraise(by, new(self.Values, byPortal ? portalPoints : null, byPortal ? "Theo hồ sơ" : null), self, criterion, ClusterYearInTest.Now);
                    db.Add(cell);
                }

                sheet.Appraise(by, new(ClusterYearInTest.Now), duty, []);
                return await db.SaveChangesAsync();
            },
            by);
    }

    private static LineValues? Values(string code, decimal growth, decimal disbursed, decimal judged) => code switch
    {
        "I.1" => new(Target: 7, Achieved: growth),
        "I.2" => new(Target: 100, Achieved: disbursed),
        "II.1" => new(Points: judged),
        "B.1" => new(Achieved: 0),
        "C.1" => new(Achieved: 0),
        _ => null,
    };
}
