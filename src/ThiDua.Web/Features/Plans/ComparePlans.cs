using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Documents;
using ThiDua.Domain.Planning;
using ThiDua.Web.Access;
using ThiDua.Domain.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Documents;

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
        return from plan in readable.RowsOfAllYears<Plan>()
               join of in readable.Query() on plan.ClusterYearId equals of.Id
               join found in readable.RowsOfAllYears<IssuedDocument>().Where(row => row.Origin == nameof(Plan) && row.State != DocumentState.Dropped) on plan.Id equals found.OriginId into documents
               from document in documents.DefaultIfEmpty()
               where plan.Id != planId && cluster.Contains(of.ClusterId) && plan.State != PlanState.Dropped && (own.Contains(plan.Id) || plan.State == PlanState.Issued || plan.State == PlanState.Adjusted)
               orderby of.Year descending, plan.Id descending
               select new Other(plan.Id, plan.Abstract, of.Year, plan.State, new(document.Number, document.Symbol, document.IssuedOn));
    }

    private sealed record Other(int Id, string Abstract, int Year, PlanState State, PlanNumber Number);
}
