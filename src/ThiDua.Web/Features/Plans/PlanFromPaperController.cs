using Microsoft.AspNetCore.Mvc;
using ThiDua.Domain.Access;
using ThiDua.Web.Access;
using ThiDua.Web.Files;

namespace ThiDua.Web.Features.Plans;

/// <summary>Lập kế hoạch từ văn bản: a text or a Word file is brought in, looked through, and what is accepted becomes a draft.</summary>
[Route("cum/{clusterYearId:int}/ke-hoach/tu-van-ban")]
public sealed class PlanFromPaperController(ShowPlan show, ReadPaper read) : PlanController(show)
{
    [HttpGet(""), Allow(Permission.DraftPlan)]
    public async Task<IActionResult> Bring() => View("BringPaper", new BringPaperPage(new(), await read.Waiting()));

    [HttpPost(""), Allow(Permission.DraftPlan), RequestSizeLimit(FileStore.LargestFile + (16 * 1024 * 1024)), RequestFormLimits(MultipartBodyLengthLimit = FileStore.LargestFile + (16 * 1024 * 1024), ValueLengthLimit = 16 * 1024 * 1024, ValueCountLimit = 20_000)]
    public Task<IActionResult> Bring(BringPaperForm form, [FromServices] BringPaper bring)
    {
        var paperId = 0;
        return Submit(async () => paperId = await bring.Handle(form), () => Done("Đã đọc văn bản. Xem lại từng nội dung rồi lập dự thảo.", nameof(LookThrough), new { paperId }), async () => View("BringPaper", new BringPaperPage(form, await read.Waiting())));
    }

    [HttpGet("{paperId:int}"), Allow(Permission.DraftPlan)]
    public async Task<IActionResult> LookThrough(int paperId) => Show(await read.Handle(paperId));

    [HttpPost("{paperId:int}"), Allow(Permission.DraftPlan)]
    public Task<IActionResult> LookThrough(int paperId, TakePaperForm form, [FromServices] TakePaper take)
    {
        var planId = 0;
        return Submit(async () => planId = await take.Handle(paperId, form), () => DoneAt("Đã lập dự thảo từ những nội dung bạn chọn.", planId), async () => Show(await read.Handle(paperId, form)));
    }

    // Who comes second, or back, is led to the draft that was made.
    private IActionResult Show(TakePaperPage page) => page.Paper.PlanId is { } planId ? Refused(planId, "Văn bản này đã được lập thành dự thảo kế hoạch dưới đây.") : View("LookThrough", page);
}
