using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Documents.Drafting;
using ThiDua.Domain.Planning;
using ThiDua.Domain.Reporting;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared.Reports;

namespace ThiDua.Web.Features.ReportRequirements;

/// <summary>What the leader sends to those above for the cluster, by its own deadline: where that stands.</summary>
public sealed record SentUpRow(int Id, string Title, string? When, RequirementState State, ReportState? Sent);

/// <summary>After the consolidated report: what is sent on to those above; MaySet: nobody has said by when yet, and this person may.</summary>
public sealed record SentUp(IReadOnlyList<SentUpRow> Rows, int? LeaderId, bool MaySet);

/// <summary>Reads what the leader owes of the same kind for the cluster, once the reports of the units are summed up.</summary>
public sealed class ShowSentUp(PortalDb db, CurrentActor current, CurrentYear year)
{
    public async Task<SentUp?> Handle(ReportRequirement requirement, bool isYearOpen)
    {
        if (requirement is not { State: RequirementState.Consolidated, OwedBy: OwedBy.EachMember } || !ReportSubmission.SeesAll(current.Actor))
        {
            return null;
        }

        var (kind, leader) = (requirement.Kind, year.Year.LeaderId);
        var rows = await db.Requirements(current.Actor).AsNoTracking().Where(row => row.OwedBy == OwedBy.Leader && row.Kind == kind && row.State != RequirementState.Dropped && row.State != RequirementState.Withdrawn).OrderBy(row => row.Id)
            .Select(row => new SentUpRow(row.Id, row.Title, row.When, row.State, db.ReportSubmissions.Where(one => one.RequirementId == row.Id && one.UnitId == leader).Select(one => (ReportState?)one.State).FirstOrDefault())).ToListAsync();
        return new(rows, leader, isYearOpen && rows.Count == 0 && current.Actor.Can(Permission.KeepRequirements));
    }
}

/// <summary>The form of what the leader owes those above, filled from the reports that were summed up.</summary>
public sealed class PrefillSentUp(PortalDb db, CurrentActor current, CurrentYear year)
{
    public async Task<RequirementForm> Handle(int? requirementId)
    {
        if (requirementId is not { } id)
        {
            return new();
        }

        var summed = await db.Requirements(current.Actor).AsNoTracking().OneAsync(row => row.Id == id);
        var (above, body) = (year.Year.AuthorityId, year.Year.StandingBodyId);
        var names = await db.Organizations.AsNoTracking().Where(row => row.Id == above || row.Id == body).ToDictionaryAsync(row => row.Id, row => row.Name);
        return new()
        {
            Kind = summed.Kind,
            Title = $"Tổng hợp {DraftWords.Lowered(summed.Title)}",
            Period = summed.Period,
            OwedBy = OwedBy.Leader,
            RecipientName = names.GetValueOrDefault(above),
            Through = body is { } standing && standing != above ? names.GetValueOrDefault(standing) : null,
        };
    }
}
