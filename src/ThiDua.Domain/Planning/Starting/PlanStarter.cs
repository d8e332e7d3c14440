using ThiDua.Domain.Access;

namespace ThiDua.Domain.Planning.Starting;

/// <summary>A section with which a plan starts, its sections below, and who has to do what there.</summary>
public sealed record StarterSection(string Title, string? Body = null)
{
    public IReadOnlyList<StarterSection> Below { get; init; } = [];

    public AssignmentContent? Assignment { get; init; }
}

/// <summary>What the data of a year tell a plan that starts.</summary>
public sealed record PlanStartFacts(string ClusterName, int Year)
{
    public string LeaderTitle { get; init; } = "";

    public string DeputyTitle { get; init; } = "";

    public bool HasDeputy { get; init; }

    /// <summary>The units that take part, under their names of the year.</summary>
    public IReadOnlyList<string> Units { get; init; } = [];

    public string AuthorityName { get; init; } = "";

    public string? StandingBodyName { get; init; }

    /// <summary>The conference as the issued yearly plan has it.</summary>
    public ConferenceContent? Conference { get; init; }
}

/// <summary>The outline, abstract and opening with which a plan of each purpose starts; a yearly plan starts empty.</summary>
public static class PlanStarter
{
    public const int YearsOfPeriod = 5;

    public static string Abstract(PlanPurpose purpose, PlanStartFacts facts) => purpose switch
    {
        PlanPurpose.Conference => $"Tổ chức {ConferenceOutline.NameOf(facts)} của {facts.ClusterName}",
        PlanPurpose.Inspection => $"Kiểm tra công tác thi đua, khen thưởng năm {facts.Year} tại các đơn vị thuộc {facts.ClusterName}",
        PlanPurpose.SeveralYears => $"Công tác thi đua của {facts.ClusterName} giai đoạn {facts.Year} - {facts.Year + YearsOfPeriod - 1}",
        _ => $"Hoạt động của {facts.ClusterName} năm {facts.Year}",
    };

    public static string? Preamble(PlanPurpose purpose, PlanStartFacts facts) => purpose switch
    {
        PlanPurpose.Conference => $"{facts.ClusterName} xây dựng Kế hoạch tổ chức {ConferenceOutline.NameOf(facts)} như sau:",
        PlanPurpose.Inspection => $"{facts.ClusterName} xây dựng Kế hoạch kiểm tra công tác thi đua, khen thưởng năm {facts.Year} như sau:",
        PlanPurpose.SeveralYears => $"{facts.ClusterName} xây dựng Kế hoạch công tác thi đua giai đoạn {facts.Year} - {facts.Year + YearsOfPeriod - 1} như sau:",
        _ => null,
    };

    public static IReadOnlyList<StarterSection> Outline(PlanPurpose purpose, PlanStartFacts facts) => purpose switch
    {
        PlanPurpose.Conference => ConferenceOutline.Of(facts),
        PlanPurpose.Inspection => InspectionOutline.Of(facts),
        PlanPurpose.SeveralYears => SeveralYearsOutline.Of(facts),
        _ => [],
    };

    /// <summary>Writes the outline into a plan that is just made.</summary>
    public static void Write(Actor by, Plan plan, IReadOnlyList<StarterSection> sections, PlanSection? below = null)
    {
        foreach (var section in sections)
        {
            var added = plan.AddSectionBelow(by, below, new(section.Title, section.Body));
            if (section.Assignment is { } assignment)
            {
                plan.AddBlockTo(by, added, assignment, isInText: false);
            }

            Write(by, plan, section.Below, added);
        }
    }

    /// <summary>Who does what, one section each; no deputy, no section.</summary>
    internal static StarterSection Assignments(PlanStartFacts facts, string title, string[] leader, string[] deputies, string[] members) => new(title)
    {
        Below =
        [
            new($"Đơn vị {facts.LeaderTitle}") { Assignment = new(AssignedTo.Leader, facts.HasDeputy ? leader : [.. leader, .. deputies]) },
            .. facts.HasDeputy ? [new StarterSection($"Đơn vị {facts.DeputyTitle}") { Assignment = new(AssignedTo.Deputies, deputies) }] : Array.Empty<StarterSection>(),
            new("Các đơn vị thành viên") { Assignment = new(AssignedTo.Members, members) },
        ],
    };

    /// <summary>A list of entries, each but the last closed by a semicolon.</summary>
    internal static string Items(IReadOnlyList<string> items) => string.Join('\n', items.Select((item, index) => $"- {item.TrimEnd('.', ';', ',')}{(index < items.Count - 1 ? ";" : ".")}"));
}
