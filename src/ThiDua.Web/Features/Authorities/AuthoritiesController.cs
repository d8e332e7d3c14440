using Microsoft.AspNetCore.Mvc;
using ThiDua.Domain.Access;
using ThiDua.Domain.Clusters;
using ThiDua.Web.Access;
using ThiDua.Web.Conventions;
using ThiDua.Web.Documents;

namespace ThiDua.Web.Features.Authorities;

/// <summary>The board of an authority (cơ quan quản lý cụm, khối).</summary>
[Route("co-quan/{organizationId:int}")]
public sealed class AuthoritiesController(ShowBoard board) : PortalController
{
    [HttpGet(""), AllowAuthority(AuthorityPermission.SeeBoard)]
    public async Task<IActionResult> Show(int organizationId, [FromQuery(Name = "q")] string? search, [FromQuery(Name = "nam")] string? year, [FromQuery(Name = "cap")] string? level, [FromQuery(Name = "xep")] string? order, [FromQuery(Name = "trang")] int? page) =>
        View(await board.Handle(organizationId, BoardPaths.Read(search, year, level, order), page));

    /// <summary>The same table as a workbook.</summary>
    [HttpGet("tong-hop.xlsx"), AllowAuthority(AuthorityPermission.SeeBoard)]
    public async Task<IActionResult> Export(int organizationId, [FromQuery(Name = "q")] string? search, [FromQuery(Name = "nam")] string? year, [FromQuery(Name = "cap")] string? level, [FromQuery(Name = "xep")] string? order, [FromServices] ExportBoard export, CancellationToken cancellation) =>
        File(await export.Handle(organizationId, BoardPaths.Read(search, year, level, order), cancellation), XlsxTable.ContentType, "cum-khoi-thi-dua.xlsx");
}

/// <summary>How the board's filter is written in the URL.</summary>
public static class BoardPaths
{
    public static readonly IReadOnlyList<(BoardOrder Order, string Path, string Words)> Orders =
    [
        (BoardOrder.Newest, "", "Năm mới trước"),
        (BoardOrder.Name, "ten", "Tên cụm, khối"),
        (BoardOrder.Stage, "giai-doan", "Giai đoạn"),
        (BoardOrder.Progress, "da-nop", "Đã nộp nhiều trước"),
    ];

    private static readonly (ClusterLevel Level, string Path)[] Levels =
        [(ClusterLevel.Central, "trung-uong"), (ClusterLevel.Ministry, "bo-nganh"), (ClusterLevel.Provincial, "tinh"), (ClusterLevel.District, "huyen")];

    public static IEnumerable<ClusterLevel> AllLevels => Levels.Select(row => row.Level);

    public static string Of(ClusterLevel level) => Levels.First(row => row.Level == level).Path;

    // What is not understood filters nothing.
    public static BoardFilter Read(string? search, string? year, string? level, string? order) => new(
        search,
        int.TryParse(year, out var number) ? number : null,
        Levels.Where(row => row.Path == level).Select(row => (ClusterLevel?)row.Level).FirstOrDefault(),
        Orders.FirstOrDefault(row => row.Path == (order ?? "")).Order);
}
