using ThiDua.Domain.Planning;
using ThiDua.Domain.Planning.Consultations;
using ThiDua.Domain.Scoring;

namespace ThiDua.Domain.Reporting;

/// <summary>What reports and comments say of a unit's discipline (chấp hành chế độ báo cáo, góp ý): facts for the lines that the portal scores, each with its source.</summary>
public static class Discipline
{
    /// <summary>The event that a requirement is to its unit's lines.</summary>
    public static string KeyOf(ReportRequirement requirement) => $"bao-cao-{requirement.Id}";

    /// <summary>In time, late by so many working days, or not sent; null while there is time left, or no deadline, and where the unit owes nothing.</summary>
    public static PortalFact? OfReport(ReportRequirement requirement, int unitId, ReportSubmission? report, DateTime now)
    {
        if (!IsOwed(requirement) || requirement.DeadlineOf(unitId) is not { } deadline || requirement.LateFrom(unitId) is not { } lateFrom)
        {
            return null;
        }

        var key = KeyOf(requirement);
        if (report?.FirstSubmittedAt is not { } first)
        {
            return now < lateFrom ? null : new(key, $"Chưa nộp “{requirement.Title}”, thời hạn {deadline}, quá hạn {WorkingDaysLate(lateFrom, now)} ngày làm việc.", TakesOff: true);
        }

        var how = report.IsLate ? $"muộn {WorkingDaysLate(lateFrom, first)} ngày làm việc so với thời hạn" : "trong thời hạn";
        var way = report.OtherWay is { } other ? $"{Labels.Of(other.Way).ToLowerInvariant()}, nhận ngày {other.On:dd/MM/yyyy}" : $"nộp ngày {VietnamTime.DayOf(first):dd/MM/yyyy}";
        return new(key, $"“{requirement.Title}”: {way}, {how} ({deadline}).", report.IsLate);
    }

    /// <summary>What takes the place of an earlier fact where there is none now: more time was given, or the report is not asked for any more.</summary>
    public static PortalFact Lifted(ReportRequirement requirement, int unitId) => new(
        KeyOf(requirement),
        requirement.State == RequirementState.Withdrawn ? $"“{requirement.Title}”: yêu cầu báo cáo đã thu hồi."
            : IsOwed(requirement) && requirement.DeadlineOf(unitId) is { } deadline ? $"“{requirement.Title}”: chưa đến hạn ({deadline})."
            : $"“{requirement.Title}”: đơn vị không còn phải nộp.",
        TakesOff: false);

    /// <summary>The same of a round of comments: more time was given, or it was closed before its day.</summary>
    public static PortalFact Lifted(Consultation round) => new(KeyOf(round), $"Góp ý “{round.About}”: {(round.IsOpen ? "chưa hết thời hạn" : "đã khép lại trước thời hạn")} (đến hết ngày {round.LastDay:dd/MM/yyyy}).", TakesOff: false);

    public static string KeyOf(Consultation round) => $"gop-y-{round.Id}";

    /// <summary>Whether the unit answered a round in time; null while there is time left, for the unit that drafted the text, and where the round was closed before its day.</summary>
    public static PortalFact? OfRound(Consultation round, ConsultedUnit unit, DateTime now)
    {
        var key = KeyOf(round);
        return unit.IsDrafter ? null
            : unit.RepliedAt is { } at ? new(key, $"Góp ý “{round.About}”: trả lời ngày {VietnamTime.DayOf(at):dd/MM/yyyy}, {(unit.IsLate ? "sau" : "trong")} thời hạn (đến hết ngày {round.LastDay:dd/MM/yyyy}).", unit.IsLate)
            : round.StandingOf(unit, now) == ReplyStanding.Waiting ? null
            : new(key, $"Góp ý “{round.About}”: không trả lời trong thời hạn (đến hết ngày {round.LastDay:dd/MM/yyyy}){(round.SilenceAgrees ? ", coi như thống nhất" : "")}.", TakesOff: true);
    }

    private static bool IsOwed(ReportRequirement requirement) => requirement is { IsOpen: true, OwedBy: OwedBy.EachMember };

    /// <summary>How many working days from the first late instant on, the day begun counting as one.</summary>
    public static int WorkingDaysLate(DateTime lateFrom, DateTime at)
    {
        var (day, last, days) = (VietnamTime.DayOf(lateFrom), VietnamTime.DayOf(at), 0);
        for (; day <= last; day = day.AddDays(1))
        {
            days += DaysOff.Contains(day) ? 0 : 1;
        }

        return Math.Max(1, days);
    }
}
