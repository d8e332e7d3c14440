using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Planning;
using ThiDua.Domain.Planning.Consultations;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Access;
using ThiDua.Web.Conventions;
using ThiDua.Web.Data;
using ThiDua.Web.Documents;

namespace ThiDua.Web.Features.Consultations;

/// <summary>A part of the text that comments are on: its number as printed, its way (II.1.a), title and text.</summary>
public sealed record ConsultedPart(int Id, string Number, string Way, string? Title, IReadOnlyList<Block> Body, int Depth)
{
    private const int LongestName = 300;
    private const int LongestStart = 80;

    /// <summary>What stands beside the title: points of a criterion.</summary>
    public string? Detail { get; init; }

    /// <summary>How the part is named: "II.1. Mục đích".</summary>
    public string Name => Cut($"{Way}{(Way.EndsWith(')') ? "" : ".")} {Title ?? Cut(FirstWords, LongestStart)}", LongestName);

    public CommentedPart Commented() => new(Id, Name);

    private string FirstWords => Body switch
    {
        [Paragraph paragraph, ..] => string.Concat(paragraph.Runs.Select(run => run.Text)),
        [ListItem item, ..] => string.Concat(item.Runs.Select(run => run.Text)),
        _ => "",
    };

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..length].TrimEnd() + "…";
}

/// <summary>The text that a round is on, as it stands now; its own page and print below the year's address.</summary>
public sealed record ConsultedText(string Title, string Path, string? Print, string Subject, string SubjectName, IReadOnlyList<ConsultedPart> Parts)
{
    /// <summary>Where its drafting unit ends the round.</summary>
    public required string ClosePath { get; init; }

    /// <summary>Where the leader gives the members more time.</summary>
    public required string ExtendPath { get; init; }
}

/// <summary>Loads the text of a round: a plan by its sections, a scheme by its criteria.</summary>
public sealed class ConsultedTexts(PortalDb db, CurrentYear year)
{
    public Task<ConsultedText> Handle(Consultation round) => round.SchemeId is { } schemeId ? OfScheme(schemeId) : OfPlan(round);

    private async Task<ConsultedText> OfPlan(Consultation round)
    {
        var plan = await db.Plans.AsNoTracking().Include(row => row.Sections).Include(row => row.Blocks).OneAsync(row => row.Id == round.PlanId);
        return new(plan.Abstract, $"ke-hoach/{plan.Id}", $"ke-hoach/{plan.Id}/ban-in.html", "ke-hoach", "Kế hoạch", [.. plan.Outline().Select(row => PartOf(row, plan.PrintedAfter(row.Section, year.Year.LeaderTitle)))]) { ClosePath = $"ke-hoach/{plan.Id}/ket-thuc-lay-y-kien", ExtendPath = $"ke-hoach/{plan.Id}/gia-han-gop-y" };
    }

    private async Task<ConsultedText> OfScheme(int schemeId)
    {
        var scheme = await db.ScoringSchemes.IgnoreQueryFilters([PortalDb.OneScheme]).AsNoTracking().Include(row => row.Criteria).OneAsync(row => row.Id == schemeId);
        var criteria = scheme.Criteria.ToDictionary(row => row.Id);
        var isFirst = scheme.AmendsId is null;
        return new(scheme.Title, isFirst ? "tieu-chi" : "tieu-chi/sua-doi", isFirst ? "tieu-chi/huong-dan.html" : null, "tieu-chi", "Bảng tiêu chí và thang điểm", [.. scheme.Tree().Ordered.Select(placed => PartOf(criteria[placed.Node.Id], placed.Depth))])
        {
            ClosePath = "tieu-chi/ket-thuc-lay-y-kien",
            ExtendPath = "tieu-chi/gia-han-gop-y",
        };
    }

    // Versions of one year know a criterion by its identity.
    private static ConsultedPart PartOf(Criterion criterion, int depth) => new(criterion.Identity, $"{criterion.Code}.", criterion.Code, criterion.Name, MarkupBlocks.Of(criterion.Guide), Math.Min(depth, 3))
    {
        Detail = string.Join(" · ", new[]
        {
            criterion.Max is { } max ? $"Tối đa {Shown.Figure(max)} điểm" : null,
            criterion.Rule is { } rule ? $"{Labels.Of(rule.Method)}: {rule.Describe(criterion.Max, criterion.Kind)}" : null,
            criterion.EvidenceNeeded is { } evidence ? $"Minh chứng: {evidence}" : null,
        }.Where(part => part is not null)) is { Length: > 0 } detail ? detail : null,
    };

    private static ConsultedPart PartOf(PlacedSection row, IEnumerable<string> after) => new(row.Section.Id, row.Number, row.Way, row.Section.Title, [.. MarkupBlocks.Of(row.Section.Body), .. after.SelectMany(MarkupBlocks.Of)], row.Depth);
}
