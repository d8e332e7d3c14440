using Microsoft.AspNetCore.Mvc;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Reporting;
using ThiDua.Web.Access;
using ThiDua.Web.Conventions;

namespace ThiDua.Web.Features.ReportRequirements;

/// <summary>How the controllers of requirements lead back to one.</summary>
public abstract class RequirementController(ShowRequirement show) : PortalController
{
    protected ShowRequirement Requirements => show;

    protected string Own => $"/cum/{RouteData.Values[EnterClusterYear.Key]}/bao-cao";

    protected RedirectResult DoneAt(string message, int requirementId)
    {
        TempData["Notice"] = message;
        return Redirect($"{Own}/{requirementId}");
    }

    protected RedirectResult NotNow(ReportRequirement requirement, string what)
    {
        TempData["Problem"] = $"Không thể {what} khi yêu cầu báo cáo đang ở trạng thái “{Labels.Of(requirement.State)}”.";
        return Redirect($"{Own}/{requirement.Id}");
    }
}

/// <summary>Báo cáo: what has to be sent in the year, by whom and by when.</summary>
[Route("cum/{clusterYearId:int}/bao-cao")]
public sealed class RequirementsController(ShowRequirement show) : RequirementController(show)
{
    [HttpGet(""), Allow(Permission.ReadClusterYear)]
    public async Task<IActionResult> List([FromQuery(Name = "trang-thai")] string? state, [FromQuery(Name = "trang")] int? page, [FromServices] ListRequirements list) =>
        View(await list.Handle(Enum.GetNames<RequirementState>().Contains(state) ? Enum.Parse<RequirementState>(state!) : null, page));

    [HttpGet("lap"), Allow(Permission.KeepRequirements)]
    public async Task<IActionResult> Add([FromQuery(Name = "tong-hop")] int? summedUp, [FromServices] PrefillSentUp prefill) => View("Edit", new EditRequirementPage(await prefill.Handle(summedUp), null));

    [HttpPost("lap"), Allow(Permission.KeepRequirements)]
    public Task<IActionResult> Add(RequirementForm form, [FromServices] AddRequirement add)
    {
        var id = 0;
        return Submit(async () => id = await add.Handle(form), () => DoneAt("Đã lập yêu cầu báo cáo. Xem lại thành phần hồ sơ rồi thông báo cho đơn vị.", id), () => Task.FromResult<IActionResult>(View("Edit", new EditRequirementPage(form, null))));
    }

    [HttpGet("tu-ke-hoach"), Allow(Permission.KeepRequirements)]
    public async Task<IActionResult> FromPlan([FromServices] ListPlanned planned, [FromServices] CurrentYear entered) => View(new FromPlanPage(await planned.Handle(), new(), entered.Year.Year));

    [HttpPost("tu-ke-hoach"), Allow(Permission.KeepRequirements)]
    public Task<IActionResult> FromPlan(TakeFromPlanForm form, [FromServices] TakeFromPlan take, [FromServices] ListPlanned planned, [FromServices] CurrentYear entered)
    {
        IReadOnlyList<ReportRequirement> made = [];
        return Submit(
            async () => made = await take.Handle(form),
            () => made.Count == 1 ? DoneAt("Đã lập từ kế hoạch. Xem lại rồi thông báo cho đơn vị.", made[0].Id) : Listed($"Đã lập {made.Count} yêu cầu báo cáo từ kế hoạch. Mở từng yêu cầu, xem lại rồi thông báo cho đơn vị."),
            async () => View(new FromPlanPage(await planned.Handle(), form, entered.Year.Year)));
    }

    [HttpGet("{requirementId:int}"), Allow(Permission.ReadClusterYear)]
    public async Task<IActionResult> Show(int requirementId) => View(await Requirements.Handle(requirementId));

    [HttpGet("{requirementId:int}/sua"), Allow(Permission.KeepRequirements)]
    public async Task<IActionResult> Edit(int requirementId)
    {
        var page = await Requirements.Handle(requirementId);
        return page.MayEdit ? View(new EditRequirementPage(RequirementForm.Of(page.Stored), page.Stored)) : NotNow(page.Stored, "sửa");
    }

    [HttpPost("{requirementId:int}/sua"), Allow(Permission.KeepRequirements)]
    public Task<IActionResult> Edit(int requirementId, RequirementForm form, [FromServices] EditRequirement edit) =>
        Submit(() => edit.Handle(requirementId, form), () => DoneAt("Đã lưu.", requirementId), async () => View(new EditRequirementPage(form, (await Requirements.Handle(requirementId)).Stored)));

    private RedirectResult Listed(string message)
    {
        TempData["Notice"] = message;
        return Redirect(Own);
    }
}
