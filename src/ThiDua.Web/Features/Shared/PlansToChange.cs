using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.Shared;

/// <summary>How the year's appraisal plan is loaded and saved by whoever changes it.</summary>
internal static class PlansToChange
{
    /// <summary>The year's plan as the person saw it, made with its first change.</summary>
    public static async Task<AppraisalPlan> PlanToChange(this PortalDb db, CurrentActor current, int version)
    {
        var plan = await db.AppraisalPlans.SingleOrDefaultAsync();
        if (plan is null)
        {
            RuleViolation.Require(version == 0, "Chưa có phân công thẩm định. Tải lại trang rồi thực hiện.");
            plan = new(current.Actor);
            db.Add(plan);
            return plan;
        }

        db.Expect(plan, version);
        return plan;
    }

    public static Task SavePlan(this PortalDb db) =>
        db.SaveOnce("Phân công thẩm định vừa được người khác lập. Tải lại trang rồi thực hiện.");
}
