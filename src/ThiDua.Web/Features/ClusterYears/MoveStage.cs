using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Clusters;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.ClusterYears;

/// <summary>Moves a cluster year to its next stage: starts it, begins the review, or concludes it for good.</summary>
public sealed class MoveStage(PortalDb db, CurrentActor current, TimeProvider clock)
{
    public async Task Handle(ClusterYearStep step, StageForm form)
    {
        var year = await db.ClusterYears.Include(row => row.Members).Include(row => row.Positions).OneAsync(row => row.Id == current.ClusterYearId);
        db.Expect(year, form.Version ?? -1);
        var at = clock.GetUtcNow().UtcDateTime;
        switch (step)
        {
            case ClusterYearStep.Start:
                year.Start(current.Actor, at);
                break;
            case ClusterYearStep.BeginReview:
                year.BeginReview(current.Actor, at);
                break;
            default:
                year.Conclude(current.Actor, at);
                break;
        }

        await db.SaveChangesAsync();
    }
}
