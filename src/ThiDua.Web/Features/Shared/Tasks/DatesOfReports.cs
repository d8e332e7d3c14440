using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Reporting;
using ThiDua.Web.Access;

namespace ThiDua.Web.Features.Shared.Tasks;

/// <summary>
/// Until when the reports of a cluster year are due, for one office: what its own unit owes, by its own deadline; who sees the reports of all, also the common deadline of each, and the later days that units were given.
/// Drafts are nobody's yet, what was withdrawn nobody's any more.
/// </summary>
internal static class DatesOfReports
{
    public static IEnumerable<PlannedDate> For(EnteredYear year, Actor actor, IEnumerable<RequirementInMotion> requirements) =>
        requirements.Where(row => row.LastDay is not null && RequirementWorkflow.Open.Contains(row.State)).SelectMany(row => Of(year, actor, row));

    private static List<PlannedDate> Of(EnteredYear year, Actor actor, RequirementInMotion row)
    {
        var owing = year.Owing(row.OwedBy);
        List<PlannedDate> dates = owing.Any(unit => unit.Id == actor.UnitId) ? [Own(year, row, actor.UnitId!.Value)] : [];
        if (ReportSubmission.SeesAll(actor))
        {
            dates.AddRange(from unit in owing
                           where unit.Id != actor.UnitId
                           group unit by row.DeadlineOf(unit.Id) into units
                           where dates.TrueForAll(own => own.LastDay != units.Key.LastDay)
                           select Others(year, row, units.Key, [.. units]));
        }

        return dates;
    }

    private static PlannedDate Own(EnteredYear year, RequirementInMotion row, int unitId)
    {
        var (deadline, state) = (row.DeadlineOf(unitId), row.Reports.FirstOrDefault(report => report.UnitId == unitId)?.State);
        return Date(year, row, deadline, $"/don-vi/{unitId}") with
        {
            Written = deadline.IsExtended ? $"{deadline.When} (gia hạn)" : deadline.When!,
            Standing = state is { } sent and not ReportState.Drafting ? Labels.Of(sent).ToLowerInvariant() : null,
            IsOwed = state is null || ReportWorkflow.Open.Contains(state.Value),
        };
    }

    private static PlannedDate Others(EnteredYear year, RequirementInMotion row, UnitDeadline deadline, IReadOnlyList<OwingUnit> units) => deadline.IsExtended
        ? Date(year, row, deadline, "") with { Title = $"{row.Title} (gia hạn)", Whom = AwaitedInYear.Names(units.Select(unit => unit.Name)), Key = $"bao-cao/{row.Id}/gia-han/{deadline.LastDay:yyyyMMdd}" }
        : Date(year, row, deadline, "");

    private static PlannedDate Date(EnteredYear year, RequirementInMotion row, UnitDeadline deadline, string path) =>
        new(year.Id, $"{year.Name} – {year.Year}", row.Title, deadline.When!, deadline.LastDay!.Value, deadline.LastDay.Value, $"/cum/{year.Id}/bao-cao/{row.Id}{path}")
        {
            Key = $"bao-cao/{row.Id}{path}",
            IsDeadline = true,
            Whom = Labels.Of(row.OwedBy),
            OriginId = row.FromBlockId,
            ReportKey = row.Key,
        };
}
