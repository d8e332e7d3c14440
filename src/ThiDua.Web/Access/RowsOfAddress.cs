using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Web.Data;

namespace ThiDua.Web.Access;

/// <summary>Tells whether the rows that an address names exist for this request: in the cluster year entered, with the authority named.</summary>
public sealed class RowsOfAddress(PortalDb db, CurrentActor actor, CurrentYear year)
{
    public async Task<bool> Exist(RouteValueDictionary route)
    {
        foreach (var (name, value) in route)
        {
            if (int.TryParse(value as string, out var id) && !await Exists(name, id, route))
            {
                return false;
            }
        }

        return true;
    }

    private Task<bool> Exists(string name, int id, RouteValueDictionary route) => name switch
    {
        "sheetId" => db.ScoreSheets.AnyAsync(row => row.Id == id),
        "id" when route.ContainsKey(EnterClusterYear.Key) => db.ScoreSheets.AnyAsync(row => row.Id == id),
        "id" => db.Organizations.AnyAsync(row => row.Id == id),
        "criterionId" => db.Criteria.IgnoreQueryFilters([PortalDb.OneScheme]).AnyAsync(row => row.Id == id),
        "linkId" => db.EvidenceLinks.AnyAsync(row => row.Id == id),
        "evidenceId" => db.Evidence.AnyAsync(row => row.Id == id && row.OrganizationId == actor.Actor.UnitId && row.Year == year.Year.Year),
        "layerId" => db.ResultLayers.AnyAsync(row => row.Id == id),
        "documentId" => db.IssuedDocuments.Where(Domain.Documents.IssuedDocument.ReadableBy(actor.Actor)).AnyAsync(row => row.Id == id),
        "draftId" => db.DraftedDocuments.Where(Domain.Documents.Drafting.DraftedDocument.ReadableBy(actor.Actor)).AnyAsync(row => row.Id == id),
        "copyId" => db.SignedCopies.AnyAsync(row => row.Id == id),
        "planId" => db.Plans.Where(Domain.Planning.Plan.ReadableBy(actor.Actor)).AnyAsync(row => row.Id == id),
        "sectionId" => db.PlanSections.AnyAsync(row => row.Id == id && row.PlanId == IdOf("planId", route)),
        "basisId" => db.PlanBases.AnyAsync(row => row.Id == id && row.PlanId == IdOf("planId", route)),
        "regulationId" => db.Regulations.IgnoreQueryFilters([PortalDb.ThisClusterYear]).Where(Domain.Regulations.Regulation.ReadableBy(actor.Actor)).AnyAsync(row => row.Id == id && row.ClusterId == year.Year.ClusterId), // what was issued, all years of the cluster read
        "legalBasisId" when year.MayBe is { } here => db.LegalBases.AnyAsync(row => row.Id == id && (row.ClusterId == null || row.ClusterId == here.ClusterId)),
        "legalBasisId" => db.LegalBases.AnyAsync(row => row.Id == id && row.ClusterId == null),
        "contactId" => db.Contacts.AnyAsync(row => row.Id == id && row.ClusterId == year.Year.ClusterId),
        "groupId" => db.RecipientGroups.AnyAsync(row => row.Id == id && row.ClusterId == year.Year.ClusterId),
        "covenantId" => db.Covenants.Where(Domain.Covenants.Covenant.ReadableBy(actor.Actor)).AnyAsync(row => row.Id == id),
        "signingId" => db.CovenantSignings.AnyAsync(row => row.Id == id && row.CovenantId == IdOf("covenantId", route)),
        "paperId" => db.PaperTexts.AnyAsync(row => row.Id == id),
        "blockId" => db.PlanBlocks.AnyAsync(row => row.Id == id && row.PlanId == IdOf("planId", route)),
        "consultationId" => db.Consultations.AnyAsync(row => row.Id == id),
        "commentId" => db.Comments.AnyAsync(row => row.Id == id && row.ConsultationId == IdOf("consultationId", route)),
        "requestId" => db.AuthorityRequests.Where(Domain.Planning.Requests.AuthorityRequest.ReadableBy(actor.Actor)).AnyAsync(row => row.Id == id),
        "targetId" => db.RegisteredTargets.AnyAsync(row => row.Id == id && row.Registration.UnitId == IdOf("unitId", route)),
        "titleId" => db.RegisteredTitles.AnyAsync(row => row.Id == id && row.Registration.UnitId == IdOf("unitId", route)),
        "requirementId" => db.ReportRequirements.Where(Domain.Reporting.ReportRequirement.ReadableBy(actor.Actor)).AnyAsync(row => row.Id == id),
        "itemId" => db.RequirementItems.AnyAsync(row => row.Id == id && row.RequirementId == IdOf("requirementId", route)),
        "fileId" => db.SubmittedFiles.AnyAsync(row => row.Id == id && row.Submission.RequirementId == IdOf("requirementId", route) && row.Submission.UnitId == IdOf("unitId", route)),
        "figureId" => db.RequirementFigures.AnyAsync(row => row.Id == id && row.RequirementId == IdOf("requirementId", route)),
        "uploadId" => OfReport(id, route),
        "barId" => db.ResultBars.AnyAsync(row => row.Id == id),
        "stepId" => db.StepsTaken.AnyAsync(row => row.Id == id),
        "unitId" => db.Memberships.AnyAsync(row => row.OrganizationId == id),
        "observerId" => db.PositionsHeld.AnyAsync(row => row.OrganizationId == id && row.Position == Position.Observer),
        "delegationId" => db.Delegations.AnyAsync(row => row.Id == id),
        "clusterId" => OfAuthority(id, route),
        "frameworkId" => db.FrameworkSchemes.AnyAsync(row => row.Id == id && row.AuthorityId == IdOf("organizationId", route)),
        "userId" => db.Users.AnyAsync(row => row.Id == id),
        "officeId" => db.Offices.AnyAsync(row => row.Id == id),
        "notificationId" => db.Notifications.AnyAsync(row => row.Id == id && row.UserId == actor.Actor.UserId),
        "kindId" => db.OrganizationKinds.AnyAsync(row => row.Id == id),
        _ => Task.FromResult(true), // the year and the authority were entered before
    };

    private static int IdOf(string name, RouteValueDictionary route) => int.TryParse(route[name] as string, out var id) ? id : 0;

    private Task<bool> OfReport(int uploadId, RouteValueDictionary route)
    {
        var (requirementId, unitId) = (IdOf("requirementId", route), IdOf("unitId", route));
        return db.PartialUploads.AnyAsync(row => row.Id == uploadId && db.ReportSubmissions.Any(one => one.Id == row.SubmissionId && one.RequirementId == requirementId && one.UnitId == unitId));
    }

    private Task<bool> OfAuthority(int clusterId, RouteValueDictionary route)
    {
        _ = int.TryParse(route["organizationId"] as string, out var authorityId);
        return db.Clusters.AnyAsync(row => row.Id == clusterId && row.AuthorityId == authorityId);
    }
}
