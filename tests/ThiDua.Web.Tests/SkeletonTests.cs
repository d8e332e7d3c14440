using System.Net;
using ThiDua.Web.Tests.Fixture;

namespace ThiDua.Web.Tests;

public sealed class SkeletonTests(Portal portal)
{
    [Fact]
    public async Task A_signed_in_person_sees_the_start_page()
    {
        var year = await ClusterYearInTest.Make(portal);
        var page = await year.ClerkOf(year.Leader).See("/");
        page.QuerySelector("h1")!.TextContent.ShouldBe("Việc cần làm");
        page.QuerySelector(".office-button")!.TextContent.ShouldContain(year.Leader.Name);
    }

    [Fact]
    public async Task Nobody_else_does() => (await portal.AsStranger().GetAsync("/")).StatusCode.ShouldBe(HttpStatusCode.Redirect);

    [Fact]
    public async Task A_draft_scheme_is_written_with_its_audit_entries()
    {
        var year = await ClusterYearInTest.Make(portal);
        var schemeId = await year.ADraftScheme();
        schemeId.ShouldBeGreaterThan(0);
        (await portal.WithDb(db => Data.Audit.AuditTrail.Verify(db, default))).ShouldBeEmpty();
    }
}
