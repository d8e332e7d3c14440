using Microsoft.AspNetCore.Mvc;
using ThiDua.Domain.Access;
using ThiDua.Web.Access;
using ThiDua.Web.Conventions;

namespace ThiDua.Web.Features.Appraisal;

/// <summary>Phân công thẩm định: a team, cross-appraisal or the member named in minutes; conflicts noted and lifted by two persons.</summary>
[Route("cum/{clusterYearId:int}/tham-dinh/phan-cong")]
public sealed class AssignmentsController(ShowAssignments assignments) : PortalController
{
    [HttpGet(""), Allow(Permission.ReadClusterYear)]
    public async Task<IActionResult> Show() => View("Assignments", await assignments.Handle());

    [HttpGet("giao"), Allow(Permission.AssignAppraisers)]
    public async Task<IActionResult> Assign() => View("Assign", await assignments.ToAssign(null));

    [HttpPost("giao"), Allow(Permission.AssignAppraisers)]
    public Task<IActionResult> Assign(AssignAppraisers.Form form, [FromServices] AssignAppraisers assign) =>
        Submit(() => assign.Handle(form), () => Done("Đã phân công thẩm định.", nameof(Show)), async () => View("Assign", await assignments.ToAssign(form)));

    [HttpGet("thoi/{unitId:int}"), Allow(Permission.AssignAppraisers)]
    public async Task<IActionResult> Withdraw([FromRoute] int unitId) => View("Withdraw", await assignments.ToWithdraw(unitId));

    [HttpPost("thoi/{unitId:int}"), Allow(Permission.AssignAppraisers)]
    public Task<IActionResult> Withdraw([FromRoute] int unitId, WithdrawAssignment.Form form, [FromServices] WithdrawAssignment withdraw) =>
        Submit(() => withdraw.Handle(unitId, form), () => Done("Đã bỏ phân công; bảng điểm trở về đơn vị thẩm định theo vị trí.", nameof(Show)), async () => View("Withdraw", await assignments.ToWithdraw(unitId)));

    [HttpGet("khong-tham-dinh"), Allow(Permission.AppraiseScores)]
    public async Task<IActionResult> Declare() => View("Declare", await assignments.ToDeclare(null));

    [HttpPost("khong-tham-dinh"), Allow(Permission.AppraiseScores)]
    public Task<IActionResult> Declare(DeclareConflict.Form form, [FromServices] DeclareConflict declare) =>
        Submit(() => declare.Handle(form), () => Done("Đã ghi nhận không thẩm định.", nameof(Show)), async () => View("Declare", await assignments.ToDeclare(form)));

    [HttpGet("go"), Allow(Permission.AssignAppraisers)]
    public async Task<IActionResult> Lift([FromQuery(Name = "so")] int number) => View("Lift", await assignments.ToLift(number, null));

    [HttpPost("go"), Allow(Permission.AssignAppraisers)]
    public Task<IActionResult> Lift(LiftConflict.Form form, [FromServices] LiftConflict lift) =>
        Submit(() => lift.Handle(form), () => Done(LiftConflict.Said(form.Act), nameof(Show)), async () => View("Lift", await assignments.ToLift(form.Number, form)));
}
