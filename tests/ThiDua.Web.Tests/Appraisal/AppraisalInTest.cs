using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Data;
using ThiDua.Web.Tests.Fixture;
using ThiDua.Web.Tests.Results;

namespace ThiDua.Web.Tests.Appraisal;

/// <summary>Submitted sheets, and the appraisal page as a person works with it.</summary>
public static class AppraisalInTest
{
    /// <summary>A year whose leader, deputy and first member have submitted.</summary>
    public static async Task<ClusterYearInTest> Submitted(Portal portal)
    {
        var year = await ClusterYearInTest.Make(portal);
        await year.IssueWithCells(portal);
        foreach (var unit in year.Units.Take(3))
        {
            await year.FillAndSubmit(portal, unit, growth: 8.4m, disbursed: 90, judged: 15);
        }

        return year;
    }

    public static Task<int> SheetOf(this ClusterYearInTest year, Portal portal, UnitInTest unit) =>
        portal.WithDb(db => db.ScoreSheets.Where(row => row.UnitId == unit.Id).Select(row => row.Id).SingleAsync(), year.Acting(unit, Capacity.Clerk));

    public static async Task<string> AppraisalOf(this ClusterYearInTest year, Portal portal, UnitInTest unit) => $"{year.Url}/tham-dinh/{await year.SheetOf(portal, unit)}";

    public static async Task<int> LeafId(this ClusterYearInTest year, Portal portal, string code) =>
        await portal.WithDb(db => db.Criteria.Where(row => row.Code == code).Select(row => row.Id).SingleAsync(), year.Acting(year.Leader, Capacity.Clerk));

    public static async Task<ScoreEntry?> Cell(this ClusterYearInTest year, Portal portal, UnitInTest unit, string code, ScoreStage stage = ScoreStage.Appraised)
    {
        var leafId = await year.LeafId(portal, code);
        return await portal.WithDb(db => db.ScoreEntries.AsNoTracking().SingleOrDefaultAsync(row => row.Sheet.UnitId == unit.Id && row.CriterionId == leafId && row.Stage == stage), year.Acting(unit, Capacity.Clerk));
    }

    public static async Task<ScoreSheetState> StateOf(this ClusterYearInTest year, Portal portal, UnitInTest unit) =>
        await portal.WithDb(db => db.ScoreSheets.Where(row => row.UnitId == unit.Id).Select(row => row.State).SingleAsync(), year.Acting(unit, Capacity.Clerk));

    public static Task<int> MoveRanking(this ClusterYearInTest year, Portal portal, RankingState state) =>
        portal.WithDb(db => db.Rankings.ExecuteUpdateAsync(set => set.SetProperty(row => row.State, state)), year.Acting(year.Leader, Capacity.Head));

    /// <summary>The row of a criterion.</summary>
    public static IElement Line(this IHtmlDocument page, string code) =>
        page.QuerySelectorAll("tr.appraisal-line").Single(row => row.QuerySelector(".criterion span")!.TextContent.StartsWith(code + ". ", StringComparison.Ordinal));

    public static IHtmlFormElement LineForm(this IHtmlDocument page, string code) => (IHtmlFormElement)page.Line(code).QuerySelector("form")!;

    /// <summary>Saves one line from a page already open.</summary>
    public static Task<HttpResponseMessage> SaveLine(this HttpClient client, IHtmlDocument page, string code, params (string Name, string Value)[] typed) =>
        client.Submit(page.LineForm(code), typed.Any(field => field.Name == "Decision") ? typed : [.. typed, ("Decision", "luu")]);

    /// <summary>Appraises whatever is left: accepts all, then types the points by the portal.</summary>
    public static async Task AppraiseAll(this HttpClient client, string url)
    {
        var page = await client.AcceptAll(url);
        await client.Follow(await client.SaveLine(page, "II.2", ("PointsByHand", "8"), ("Reason", "Theo sổ theo dõi văn bản đến")));
    }

    public static async Task<IHtmlDocument> AcceptAll(this HttpClient client, string url) =>
        await client.Follow(await client.Submit((IHtmlFormElement)(await client.See(url)).QuerySelector("#chan-bang form")!));

    public static async Task<HttpResponseMessage> Finish(this HttpClient client, string url, params (string Name, string Value)[] typed) =>
        await client.Submit((await client.See(url)).FormTo("/hoan-thanh"), typed);
}
