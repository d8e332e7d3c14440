using ThiDua.Domain.Clusters;

namespace ThiDua.Domain.Regulations;

/// <summary>When a regulation is in force as it says itself; <paramref name="ToOn"/> null: without limit.</summary>
public sealed record RegulationSpan(int Id, DateOnly FromOn, DateOnly? ToOn);

/// <summary>The regulations of a cluster over the years: each ends the one before it, and none comes back when the next one ends.</summary>
public sealed class RegulationsOverTime(IEnumerable<RegulationSpan> spans)
{
    private readonly List<RegulationSpan> _inOrder = [.. spans.Where(span => span.ToOn is null || span.ToOn >= span.FromOn).OrderBy(span => span.FromOn).ThenBy(span => span.Id)];

    /// <summary>The regulation in force on a day, by its id; null: none.</summary>
    public int? On(DateOnly day) => _inOrder.FindLast(span => span.FromOn <= day) is { } last && (last.ToOn is null || last.ToOn >= day) ? last.Id : null;

    /// <summary>Its last day: as it says itself, or the day before the next one; null: still open.</summary>
    public DateOnly? LastDayOf(int id)
    {
        var place = _inOrder.FindIndex(span => span.Id == id);
        var next = _inOrder.Skip(place + 1).FirstOrDefault()?.FromOn.AddDays(-1);
        return place < 0 ? null : _inOrder[place].ToOn is { } own && (next is null || own < next) ? own : next;
    }

    /// <summary>The day on which a year looks for the regulation of its time: today, of a year that is over its last.</summary>
    public static DateOnly DayOf(int year, ClusterYearStage stage, DateOnly today) =>
        stage == ClusterYearStage.Concluded && new DateOnly(year, 12, 31) is var last && last < today ? last : today;
}
