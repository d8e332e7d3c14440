using ThiDua.Domain.Access;
using ThiDua.Domain.Planning;
using ThiDua.Domain.Scoring;
using static ThiDua.Domain.RuleViolation;

namespace ThiDua.Domain.Reporting;

// Its deadline: common, and for each unit.
public sealed partial class ReportRequirement
{
    /// <summary>The common deadline; null where none is written, or only an expected one.</summary>
    public Deadline? Deadline => IsExpected ? null : DateAsWritten.TryParse(When)?.AsDeadline(Year);

    /// <summary>The deadline as it is for this unit: the common one, or the last extension of its own where that gives more time.</summary>
    public Deadline? DeadlineOf(int unitId) => WrittenFor(unitId) is { IsExtended: true, LastDay: { } day } ? new(day) : Deadline;

    /// <summary>The same as it is written.</summary>
    public UnitDeadline WrittenFor(int unitId) => UnitDeadline.Of(When, Deadline?.LastDay, _extensions.FindLast(row => row.UnitId == unitId)?.LastDay);

    /// <summary>What gives this unit more time than the others have; null where nothing does, or does so no more.</summary>
    public ReportExtension? ExtensionOf(int unitId) => WrittenFor(unitId).IsExtended ? _extensions.FindLast(row => row.UnitId == unitId) : null;

    /// <summary>Where it stands for the unit at this instant, always by the clock: open, late and taken, closed.</summary>
    public WindowStanding StandingOf(int unitId, DateTime now) => new OpenDays(null, DeadlineOf(unitId), ClosesHard).At(now, WaitsForWorkingDay);

    /// <summary>The first instant (UTC) that is late for the unit; null where there is no deadline.</summary>
    public DateTime? LateFrom(int unitId) => DeadlineOf(unitId)?.LateFrom(WaitsForWorkingDay);

    /// <summary>How many days what the unit has not sent is overdue; 0: it is not.</summary>
    public int DaysLate(int unitId, DateTime now) => DeadlineOf(unitId)?.DaysLate(WaitsForWorkingDay, VietnamTime.DayOf(now)) ?? 0;

    public bool IsLate(int unitId, DateTime at) => StandingOf(unitId, at) is WindowStanding.Late or WindowStanding.Closed;

    /// <summary>Refuses what comes after the deadline of one that closes hard. What was returned or opened again is mended whenever it came back.</summary>
    public void RequireOpen(int unitId, ReportState state, DateTime at)
    {
        Require(IsOpen, $"Yêu cầu báo cáo đang ở trạng thái “{Labels.Of(State)}”, không nhận hồ sơ.");
        Require(state != ReportState.Drafting || StandingOf(unitId, at) != WindowStanding.Closed, $"Đã hết thời hạn nộp ({DeadlineOf(unitId)}). Tệp đã tải lên vẫn được giữ; đề nghị đơn vị tiếp nhận gia hạn.");
    }

    /// <summary>Changes a deadline that was announced (đổi thời hạn), with its reason; the old one stays in the history. What is owed above changes by the document of those above alone.</summary>
    public void ChangeDeadline(Actor by, string? when, StepNote note, DocumentReference? document = null)
    {
        _ = RequirementWorkflow.Table.Take(RequirementStep.ChangeDeadline, State, by, note.Paper);
        var reason = ReasonAbove(Text.Clean(note.Reason) ?? throw new RuleViolation("Nêu lý do đổi thời hạn.", nameof(StepNote.Reason)), document, note.At);
        var old = When!;
        WriteDeadline(when);
        Require(Deadline is not null, "Nhập thời hạn mới đã ấn định, không phải dự kiến.", nameof(When));
        Require(When != old, "Thời hạn mới trùng với thời hạn đã thông báo.", nameof(When));
        Require(LastDay >= VietnamTime.DayOf(note.At), "Thời hạn mới không được trước hôm nay.", nameof(When));
        DeadlineChanges = [.. DeadlineChanges, new(old, When!, reason, by.UserName, note.At)];
        State = Take(RequirementWorkflow.Table, RequirementStep.ChangeDeadline, State, by, note with { Reason = $"Từ “{old}” thành “{When}”. {reason}" });
    }

    /// <summary>Gives one unit more time (gia hạn), less of it, or takes it back to the common day (thu hồi gia hạn), with the reason; it opens nothing for the others, and nobody gives it to their own unit.</summary>
    public void Extend(Actor by, (int Id, string Name) unit, DateOnly lastDay, StepNote note, int? leaderId)
    {
        ReportReceivers.Require(by, unit.Id, leaderId, OwedBy);
        _ = RequirementWorkflow.Table.Take(RequirementStep.Extend, State, by, note.Paper);
        RequireAnotherDay(unit.Id, lastDay, VietnamTime.DayOf(note.At));
        var reason = Text.Clean(note.Reason) ?? throw new RuleViolation("Nêu lý do gia hạn.", nameof(StepNote.Reason));
        _extensions.Add(new(this, unit, lastDay, reason, by.UserName, note.At));
        State = Take(RequirementWorkflow.Table, RequirementStep.Extend, State, by, note with { Reason = $"{unit.Name}: {(ExtensionOf(unit.Id) is null ? "thu hồi gia hạn, " : "")}đến hết ngày {lastDay:dd/MM/yyyy}. {reason}" });
    }

    private void RequireAnotherDay(int unitId, DateOnly lastDay, DateOnly today)
    {
        const string Field = "LastDay";
        var (common, now) = (Deadline?.LastDay, DeadlineOf(unitId)?.LastDay);
        if (ExtensionOf(unitId) is null)
        {
            Require(lastDay > now, $"Ngày gia hạn phải sau ngày {now:dd/MM/yyyy}, ngày cuối của thời hạn hiện nay.", Field);
            return;
        }

        Require(lastDay != now, $"Đơn vị đã được gia hạn đến hết ngày {now:dd/MM/yyyy}.", Field);
        Require(common is null || lastDay >= common, $"Ngày gia hạn không được trước ngày {common:dd/MM/yyyy}, ngày cuối của thời hạn chung; nhập đúng ngày đó để thu hồi gia hạn.", Field);
        Require(lastDay == common || lastDay >= today, "Ngày gia hạn rút ngắn không được trước hôm nay.", Field);
    }

    private void WriteDeadline(string? when)
    {
        var written = Text.Clean(when) is { } text ? DateAsWritten.Parse(text) : null;
        (When, IsExpected, LastDay) = (written?.ToString(), written?.Expected == true, written?.AsDeadline(Year).LastDay);
    }
}
