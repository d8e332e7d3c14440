using ThiDua.Domain.Access;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Documents.Drafting;
using ThiDua.Domain.Notifying;
using ThiDua.Domain.Planning;
using ThiDua.Domain.Scoring;
using static ThiDua.Domain.RuleViolation;

namespace ThiDua.Domain.Reporting;

// Whom it reminds, and when.
public sealed partial class ReportRequirement
{
    private readonly List<ReportReminder> _reminders = [];
    private readonly List<ReportUrging> _urgings = [];

    /// <summary>The reminders by hand; of a day long past only where they were loaded.</summary>
    public IReadOnlyList<ReportReminder> Reminders => _reminders;

    public IReadOnlyList<ReportUrging> Urgings => _urgings;

    /// <summary>The ladder by the unit's own deadline; null where there is nothing to remind of.</summary>
    public ReminderLadder? LadderOf(int unitId) => State == RequirementState.Announced && DeadlineOf(unitId) is { } deadline ? new(deadline, WaitsForWorkingDay) : null;

    /// <summary>The step due now for a unit that has not submitted; null: none, also after the deadline of one that closes hard. Last is the last step taken for the unit's present deadline.</summary>
    public int? ReminderDue(int unitId, DateTime now, DateOnly announcedOn, int? last) =>
        LadderOf(unitId) is { } ladder && StandingOf(unitId, now) != WindowStanding.Closed ? ladder.Due(VietnamTime.DayOf(now), ToldOn(unitId, announcedOn), last) : null;

    /// <summary>What units are told that are reminded by hand.</summary>
    public string ReminderSentence => $"Đề nghị nộp: {Title}";

    /// <summary>Whether units can be reminded now: they owe it, each of them, also where the others were summed up without them.</summary>
    public bool MayRemind => IsOpen && OwedBy == OwedBy.EachMember;

    /// <summary>Nhắc các đơn vị chưa nộp, by hand: none of those that submitted, nor of those that were reminded today.</summary>
    public void Remind(Actor by, IReadOnlyList<(int Id, string Name)> units, IReadOnlySet<int> submitted, IReadOnlySet<int> today, DateTime at)
    {
        RequireMissing(by, units, submitted);
        RequireNone(units.Where(unit => today.Contains(unit.Id)), "hôm nay đã được nhắc; mỗi đơn vị chỉ nhắc một lần trong ngày");
        Remember(by, Permission.KeepRequirements, YearAct.RemindUnits, at, $"{units.Count} đơn vị");
        _reminders.AddRange(units.Select(unit => new ReportReminder(this, by, unit, at)));
    }

    /// <summary>Đôn đốc: an official letter to units that have not submitted; it is drafted, signed and issued as others are.</summary>
    public void Urge(Actor by, DraftedDocument letter, IReadOnlyList<(int Id, string Name)> units, IReadOnlySet<int> submitted, DateTime at)
    {
        RequireMissing(by, units, submitted);
        Remember(by, Permission.KeepRequirements, YearAct.UrgeUnits, at, $"{units.Count} đơn vị");
        _urgings.Add(new(this, by, letter, units, at));
    }

    private void RequireMissing(Actor by, IReadOnlyList<(int Id, string Name)> units, IReadOnlySet<int> submitted)
    {
        RequireKeeper(by);
        Require(IsOpen, $"Yêu cầu báo cáo đang ở trạng thái “{Labels.Of(State)}”, không nhắc nộp.");
        Require(units.Count > 0, "Chọn ít nhất một đơn vị.", "Units");
        RequireNone(units.Where(unit => submitted.Contains(unit.Id)), "đã nộp báo cáo, không phải nhắc nữa");
    }

    private DateOnly ToldOn(int unitId, DateOnly announcedOn)
    {
        var extension = _extensions.FindLast(row => row.UnitId == unitId);
        var told = extension is not null && DeadlineOf(unitId)?.LastDay == extension.LastDay && Deadline?.LastDay != extension.LastDay ? extension.GivenAt
            : DeadlineChanges.Count > 0 ? DeadlineChanges[^1].At : (DateTime?)null;
        return told is { } at && VietnamTime.DayOf(at) > announcedOn ? VietnamTime.DayOf(at) : announcedOn;
    }

    private static void RequireNone(IEnumerable<(int Id, string Name)> units, string why)
    {
        var names = string.Join(", ", units.Select(unit => unit.Name));
        Require(names.Length == 0, $"{names} {why}. Bỏ chọn rồi thực hiện lại.", "Units");
    }
}
