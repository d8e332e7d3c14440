using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Tests.Fixture;

namespace ThiDua.Web.Tests.Results;

/// <summary>Years whose results stand at a step, for tests of what is shown of them.</summary>
public static class RankedYear
{
    public static readonly (string, string)[] Minutes = [("Document.Number", "05/BB-CTĐ"), ("Document.IssuedOn", "25/2/2021"), ("Document.Issuer", "Cụm thi đua")];

    /// <summary>Appraised sheets with these figures of growth, entry closed; the target is 7.</summary>
    public static async Task<ClusterYearInTest> Closed(Portal portal, params decimal[] growth)
    {
        var year = await ClusterYearInTest.Make(portal, units: growth.Length);
        await year.IssueWithCells(portal);
        foreach (var (unit, index) in year.Units.Select((unit, index) => (unit, index)))
        {
            await year.FillAndSubmit(portal, unit, growth[index]);
            await year.Appraise(portal, unit);
        }

        await year.Take(year.ClerkOf(year.Leader), "khoa-nhap-lieu");
        return year;
    }

    /// <summary>As <see cref="Closed"/>, and the draft results published.</summary>
    public static async Task<ClusterYearInTest> Published(Portal portal, params decimal[] growth)
    {
        var year = await Closed(portal, growth);
        await year.HeadOf(year.Leader).Follow(await year.Take(year.HeadOf(year.Leader), "cong-bo-du-kien"));
        return year;
    }

    /// <summary>Fills and posts the form of a page of the ranking.</summary>
    public static async Task<HttpResponseMessage> Take(this ClusterYearInTest year, HttpClient person, string path, params (string, string)[] typed) =>
        await person.Submit((await person.See($"{year.Url}/xep-hang/{path}")).FormTo(path), typed);

    public static Task<int> LastLayer(this ClusterYearInTest year, Portal portal) =>
        portal.WithDb(db => db.ResultLayers.MaxAsync(row => row.Id), year.Acting(year.Leader, Capacity.Head));

    /// <summary>Writes other appraised points, as the appraiser would after an opinion of the session.</summary>
    public static Task<int> SetAppraised(this ClusterYearInTest year, Portal portal, UnitInTest unit, string code, decimal points) =>
        portal.WithDb(
            db => db.ScoreEntries.Where(cell => cell.Sheet.UnitId == unit.Id && cell.Stage == ScoreStage.Appraised && db.Criteria.Any(row => row.Id == cell.CriterionId && row.Code == code))
                .ExecuteUpdateAsync(set => set.SetProperty(cell => cell.Points, points).SetProperty(cell => cell.IsSetByHand, true)),
            year.Acting(year.Leader, Capacity.Head));
}
