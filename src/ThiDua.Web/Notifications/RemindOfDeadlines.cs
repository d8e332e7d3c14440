using System.Runtime.ExceptionServices;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Reporting;
using ThiDua.Web.Data;

namespace ThiDua.Web.Notifications;

/// <summary>
/// Reminds the units of all cluster years of the reports that they owe (nhắc việc), by the ladder of their deadlines. It may run at any time, again, twice at once, or be cut off:
/// what is written is written whole, and never a second time. Statements are few for a year, however many units owe.
/// </summary>
public sealed class RemindOfDeadlines(PortalDb db, CurrentActor current, FindReminders find, WriteReminders write)
{
    // Another server, or a unit that submits, may be quicker; each time less is left.
    private const int MostTimes = 10;

    /// <summary>People told in one transaction.</summary>
    public int PeopleAtOnce { get; set; } = 20;

    /// <returns>The number of people reminded.</returns>
    public async Task<int> Run(CancellationToken cancellationToken)
    {
        var (written, failures) = (0, new List<Exception>());
        foreach (var yearId in await Years(cancellationToken))
        {
            current.Enter(Actor.Portal with { ClusterYearId = yearId });
            try
            {
                written += await OfYear(yearId, cancellationToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // The other years are reminded all the same; the run says what failed.
                failures.Add(failure);
                db.ChangeTracker.Clear();
            }
        }

        if (failures is [var only])
        {
            ExceptionDispatchInfo.Throw(only);
        }

        return failures.Count == 0 ? written : throw new AggregateException(failures);
    }

    private Task<List<int>> Years(CancellationToken cancellationToken) => db.ReportRequirements.IgnoreQueryFilters([PortalDb.ThisClusterYear])
        .Where(row => row.State == RequirementState.Announced && row.LastDay != null && db.ClusterYears.Any(year => year.Id == row.ClusterYearId && year.Stage != ClusterYearStage.Concluded))
        .Select(row => row.ClusterYearId).Distinct().OrderBy(id => id).ToListAsync(cancellationToken);

    private async Task<int> OfYear(int yearId, CancellationToken cancellationToken)
    {
        var written = 0;
        for (var time = 1; ; time++)
        {
            var due = await find.Handle(yearId, cancellationToken);
            try
            {
                foreach (var people in due.GroupBy(reminder => reminder.To.Actor.UserId).Chunk(PeopleAtOnce))
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    written += await write.Write([.. people.SelectMany(reminders => reminders)], yearId, cancellationToken);
                }

                return written;
            }
            catch (Overtaken) when (time < MostTimes)
            {
                // What is left is found again.
            }
        }
    }
}
