using Microsoft.AspNetCore.Mvc;
using ThiDua.Domain.Access;
using ThiDua.Web.Access;
using ThiDua.Web.Conventions;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared;
using ThiDua.Web.Files;

namespace ThiDua.Web.Features.Submissions;

/// <summary>Hồ sơ báo cáo của đơn vị: its items and files, each served only through it.</summary>
[Route("cum/{clusterYearId:int}/bao-cao/{requirementId:int}/don-vi/{unitId:int}")]
public sealed class SubmissionsController(ShowReport show) : ReportController(show)
{
    [HttpGet(""), Allow(Permission.ReadClusterYear)]
    public async Task<IActionResult> Show(int requirementId, int unitId) => View("Show", await Reports.Handle(requirementId, unitId));

    [HttpPost("muc/{itemId:int}/tep"), Allow(Permission.EnterReports), RequestSizeLimit(LargestRequest), RequestFormLimits(MultipartBodyLengthLimit = LargestRequest, ValueCountLimit = 20_000)]
    public Task<IActionResult> Add(int requirementId, int unitId, int itemId, AddFiles.Form form, [FromServices] AddFiles add, CancellationToken cancellationToken)
    {
        var told = "";
        ViewData["ItemTyped"] = itemId;
        return Submit(
            async () => told = await add.Handle(requirementId, unitId, itemId, form, WhenItBegan.Of(HttpContext), cancellationToken),
            () => DoneAt(told, requirementId, unitId, $"#muc-{itemId}"),
            () => Show(requirementId, unitId));
    }

    [HttpPost("muc/{itemId:int}/van-ban"), Allow(Permission.EnterReports)]
    public Task<IActionResult> TakeIssued(int requirementId, int unitId, int itemId, TakeIssuedDocument.Form form, [FromServices] TakeIssuedDocument take)
    {
        var told = "";
        return Submit(async () => told = await take.Handle(requirementId, unitId, itemId, form), () => DoneAt(told, requirementId, unitId, $"#muc-{itemId}"), () => Show(requirementId, unitId));
    }

    [HttpPost("tep/{fileId:int}/bo"), Allow(Permission.EnterReports)]
    public Task<IActionResult> Remove(int requirementId, int unitId, int fileId, RemoveFile.Form form, [FromServices] RemoveFile remove) =>
        Submit(() => remove.Handle(requirementId, unitId, fileId, form), () => DoneAt("Đã bỏ tệp khỏi hồ sơ; tệp vẫn được giữ trong lịch sử.", requirementId, unitId), () => Show(requirementId, unitId));

    [HttpGet("tep/{fileId:int}"), Allow(Permission.ReadClusterYear)]
    public async Task<IActionResult> Download(int requirementId, int unitId, int fileId, bool xem, [FromServices] FileStore files)
    {
        var page = await Reports.Handle(requirementId, unitId);
        var file = page.Files.Concat(page.Former).Concat(page.Stored?.Files.Where(row => row.Supplement is not null) ?? []).FirstOrDefault(row => row.Id == fileId) ?? throw new NotFound();
        return new OneFile(file.Name, file.File.Sha256, file.File.MediaType).Serve(Response, files, xem);
    }
}
