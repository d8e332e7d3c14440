using Microsoft.AspNetCore.Mvc;
using ThiDua.Domain.Access;
using ThiDua.Web.Access;
using ThiDua.Web.Conventions;

namespace ThiDua.Web.Features.Consultations;

/// <summary>Lấy ý kiến: the text of a round (of the last one, by the text's own address) with comments and answers beside it; after each act the page returns to the comment's place.</summary>
[Route("cum/{clusterYearId:int}/y-kien/{consultationId:int}")]
public sealed class ConsultationsController(ShowConsultation show, CurrentYear year) : PortalController
{
    [HttpGet(""), Allow(Permission.ReadClusterYear)]
    public async Task<IActionResult> Show(int consultationId, AskedOfRound asked) => View(await show.Handle(consultationId, asked));

    [HttpGet("/cum/{clusterYearId:int}/ke-hoach/{planId:int}/y-kien"), Allow(Permission.ReadClusterYear)]
    public async Task<IActionResult> OfPlan(int planId, AskedOfRound asked) => View(nameof(Show), await show.Last(row => row.PlanId == planId, asked));

    [HttpGet("/cum/{clusterYearId:int}/tieu-chi/y-kien"), Allow(Permission.ReadClusterYear)]
    public async Task<IActionResult> OfScheme(AskedOfRound asked) => View(nameof(Show), await show.Last(row => row.SchemeId != null, asked));

    [HttpPost("gop-y"), Allow(Permission.CommentOnDrafts)]
    public Task<IActionResult> Add(int consultationId, CommentForm form, [FromServices] AddComment add)
    {
        var commentId = 0;
        return Submit(
            async () => commentId = await add.Handle(consultationId, form),
            () => DoneAt("Đã ghi ý kiến góp ý.", consultationId, commentId),
            () => Again(consultationId, new(OpenFormKind.Comment, form.PartId ?? 0) { Quote = form.Quote, Text = form.Text, Key = form.Key ?? $"{Guid.NewGuid():N}" }));
    }

    [HttpPost("gop-y/{commentId:int}"), Allow(Permission.CommentOnDrafts)]
    public Task<IActionResult> Change(int consultationId, int commentId, ChangedCommentForm form, [FromServices] ChangeComment change) => Submit(
        () => change.Handle(consultationId, commentId, form),
        () => DoneAt("Đã lưu ý kiến góp ý.", consultationId, commentId),
        () => Again(consultationId, new(OpenFormKind.Change, commentId) { Quote = form.Quote, Text = form.Text, Seen = form.Version }));

    [HttpPost("gop-y/{commentId:int}/rut"), Allow(Permission.CommentOnDrafts)]
    public Task<IActionResult> Withdraw(int consultationId, int commentId, WithdrawCommentForm form, [FromServices] WithdrawComment withdraw) => Submit(
        () => withdraw.Handle(consultationId, commentId, form),
        () => DoneAt("Đã rút ý kiến. Ý kiến vẫn được lưu, ghi rõ là đã rút.", consultationId, commentId),
        () => Again(consultationId, null));

    [HttpPost("gop-y/{commentId:int}/tra-loi"), Allow(Permission.AnswerComments)]
    public Task<IActionResult> Answer(int consultationId, int commentId, AnswerForm form, [FromServices] AnswerComment answer) => Submit(
        () => answer.Handle(consultationId, commentId, form),
        () => DoneAt("Đã trả lời ý kiến.", consultationId, commentId),
        () => Again(consultationId, new(OpenFormKind.Answer, commentId) { Response = form.Response, Answer = form.Answer, Seen = form.Version }));

    private async Task<IActionResult> Again(int consultationId, OpenForm? typed) => View(nameof(Show), await show.Handle(consultationId, null, typed));

    private RedirectResult DoneAt(string message, int consultationId, int commentId)
    {
        TempData["Notice"] = message;
        return Redirect($"/cum/{year.Year.Id}/y-kien/{consultationId}#y-kien-{commentId}");
    }
}
