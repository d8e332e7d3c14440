using ThiDua.Domain.Access;
using ThiDua.Domain.Planning;
using ThiDua.Domain.Reporting;
using ThiDua.Web.Access;
using ThiDua.Web.Features.Shared.Reports;

namespace ThiDua.Web.Features.Shared.Tasks;

/// <summary>What one office waits for with the reports of a year: the leader for the units that have not sent theirs, a unit for its own to be received.</summary>
internal static class AwaitedReports
{
    public static IEnumerable<Awaited> For(YearInMotion year, Actor actor) =>
        year.Requirements.Where(row => RequirementWorkflow.Open.Contains(row.State)).SelectMany(row => Missing(year, row, actor).Concat(Own(year, row, actor)));

    private static IEnumerable<Awaited> Missing(YearInMotion year, RequirementInMotion row, Actor actor)
    {
        if (row.OwedBy != OwedBy.EachMember || !actor.Can(Permission.KeepRequirements))
        {
            yield break;
        }

        var came = row.Reports.Where(report => report.State != ReportState.Drafting).Select(report => report.UnitId).ToHashSet();
        var missing = year.Year.Owing(row.OwedBy).Where(unit => unit.Id != actor.UnitId && !came.Contains(unit.Id)).ToList();
        if (missing.Count > 0)
        {
            yield return new(year.Cluster, $"Nộp báo cáo: {row.Title} ({missing.Count} đơn vị)", AwaitedInYear.Names(missing.Select(unit => unit.Name)), year.Url($"bao-cao/tien-do?yeu-cau={row.Id}&trang-thai=chua"));
        }
    }

    private static IEnumerable<Awaited> Own(YearInMotion year, RequirementInMotion row, Actor actor)
    {
        if (actor.UnitId is { } unit && actor.Can(Permission.EnterReports) && row.Reports.Any(report => report.UnitId == unit && report.State == ReportState.Submitted))
        {
            yield return new(year.Cluster, $"Tiếp nhận báo cáo của đơn vị: {row.Title}", ReceiverOfReport.InWords(year.Year, row.OwedBy, unit), year.Url($"bao-cao/{row.Id}/don-vi/{unit}"));
        }
    }
}
