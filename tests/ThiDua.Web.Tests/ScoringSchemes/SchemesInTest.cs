using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Access;
using ThiDua.Web.Tests.Fixture;

namespace ThiDua.Web.Tests.ScoringSchemes;

/// <summary>What tests of schemes do again and again.</summary>
public static class SchemesInTest
{
    public static string Scheme(this ClusterYearInTest year, string path = "") => $"{year.Url}/tieu-chi{path}";

    /// <summary>Starts the scheme from a source as the leader's clerk does, and returns the page it leads to.</summary>
    public static async Task<IHtmlDocument> StartScheme(this ClusterYearInTest year, string source, params (string Name, string Value)[] typed)
    {
        var clerk = year.ClerkOf(year.Leader);
        var page = await clerk.See(year.Scheme($"/tao?nguon={source}"));
        return await clerk.Follow(await clerk.Submit(page.FormTo("/tao"), [("CutOffOn", "30/11/2020"), .. typed]));
    }

    /// <summary>The scheme as stored, with its criteria.</summary>
    public static Task<ScoringScheme> Stored(this ClusterYearInTest year, Portal portal) =>
        portal.WithDb(db => db.ScoringSchemes.AsNoTracking().Include(row => row.Criteria).Include(row => row.History).SingleAsync(), year.Acting(year.Leader, Capacity.Head));

    public static async Task<Criterion> Stored(this ClusterYearInTest year, Portal portal, string code) => (await year.Stored(portal)).Criteria.Single(row => row.Code == code);

    /// <summary>The document of issuing, typed.</summary>
    public static readonly (string Name, string Value)[] Document =
        [("Number", "02/HD-CTĐ"), ("IssuedOn", "01/03/2020"), ("Issuer", "Cụm trưởng"), ("Abstract", "Hướng dẫn chấm điểm năm 2020"), ("IsConfirmed", "true")];

    public static readonly (string Name, string Value)[] Paper =
        [("Paper.Number", "02/HD-CTĐ"), ("Paper.SignedOn", "01/03/2020"), ("Paper.Signatory", "Người ký"), ("Paper.SignatoryOffice", "Chủ tịch")];

    /// <summary>Issues the scheme as the leader's head does, and returns the page it leads to.</summary>
    public static async Task<IHtmlDocument> IssueByHead(this ClusterYearInTest year)
    {
        var head = year.HeadOf(year.Leader);
        return await head.Follow(await head.Submit((await head.See(year.Scheme("/ban-hanh"))).FormTo("/ban-hanh"), Document));
    }

    /// <summary>Starts the draft of the next version as the leader's clerk does, and returns its page.</summary>
    public static async Task<IHtmlDocument> Amend(this ClusterYearInTest year)
    {
        var clerk = year.ClerkOf(year.Leader);
        return await clerk.Follow(await clerk.Submit((await clerk.See(year.Scheme("/sua-doi"))).FormTo("/sua-doi")));
    }

    /// <summary>A section of all the points with no criterion yet, started from an empty scheme.</summary>
    public static async Task<Criterion> ASection(this ClusterYearInTest year, Portal portal)
    {
        await year.StartScheme("trong");
        await year.AddCriterion(null, ("Code", "I"), ("Name", "Kinh tế"), ("Max", "100"));
        return await year.Stored(portal, "I");
    }

    /// <summary>Runs use cases as the leader's clerk, in a scope of its own as a request has it.</summary>
    public static async Task<T> AsLeader<T>(this ClusterYearInTest year, Portal portal, Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentPerson>().Enter(new(year.Leader.ClerkId, "Chuyên viên", IsAdministrator: false, MustChangePassword: false, [], null));
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Enter(year.Acting(year.Leader, Capacity.Clerk));
        return await work(scope.ServiceProvider);
    }

    public static async Task<HttpResponseMessage> AddCriterion(this ClusterYearInTest year, int? parentId, params (string Name, string Value)[] typed)
    {
        var clerk = year.ClerkOf(year.Leader);
        return await clerk.Submit((await clerk.See(year.Scheme($"/muc/them{(parentId is null ? "" : $"?duoi={parentId}")}"))).FormTo("/muc/them"), typed);
    }
}
