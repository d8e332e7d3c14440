using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Planning.Consultations;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.Shared;

/// <summary>Told before a round of comments is closed: who has not answered, and what that will mean.</summary>
public sealed class SilentUnitsViewComponent(PortalDb db, TimeProvider clock) : ViewComponent
{
    public sealed record Silence(Consultation Round, IReadOnlyList<string> Units, bool IsEarly);

    public async Task<IViewComponentResult> InvokeAsync(int? planId, int? schemeId)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var round = await db.Consultations.AsNoTracking().Include(row => row.Units).Where(row => row.ClosedAt == null && (planId != null ? row.PlanId == planId : row.SchemeId == schemeId)).OrderByDescending(row => row.Id).FirstOrDefaultAsync();
        return round is null ? Content("") : View(new Silence(round, [.. round.Unheard().Select(unit => unit.UnitName)], !round.IsLate(now)));
    }
}
