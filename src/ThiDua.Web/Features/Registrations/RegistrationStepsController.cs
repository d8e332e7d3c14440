using Microsoft.AspNetCore.Mvc;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Registrations;
using ThiDua.Web.Access;

namespace ThiDua.Web.Features.Registrations;

/// <summary>What a registration goes through: trình lãnh đạo, duyệt, tiếp nhận, trả lại, điều chỉnh.</summary>
[Route("cum/{clusterYearId:int}/dang-ky/{unitId:int}")]
public sealed class RegistrationStepsController(ShowRegistration show, MoveRegistration move) : RegistrationController(show)
{
    [HttpGet("trinh-lanh-dao"), Allow(Permission.EnterRegistration)]
    public Task<IActionResult> SubmitForApproval(int unitId) => Step(unitId, RegistrationStep.SubmitForApproval);

    [HttpPost("trinh-lanh-dao"), Allow(Permission.EnterRegistration)]
    public Task<IActionResult> SubmitForApproval(int unitId, RegistrationStepForm form) => Move(unitId, RegistrationStep.SubmitForApproval, form, "Đã trình lãnh đạo duyệt.");

    [HttpGet("chuyen-lai"), Allow(Permission.EnterRegistration)]
    public Task<IActionResult> SendBack(int unitId) => Step(unitId, RegistrationStep.SendBack);

    [HttpPost("chuyen-lai"), Allow(Permission.EnterRegistration)]
    public Task<IActionResult> SendBack(int unitId, RegistrationStepForm form) => Move(unitId, RegistrationStep.SendBack, form, "Đã chuyển lại để sửa.");

    [HttpGet("duyet"), Allow(Permission.ApproveRegistration)]
    public Task<IActionResult> Register(int unitId) => Step(unitId, RegistrationStep.Register);

    [HttpPost("duyet"), Allow(Permission.ApproveRegistration)]
    public Task<IActionResult> Register(int unitId, RegistrationStepForm form, [FromServices] RegisterTargets register) =>
        Take(unitId, RegistrationStep.Register, form, () => register.Handle(unitId, form), "Đã đăng ký. Chỉ tiêu của các tiêu chí được đưa vào bảng chấm điểm đang mở để nhập.");

    [HttpGet("tiep-nhan"), Allow(Permission.ReceiveRegistrations)]
    public Task<IActionResult> Receive(int unitId) => Step(unitId, RegistrationStep.Receive);

    [HttpPost("tiep-nhan"), Allow(Permission.ReceiveRegistrations)]
    public Task<IActionResult> Receive(int unitId, RegistrationStepForm form) => Move(unitId, RegistrationStep.Receive, form, "Đã tiếp nhận đăng ký.");

    [HttpGet("tra-lai"), Allow(Permission.ReceiveRegistrations)]
    public Task<IActionResult> Return(int unitId) => Step(unitId, RegistrationStep.Return);

    [HttpPost("tra-lai"), Allow(Permission.ReceiveRegistrations)]
    public Task<IActionResult> Return(int unitId, RegistrationStepForm form) => Move(unitId, RegistrationStep.Return, form, "Đã trả lại đơn vị, kèm lý do.");

    [HttpGet("dieu-chinh"), Allow(Permission.EnterRegistration)]
    public async Task<IActionResult> Adjust(int unitId)
    {
        var page = await Registrations.Handle(unitId);
        return page.Step(RegistrationStep.Adjust) is null ? NotNow(page, RegistrationStep.Adjust) : View(new AdjustPage(page, new()));
    }

    [HttpPost("dieu-chinh"), Allow(Permission.EnterRegistration)]
    public Task<IActionResult> Adjust(int unitId, AdjustForm form, [FromServices] AdjustRegistration adjust) =>
        Submit(() => adjust.Handle(unitId, form), () => DoneAt("Đã mở lại để điều chỉnh. Chỉ tiêu đang có hiệu lực giữ nguyên cho đến khi duyệt nội dung điều chỉnh.", unitId), async () => View(new AdjustPage(await Registrations.Handle(unitId), form)));

    [HttpGet("thoi-dieu-chinh"), Allow(Permission.EnterRegistration)]
    public Task<IActionResult> CancelAdjustment(int unitId) => Step(unitId, RegistrationStep.CancelAdjustment);

    [HttpPost("thoi-dieu-chinh"), Allow(Permission.EnterRegistration)]
    public Task<IActionResult> CancelAdjustment(int unitId, RegistrationStepForm form, [FromServices] CancelAdjustment cancel) =>
        Take(unitId, RegistrationStep.CancelAdjustment, form, () => cancel.Handle(unitId, form), "Đã thôi điều chỉnh.");

    private async Task<IActionResult> Step(int unitId, RegistrationStep step)
    {
        var page = await Registrations.Handle(unitId);
        return page.Step(step) is null ? NotNow(page, step) : StepView(page, step, new());
    }

    // What is another's to do is refused; what only the state forbids leads back.
    private RedirectResult NotNow(RegistrationPage page, RegistrationStep step)
    {
        var isReceiving = step is RegistrationStep.Receive or RegistrationStep.Return;
        if (isReceiving ? !page.MayReceive : !page.IsOwn)
        {
            throw new NotPermitted(isReceiving ? Registration.NotReceiver : $"Chỉ {page.UnitName} được thực hiện việc này trên đăng ký thi đua của mình.");
        }

        TempData["Problem"] = page.Stored is null ? "Đơn vị chưa lập đăng ký thi đua." : $"Không thể {Labels.Of(step).ToLowerInvariant()} ở cương vị này khi đăng ký thi đua đang ở trạng thái “{Labels.Of(page.State)}”.";
        return Redirect(Address(page.UnitId));
    }

    private Task<IActionResult> Move(int unitId, RegistrationStep step, RegistrationStepForm form, string done) => Take(unitId, step, form, () => move.Handle(unitId, step, form), done);

    private Task<IActionResult> Take(int unitId, RegistrationStep step, RegistrationStepForm form, Func<Task> take, string done) =>
        Submit(take, () => DoneAt(done, unitId), async () => StepView(await Registrations.Handle(unitId), step, form));

    private ViewResult StepView(RegistrationPage page, RegistrationStep step, RegistrationStepForm form) => View("Step", new RegistrationStepPage(page, step, form));
}
