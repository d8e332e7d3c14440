using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Planning.Consultations;
using ThiDua.Web.Tests.Fixture;
using ThiDua.Web.Tests.Plans;

namespace ThiDua.Web.Tests.Consultations;

/// <summary>Rounds of comments put into the state that a test begins with.</summary>
public static class ConsultationsInTest
{
    public static string Round(this ClusterYearInTest year, int consultationId, string path = "") => $"{year.Url}/y-kien/{consultationId}{path}";

    /// <summary>A plan put up for comments on its page.</summary>
    public static async Task<(int PlanId, int ConsultationId)> AConsultedPlan(this ClusterYearInTest year, Portal portal)
    {
        var planId = await year.APlan(portal);
        var clerk = year.ClerkOf(year.Leader);
        await clerk.Follow(await clerk.Submit((await clerk.See(year.Plan(planId, "/lay-y-kien"))).FormTo("/lay-y-kien"), ("CommentsUntil", "31/12/2035")));
        return (planId, await year.With(portal, db => db.Consultations.Where(row => row.PlanId == planId).Select(row => row.Id).SingleAsync()));
    }

    public static Task<T> With<T>(this ClusterYearInTest year, Portal portal, Func<Data.PortalDb, Task<T>> work) => portal.WithDb(work, year.Acting(year.Leader, Capacity.Head));

    public static Task<List<Comment>> CommentsOf(this ClusterYearInTest year, Portal portal, int consultationId) =>
        year.With(portal, db => db.Comments.AsNoTracking().Where(row => row.ConsultationId == consultationId).OrderBy(row => row.Id).ToListAsync());

    public static Task<ConsultedUnit> UnitOf(this ClusterYearInTest year, Portal portal, int consultationId, UnitInTest unit) =>
        year.With(portal, db => db.ConsultedUnits.AsNoTracking().SingleAsync(row => row.ConsultationId == consultationId && row.UnitId == unit.Id));

    /// <summary>The last day went by.</summary>
    public static Task<int> IsOver(this ClusterYearInTest year, Portal portal, int consultationId) => year.With(portal, db => db.Consultations.Where(row => row.Id == consultationId)
        .ExecuteUpdateAsync(set => set.SetProperty(row => row.LastDay, new DateOnly(2020, 7, 10)).SetProperty(row => row.LateFrom, new DateTime(2020, 7, 10, 17, 0, 0, DateTimeKind.Utc))));

    /// <summary>The part of a plan's way (null: the whole), as its form names it.</summary>
    public static async Task<int> PartId(this ClusterYearInTest year, Portal portal, int consultationId, string? way)
    {
        if (way is null)
        {
            return 0;
        }

        var planId = await year.With(portal, db => db.Consultations.Where(row => row.Id == consultationId).Select(row => row.PlanId!.Value).SingleAsync());
        return await year.SectionId(portal, planId, way);
    }

    /// <summary>The form of a comment as the page opens it at a section.</summary>
    public static async Task<IHtmlFormElement> CommentForm(this HttpClient client, ClusterYearInTest year, Portal portal, int consultationId, string? way) =>
        (await client.See(year.Round(consultationId, $"?gop-y={await year.PartId(portal, consultationId, way)}"))).FormTo("/gop-y");

    /// <summary>A comment of the unit's clerk, entered on the page.</summary>
    public static async Task<int> AComment(this ClusterYearInTest year, Portal portal, int consultationId, UnitInTest unit, string? way, string text = "Bổ sung thời hạn gửi báo cáo.")
    {
        var clerk = year.ClerkOf(unit);
        await clerk.Follow(await clerk.Submit(await clerk.CommentForm(year, portal, consultationId, way), ("Text", text)));
        return (await year.CommentsOf(portal, consultationId))[^1].Id;
    }

    /// <summary>The leader's clerk answers a comment on the page, and reads where that leads.</summary>
    public static async Task<IHtmlDocument> Answer(this ClusterYearInTest year, int consultationId, int commentId, CommentResponse response, string answer = "")
    {
        var clerk = year.ClerkOf(year.Leader);
        var form = (await clerk.See(year.Round(consultationId, $"?tra-loi={commentId}"))).FormTo("/tra-loi");
        return await clerk.Follow(await clerk.Submit(form, ("Response", $"{response}"), ("Answer", answer)));
    }

    /// <summary>The unit's head answers the round as a whole.</summary>
    public static async Task<HttpResponseMessage> Reply(this HttpClient person, ClusterYearInTest year, int consultationId, UnitReply reply, params (string, string)[] typed) =>
        await person.Submit((await person.See(year.Round(consultationId, "/tra-loi"))).FormTo("/tra-loi"), [("Reply", $"{reply}"), .. typed]);

    public static IElement At(this IHtmlDocument page, int commentId) => page.QuerySelector($"#y-kien-{commentId}")!;
}
