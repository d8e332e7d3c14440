using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Covenants;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared;
using ThiDua.Web.Files;

namespace ThiDua.Web.Features.Covenants;

/// <summary>The signatures under a covenant: on the portal, at the ceremony, by circulation, from paper.</summary>
[Route("cum/{clusterYearId:int}/giao-uoc/{covenantId:int}")]
public sealed class SigningsController(ShowCovenant show, CurrentActor current) : CovenantController(show)
{
    private const long LargestForm = FileStore.LargestFile + (1024 * 1024);

    [HttpGet("ky"), Allow(Permission.SignCovenant)]
    public async Task<IActionResult> Sign(int covenantId, [FromServices] PersonProof proof)
    {
        var page = await Covenants.Handle(covenantId);
        return page.ToSign is not null ? await SignPage(page, new(), proof) : AlreadySigned(page) ?? NotNow(page.Covenant, "ký");
    }

    [HttpPost("ky"), Allow(Permission.SignCovenant), RequestSizeLimit(LargestForm), RequestFormLimits(MultipartBodyLengthLimit = LargestForm, ValueCountLimit = 20_000)]
    public Task<IActionResult> Sign(int covenantId, SignForm form, [FromServices] SignCovenant sign, [FromServices] PersonProof proof, CancellationToken cancellationToken)
    {
        var isInForce = false;
        return Submit(
            async () => isInForce = await sign.Handle(covenantId, form, cancellationToken),
            () => Recorded(covenantId, "Đã ký giao ước thi đua.", isInForce),
            async () => await SignPage(await Covenants.Handle(covenantId), form, proof));
    }

    [HttpGet("trang-ky"), Allow(Permission.SignCovenant)]
    public async Task<IActionResult> Circulate(int covenantId)
    {
        var page = await Covenants.Handle(covenantId);
        return page.ToCirculate.Count > 0 ? View(new CirculationPage(page, new() { UnitId = page.ToSign?.UnitId })) : AlreadySigned(page) ?? NotNow(page.Covenant, "ghi nhận trang ký");
    }

    [HttpPost("trang-ky"), Allow(Permission.SignCovenant), RequestSizeLimit(LargestForm), RequestFormLimits(MultipartBodyLengthLimit = LargestForm, ValueCountLimit = 20_000)]
    public Task<IActionResult> Circulate(int covenantId, CirculationForm form, [FromServices] RecordCirculation record, CancellationToken cancellationToken)
    {
        var isInForce = false;
        return Submit(
            async () => isInForce = await record.Handle(covenantId, form, cancellationToken),
            () => Recorded(covenantId, "Đã ghi nhận trang ký.", isInForce),
            async () => View(new CirculationPage(await Covenants.Handle(covenantId), form)));
    }

    [HttpGet("le-ky"), Allow(Permission.CollectCovenant)]
    public async Task<IActionResult> Ceremony(int covenantId, [FromServices] PortalDb db)
    {
        var page = await Covenants.Handle(covenantId);
        var ids = page.ToCollect.Select(party => party.UnitId).ToList();
        var heads = ids.Count == 0 ? [] : await db.Organizations.AsNoTracking().Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.HeadTitle);
        return ids.Count > 0
            ? View(new CeremonyPage(page, new() { SignedOn = page.Today, Units = [.. ids.Select(id => new CeremonyForm.Line { UnitId = id, Office = heads.GetValueOrDefault(id) })] }))
            : AlreadySigned(page) ?? NotNow(page.Covenant, "ghi nhận chữ ký tại hội nghị");
    }

    [HttpPost("le-ky"), Allow(Permission.CollectCovenant), RequestSizeLimit(LargestForm), RequestFormLimits(MultipartBodyLengthLimit = LargestForm, ValueCountLimit = 20_000)]
    public Task<IActionResult> Ceremony(int covenantId, CeremonyForm form, [FromServices] RecordCeremony record, CancellationToken cancellationToken)
    {
        var isInForce = false;
        return Submit(
            async () => isInForce = await record.Handle(covenantId, form, cancellationToken),
            () => Recorded(covenantId, "Đã ghi nhận chữ ký tại hội nghị.", isInForce),
            async () => View(new CeremonyPage(await Covenants.Handle(covenantId), form)));
    }

    [HttpGet("chu-ky/{signingId:int}/rut"), Allow(Permission.SignCovenant)]
    public async Task<IActionResult> End(int covenantId, int signingId)
    {
        var page = await Covenants.Handle(covenantId);
        var signing = Find(page, signingId);
        return StepToEnd(page, signing) is { } step ? EndPage(page, signing, step, new()) : Refused(covenantId, "Không rút được chữ ký này: chữ ký do chính đơn vị rút, khi giao ước chưa có hiệu lực.");
    }

    [HttpPost("chu-ky/{signingId:int}/rut"), Allow(Permission.SignCovenant), RequestSizeLimit(LargestForm), RequestFormLimits(MultipartBodyLengthLimit = LargestForm, ValueCountLimit = 20_000)]
    public Task<IActionResult> End(int covenantId, int signingId, CovenantStepForm form, [FromServices] EndSigning end, CancellationToken cancellationToken) => Submit(
        () => end.Handle(covenantId, signingId, form, cancellationToken),
        () => DoneAt("Đã rút chữ ký.", covenantId),
        async () => await Covenants.Handle(covenantId) is var page && StepToEnd(page, Find(page, signingId)) is { } step ? EndPage(page, Find(page, signingId), step, form) : NotNow(page.Covenant, "rút chữ ký này"));

    /// <summary>The scan behind a signature.</summary>
    [HttpGet("chu-ky/{signingId:int}/ban-quet"), Allow(Permission.ReadClusterYear)]
    public async Task<IActionResult> Scan(int covenantId, int signingId, [FromServices] PortalDb db, [FromServices] FileStore files)
    {
        var fileId = Find(await Covenants.Handle(covenantId), signingId).FileId ?? throw new NotFound();
        var scan = await db.StoredFiles.AsNoTracking().OneAsync(row => row.Id == fileId);
        return this.SendScan(files, scan, $"chu-ky-{signingId}");
    }

    private static CovenantSigning Find(CovenantPage page, int signingId) => page.Covenant.Signings.FirstOrDefault(row => row.Id == signingId) ?? throw new NotFound();

    private static CovenantStep? StepToEnd(CovenantPage page, CovenantSigning signing) => page.Rows.FirstOrDefault(row => row.Signing == signing)?.StepToEnd;

    private RedirectResult? AlreadySigned(CovenantPage page) =>
        page.Covenant.State == CovenantState.Signing && page.Covenant.SigningOf(current.Actor.UnitId) is { } signing ? Refused(page.Covenant.Id, $"{signing.UnitName} đã ký giao ước ngày {signing.SignedOn:dd/MM/yyyy}.") : null;

    private RedirectResult Recorded(int covenantId, string done, bool isInForce) => DoneAt(isInForce ? $"{done} Các đơn vị đã ký đủ: giao ước có hiệu lực." : done, covenantId);

    // After a refusal too: what is typed of a password is never shown again.
    private async Task<IActionResult> SignPage(CovenantPage page, SignForm form, PersonProof proof) =>
        View("Sign", new SignPage(page, form with { Password = null, AppCode = null }, !page.IsOnPaperOnly && await proof.AsksForCode()));

    private ViewResult EndPage(CovenantPage page, CovenantSigning signing, CovenantStep step, CovenantStepForm form) =>
        View("End", new EndSigningPage(page, signing, step, form, !current.Actor.Can(CovenantWorkflow.Table.RowOf(step).Needs)));
}
