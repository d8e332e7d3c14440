using Microsoft.AspNetCore.Mvc;
using ThiDua.Web.Access;
using ThiDua.Web.Conventions;

namespace ThiDua.Web.Features.Account;

/// <summary>One's own two-factor sign-in (xác thực hai lớp).</summary>
[Route("tai-khoan/xac-thuc-hai-lop")]
public sealed class TwoFactorController(ShowTwoFactor show, OfferTwoFactor offer) : PortalController
{
    [HttpGet(""), AllowSignedIn]
    public async Task<IActionResult> Show() => View("TwoFactor", await show.Handle());

    [HttpGet("bat"), AllowSignedIn]
    public async Task<IActionResult> SwitchOn() => (await show.Handle()).IsOn ? RedirectToAction(nameof(Show)) : await SetUp(new());

    [HttpPost("bat"), AllowSignedIn]
    public async Task<IActionResult> SwitchOn(SwitchOnForm form, [FromServices] SwitchTwoFactorOn switchOn)
    {
        if (string.IsNullOrEmpty(form.Offer))
        {
            return await SetUp(form); // from a page that keeps a form
        }

        IReadOnlyList<string> codes = [];
        return await Submit(async () => codes = await switchOn.Handle(form), () => Codes(codes, isNew: true, form.Kept), () => SetUp(form));
    }

    [HttpPost("tat"), AllowSignedIn]
    public Task<IActionResult> SwitchOff(SwitchOffForm form, [FromServices] SwitchTwoFactorOff switchOff) =>
        Submit(() => switchOff.Handle(form), () => Done("Đã tắt xác thực hai lớp. Các phiên đăng nhập khác của tài khoản đã kết thúc.", nameof(Show)), Show);

    [HttpPost("ma-khoi-phuc"), AllowSignedIn]
    public async Task<IActionResult> RecoveryCodes(RecoveryCodesForm form, [FromServices] RenewRecoveryCodes renew)
    {
        IReadOnlyList<string> codes = [];
        return await Submit(async () => codes = await renew.Handle(form), () => Codes(codes, isNew: false, null), Show);
    }

    private ViewResult Codes(IReadOnlyList<string> codes, bool isNew, string? kept) => View("RecoveryCodes", new RecoveryCodesPage(codes, isNew, kept));

    private async Task<IActionResult> SetUp(SwitchOnForm form) => View(nameof(SetUp), await offer.Handle(form));
}
