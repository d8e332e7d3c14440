using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Data;
using ThiDua.Web.Tests.Fixture;

namespace ThiDua.Web.Tests.History;

/// <summary>Steps of score sheets taken directly on the domain.</summary>
public static class SheetsInTest
{
    /// <summary>An issued scheme with a sheet for each unit and the dossier of results.</summary>
    public static async Task Issue(this ClusterYearInTest year, Portal portal)
    {
        var by = year.Acting(year.Leader, Capacity.Head);
        var schemeId = await year.ADraftScheme();
        await portal.WithDb(
            async db =>
            {
                var scheme = await db.ScoringSchemes.Include(row => row.Criteria).SingleAsync(row => row.Id == schemeId);
                scheme.Issue(by, new(ClusterYearInTest.Now), new("01/HD-CTĐ", new(2020, 3, 1), "Cụm trưởng", "Hướng dẫn chấm điểm"));
                db.AddRange(year.Units.Select(unit => new ScoreSheet(by, scheme, unit.Id, unit.Name)));
                db.Add(new Ranking(by, scheme));
                return await db.SaveChangesAsync();
            },
            by);
    }

    public static Task<int> OnSheet(this ClusterYearInTest year, Portal portal, UnitInTest unit, Actor by, Action<ScoreSheet, AppraisalDuty> step) => portal.WithDb(
        async db =>
        {
            var sheet = await db.ScoreSheets.SingleAsync(row => row.UnitId == unit.Id);
            step(sheet, AppraisalDuty.For(unit.Id, await db.PositionsHeld.ToListAsync(), enteredByThisPerson: false));
            await db.SaveChangesAsync();
            return sheet.Id;
        },
        by);

    public static Task<int> Submit(this ClusterYearInTest year, Portal portal, UnitInTest unit, SignedPaper? paper = null) =>
        year.OnSheet(portal, unit, year.Acting(unit, paper is null ? Capacity.Head : Capacity.Clerk), (sheet, _) => sheet.Submit(year.Acting(unit, paper is null ? Capacity.Head : Capacity.Clerk), new(ClusterYearInTest.Now.AddHours(1), null, paper), []));

    /// <summary>Publishes the draft results without more: what others see of sheets changes.</summary>
    public static Task<int> Publish(this ClusterYearInTest year, Portal portal) => portal.WithDb(
        db => db.Rankings.ExecuteUpdateAsync(set => set.SetProperty(row => row.State, RankingState.DraftPublished)),
        year.Acting(year.Leader, Capacity.Head));
}
