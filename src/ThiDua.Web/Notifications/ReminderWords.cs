using ThiDua.Domain;
using ThiDua.Domain.Reporting;
using ThiDua.Web.Access;
using ThiDua.Web.Data;

namespace ThiDua.Web.Notifications;

/// <summary>The words of a reminder, by the days that are really left, whenever it is written.</summary>
internal static class ReminderWords
{
    private const int NamesShown = 20;

    /// <summary>To the people of a unit, of one report; the same text goes into a chat.</summary>
    public static NoticeText ToUnit(EnteredYear year, ReportRequirement requirement, OwingUnit unit, bool isBegun, DateTime now) =>
        new($"{When(requirement, unit.Id, now)}: {requirement.Title}", $"{unit.Name} {(isBegun ? "đang soạn, chưa nộp" : "chưa nộp")}. Thời hạn: {requirement.DeadlineOf(unit.Id)}.", PlaceOf(year), $"/cum/{year.Id}/bao-cao/{requirement.Id}/don-vi/{unit.Id}") { IsReminder = true };

    /// <summary>To the leader's clerks: all that is missing, report by report.</summary>
    public static NoticeText ToLeader(EnteredYear year, IReadOnlyList<(ReportRequirement Requirement, OwingUnit Unit)> missing, DateTime now)
    {
        var reports = missing.GroupBy(row => row.Requirement).ToList();
        var units = missing.DistinctBy(row => row.Unit.Id).Count();
        return new(
            $"{units} đơn vị chưa nộp {(reports.Count == 1 ? reports[0].Key.Title : $"{reports.Count} báo cáo")}",
            string.Join('\n', reports.SelectMany(report => report.GroupBy(row => When(row.Requirement, row.Unit.Id, now)).Select(rows => $"{(reports.Count == 1 ? "" : $"{report.Key.Title}. ")}{rows.Key}: {Names(rows.Select(row => row.Unit.Name))}"))),
            PlaceOf(year),
            $"/cum/{year.Id}/bao-cao{(reports.Count == 1 ? $"/tien-do?yeu-cau={reports[0].Key.Id}&trang-thai=chua" : "")}")
        { IsReminder = true };
    }

    private static string When(ReportRequirement requirement, int unitId, DateTime now)
    {
        var (deadline, today) = (requirement.DeadlineOf(unitId)!, VietnamTime.DayOf(now));
        var left = deadline.LastDay.DayNumber - today.DayNumber;
        return left switch
        {
            > 0 => $"Còn {left} ngày đến hạn nộp",
            0 => "Hôm nay là hạn nộp",
            _ when requirement.DaysLate(unitId, now) is > 0 and var days => $"Quá hạn nộp {days} ngày",
            _ => $"Hạn nộp rơi vào ngày nghỉ, còn nhận đúng hạn đến hết ngày {deadline.LastDayInTime(requirement.WaitsForWorkingDay):dd/MM/yyyy}",
        };
    }

    private static string PlaceOf(EnteredYear year) => $"{year.Name} – {year.Year}";

    private static string Names(IEnumerable<string> names)
    {
        var all = names.Order(Text.VietnameseOrder).ToList();
        return string.Join(", ", all.Take(NamesShown)) + (all.Count > NamesShown ? $" và {all.Count - NamesShown} đơn vị khác" : "");
    }
}
