using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Reporting;
using ThiDua.Web.Access;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.Shared.Reports;

/// <summary>A unit that has not sent its report: by when, how late, and when it was reminded by hand last.</summary>
public sealed record MissingUnit(int Id, string Name, Deadline? Deadline, int DaysLate, bool IsBegun, ReportReminder? LastReminder, bool IsRemindedToday);

/// <summary>A requirement with the units that have not sent it, but one's own.</summary>
public sealed record MissingUnits(ReportRequirement Requirement, IReadOnlyList<MissingUnit> Rows, IReadOnlySet<int> Submitted)
{
    /// <summary>What is said of them in a chat: each unit with its own deadline.</summary>
    public string InWords
    {
        get
        {
            var byDeadline = Rows.GroupBy(row => Requirement.WrittenFor(row.Id)).Select(rows => (rows.Key.When, Names: string.Join("; ", rows.Select(row => row.Name)))).ToList();
            return byDeadline is [var only] ? $"Đề nghị các đơn vị nộp {Requirement.Title} ({only.When}): {only.Names}."
                : $"Đề nghị các đơn vị nộp {Requirement.Title}:\n{string.Join('\n', byDeadline.Select(row => $"- {row.When}: {row.Names}."))}";
        }
    }

    /// <summary>The chosen ones with their names; one that does not owe the report is refused.</summary>
    public IReadOnlyList<(int Id, string Name)> Chosen(IReadOnlyList<int> ids)
    {
        var known = Rows.ToDictionary(row => row.Id, row => row.Name);
        RuleViolation.Require(ids.All(known.ContainsKey), "Có đơn vị vừa nộp báo cáo, hoặc không phải gửi báo cáo này. Xem lại danh sách rồi thực hiện lại.", "Units");
        return [.. ids.Distinct().Select(id => (id, known[id]))];
    }
}

/// <summary>Finds the units that have not sent a report.</summary>
public sealed class MissingReports(PortalDb db, CurrentActor current, CurrentYear year, TimeProvider clock)
{
    public async Task<MissingUnits> Handle(int requirementId)
    {
        db.ChangeTracker.Clear(); // after a refusal what was tried is not what is stored
        var (actor, now) = (current.Actor, clock.GetUtcNow().UtcDateTime);
        var today = VietnamTime.DayOf(now);
        var requirement = await db.Requirement(requirementId, actor);
        var reports = await db.ReportSubmissions.AsNoTracking().Where(row => row.RequirementId == requirementId).Select(row => new { row.UnitId, row.State }).ToDictionaryAsync(row => row.UnitId, row => row.State);
        var reminders = (await db.ReportReminders.AsNoTracking().Where(row => row.RequirementId == requirementId && !db.ReportReminders.Any(later => later.RequirementId == row.RequirementId && later.UnitId == row.UnitId && later.On > row.On)).ToListAsync()).ToDictionary(row => row.UnitId);
        var submitted = reports.Where(row => row.Value != ReportState.Drafting).Select(row => row.Key).ToHashSet();
        var rows = from unit in year.Year.Owing(requirement.OwedBy)
                   where unit.Id != actor.UnitId && !submitted.Contains(unit.Id)
                   let deadline = requirement.DeadlineOf(unit.Id)
                   let last = reminders.GetValueOrDefault(unit.Id)
                   select new MissingUnit(unit.Id, unit.Name, deadline, requirement.DaysLate(unit.Id, now), reports.ContainsKey(unit.Id), last, last?.On == today);
        return new(requirement, [.. rows.OrderBy(row => row.Name, Text.VietnameseOrder)], submitted);
    }
}
