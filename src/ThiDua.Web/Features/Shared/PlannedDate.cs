namespace ThiDua.Web.Features.Shared;

/// <summary>A date of the calendar (mốc thời gian): what a plan in force sets, or until when a report is due.</summary>
public sealed record PlannedDate(int ClusterYearId, string Cluster, string Title, string Written, DateOnly FirstDay, DateOnly LastDay, string Href)
{
    /// <summary>What calendar programs know it by: the same at each reading, also when the day moves.</summary>
    public required string Key { get; init; }

    /// <summary>Whether something is due; of a deadline both days are the last day in time.</summary>
    public bool IsDeadline { get; init; }

    /// <summary>Who owes it.</summary>
    public string Whom { get; init; } = "Hội nghị";

    public string? Place { get; init; }

    /// <summary>Where the reader's own report stands.</summary>
    public string? Standing { get; init; }

    /// <summary>Whether it is the reader's own to send, and not sent.</summary>
    public bool IsOwed { get; init; }

    /// <summary>The block of a plan that it is, or was made from; null of what was written by hand.</summary>
    public int? OriginId { get; init; }

    /// <summary>What a report is asked for as; null of what is none.</summary>
    public string? ReportKey { get; init; }

    public bool IsPast(DateOnly today) => LastDay < today;

    /// <summary>Whether it is still to come for the reader.</summary>
    public bool IsAhead(DateOnly today) => !IsPast(today) && (Standing is null || IsOwed);
}

/// <summary>Dates as shown in a table.</summary>
public sealed record PlannedDatesShown(IReadOnlyList<PlannedDate> Dates, DateOnly Today, bool WithCluster = false);
