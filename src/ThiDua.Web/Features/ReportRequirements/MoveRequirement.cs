using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Reporting;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared.Lines;
using ThiDua.Web.Features.Shared.Reports;

namespace ThiDua.Web.Features.ReportRequirements;

/// <summary>The steps of a requirement that need at most a reason: announced, taken back to the draft, withdrawn, dropped. The lines that are scored from it follow.</summary>
public sealed class MoveRequirement(PortalDb db, CurrentActor current, ReportingFacts facts, TimeProvider clock)
{
    private const string HasBegun = "Đã có đơn vị soạn hoặc nộp nên không sửa lại được. Hãy đổi thời hạn, hoặc thu hồi rồi lập yêu cầu mới.";

    public async Task Handle(int requirementId, RequirementStep step, RequirementStepForm form)
    {
        var (requirement, by) = (await db.Requirement(requirementId, current.Actor), current.Actor);
        var note = new StepNote(clock.GetUtcNow().UtcDateTime, Text.Clean(form.Reason));
        switch (step)
        {
            case RequirementStep.Announce:
                requirement.Announce(by, note);
                break;
            case RequirementStep.Revise:
                requirement.Revise(by, note, await db.ReportSubmissions.AnyAsync(row => row.RequirementId == requirementId));
                GuardRevision(requirementId);
                break;
            case RequirementStep.Withdraw:
                requirement.Withdraw(by, note, await AcceptedAbove(requirement));
                db.First(async () => RuleViolation.Require(await AcceptedAbove(requirement) is null, "Báo cáo vừa được cơ quan quản lý tiếp nhận nên không thu hồi được."));
                break;
            default:
                // Who was told of it once is told of its end.
                await db.Entry(requirement).Collection(row => row.History).LoadAsync();
                requirement.Drop(by, note);
                break;
        }

        db.Expect(requirement, form.Version);
        facts.Follow(requirement);
        await db.SaveChangesAsync();
    }

    private async Task<ReportState?> AcceptedAbove(ReportRequirement requirement) =>
        requirement.IsOwedAbove && await db.ReportSubmissions.AnyAsync(row => row.RequirementId == requirement.Id && row.State == ReportState.Accepted) ? ReportState.Accepted : null;

    // Whoever begins a report waits for the row of its requirement.
    private void GuardRevision(int requirementId)
    {
        db.MustStillBe(db.ReportRequirements.Where(row => row.Id == requirementId && row.State == RequirementState.Announced), row => row.State, HasBegun);
        db.First(async () => RuleViolation.Require(!await db.ReportSubmissions.AnyAsync(row => row.RequirementId == requirementId), HasBegun));
    }
}

/// <summary>Changes a deadline that was announced; what came within the new one is late no more.</summary>
public sealed class ChangeDeadline(PortalDb db, CurrentActor current, ReckonReports reckon, TimeProvider clock)
{
    public async Task Handle(int requirementId, RequirementStepForm form)
    {
        var requirement = await db.Requirement(requirementId, current.Actor);
        requirement.ChangeDeadline(current.Actor, form.When, new(clock.GetUtcNow().UtcDateTime, Text.Clean(form.Reason)), form.HasDocument ? form.Document.ToReference() : null);
        db.Expect(requirement, form.Version);
        reckon.Handle(requirement);
        await db.SaveChangesAsync();
    }
}

/// <summary>Notes the consolidated report: from here on nothing is opened again, what is new stands beside.</summary>
public sealed class ConsolidateReports(PortalDb db, CurrentActor current, TimeProvider clock)
{
    public async Task Handle(int requirementId, ConsolidateForm form)
    {
        var requirement = await db.Requirement(requirementId, current.Actor);
        requirement.Consolidate(current.Actor, form.Document.ToReference(), new(clock.GetUtcNow().UtcDateTime));
        db.Expect(requirement, form.Version);
        await db.SaveChangesAsync();
    }
}
