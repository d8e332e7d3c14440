using ThiDua.Domain;

namespace ThiDua.Web.Features.Shared.Tasks;

/// <summary>One thing to do (việc cần làm): what, where, by when, and the button that leads to it.</summary>
public sealed record TaskToDo(string Cluster, string What, string Button, string Href)
{
    /// <summary>The subject of the year's navigation that it counts for, by its path: "cham-diem".</summary>
    public string? Subject { get; init; }

    public string? Detail { get; init; }

    public DateOnly? DueOn { get; init; }

    /// <summary>Whether it is not late before the working day after a day off has ended.</summary>
    public bool WaitsForWorkingDay { get; init; }

    /// <summary>The last day on which it is not late.</summary>
    public DateOnly? LastDayInTime => DueOn is { } day ? new Deadline(day).LastDayInTime(WaitsForWorkingDay) : null;

    /// <summary>How many things it stands for, sheets to appraise for one.</summary>
    public int Count { get; init; } = 1;
}

/// <summary>Something that others have to do first (đang chờ đơn vị khác).</summary>
public sealed record Awaited(string Cluster, string What, string Whom, string Href);

/// <summary>Another office of the person under which something waits.</summary>
public sealed record OfficeWithTasks(int OfficeId, string Name, int Count);

/// <summary>All that the page "Việc cần làm" shows.</summary>
public sealed record MyWork(IReadOnlyList<TaskToDo> Tasks, IReadOnlyList<Awaited> Awaited, IReadOnlyList<OfficeWithTasks> Elsewhere, DateOnly Today)
{
    public bool HasOffice { get; init; } = true;

    /// <summary>The next dates of the plans in force and of reports, over all years of the office.</summary>
    public IReadOnlyList<PlannedDate> Ahead { get; init; } = [];

    /// <summary>Whether the person keeps accounts and organizations, and needs no office for that.</summary>
    public bool IsAdministrator { get; init; }

    /// <summary>The organization that has no cluster yet and could set one up; null where that does not apply.</summary>
    public int? MaySetUpFor { get; init; }
}
