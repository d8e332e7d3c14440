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
    public async Task<IActionResult> Show([FromQuery(Name = "trang")] int? page) => View(await state.Handle(page));

    /// <summary>Recomputes every chain of the audit trail; writes nothing.</summary>
    [HttpPost("kiem-tra-nhat-ky"), AllowAdministrator]
    public async Task<IActionResult> VerifyAudit(CancellationToken cancellationToken)
    {
        var faults = await AuditTrail.Verify(db, cancellationToken);
        return View(nameof(Show), await state.Handle(null) with { Faults = faults });
    }
}
