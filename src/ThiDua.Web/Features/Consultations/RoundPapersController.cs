using Microsoft.AspNetCore.Mvc;
using ThiDua.Domain.Access;
using ThiDua.Web.Access;
using ThiDua.Web.Conventions;
using ThiDua.Web.Documents;
using ThiDua.Web.Features.Shared;

namespace ThiDua.Web.Features.Consultations;

/// <summary>The letter and the summary of a round: preview, PDF, DOCX, and their way into the register.</summary>
[Route("cum/{clusterYearId:int}/y-kien/{consultationId:int}")]
public sealed class RoundPapersController(SubmitRoundPaper submit, ConsultationPaper paper, IPdfRenderer pdf, CurrentYear year) : PortalController
{
    private const string OfSummary = "tong-hop";
    private const string OfLetter = "cong-van";

    [HttpGet(OfSummary), Allow(Permission.ReadClusterYear)]
    public Task<IActionResult> Summary(int consultationId) => Page(consultationId, PaperOfRound.Summary);

    [HttpGet($"{OfSummary}.{{format:regex(^(html|pdf|docx)$)}}"), Allow(Permission.ReadClusterYear)]
    public async Task<IActionResult> SummaryFile(int consultationId, string format) => await this.Printed(pdf, await paper.Handle(consultationId, PaperOfRound.Summary), "tong-hop-y-kien", format);

    [HttpPost($"{OfSummary}/trinh-ky"), Allow(Permission.DraftDocuments)]
    public Task<IActionResult> SubmitSummary(int consultationId, SubmitRoundPaperForm form) => Take(consultationId, PaperOfRound.Summary, form);

    [HttpGet(OfLetter), Allow(Permission.ReadClusterYear)]
    public Task<IActionResult> Letter(int consultationId) => Page(consultationId, PaperOfRound.Letter);

    [HttpGet($"{OfLetter}.{{format:regex(^(html|pdf|docx)$)}}"), Allow(Permission.ReadClusterYear)]
    public async Task<IActionResult> LetterFile(int consultationId, string format) => await this.Printed(pdf, await paper.Handle(consultationId, PaperOfRound.Letter), "cong-van-lay-y-kien", format);

    [HttpPost($"{OfLetter}/trinh-ky"), Allow(Permission.DraftDocuments)]
    public Task<IActionResult> SubmitLetter(int consultationId, SubmitRoundPaperForm form) => Take(consultationId, PaperOfRound.Letter, form);

    private async Task<IActionResult> Page(int consultationId, PaperOfRound which) => View("Paper", await submit.Of(consultationId, which, which == PaperOfRound.Summary ? OfSummary : OfLetter));

    private Task<IActionResult> Take(int consultationId, PaperOfRound which, SubmitRoundPaperForm form)
    {
        var documentId = 0;
        return Submit(async () => documentId = await submit.Handle(consultationId, which, form), () =>
        {
            TempData["Notice"] = "Đã trình ký: nội dung được giữ nguyên, số và ngày để trống đến khi ban hành.";
            return Redirect($"/cum/{year.Year.Id}/van-ban/{documentId}");
        }, () => Page(consultationId, which));
    }
}
