namespace ThiDua.Domain.Reporting;

/// <summary>Until when one unit is in time, as lists tell it: the common date as written, or its own extension (gia hạn) where that gives more time.</summary>
public sealed record UnitDeadline(string? When, DateOnly? LastDay, bool IsExtended)
{
    public static UnitDeadline Of(string? when, DateOnly? common, DateOnly? extended) =>
        extended is { } day && (common is null || common < day) ? new($"{new Deadline(day)}", day, IsExtended: true) : new(when, common, IsExtended: false);
}
