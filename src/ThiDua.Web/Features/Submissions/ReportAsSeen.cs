using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Reporting;
using ThiDua.Web.Conventions;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.Submissions;

/// <summary>Refuses a step on a report that is no longer as the person saw it, and says what changed in it, when and by whom.</summary>
public sealed class ReportAsSeen(PortalDb db)
{
    private const int MostChanges = 20;

    private sealed record Change(string Kind, string Subject, string What, string UserName, DateTime At);

    /// <summary>Where it is as seen, it has to be so at the save too; else what changed is told, and <paramref name="then"/> is to be done after looking again: "nộp".</summary>
    public async Task Handle(FindReport.Found found, int seen, string then)
    {
        var report = found.Begun;
        if (db.Entry(report).Property(row => row.Version).OriginalValue != seen)
        {
            throw new AlreadyChanged($"{await Changed(found.Requirement, report)} Xem lại dưới đây rồi {then}.");
        }

        db.Expect(report, seen);
    }

    private async Task<string> Changed(ReportRequirement requirement, ReportSubmission report)
    {
        var changes = await Last(report);
        if (changes.Count == 0)
        {
            return "Hồ sơ đã thay đổi so với lúc bạn mở trang.";
        }

        var what = changes.Select(change => InWords(requirement, report, change)).OfType<string>().Distinct().Take(3).ToList();
        return $"Hồ sơ đã thay đổi lúc {Shown.Time(changes[0].At)}: {changes[0].UserName}{(what.Count == 0 ? " cập nhật" : $" {string.Join(", ", what)}")}.";
    }

    // What was written last, in one transaction.
    private async Task<IReadOnlyList<Change>> Last(ReportSubmission report)
    {
        var (own, files, figures) = ($"{report.Id}", report.Files.Select(row => $"{row.Id}").ToList(), report.Figures.Select(row => $"{row.Id}").ToList());
        var changes = await db.AuditEntries.AsNoTracking()
            .Where(row => row.ClusterYearId == report.ClusterYearId && ((row.Kind == nameof(ReportSubmission) && row.Subject == own) || (row.Kind == nameof(SubmittedFile) && files.Contains(row.Subject)) || (row.Kind == nameof(SubmittedFigure) && figures.Contains(row.Subject))))
            .OrderByDescending(row => row.Id).Take(MostChanges).Select(row => new Change(row.Kind, row.Subject, row.Change, row.UserName, row.At)).ToListAsync();
        return [.. changes.TakeWhile(change => change.At == changes[0].At && change.UserName == changes[0].UserName)];
    }

    private static string? InWords(ReportRequirement requirement, ReportSubmission report, Change change) => change.Kind switch
    {
        nameof(SubmittedFile) when report.Files.FirstOrDefault(row => $"{row.Id}" == change.Subject) is { } file => $"{(change.What == "Added" ? "thêm" : "bỏ hoặc thay")} tệp “{file.Name}”",
        nameof(SubmittedFigure) when report.Figures.FirstOrDefault(row => $"{row.Id}" == change.Subject) is { } row => $"sửa số liệu “{requirement.FigureOf(row.FigureId).Name}”",
        _ => null,
    };
}
