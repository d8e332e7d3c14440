using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Documents;
using ThiDua.Domain.Planning;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Documents;
using ThiDua.Web.Features.Shared;

namespace ThiDua.Web.Features.Plans;

/// <summary>A plan as it prints: under the cluster's letterhead, number and date open.</summary>
public sealed class PlanPaper(PortalDb db, CurrentActor current, CurrentYear year)
{
    /// <summary>The plan as stored; of one section what is typed instead.</summary>
    public async Task<OfficialDocument> Handle(int planId, int? typedId = null, SectionText? typed = null)
    {
        var plan = await db.Readable(current.Actor).AsNoTracking().WithText().OneAsync(row => row.Id == planId);
        return await Of(plan, section => section.Id == typedId ? typed! : new(section.Title, section.Body));
    }

    public Task<OfficialDocument> Of(Plan plan) => Of(plan, section => new(section.Title, section.Body));

    private async Task<OfficialDocument> Of(Plan plan, Func<PlanSection, SectionText> textOf)
    {
        var cluster = await db.ClusterYears.AsNoTracking().Where(row => row.Id == plan.ClusterYearId)
            .Select(row => new { row.Cluster.Letterhead, row.Cluster.Abbreviation, row.Cluster.LeaderTitle, Place = db.Organizations.Where(leader => leader.Id == year.Year.LeaderId).Select(leader => leader.PlaceName).FirstOrDefault() }).SingleAsync();
        return new()
        {
            Title = $"Kế hoạch {plan.Abstract}",
            Author = year.Year.Name,
            Letterhead = new(cluster.Letterhead.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)),
            Symbol = DocumentSymbol.Of(DocumentKind.Plan, cluster.Abbreviation),
            Place = string.IsNullOrEmpty(cluster.Place) ? null : cluster.Place,
            Year = db.YearNow,
            Kind = "Kế hoạch",
            Abstract = plan.Abstract,
            LegalBases = [.. plan.BasesInOrder().Select(basis => BasisWords.Of(basis.Description()))],
            Body = [.. MarkupBlocks.Of(plan.Preamble), .. plan.Outline().SelectMany(row => Blocks(row, textOf(row.Section)).Concat(plan.PrintedAfter(row.Section, cluster.LeaderTitle).SelectMany(MarkupBlocks.Of)))],
            Signatures = plan.SignatoryLines.Count > 0 ? [new(plan.SignatoryLines, plan.Signatory)] : [],
            Recipients = plan.Recipients,
            Archive = plan.Archive ?? "VT",
        };
    }

    private static IEnumerable<Block> Blocks(PlacedSection row, SectionText text)
    {
        var body = MarkupBlocks.Of(text.Body);
        return text.Title is { } title ? [Titled(row, title), .. body]
            : body.Count > 0 && body[0] is Paragraph first ? [first with { Runs = [new Run($"{row.Number} "), .. first.Runs] }, .. body.Skip(1)]
            : [new Paragraph(row.Number), .. body];
    }

    // A whole sentence is no heading, and points a) are none either.
    private static Block Titled(PlacedSection row, string title) =>
        row.Depth == PlanOutline.Deepest || (row.Depth > 0 && title[^1] is '.' or ';') ? new Paragraph($"{row.Number} {title}") : new Heading(row.Depth + 1, $"{row.Number} {title}");
}
