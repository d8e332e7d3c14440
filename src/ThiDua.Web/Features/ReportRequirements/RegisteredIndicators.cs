using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Registrations;
using ThiDua.Domain.Reporting;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared.Reports;

namespace ThiDua.Web.Features.ReportRequirements;

/// <summary>An indicator that units registered this year: the same leaf, or the same name.</summary>
public sealed record RegisteredIndicator(string Key, string Name, string? Unit, int? CriterionId, string? Code, int Units)
{
    public bool IsAsked { get; init; }
}

/// <summary>A leaf of the scheme whose lines take an achieved value.</summary>
public sealed record LeafToChoose(int Id, string InWords);

/// <summary>Lists what the units registered, and the leaves that a figure can belong to.</summary>
public sealed class RegisteredIndicators(PortalDb db, FiguresOfUnits figures)
{
    public async Task<IReadOnlyList<RegisteredIndicator>> Handle(ReportRequirement requirement)
    {
        var criteria = await Criteria();
        var (leaves, places) = (criteria.ToDictionary(row => row.Id), criteria.Index().DistinctBy(row => row.Item.Code).ToDictionary(row => row.Item.Code, row => row.Index, StringComparer.Ordinal));
        var targets = (await figures.Targets()).SelectMany(rows => rows.Select(row => (UnitId: rows.Key, Target: row)));
        return [.. targets.GroupBy(row => KeyOf(row.Target)).Select(rows => Of(rows.Key, rows.First().Target, rows.Select(row => row.UnitId).Distinct().Count(), leaves))
            .Select(row => row with { IsAsked = requirement.Figures.Any(figure => (row.CriterionId is not null && figure.CriterionId == row.CriterionId) || RequirementFigure.AreSame(figure.Name, row.Name)) })
            .OrderBy(row => row.CriterionId is null).ThenBy(row => row.Code is null ? 0 : places.GetValueOrDefault(row.Code)).ThenBy(row => row.Name, Text.VietnameseOrder)];
    }

    public async Task<IReadOnlyList<LeafToChoose>> Leaves() =>
        [.. (await Criteria()).Where(row => row.Rule!.Inputs.HasFlag(LineInputs.Achieved)).Select(row => new LeafToChoose(row.Id, $"{row.Code}. {row.Name}"))];

    // The leaves in the order of the scheme.
    private async Task<IReadOnlyList<Criterion>> Criteria()
    {
        var all = await db.Criteria.AsNoTracking().ToDictionaryAsync(row => row.Id);
        return [.. new SchemeTree(all.Values.Select(row => row.Node())).Ordered.Select(placed => all[placed.Node.Id]).Where(row => row.Rule is not null)];
    }

    private static string KeyOf(Target target) => target.CriterionId is { } id ? $"tc-{id}" : string.Join('-', Text.Words(target.Indicator));

    private static RegisteredIndicator Of(string key, Target target, int units, Dictionary<int, Criterion> leaves) =>
        target.CriterionId is { } id && leaves.TryGetValue(id, out var leaf)
            ? new(key, leaf.Name, leaf.Unit ?? target.Unit, leaf.Rule!.Inputs.HasFlag(LineInputs.Achieved) ? id : null, leaf.Code, units)
            : new(key, target.Indicator, target.Unit, null, null, units);
}
