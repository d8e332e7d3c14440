using Microsoft.AspNetCore.Mvc;
using ThiDua.Domain.Access;
using ThiDua.Web.Access;
using ThiDua.Web.Conventions;
using ThiDua.Web.Features.Shared;

namespace ThiDua.Web.Features.Clusters;

/// <summary>An authority's clusters and blocks: setting up and describing them.</summary>
[Route("co-quan/{organizationId:int}/cum")]
public sealed class ClustersController(ShowCluster show) : PortalController
{
    [HttpGet("them"), AllowAuthority(AuthorityPermission.SetUpClusters)]
    public async Task<IActionResult> Create(int organizationId) => View(nameof(Show), await show.Handle(organizationId, null));

    [HttpPost("them"), AllowAuthority(AuthorityPermission.SetUpClusters)]
    public async Task<IActionResult> Create(int organizationId, ClusterForm form, [FromServices] SetUpCluster setUp)
    {
        var clusterId = 0;
        return await Submit(async () => clusterId = await setUp.Handle(organizationId, form), () => Done("Đã thành lập. Tiếp theo, hãy mở năm thi đua.", nameof(Show), new { clusterId }), () => Create(organizationId));
    }

    [HttpGet("{clusterId:int}"), AllowAuthority(AuthorityPermission.SetUpClusters)]
    public async Task<IActionResult> Show(int organizationId, int clusterId) => View(nameof(Show), await show.Handle(organizationId, clusterId));

    [HttpPost("{clusterId:int}"), AllowAuthority(AuthorityPermission.SetUpClusters)]
    public Task<IActionResult> Describe(int organizationId, int clusterId, ClusterForm form, [FromServices] DescribeCluster describe) =>
        Submit(() => describe.Handle(organizationId, clusterId, form), () => Done("Đã lưu.", nameof(Show), new { clusterId }), () => Show(organizationId, clusterId));

    /// <summary>Suggestions while an organization is typed.</summary>
    [HttpGet("/co-quan/{organizationId:int}/don-vi"), AllowAuthority(AuthorityPermission.SetUpClusters)]
    public async Task<IActionResult> Organizations([FromQuery(Name = "StandingBody")] string? text, [FromServices] OrganizationByText organizations) =>
        PartialView("_OrganizationOptions", await organizations.Suggest(text));
}
