using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Documents;
using ThiDua.Domain.Planning;
using ThiDua.Domain.Planning.Starting;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared.Issuing;

namespace ThiDua.Web.Features.Plans;

/// <summary>Where a new plan may start beside blank: issued plans of this cluster, of earlier years or of this one.</summary>
public sealed class PlanSources(PortalDb db, ReadableYears readable, CurrentYear year)
{
    private const int MostShown = 30;

    public async Task<IReadOnlyList<PlanSource>> Handle() => await Found().OrderByDescending(row => row.Year).ThenByDescending(row => row.Id).Take(MostShown).ToListAsync();

    /// <summary>The source with its text.</summary>
    public async Task<(PlanSource Source, Plan Plan)> Find(int planId)
    {
        var source = await Found().Where(row => row.Id == planId).FirstOrDefaultAsync() ?? throw new RuleViolation("Kế hoạch nguồn không còn dùng được. Chọn lại cách bắt đầu.", nameof(StartPlanForm.Source));
        return (source, await readable.RowsOfAllYears<Plan>().WithText().OneAsync(row => row.Id == planId));
    }

    private IQueryable<PlanSource> Found()
    {
        var own = db.ClusterYears.Where(row => row.Id == year.Year.Id).Select(row => row.ClusterId);
        return from row in readable.RowsOfAllYears<Plan>().WithDocument(readable.RowsOfAllYears<IssuedDocument>())
               join of in readable.Query() on row.Dossier.ClusterYearId equals of.Id
               where own.Contains(of.ClusterId) && (row.Dossier.State == PlanState.Issued || (row.Dossier.State == PlanState.Adjusted && of.Id != year.Year.Id))
               select new PlanSource { Id = row.Dossier.Id, Abstract = row.Dossier.Abstract, Year = of.Year, IsOfThisYear = of.Id == year.Year.Id, Purpose = row.Dossier.Purpose, Number = new(row.Document!.Number, row.Document!.Symbol, row.Document!.IssuedOn) };
    }
}

/// <summary>Starts a plan (lập dự thảo): with the outline of its purpose and the usual recipients and signature, from an earlier year with the years moved on, or to adjust one of this year.</summary>
public sealed class StartPlan(PortalDb db, PlanSources sources, PlanStarts starts, CurrentActor current, CurrentYear year)
{
    public async Task<int> Handle(StartPlanForm form)
    {
        var plan = form.Source is { } source ? await From(source, form.Abstract!) : await ForPurpose(form);
        db.Add(plan);
        await db.SaveChangesAsync();
        return plan.Id;
    }

    private async Task<Plan> ForPurpose(StartPlanForm form)
    {
        var (purpose, facts) = (form.Purpose ?? PlanPurpose.Yearly, await starts.Handle(form));
        var plan = new Plan(current.Actor, (await Usual(form.Abstract!)) with { Preamble = PlanStarter.Preamble(purpose, facts) }, purpose: purpose);
        PlanStarter.Write(current.Actor, plan, PlanStarter.Outline(purpose, facts));
        foreach (var basis in purpose == PlanPurpose.Yearly ? [] : await starts.Bases())
        {
            plan.AddBasis(current.Actor, basis);
        }

        return plan;
    }

    private async Task<Plan> From(int sourceId, string about)
    {
        var (source, earlier) = await sources.Find(sourceId);
        var years = year.Year.Year - source.Year;
        var terms = earlier.Terms() with { Abstract = about, Preamble = Moved(earlier.Preamble, years) };
        var plan = new Plan(current.Actor, terms, source.IsOfThisYear ? earlier : null, earlier.Purpose);
        var copies = new Dictionary<int, PlanSection>();
        foreach (var section in earlier.Outline().Select(row => row.Section))
        {
            var parent = section.ParentId is { } above ? copies[above] : null;
            var copy = copies[section.Id] = plan.AddSectionBelow(current.Actor, parent, new(Moved(section.Title, years), Moved(section.Body, years)));
            foreach (var block in earlier.BlocksOf(section))
            {
                plan.AddBlockTo(current.Actor, copy, block.Content.MovedOn(years), block.IsInText, source.IsOfThisYear ? block : null);
            }
        }

        foreach (var basis in earlier.BasesInOrder())
        {
            plan.AddBasis(current.Actor, basis.Description());
        }

        return plan;
    }

    private static string? Moved(string? text, int years) => text is null ? null : YearsMoved.Of(text, years);

    private async Task<PlanTerms> Usual(string about)
    {
        var cluster = await db.ClusterYears.AsNoTracking().Where(row => row.Id == year.Year.Id).Select(row => new { row.Cluster.Abbreviation, row.Cluster.LeaderTitle }).SingleAsync();
        var authority = await db.Organizations.AsNoTracking().Where(row => row.Id == year.Year.AuthorityId).Select(row => row.Name).SingleAsync();
        var leader = await db.Organizations.AsNoTracking().Where(row => row.Id == year.Year.LeaderId).Select(row => new { row.ShortName, row.HeadTitle }).FirstOrDefaultAsync();
        return new(about)
        {
            Recipients = [$"{authority} (để b/c)", "Các đơn vị thành viên"],
            Archive = $"VT, hồ sơ {cluster.Abbreviation}",
            SignatoryLines = [cluster.LeaderTitle.ToUpperInvariant(), .. Text.Clean(leader?.HeadTitle) is { } head ? [$"{head} {leader!.ShortName}"] : Array.Empty<string>()],
        };
    }
}
