using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Documents;
using ThiDua.Domain.Planning;
using ThiDua.Web.Access;
using ThiDua.Domain.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Documents;
using ThiDua.Web.Features.Shared.Issuing;

namespace ThiDua.Web.Features.Plans;

/// <summary>A plan beside an earlier one, paragraph by paragraph.</summary>
public sealed record ComparePlansPage(Plan Plan, IReadOnlyList<SelectListItem> Choices, int? BeforeId, string? BeforeName, IReadOnlyList<ComparedParagraph> Paragraphs, bool HasAll)
{
    public int Changes => Paragraphs.Count(row => row.Change != TextChange.Same);

    public IEnumerable<ComparedParagraph> Shown => HasAll ? Paragraphs : Paragraphs.Where(row => row.Change != TextChange.Same);
}

/// <summary>Loads the comparison; without choice with the plan that this one replaces, else with the newest before it.</summary>
public sealed class ComparePlans(PortalDb db, ReadableYears readable, CurrentActor current, CurrentYear year, PlanPaper paper)
{
    public async Task<ComparePlansPage> Handle(int planId, int? beforeId, bool all)
    {
        var plan = await db.Readable(current.Actor).AsNoTracking().WithText().OneAsync(row => row.Id == planId);
        var others = await Others(planId).ToListAsync();
        var before = others.FirstOrDefault(row => row.Id == (beforeId ?? plan.AdjustsId)) ?? (beforeId is null ? others.FirstOrDefault(row => row.Id < planId) : throw new NotFound());
        IReadOnlyList<SelectListItem> choices = [.. others.Select(row => new SelectListItem($"Năm {row.Year}: {row.Abstract} ({(row.Number.InWords is { } number ? $"{number}, " : "")}{Labels.Of(row.State).ToLowerInvariant()})", $"{row.Id}", row.Id == before?.Id))];
        return new(plan, choices, before?.Id, before?.Abstract, before is null ? [] : TextComparison.Of(await LinesOf(before.Id), Lines(await paper.Of(plan))), all);
    }

    private async Task<string[]> LinesOf(int planId) => Lines(await paper.Of(await readable.RowsOfAllYears<Plan>().AsNoTracking().WithText().OneAsync(row => row.Id == planId)));

    private static string[] Lines(OfficialDocument document) => PlainText.Of(document).Split('\n');

    // Of this year what this person may read, of earlier years what was issued.
    private IQueryable<Other> Others(int planId)
    {
        var cluster = db.ClusterYears.Where(row => row.Id == year.Year.Id).Select(row => row.ClusterId);
        var own = db.Readable(current.Actor).Select(row => row.Id);
        return from row in readable.RowsOfAllYears<Plan>().WithDocument(readable.RowsOfAllYears<IssuedDocument>())
               join of in readable.Query() on row.Dossier.ClusterYearId equals of.Id
               where row.Dossier.Id != planId && cluster.Contains(of.ClusterId) && row.Dossier.State != PlanState.Dropped && (own.Contains(row.Dossier.Id) || row.Dossier.State == PlanState.Issued || row.Dossier.State == PlanState.Adjusted)
               orderby of.Year descending, row.Dossier.Id descending
               select new Other(row.Dossier.Id, row.Dossier.Abstract, of.Year, row.Dossier.State, new(row.Document!.Number, row.Document!.Symbol, row.Document!.IssuedOn));
    }

    private sealed record Other(int Id, string Abstract, int Year, PlanState State, DocumentNumber Number);
}
