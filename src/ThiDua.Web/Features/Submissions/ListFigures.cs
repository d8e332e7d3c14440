using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Reporting;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared;
using ThiDua.Web.Features.Shared.Reports;

namespace ThiDua.Web.Features.Submissions;

/// <summary>A unit as a line of the table of figures: what it submitted last.</summary>
public sealed record FiguresRow(int UnitId, string UnitName, ReportState? State)
{
    public IReadOnlyDictionary<int, ReportedValue> Values { get; init; } = new Dictionary<int, ReportedValue>();

    public string Standing => State is { } state ? Domain.Labels.Of(state) : "Chưa nộp";
}

/// <summary>Units × figures of one requirement; totals of what was accepted, of figures that add up.</summary>
public sealed record FiguresPage(ReportRequirement Requirement, PageOf<FiguresRow> Rows, IReadOnlyDictionary<int, decimal> Totals)
{
    public bool SeesAll { get; init; }
}

/// <summary>Lists what the units reported: leader, deputies and those above all of them, a member its own line.</summary>
public sealed class ListFigures(PortalDb db, CurrentActor current, CurrentYear year, FiguresOfUnits figures, TimeProvider clock)
{
    public async Task<FiguresPage> Handle(int requirementId, int? page, bool all = false)
    {
        var requirement = await db.Requirements(current.Actor).AsNoTracking().WithPackage().OneAsync(row => row.Id == requirementId);
        var seesAll = ReportSubmission.SeesAll(current.Actor);
        var units = Units(requirement);
        var rows = all ? new PageOf<FiguresRow>(await units.ToListAsync(), 1, 0) : await units.PageAt(page);
        var ids = rows.Rows.Select(row => row.UnitId).ToList();
        var values = (await figures.Submitted(requirementId, ids)).ToLookup(row => row.UnitId);
        return new(requirement, rows with { Rows = [.. rows.Rows.Select(row => row with { Values = values[row.UnitId].ToDictionary(one => one.FigureId) })] }, seesAll ? await Totals(requirement) : new Dictionary<int, decimal>()) { SeesAll = seesAll };
    }

    private IQueryable<FiguresRow> Units(ReportRequirement requirement) =>
        from member in db.LinesOf(requirement, year.Year, current.Actor, Days.Today(clock))
        join one in db.ReportSubmissions.Where(row => row.RequirementId == requirement.Id) on member.OrganizationId equals one.UnitId into reports
        from report in reports.DefaultIfEmpty()
        orderby member.NameThen, member.OrganizationId
        select new FiguresRow(member.OrganizationId, member.NameThen, (ReportState?)report.State);

    private async Task<IReadOnlyDictionary<int, decimal>> Totals(ReportRequirement requirement)
    {
        var summed = requirement.Figures.Where(figure => figure.IsSummed).Select(figure => figure.Id).ToList();
        return await db.SubmittedFigures.AsNoTracking().InForce().Where(row => summed.Contains(row.FigureId) && row.Submission.State == ReportState.Accepted)
            .GroupBy(row => row.FigureId).Select(rows => new { rows.Key, Total = rows.Sum(row => row.Value) }).ToDictionaryAsync(row => row.Key, row => row.Total);
    }
}
