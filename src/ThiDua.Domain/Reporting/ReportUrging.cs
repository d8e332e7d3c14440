using ThiDua.Domain.Access;
using ThiDua.Domain.Documents.Drafting;

namespace ThiDua.Domain.Reporting;

/// <summary>A unit that a letter urges, under its name of then.</summary>
public sealed record UrgedUnit(int Id, string Name);

/// <summary>That units were urged by an official letter to send what they owe (công văn đôn đốc); the letter goes its own way through the register.</summary>
public sealed class ReportUrging : IInClusterYear
{
    private ReportUrging() => (ByName, Units) = ("", []);

    internal ReportUrging(ReportRequirement requirement, Actor by, DraftedDocument letter, IReadOnlyList<(int Id, string Name)> units, DateTime at) =>
        (ClusterYearId, RequirementId, Letter, Units, ByName, At) = (requirement.ClusterYearId, requirement.Id, letter, [.. units.Select(unit => new UrgedUnit(unit.Id, unit.Name))], by.UserName, at);

    public int Id { get; private set; }

    public int ClusterYearId { get; private set; }

    public int RequirementId { get; private set; }

    public int LetterId { get; private set; }

    public DraftedDocument Letter { get; private set; } = null!;

    public IReadOnlyList<UrgedUnit> Units { get; private set; }

    public string ByName { get; private set; }

    public DateTime At { get; private set; }
}
