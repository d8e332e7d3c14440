using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Registrations;
using ThiDua.Web.Access;
using ThiDua.Web.Tests.Architecture.Gates;
using ThiDua.Web.Tests.Fixture;

namespace ThiDua.Web.Tests.Architecture;

[Collection(nameof(TwoClusters))]
public sealed class RefusalTests(TwoClusters clusters, ITestOutputHelper output)
{
    private const int RefusalsToday = 1300;

    private Dictionary<string, Permission> Needs() =>
        (from endpoint in clusters.Portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
         where endpoint.Metadata.GetMetadata<AllowAttribute>() is not null && endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Contains("GET")
         select (new Address("GET", endpoint.RoutePattern).Text, endpoint.Metadata.GetMetadata<AllowAttribute>()!.Permission)).ToDictionary();

    [Fact]
    public async Task W3_A_refusal_says_why_and_who_can()
    {
        var (needs, refusals, wrong) = (Needs(), 0, new List<string>());
        foreach (var answer in (await clusters.Survey()).Columns.SelectMany(column => column).Where(answer => answer is { Refusal: not null, Row: Row.Own, Who.Unit: not null, Address.Verb: "GET" } && needs.ContainsKey(answer.Address.Text)))
        {
            refusals++;
            var page = new HtmlParser().ParseDocument(answer.Refusal!);
            var reason = page.QuerySelector("main .lead")?.TextContent ?? "";
            if (page.QuerySelector("h1")?.TextContent != "Bạn không thực hiện được việc này" || !SaysWhoCan(reason, needs[answer.Address.Text]))
            {
                wrong.Add($"{answer.Who.Name} at {answer.Address.Text}: {reason}");
            }
        }

        output.WriteLine($"{refusals} refusals of {needs.Count} pages");
        wrong.Take(10).ShouldBeEmpty();
        refusals.ShouldBeGreaterThanOrEqualTo(RefusalsToday);
    }

    [Fact]
    public async Task W3_A_registrar_of_the_authority_is_told_who_sets_up_clusters()
    {
        var asking = new Asking(clusters, Who.All.Single(who => who.Name == "authority registrar"));
        await asking.Ask(Address.All(clusters.Portal).Single(address => address is { Verb: "GET", Text: "/co-quan/{organizationId}/cum/them" }), _ => Row.Own);
        (await asking.Last!.Html()).QuerySelector("main .lead")!.TextContent.ShouldStartWith("Lập cụm, khối và mở năm thi đua do chuyên viên, lãnh đạo (cơ quan quản lý) thực hiện. Bạn đang làm việc với cương vị ");
    }

    // Either nobody in this position may do it: then each position and capacity that may. Or not with this sheet: then whose it is. Or not this person: then that a second one is needed.
    private static bool SaysWhoCan(string reason, Permission permission) =>
        permission == Permission.AppraiseScores && reason.Contains(" thẩm định.", StringComparison.Ordinal)
        || (permission == Permission.ReceiveRegistrations && reason == Registration.NotReceiver)
        || (permission == Permission.AcceptReports && reason == Domain.Reporting.ReportReceivers.Refusal)
        || (permission == Permission.ReadClusterYear && reason == Features.Drafts.ShowConsolidated.Refusal)
        || (permission == Permission.HoldResults && reason.EndsWith("việc gỡ bỏ cần người thứ hai.", StringComparison.Ordinal))
        || (reason.StartsWith(Labels.Of(permission) + " do ", StringComparison.Ordinal)
            && reason.Contains("Bạn đang làm việc với cương vị ", StringComparison.Ordinal)
            && Permissions.Table.Where(row => row.Permission == permission).All(row =>
                row.Positions.All(position => reason.Contains(Labels.Of(position), StringComparison.OrdinalIgnoreCase))
                && row.Capacities.Concat(row.OnPaper ?? []).All(capacity => reason.Contains(Labels.Of(capacity), StringComparison.OrdinalIgnoreCase))));
}
