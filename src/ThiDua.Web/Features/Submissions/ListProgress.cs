using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Reporting;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared;
using ThiDua.Web.Features.Shared.Reports;

namespace ThiDua.Web.Features.Submissions;

/// <summary>Lists the units of one requirement with their items: leader, deputies and those above all of them, a member its own line.</summary>
public sealed class ListProgress(PortalDb db, CurrentActor current, CurrentYear year, OrganizationByText organizations, TimeProvider clock)
{
    public async Task<ProgressPage> Handle(ProgressFilter filter, int? page)
    {
        var all = (await db.Requirements(current.Actor).AsNoTracking().Where(row => row.State != RequirementState.Draft && row.State != RequirementState.Dropped).OrderBy(row => row.LastDay).ThenBy(row => row.Id).Select(row => new { row.Id, row.Title, row.State, HasFigures = row.Figures.Any() }).ToListAsync());
        var chosen = filter.RequirementId ?? all.Find(row => row.State == RequirementState.Announced)?.Id ?? all.FirstOrDefault()?.Id;
        var requirement = chosen is { } id ? await Find(id) : null;
        var rows = requirement is null ? null : await Matching(requirement, filter).PageAt(page);
        return new(filter, [.. all.Select(row => (row.Id, row.Title))], requirement, rows is null ? null : rows with { Rows = await WithItems(requirement!, rows.Rows) })
        {
            SeesAll = ReportSubmission.SeesAll(current.Actor),
            HasFigures = all.Exists(row => row.Id == chosen && row.HasFigures),
            MayRemind = requirement?.MayRemind == true && year.Year.Stage != ClusterYearStage.Concluded && current.Actor.Can(Permission.KeepRequirements),
        };
    }

    /// <summary>Every line that the filter leaves, for the spreadsheet.</summary>
    public async Task<(ReportRequirement Requirement, IReadOnlyList<ProgressRow> Rows)> All(ProgressFilter filter)
    {
        var requirement = await Find(filter.RequirementId ?? throw new NotFound());
        return (requirement, await WithItems(requirement, await Matching(requirement, filter).ToListAsync()));
    }

    private Task<ReportRequirement> Find(int requirementId) =>
        db.Requirements(current.Actor).AsNoTracking().Where(row => row.State != RequirementState.Draft && row.State != RequirementState.Dropped).Include(row => row.Items).Include(row => row.Extensions).OneAsync(row => row.Id == requirementId);

    private IQueryable<ProgressRow> Matching(ReportRequirement requirement, ProgressFilter filter)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var isPast = requirement.Deadline is { } due && now >= due.LateFrom(requirement.WaitsForWorkingDay);
        var stillOpen = requirement.Extensions.Select(row => row.UnitId).Where(unit => !requirement.IsLate(unit, now)).Distinct().ToList();
        var named = organizations.WithWords(filter.Search);
        var search = filter.Search is not null;
        var found =
            from member in db.LinesOf(requirement, year.Year, current.Actor, VietnamTime.DayOf(now))
            where !search || named.Any(row => row.Id == member.OrganizationId)
            join one in db.ReportSubmissions.Where(row => row.RequirementId == requirement.Id) on member.OrganizationId equals one.UnitId into reports
            from report in reports.DefaultIfEmpty()
            select new
            {
                member.OrganizationId,
                member.NameThen,
                Id = (int?)report.Id,
                State = (ReportState?)report.State,
                report.FirstSubmittedAt,
                WasLate = report != null && report.IsLate,
                IsOverdue = isPast && (report == null || report.FirstSubmittedAt == null) && !stillOpen.Contains(member.OrganizationId),
                CameOtherWay = report != null && report.OtherWay != null,
                Supplements = report.History.Count(step => step.Step == nameof(ReportStep.Supplement)),
            };
        return found.Where(row => (filter.State == null || row.State == filter.State) && (!filter.IsMissing || row.FirstSubmittedAt == null) && (!filter.IsLate || row.WasLate || row.IsOverdue))
            .OrderBy(row => row.NameThen).ThenBy(row => row.OrganizationId)
            .Select(row => new ProgressRow(row.OrganizationId, row.NameThen, row.Id, row.State, row.FirstSubmittedAt, row.WasLate, row.IsOverdue, row.CameOtherWay) { Supplements = row.Supplements });
    }

    private async Task<IReadOnlyList<ProgressRow>> WithItems(ReportRequirement requirement, IReadOnlyList<ProgressRow> rows)
    {
        var ids = rows.Where(row => row.SubmissionId is not null).Select(row => row.SubmissionId!.Value).ToList();
        var counts = (await db.SubmittedFiles.AsNoTracking()
            .Where(file => ids.Contains(file.SubmissionId) && file.Supplement == null && file.Since <= file.Submission.SubmittedRound && (file.Until == null || file.Until > file.Submission.SubmittedRound))
            .GroupBy(file => new { file.SubmissionId, file.ItemId }).Select(group => new { group.Key.SubmissionId, group.Key.ItemId, Count = group.Count(), One = group.Max(file => file.Id) }).ToListAsync()).ToLookup(row => row.SubmissionId);
        var sentBack = rows.Where(row => row.State == ReportState.Returned).Select(row => row.SubmissionId!.Value).ToList();
        var returned = sentBack.Count == 0 ? [] : await db.ReportSubmissions.AsNoTracking().Where(row => sentBack.Contains(row.Id)).Select(row => new { row.Id, row.Returns }).ToDictionaryAsync(row => row.Id, row => row.Returns);
        var reminders = await Reminders(requirement, rows);
        return [.. rows.Select(row => reminders.TryGetValue(row.UnitId, out var given) ? row with { RemindedAt = given.Last, Reminders = given.Count } : row).Select(row => row.SubmissionId is not { } id ? row : row with
        {
            Files = counts[id].ToDictionary(one => one.ItemId, one => new FilesOfItem(one.Count, one.One)),
            Wrong = returned.TryGetValue(id, out var returns) && returns.Count > 0 ? returns[^1].Items.Where(item => !item.IsFigure).Select(item => item.ItemId).ToHashSet() : new HashSet<int>(),
        })];
    }

    private Task<Dictionary<int, (DateTime Last, int Count)>> Reminders(ReportRequirement requirement, IReadOnlyList<ProgressRow> rows)
    {
        var units = rows.Select(row => row.UnitId).ToList();
        return db.ReportReminders.AsNoTracking().Where(row => row.RequirementId == requirement.Id && units.Contains(row.UnitId)).GroupBy(row => row.UnitId)
            .Select(group => new { group.Key, Last = group.Max(row => row.At), Count = group.Count() }).ToDictionaryAsync(row => row.Key, row => (row.Last, row.Count));
    }
}
