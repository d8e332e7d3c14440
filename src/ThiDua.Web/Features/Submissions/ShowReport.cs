using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Reporting;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared.Reports;
using ThiDua.Web.Files;

namespace ThiDua.Web.Features.Submissions;

/// <summary>Reads what one unit sends. The unit itself sees what it writes; leader, deputies and those above what was submitted; other members nothing.</summary>
public sealed class ShowReport(PortalDb db, CurrentActor current, CurrentYear year, FiguresOfUnits figures, TakeIssuedDocument issued, BeginUpload uploads, PartialFiles partial, FileStore contents, TimeProvider clock)
{
    public async Task<ReportPage> Handle(int requirementId, int unitId)
    {
        db.ChangeTracker.Clear(); // after a refusal what was tried is not what is stored
        var (actor, now) = (current.Actor, clock.GetUtcNow().UtcDateTime);
        var requirement = await db.OneOf(db.Requirements(actor).AsNoTracking().WithPackage(), requirementId);
        var unit = await db.UnitOf(requirement, unitId, year.Year, actor);
        var stored = await db.ReportSubmissions.AsNoTracking().Include(row => row.Files).ThenInclude(row => row.File).Include(row => row.Figures).Include(row => row.History).SingleOrDefaultAsync(row => row.RequirementId == requirementId && row.UnitId == unitId);
        var (isOwn, isYearOpen) = (actor.UnitId == unitId, year.Year.Stage != ClusterYearStage.Concluded);
        var mayReceive = isYearOpen && ReportReceivers.May(actor, unitId, year.Year.LeaderId, requirement.OwedBy);
        return new(requirement, unit, stored)
        {
            IsOwn = isOwn,
            MayEnter = isYearOpen && (stored is null ? isOwn && actor.Can(Permission.EnterReports) && requirement.IsOpen && requirement.StandingOf(unitId, now) != WindowStanding.Closed : stored.MayEnter(actor, requirement, now)),
            MayReceive = mayReceive,
            MayExtend = mayReceive && requirement is { State: RequirementState.Announced, Deadline: not null } && (stored is null || stored.IsOpen || stored.IsLate),
            IsYearOpen = isYearOpen,
            Receiver = ReceiverOfReport.InWords(year.Year, requirement.OwedBy, unitId),
            Steps = isYearOpen && requirement.IsOpen ? [.. StepsOf(requirement, stored, unitId, now)] : [],
            Files = stored?.FilesFor(actor) ?? [],
            Figures = await figures.Handle(requirement, unitId, stored?.FiguresFor(actor) ?? []),
            Former = stored is null ? [] : isOwn ? stored.FormerFiles : [.. stored.FormerFiles.Where(file => file.Since <= stored.SubmittedRound && file.Until > file.Since && file.Until <= stored.SubmittedRound)],
            Issued = isOwn && requirement.OwedBy == Domain.Planning.OwedBy.Leader ? await issued.Offered(requirement.Kind) : [],
            HeldBack = (stored?.FilesFor(actor) ?? []).Where(file => contents.HeldBack(file.File.Sha256) is not null).ToDictionary(file => file.Id, file => contents.HeldBack(file.File.Sha256)!),
            Unfinished = isOwn && stored is not null ? await Unfinished(requirementId, unitId, now) : [],
            Standing = requirement.StandingOf(unitId, now),
            Today = VietnamTime.DayOf(now),
        };
    }

    private IEnumerable<Workflow<ReportState, ReportStep>.OpenStep> StepsOf(ReportRequirement requirement, ReportSubmission? stored, int unitId, DateTime now)
    {
        var (actor, leaderId) = (current.Actor, year.Year.LeaderId);
        var (isOwn, mayReceive) = (actor.UnitId == unitId, ReportReceivers.May(actor, unitId, leaderId, requirement.OwedBy));
        foreach (var open in ReportWorkflow.Table.OpenTo(actor, stored?.State ?? ReportState.Drafting))
        {
            var isOffered = open.Step switch
            {
                ReportStep.Submit => isOwn && stored is not null && stored.Missing(requirement).Count == 0 && (stored.State != ReportState.Drafting || requirement.StandingOf(unitId, now) != WindowStanding.Closed),
                ReportStep.Supplement => isOwn && requirement.State == RequirementState.Consolidated,
                ReportStep.Reopen => mayReceive && requirement.State != RequirementState.Consolidated && stored is not null && ReceiveReport.MayReopen(stored),
                _ => mayReceive,
            };
            if (isOffered)
            {
                yield return open;
            }
            else if (open.Step == ReportStep.Accept && ReportReceivers.MayRecordForThoseAbove(actor, unitId, requirement.OwedBy))
            {
                yield return open with { OnPaperOnly = true };
            }
        }
    }

    private async Task<IReadOnlyList<UnfinishedUpload>> Unfinished(int requirementId, int unitId, DateTime now) =>
        [.. (await uploads.Unfinished(requirementId, unitId, now).ToListAsync()).Select(row => new UnfinishedUpload(row.Id, row.ItemId, row.Name, row.Size, Math.Min(row.Size, partial.Length(row.Key)), row.BegunAt))];
}
