using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Documents;
using ThiDua.Domain.Planning;
using ThiDua.Domain.Regulations;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared.Regulations;

namespace ThiDua.Web.Features.Regulations;

/// <summary>Loads the regulations of the cluster for the year entered; what this person may not read does not exist.</summary>
public sealed class ShowRegulations(PortalDb db, RegulationsOfCluster regulations, CurrentActor current, CurrentYear year, TimeProvider clock)
{
    private static readonly RegulationState[] NotIssued = [RegulationState.Draft, RegulationState.Submitted];

    private bool IsYearOpen => year.Year.Stage != ClusterYearStage.Concluded;

    private bool May(Permission permission) => IsYearOpen && current.Actor.Can(permission);

    public async Task<RegulationsPage> Handle()
    {
        db.ChangeTracker.Clear(); // after a refusal what was tried is not what is stored
        var entered = await db.ClusterYears.AsNoTracking().Where(row => row.Id == year.Year.Id).Select(row => new { row.Version, row.ParametersFrom, row.Parameters }).SingleAsync();
        var drafts = await db.Regulations.AsNoTracking().Where(Regulation.ReadableBy(current.Actor)).Where(row => NotIssued.Contains(row.State)).OrderByDescending(row => row.Id).Select(row => new DraftRow(row.Id, row.Title, row.State)).ToListAsync();
        return new(year.Year with { Parameters = entered.Parameters }, entered.Version, entered.ParametersFrom, await regulations.Handle(year.Year.ClusterId), drafts, RegulationsOverTime.DayOf(year.Year.Year, year.Year.Stage, Days.Today(clock)))
        {
            MayDraft = May(Permission.DraftRegulation),
            MayRecord = May(Permission.RecordRegulation),
            MaySet = May(Permission.SetYearParameters),
        };
    }

    public async Task<RegulationPage> One(int regulationId)
    {
        db.ChangeTracker.Clear();
        var regulation = await db.RegulationsOf(year.Year.ClusterId, current.Actor).AsNoTracking().Include(row => row.History).OneAsync(row => row.Id == regulationId);
        var document = await db.IssuedDocuments.AsNoTracking().Where(IssuedDocument.ReadableBy(current.Actor)).Where(row => row.Origin == nameof(Regulation) && row.OriginId == regulationId && row.State != DocumentState.Dropped)
            .OrderByDescending(row => row.Id).Select(row => new { row.Id, row.State }).FirstOrDefaultAsync();
        var issued = await regulations.Handle(year.Year.ClusterId);
        var isOwn = regulation.ClusterYearId == year.Year.Id;
        return new(regulation, year.Year)
        {
            Issued = issued.FirstOrDefault(row => row.Id == regulationId),
            HasOthers = issued.Any(row => row.Id != regulationId),
            MayEdit = isOwn && regulation.IsOpen && May(Permission.DraftRegulation),
            Steps = isOwn && IsYearOpen ? [.. RegulationWorkflow.Table.OpenTo(current.Actor, regulation.State).Select(open => open.Step).Where(step => IsTakenHere(step, regulation))] : [],
            DocumentId = isOwn ? document?.Id : null,
            DocumentState = document?.State,
        };
    }

    /// <summary>Beside another one; without choice the newest of the others.</summary>
    public async Task<CompareRegulationsPage> Compare(int regulationId, int? beforeId, bool all)
    {
        var rows = db.RegulationsOf(year.Year.ClusterId, current.Actor).AsNoTracking();
        var regulation = await rows.OneAsync(row => row.Id == regulationId);
        var others = await rows.Where(row => row.Id != regulationId && row.State != RegulationState.Dropped).OrderByDescending(row => row.FromOn).ThenByDescending(row => row.Id).Select(row => new { row.Id, row.Title, row.State, row.FromOn }).ToListAsync();
        var chosen = beforeId is null ? others.Find(row => row.FromOn < regulation.FromOn) ?? others.FirstOrDefault() : others.Find(row => row.Id == beforeId) ?? throw new NotFound();
        var before = chosen is null ? null : await rows.OneAsync(row => row.Id == chosen.Id);
        IReadOnlyList<SelectListItem> choices = [.. others.Select(row => new SelectListItem($"{row.Title} ({(row.FromOn is { } from ? $"hiệu lực từ {from:dd/MM/yyyy}" : Labels.Of(row.State).ToLowerInvariant())})", $"{row.Id}", row.Id == before?.Id))];
        return new(regulation, choices, before, before is null ? [] : ComparedParameter.Of(before.Parameters, regulation.Parameters), before is null ? [] : TextComparison.Of(Printed(before), Printed(regulation)), all);
    }

    // The others come with the document in the register, or with its recording.
    private static bool IsTakenHere(RegulationStep step, Regulation regulation) =>
        step == RegulationStep.TakeBack ? regulation.Recorded is not null : RegulationWorkflow.Table.RowOf(step).Needs == Permission.DraftRegulation;

    private string Printed(Regulation regulation) => RegulationText.Filled(regulation.Text, regulation.Parameters, ClusterWords.Of(year.Year.Kind, year.Year.LeaderTitle, year.Year.DeputyTitle));
}
