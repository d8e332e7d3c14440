using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Data;
using ThiDua.Web.Tests.Fixture;

namespace ThiDua.Web.Tests.Results;

/// <summary>A year with a scheme of 230 nodes on five levels, 176 of them leaves, and sheets submitted by the first units.</summary>
public static class LargeYear
{
    public const int Leaves = 176;
    public const int Nodes = 230;
    private static readonly int[] NodesOfLevel = [2, 6, 12, 34, Leaves];

    public static async Task<ClusterYearInTest> Make(Portal portal, int units = 3, int submitted = 1)
    {
        var year = await ClusterYearInTest.Make(portal, units);
        var by = year.Acting(year.Leader, Capacity.Head);
        await portal.WithDb(db => Issue(db, year, by), by);
        foreach (var unit in year.Units.Skip(Math.Min(2, units - submitted)).Concat(year.Units).Distinct().Take(submitted))
        {
            await portal.WithDb(db => Submit(db, year, unit), year.Acting(unit, Capacity.Head));
        }

        return year;
    }

    private static async Task<int> Issue(PortalDb db, ClusterYearInTest year, Actor by)
    {
        var scheme = new ScoringScheme(by, year.Id, new("Bảng tiêu chí lớn", Leaves) { CutOffOn = new(2020, 12, 31) });
        db.Add(scheme);
        await db.SaveChangesAsync();
        IReadOnlyList<int> above = [];
        for (var level = 0; level < NodesOfLevel.Length; level++)
        {
            var count = NodesOfLevel[level];
            var made = new List<Criterion>();
            for (var index = 0; index < count; index++)
            {
                // The leaves are dealt out evenly; each level is told how many stand below each of its nodes.
                var parent = level == 0 ? (int?)null : above[index % above.Count];
                var rule = level == NodesOfLevel.Length - 1 ? new JudgedRule(0.5m) : null;
                made.Add(scheme.AddCriterion(by, parent, new($"{level + 1}.{index + 1}", $"Tiêu chí {index + 1} của bậc {level + 1}", CriterionKind.Normal, LeavesBelow(level, index), rule)));
            }

            await db.SaveChangesAsync();
            above = [.. made.Select(criterion => criterion.Id)];
        }

        scheme.Issue(by, new(ClusterYearInTest.Now), new("01/HD-CTĐ", new(2020, 3, 1), "Cụm trưởng", "Hướng dẫn chấm điểm"));
        db.Add(new Ranking(by, scheme));
        foreach (var unit in year.Units)
        {
            var sheet = new ScoreSheet(by, scheme, unit.Id, unit.Name);
            db.AddRange(scheme.Criteria.Where(criterion => criterion.Rule is not null).Select(criterion => new ScoreEntry(sheet, criterion.Id)));
        }

        return await db.SaveChangesAsync();
    }

    private static int LeavesBelow(int level, int index) =>
        level == NodesOfLevel.Length - 1 ? 1 : Enumerable.Range(0, NodesOfLevel[level + 1]).Where(below => below % NodesOfLevel[level] == index).Sum(below => LeavesBelow(level + 1, below));

    private static async Task<int> Submit(PortalDb db, ClusterYearInTest year, UnitInTest unit)
    {
        var sheet = await db.ScoreSheets.SingleAsync(row => row.UnitId == unit.Id);
        var criteria = await db.Criteria.ToDictionaryAsync(row => row.Id);
        foreach (var cell in await db.ScoreEntries.Where(row => row.SheetId == sheet.Id).ToListAsync())
        {
            cell.Enter(year.Acting(unit, Capacity.Clerk), new(new(Points: 0.5m), null), criteria[cell.CriterionId], ClusterYearInTest.Now);
        }

        sheet.Submit(year.Acting(unit, Capacity.Head), new(ClusterYearInTest.Now), []);
        return await db.SaveChangesAsync();
    }
}
