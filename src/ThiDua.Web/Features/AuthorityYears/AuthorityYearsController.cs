using Microsoft.AspNetCore.Mvc;
using ThiDua.Domain.Access;
using ThiDua.Domain.Documents;
using ThiDua.Web.Access;
using ThiDua.Web.Conventions;
using ThiDua.Web.Features.Shared;
using ThiDua.Web.Files;

namespace ThiDua.Web.Features.AuthorityYears;

/// <summary>Năm công tác của cơ quan quản lý: its plan, the limits it sets, how plan and scheme are sent to it.</summary>
[Route("co-quan/{organizationId:int}/nam")]
public sealed class AuthorityYearsController(ShowAuthorityYear show, FileStore files) : PortalController
{
    private const long LargestForm = FileStore.LargestFile + (1024 * 1024);

    [HttpGet(""), AllowAuthority(AuthorityPermission.SeeBoard)]
    public async Task<IActionResult> List(int organizationId) => View(await show.List(organizationId));

    [HttpGet("{year:int:range(2000,2100)}"), AllowAuthority(AuthorityPermission.SeeBoard)]
    public async Task<IActionResult> Show(int organizationId, int year) => View(await show.Handle(organizationId, year));

    [HttpGet("{year:int:range(2000,2100)}/sua"), AllowAuthority(AuthorityPermission.KeepYear)]
    public async Task<IActionResult> Edit(int organizationId, int year)
    {
        var page = await show.Handle(organizationId, year);
        return View(new EditAuthorityYearPage(page, AuthorityYearForm.Of(page.Stored)));
    }

    [HttpPost("{year:int:range(2000,2100)}/sua"), AllowAuthority(AuthorityPermission.KeepYear), RequestSizeLimit(LargestForm), RequestFormLimits(MultipartBodyLengthLimit = LargestForm, ValueCountLimit = 20_000)]
    public Task<IActionResult> Edit(int organizationId, int year, AuthorityYearForm form, [FromServices] KeepAuthorityYear keep, CancellationToken cancellationToken) => Submit(
        () => keep.Handle(organizationId, year, form, cancellationToken),
        () => Done("Đã lưu năm công tác của cơ quan quản lý.", nameof(Show), new { year }),
        async () => View(new EditAuthorityYearPage(await show.Handle(organizationId, year), form)));

    /// <summary>The scan of the authority's plan, as it is or as it came with an earlier change.</summary>
    [HttpGet("{year:int:range(2000,2100)}/ke-hoach"), AllowAuthority(AuthorityPermission.SeeBoard)]
    public async Task<IActionResult> Scan(int organizationId, int year, [FromQuery(Name = "lan")] int? changeId) => Served(await show.Scan(organizationId, year, changeId));

    /// <summary>The same for whoever reads a cluster year below the authority.</summary>
    [HttpGet("/cum/{clusterYearId:int}/ke-hoach-cap-tren"), Allow(Permission.ReadClusterYear)]
    public async Task<IActionResult> ScanForCluster([FromServices] CurrentYear entered) => Served(await show.Scan(entered.Year.AuthorityId, entered.Year.Year));

    private FileStreamResult Served(StoredFile scan) => this.SendScan(files, scan, "ke-hoach-co-quan-quan-ly");
}
