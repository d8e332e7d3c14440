using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Documents;
using ThiDua.Domain.LegalBases;
using ThiDua.Domain.Planning;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared.Bases;

namespace ThiDua.Web.Features.Plans;

/// <summary>A basis of the plan that the catalogue knows; IsCited: the text in force in its place is a basis of the plan, too.</summary>
public sealed record FoundBasis(PlanBasis Basis, BasisFinding Finding, bool IsInsteadCited);

/// <summary>On which day the bases of a plan have to be in force.</summary>
public sealed class DayOfPlan(PortalDb db, CurrentYear year, TimeProvider clock)
{
    public async Task<DateOnly> Handle(int planId)
    {
        var issuedOn = await db.IssuedDocuments.Where(row => row.Origin == nameof(Plan) && row.OriginId == planId && row.State != DocumentState.Dropped && row.IssuedOn != null)
            .OrderByDescending(row => row.Id).Select(row => row.IssuedOn).FirstOrDefaultAsync();
        return DayOfPaper.Of(year.Year.Year, Days.Today(clock), issuedOn);
    }
}

/// <summary>Looks the bases of a plan up in the catalogue (đối chiếu căn cứ): in force on the plan's day, amended, replaced.</summary>
public sealed class BasesOfPlan(ReadCatalogue catalogue, DayOfPlan day)
{
    public async Task<(DateOnly Day, IReadOnlyList<FoundBasis> Found)> Handle(Plan plan)
    {
        var (known, on) = (await catalogue.Handle(), await day.Handle(plan.Id));
        var found = plan.BasesInOrder().Select(basis => (Basis: basis, Finding: known.Check(basis.Description(), on))).Where(row => row.Finding is not null).ToList();
        var cited = found.Select(row => row.Finding!.Known.Id).ToHashSet();
        return (on, [.. found.Select(row => new FoundBasis(row.Basis, row.Finding!, row.Finding!.Instead is { } instead && cited.Contains(instead.Id)))]);
    }
}
