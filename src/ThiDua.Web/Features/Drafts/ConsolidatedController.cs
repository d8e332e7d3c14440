using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Documents;
using ThiDua.Domain.Documents.Drafting;
using ThiDua.Domain.Planning;
using ThiDua.Domain.Reporting;
using ThiDua.Web.Access;
using ThiDua.Web.Conventions;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared.Reports;

namespace ThiDua.Web.Features.Drafts;

/// <summary>Before a consolidated report is made: what would go into it; the document that was made already.</summary>
public sealed record ConsolidatedPage(ReportRequirement Requirement, ConsolidatedFigures Figures, int? DraftId, bool MayStart)
{
    /// <summary>The consolidated report in the register, where it was issued through that.</summary>
    public int? DocumentId { get; init; }
}

/// <summary>Starts a consolidated report, as the requirement was seen.</summary>
public sealed record StartConsolidatedForm
{
    public int Version { get; init; }

    public sealed class Validator : AbstractValidator<StartConsolidatedForm>;
}

/// <summary>Reads what would go into the consolidated report of a requirement.</summary>
public sealed class ShowConsolidated(PortalDb db, CurrentActor current, CurrentYear year, ConsolidatedOfRequirement figures)
{
    /// <summary>Who sees the figures of all units, and where others find what became of them.</summary>
    public const string Refusal = "Số liệu của mọi đơn vị do đơn vị trưởng, đơn vị phó, cơ quan thường trực, cơ quan quản lý và quan sát viên xem. Báo cáo tổng hợp đã ban hành có trong sổ văn bản.";

    public async Task<ConsolidatedPage> Handle(int requirementId)
    {
        db.ChangeTracker.Clear(); // after a refusal what was tried is not what is stored
        var requirement = await db.Requirements(current.Actor).AsNoTracking().WithPackage().OneAsync(row => row.Id == requirementId);
        if (!ReportSubmission.SeesAll(current.Actor))
        {
            throw new NotPermitted(Refusal);
        }

        var draftId = await db.ReadableDrafts(current.Actor).Where(row => row.RequirementId == requirementId && (row.State == DraftedState.Draft || row.State == DraftedState.Submitted || row.State == DraftedState.Issued)).OrderByDescending(row => row.Id).Select(row => (int?)row.Id).FirstOrDefaultAsync();
        var mayStart = draftId is null && requirement.OwedBy == OwedBy.EachMember && year.Year.Stage != Domain.Clusters.ClusterYearStage.Concluded && requirement.State == RequirementState.Announced && DraftTemplates.MayDraft(current.Actor, DraftTemplate.ConsolidatedReport, null);
        return new(requirement, await figures.Handle(requirement), draftId, mayStart) { DocumentId = requirement.ConsolidatedBy is null ? null : await Issued(draftId) };
    }

    private Task<int?> Issued(int? draftId) =>
        db.IssuedDocuments.Where(IssuedDocument.ReadableBy(current.Actor)).Where(row => row.Origin == nameof(DraftedDocument) && row.OriginId == draftId && row.State == DocumentState.Issued).OrderByDescending(row => row.Id).Select(row => (int?)row.Id).FirstOrDefaultAsync();
}

/// <summary>Starts the consolidated report of a requirement, once; gives its id.</summary>
public sealed class StartConsolidated(PortalDb db, CurrentActor current, DraftIssuers issuers, DraftFactsOfYear facts)
{
    public async Task<int> Handle(int requirementId, StartConsolidatedForm form)
    {
        var (by, requirement) = (current.Actor, await db.Requirement(requirementId, current.Actor));
        if (!DraftTemplates.MayDraft(by, DraftTemplate.ConsolidatedReport, null))
        {
            throw new NotPermitted($"{Permissions.Refusal(Permission.DraftDocuments)} Báo cáo tổng hợp do đơn vị trưởng lập.");
        }

        if (requirement.Version != form.Version)
        {
            throw new AlreadyChanged("Yêu cầu báo cáo vừa được người khác thay đổi. Xem lại rồi lập báo cáo tổng hợp.");
        }

        requirement.RequireOfMembers();
        RuleViolation.Require(requirement.State == RequirementState.Announced, $"Yêu cầu báo cáo đang ở trạng thái “{Labels.Of(requirement.State)}”, không lập báo cáo tổng hợp được.");
        var issuer = (await issuers.Handle()).First(row => row.IsCluster);
        var text = ConsolidatedReport.Start((await facts.Handle(DraftTemplate.ConsolidatedReport)).About(requirement), issuer, requirement.Title, requirement.Period);
        var draft = new DraftedDocument(by, DraftTemplate.ConsolidatedReport, null, new(null, issuer.Name), text, requirementId);
        db.Add(draft);
        await db.SaveOnce("Báo cáo tổng hợp của yêu cầu này vừa được lập. Mở lại trang để xem.");
        return draft.Id;
    }
}

/// <summary>Báo cáo tổng hợp của một yêu cầu báo cáo: what would go into it, and its start.</summary>
[Route("cum/{clusterYearId:int}/bao-cao/{requirementId:int}/bao-cao-tong-hop")]
public sealed class ConsolidatedController(ShowConsolidated show) : PortalController
{
    [HttpGet(""), Allow(Permission.ReadClusterYear)]
    public async Task<IActionResult> Show(int requirementId) => View("Consolidate", await show.Handle(requirementId));

    [HttpPost(""), Allow(Permission.DraftDocuments)]
    public Task<IActionResult> Start(int requirementId, StartConsolidatedForm form, [FromServices] StartConsolidated start)
    {
        var draftId = 0;
        return Submit(
            async () => draftId = await start.Handle(requirementId, form),
            () =>
            {
                TempData["Notice"] = "Đã lập dự thảo từ số liệu đã tiếp nhận. Viết phần đánh giá rồi lưu.";
                return Redirect($"/cum/{RouteData.Values[EnterClusterYear.Key]}/van-ban-theo-mau/{draftId}/sua");
            },
            async () => View("Consolidate", await show.Handle(requirementId)));
    }
}
