using Microsoft.AspNetCore.Mvc;
using ThiDua.Domain.Access;
using ThiDua.Domain.Planning.Consultations;
using ThiDua.Web.Access;
using ThiDua.Web.Conventions;
using ThiDua.Web.Documents;
using ThiDua.Web.Features.Shared;
using ThiDua.Web.Files;

namespace ThiDua.Web.Features.Consultations;

/// <summary>What each unit answers to a round as a whole, and the table of who has answered.</summary>
[Route("cum/{clusterYearId:int}")]
public sealed class RepliesController(ShowReply reply, ShowConsultation show, CurrentYear year) : PortalController
{
    private const long LargestRequest = FileStore.LargestFile + (1024 * 1024);

    [HttpGet("y-kien/{consultationId:int}/tra-loi"), Allow(Permission.CommentOnDrafts)]
    public async Task<IActionResult> Reply(int consultationId) => View(await reply.Handle(consultationId));

    [HttpPost("y-kien/{consultationId:int}/tra-loi"), Allow(Permission.CommentOnDrafts), RequestSizeLimit(LargestRequest), RequestFormLimits(MultipartBodyLengthLimit = LargestRequest, ValueCountLimit = 20_000)]
    public Task<IActionResult> Reply(int consultationId, ReplyForm form, [FromServices] ReplyToRound answer) => Submit(
        () => answer.Handle(consultationId, form),
        () =>
        {
            TempData["Notice"] = "Đã ghi ý kiến của đơn vị.";
            return Redirect(AddressOf(consultationId));
        },
        async () => View(await reply.Handle(consultationId, form)));

    [HttpGet("y-kien/{consultationId:int}/don-vi"), Allow(Permission.ReadClusterYear)]
    public async Task<IActionResult> Units(int consultationId, [FromQuery(Name = "trang-thai")] string? state) =>
        View(await show.Units(consultationId, Enum.TryParse<ReplyStanding>(state, out var only) && Enum.IsDefined(only) ? only : null));

    [HttpGet("y-kien/{consultationId:int}/y-kien.xlsx"), Allow(Permission.ReadClusterYear)]
    public async Task<IActionResult> Export(int consultationId, CancellationToken cancellationToken)
    {
        var file = new MemoryStream();
        await XlsxTable.Write(file, CommentTables.Sheets(await show.Handle(consultationId), await show.Units(consultationId)), cancellationToken);
        file.Position = 0;
        return File(file, XlsxTable.ContentType, "y-kien-gop-y.xlsx");
    }

    [HttpGet("y-kien/{consultationId:int}/don-vi/{unitId:int}/ban-quet"), Allow(Permission.ReadClusterYear)]
    public async Task<IActionResult> Scan(int consultationId, int unitId, [FromServices] FileStore files)
    {
        var scan = await reply.Scan(consultationId, unitId);
        return this.SendScan(files, scan, $"van-ban-gop-y-{unitId}");
    }

    private string AddressOf(int consultationId) => $"/cum/{year.Year.Id}/y-kien/{consultationId}";
}
