using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Tests.Fixture;

namespace ThiDua.Web.Tests.Home;

/// <summary>Reading the page "Việc cần làm", and putting a year into the state that a task follows from.</summary>
public static class TasksInTest
{
    public static async Task<IReadOnlyList<string>> Tasks(this HttpClient client) => (await client.See("/")).Tasks();

    public static IReadOnlyList<string> Tasks(this IHtmlDocument page) => [.. page.QuerySelectorAll(".tasks tbody tr").Select(row => Words(row.TextContent))];

    public static IReadOnlyList<string> Awaited(this IHtmlDocument page) => [.. page.QuerySelectorAll(".awaited tbody tr").Select(row => Words(row.TextContent))];

    public static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public static Task<int> SheetsAre(this ClusterYearInTest year, Portal portal, ScoreSheetState state, UnitInTest? only = null) => portal.WithDb(
        db => db.ScoreSheets.Where(sheet => only == null || sheet.UnitId == only.Id).ExecuteUpdateAsync(set => set.SetProperty(sheet => sheet.State, state)),
        year.Acting(year.Leader, Capacity.Head));

    public static Task<int> RankingIs(this ClusterYearInTest year, Portal portal, RankingState state) => portal.WithDb(
        db => db.Rankings.ExecuteUpdateAsync(set => set.SetProperty(ranking => ranking.State, state)),
        year.Acting(year.Leader, Capacity.Head));
}
