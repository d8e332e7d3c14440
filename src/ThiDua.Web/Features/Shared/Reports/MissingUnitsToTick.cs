namespace ThiDua.Web.Features.Shared.Reports;

/// <summary>The units that have not sent a report, to be ticked; by default all that can be.</summary>
public sealed record MissingUnitsToTick(MissingUnits Missing, IReadOnlyList<int>? Chosen, bool OncePerDay)
{
    public bool IsTicked(MissingUnit row) => !(OncePerDay && row.IsRemindedToday) && (Chosen?.Contains(row.Id) ?? true);
}
