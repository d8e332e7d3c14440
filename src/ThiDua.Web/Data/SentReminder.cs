using ThiDua.Domain;

namespace ThiDua.Web.Data;

/// <summary>That a person was reminded of what a unit owes by a deadline, at one step of the ladder (đã nhắc). Written with the notification and its mail: the unique index lets each reminder happen once, whatever restarts.</summary>
public sealed class SentReminder : IInClusterYear, INotAudited
{
    private SentReminder()
    {
    }

    public SentReminder(int clusterYearId, int requirementId, int unitId, int userId, DateOnly lastDay, int step, DateTime at) =>
        (ClusterYearId, RequirementId, UnitId, UserId, LastDay, Step, At) = (clusterYearId, requirementId, unitId, userId, lastDay, step, at);

    public int Id { get; private set; }

    public int ClusterYearId { get; private set; }

    /// <summary>What is owed.</summary>
    public int RequirementId { get; private set; }

    /// <summary>Who owes it.</summary>
    public int UnitId { get; private set; }

    /// <summary>Who was reminded.</summary>
    public int UserId { get; private set; }

    /// <summary>The last day in time as it was then: a new deadline begins a new ladder.</summary>
    public DateOnly LastDay { get; private set; }

    /// <summary>Days after the last day; before it negative.</summary>
    public int Step { get; private set; }

    public DateTime At { get; private set; }
}
