using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Planning;
using ThiDua.Domain.Reporting;
using ThiDua.Web.Access;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.Shared.Reports;

/// <summary>Requirements and reports as those who read and write them load them.</summary>
internal static class ReportsInDb
{
    public static IQueryable<ReportRequirement> Requirements(this PortalDb db, Actor reader) => db.ReportRequirements.Where(ReportRequirement.ReadableBy(reader));

    /// <summary>With what it asks for and the extensions.</summary>
    public static IQueryable<ReportRequirement> WithPackage(this IQueryable<ReportRequirement> requirements) => requirements.Include(row => row.Items).Include(row => row.Figures).Include(row => row.Extensions);

    /// <summary>With its package and the extensions; a draft exists for those who keep it alone.</summary>
    public static Task<ReportRequirement> Requirement(this PortalDb db, int requirementId, Actor reader) =>
        db.OneOf(db.Requirements(reader).WithPackage(), requirementId);

    /// <summary>The one of those that may be read; of one that was announced and taken back since, who asks for it hears so.</summary>
    public static async Task<ReportRequirement> OneOf(this PortalDb db, IQueryable<ReportRequirement> readable, int requirementId) =>
        await readable.SingleOrDefaultAsync(row => row.Id == requirementId) ?? throw new NotFound(await db.WhyTakenBack(requirementId));

    private static async Task<string?> WhyTakenBack(this PortalDb db, int requirementId)
    {
        var state = await db.ReportRequirements.AsNoTracking().Where(row => row.Id == requirementId && row.History.Any(step => step.Step == nameof(RequirementStep.Announce))).Select(row => (RequirementState?)row.State).SingleOrDefaultAsync();
        return state switch
        {
            RequirementState.Draft => "Yêu cầu báo cáo này đã được rút về để sửa, hiện chưa phải gửi. Khi được thông báo lại, đơn vị nhận thông báo mới.",
            RequirementState.Dropped => "Yêu cầu báo cáo này đã được bỏ, không phải gửi.",
            _ => null,
        };
    }

    /// <summary>The unit, where it owes the requirement or has sent something for it, and this person may see that.</summary>
    public static async Task<OwingUnit> UnitOf(this PortalDb db, ReportRequirement requirement, int unitId, EnteredYear year, Actor reader)
    {
        if (!ReportSubmission.MayRead(reader, unitId) || !year.MemberNames.TryGetValue(unitId, out var name))
        {
            throw new NotFound();
        }

        return year.Owing(requirement.OwedBy).FirstOrDefault(unit => unit.Id == unitId)
            ?? (await db.ReportSubmissions.AnyAsync(row => row.RequirementId == requirement.Id && row.UnitId == unitId) ? new(unitId, name) : throw new NotFound());
    }

    /// <summary>The lines of a requirement's tables: the units that owe it on this day, and those that owe it no more but have submitted, so that the lines add up to the totals. A member sees its own.</summary>
    public static IQueryable<Membership> LinesOf(this PortalDb db, ReportRequirement requirement, EnteredYear year, Actor reader, DateOnly today)
    {
        var (seesAll, own, leaderAlone, leaderId, id) = (ReportSubmission.SeesAll(reader), reader.UnitId, requirement.OwedBy == OwedBy.Leader, year.LeaderId, requirement.Id);
        var takingPart = db.Memberships.Where(Membership.TakesPartOn(today)).Where(row => !leaderAlone || row.OrganizationId == leaderId);
        return db.Memberships.AsNoTracking().Where(member => (seesAll || member.OrganizationId == own)
            && (takingPart.Any(row => row.OrganizationId == member.OrganizationId) || db.ReportSubmissions.Any(row => row.RequirementId == id && row.UnitId == member.OrganizationId && row.FirstSubmittedAt != null))
            && !db.Memberships.Any(later => later.OrganizationId == member.OrganizationId && later.Id > member.Id));
    }
}
