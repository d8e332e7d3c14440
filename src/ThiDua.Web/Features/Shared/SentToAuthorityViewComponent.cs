using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Planning.Requests;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared.Sending;

namespace ThiDua.Web.Features.Shared;

/// <summary>On the page of a plan or scheme: when, how and by which document it was sent to the authority, and what that answered; the leader is offered to send it.</summary>
public sealed class SentToAuthorityViewComponent(PortalDb db, CurrentActor current, CurrentYear year) : ViewComponent
{
    public sealed record Panel(string Here, IReadOnlyList<RequestRow> Rows, string? PathToSend);

    public async Task<IViewComponentResult> InvokeAsync(RequestSubject subject, int id, bool mayBeSent = true)
    {
        var rows = await db.AsRows(db.AuthorityRequests.Where(AuthorityRequest.ReadableBy(current.Actor)).Where(row => subject == RequestSubject.Plan ? row.PlanId == id : row.SchemeId == id)).ToListAsync();
        var maySend = mayBeSent && year.Year.Stage != ClusterYearStage.Concluded && current.Actor.Can(Permission.SendToAuthority);
        var here = $"/cum/{year.Year.Id}/gui-cap-tren";
        return View(new Panel(here, rows, maySend ? $"{here}/them?noi-dung={subject}-{id}" : null));
    }
}
