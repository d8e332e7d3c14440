using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Documents;
using ThiDua.Domain.Planning.Requests;
using ThiDua.Web.Tests.Fixture;

namespace ThiDua.Web.Tests.Requests;

/// <summary>What is sent to the authority put into the state that a test begins with.</summary>
public static class RequestsInTest
{
    public static readonly SignedPaper Paper = new("12/BC-CTĐT", new(2020, 7, 6), "Người ký", "Chủ tịch");

    private static readonly FrozenContent Enclosed = new("""{"Title":"Kế hoạch thử"}""", "Kế hoạch thử", new string('0', 64));

    public static string Request(this ClusterYearInTest year, int requestId, string path = "") => $"{year.Url}/gui-cap-tren/{requestId}{path}";

    /// <summary>A draft about the plan, with its letter.</summary>
    public static Task<int> ADraftRequest(this ClusterYearInTest year, Portal portal, int planId, RequestManner manner = RequestManner.AskOpinion) => portal.WithDb(
        async db =>
        {
            var request = Begin(year, planId, manner);
            db.Add(request);
            await db.SaveChangesAsync();
            return request.Id;
        },
        year.Acting(year.Leader, Capacity.Clerk));

    /// <summary>Sent outside the portal, not answered yet.</summary>
    public static Task<int> ASentRequest(this ClusterYearInTest year, Portal portal, int planId, RequestManner manner = RequestManner.AskOpinion) => portal.WithDb(
        async db =>
        {
            var request = Begin(year, planId, manner);
            request.RecordSent(year.Acting(year.Leader, Capacity.Clerk), new(ClusterYearInTest.Now, null, Paper), Enclosed);
            db.Add(request);
            await db.SaveChangesAsync();
            return request.Id;
        },
        year.Acting(year.Leader, Capacity.Clerk));

    public static Task<AuthorityRequest> StoredRequest(this ClusterYearInTest year, Portal portal, int requestId) => portal.WithDb(
        db => db.AuthorityRequests.AsNoTracking().Include(row => row.History).Include(row => row.Texts).SingleAsync(row => row.Id == requestId), year.Acting(year.Leader, Capacity.Head));

    public static Task<int> DocumentOfRequest(this ClusterYearInTest year, Portal portal, int requestId) =>
        portal.WithDb(db => db.IssuedDocuments.Where(row => row.Origin == nameof(AuthorityRequest) && row.OriginId == requestId && row.State != DocumentState.Dropped).Select(row => row.Id).SingleAsync(), year.Acting(year.Leader, Capacity.Head));

    private static AuthorityRequest Begin(ClusterYearInTest year, int planId, RequestManner manner) =>
        new(year.Acting(year.Leader, Capacity.Clerk), manner, new(RequestSubject.Plan, planId, "Kế hoạch Hoạt động của Cụm năm 2020"), new("Xin ý kiến về Kế hoạch", "Cụm gửi kèm kế hoạch.") { Addressees = ["Hội đồng thử"] });
}
