using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Reporting;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared.Reports;

namespace ThiDua.Web.Features.Submissions;

/// <summary>A report as those who write it load it: with its requirement, and begun where it was not yet.</summary>
public sealed class FindReport(PortalDb db, CurrentActor current, CurrentYear year, TimeProvider clock)
{
    /// <summary>What a unit sends, with the requirement that it is for.</summary>
    public sealed record Found(ReportRequirement Requirement, OwingUnit Unit, ReportSubmission? Report)
    {
        /// <summary>What was begun; what was not does not exist.</summary>
        public ReportSubmission Begun => Report ?? throw new NotFound();
    }

    public async Task<Found> Handle(int requirementId, int unitId)
    {
        var requirement = await db.Requirement(requirementId, current.Actor);
        var unit = await db.UnitOf(requirement, unitId, year.Year, current.Actor);
        return new(requirement, unit, await db.ReportSubmissions.Include(row => row.Files).ThenInclude(row => row.File).Include(row => row.Figures).SingleOrDefaultAsync(row => row.RequirementId == requirementId && row.UnitId == unitId));
    }

    /// <summary>The requirement is at the save what it was when it was read: its deadline and extensions decide whether a report is late.</summary>
    public void MustStandAsRead(ReportRequirement requirement)
    {
        var (id, seen) = (requirement.Id, requirement.Version);
        db.MustStillBe(db.ReportRequirements.Where(row => row.Id == id && row.Version == seen), row => row.State, "Yêu cầu báo cáo vừa được sửa, gia hạn hoặc thu hồi. Xem lại rồi thực hiện.");
    }

    /// <summary>Begins the report with its first file; two who begin it at once find the same one.</summary>
    public async Task<Found> Begin(int requirementId, int unitId, int itemId, DateTime beganAt)
    {
        var found = await Handle(requirementId, unitId);
        _ = found.Requirement.Items.FirstOrDefault(row => row.Id == itemId) ?? throw new NotFound();
        if (found.Report is not null)
        {
            return found;
        }

        db.Add(ReportSubmission.Begin(current.Actor, found.Requirement, (found.Unit.Id, found.Unit.Name), beganAt));
        db.MustStillBe(db.ReportRequirements.Where(row => row.Id == requirementId && RequirementWorkflow.Open.Contains(row.State)), row => row.State, "Yêu cầu báo cáo vừa được sửa lại hoặc thu hồi.");
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException failure) when (failure is not DbUpdateConcurrencyException && db.IsUniqueViolation(failure))
        {
            // Somebody of the unit began it at this moment.
        }

        db.ChangeTracker.Clear();
        return await Handle(requirementId, unitId);
    }

    /// <summary>Changes a report that others may be changing too; who is overtaken looks again and does it on what stands then.</summary>
    public async Task<T> Change<T>(int requirementId, int unitId, Func<Found, Task<T>> change)
    {
        const int MostTimes = 10;
        for (var time = 1; ; time++)
        {
            db.ChangeTracker.Clear();
            var result = await change(await Handle(requirementId, unitId));
            try
            {
                await db.SaveChangesAsync();
                return result;
            }
            catch (DbUpdateConcurrencyException) when (time < MostTimes)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(10 * time), clock);
            }
        }
    }
}
