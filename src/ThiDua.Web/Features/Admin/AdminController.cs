using Microsoft.AspNetCore.Mvc;
using ThiDua.Web.Access;
using ThiDua.Web.Conventions;
using ThiDua.Web.Data;
using ThiDua.Web.Data.Audit;

namespace ThiDua.Web.Features.Admin;

/// <summary>The system's own page (hệ thống), for its administrators.</summary>
[Route("quan-tri")]
public sealed class AdminController(SystemState state, PortalDb db) : PortalController
{
    [HttpGet(""), AllowAdministrator]
    public async Task<IActionResult> Show([FromQuery(Name = "trang")] int? page) => View(nameof(Show), await state.Handle(page));

    [HttpPost("an-toan-dang-nhap"), AllowAdministrator]
    public Task<IActionResult> SaveSecurity(SecurityForm form, [FromServices] SaveSecurity save) =>
        Submit(() => save.Handle(form), () => Done(form.HeadsNeedTwoFactor ? "Từ lần đăng nhập tới, lãnh đạo phải bật xác thực hai lớp." : "Lãnh đạo không còn bắt buộc dùng xác thực hai lớp.", nameof(Show)), () => Show(null));

    /// <summary>Recomputes every chain of the audit trail; writes nothing.</summary>
    [HttpPost("kiem-tra-nhat-ky"), AllowAdministrator]
    public async Task<IActionResult> VerifyAudit(CancellationToken cancellationToken)
    {
        var faults = await AuditTrail.Verify(db, cancellationToken);
        return View(nameof(Show), await state.Handle(null) with { Faults = faults });
    }
}
