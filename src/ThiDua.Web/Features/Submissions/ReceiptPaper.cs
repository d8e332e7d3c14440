using ThiDua.Domain;
using ThiDua.Domain.Reporting;
using ThiDua.Web.Access;
using ThiDua.Web.Conventions;
using ThiDua.Web.Data;
using ThiDua.Web.Documents;
using ThiDua.Web.Features.Shared;
using ThiDua.Web.Features.Shared.Reports;

namespace ThiDua.Web.Features.Submissions;

/// <summary>The receipt of a report on paper (biên nhận): each file with its size and hash; made by the portal, with no number and nobody's signature.</summary>
public sealed class ReceiptPaper(PortalDb db, CurrentYear year)
{
    private const int HashPart = 16;

    public async Task<OfficialDocument> Handle(ReportPage page)
    {
        var (report, requirement) = (page.Stored!, page.Requirement);
        var cluster = await PaperOfCluster.Load(db, year.Year);
        return cluster.Base(year.Year) with
        {
            Title = $"Biên nhận báo cáo - {page.Unit.Name}",
            Kind = "Biên nhận",
            Abstract = requirement.Title,
            IssuedOn = VietnamTime.DayOf(report.SubmittedAt!.Value),
            Body = [.. Told(page).Select(text => new Paragraph(text)), .. FiguresOf(page), .. Files(page), new Paragraph([new Run("Biên nhận do cổng lập tự động; mã SHA-256 dùng để đối chiếu tệp đã nộp với tệp gốc, không thay chữ ký số.", Italic: true)])],
            EndMark = false,
        };
    }

    /// <summary>The sentences of a receipt, on screen and on paper.</summary>
    public static IEnumerable<string> Told(ReportPage page)
    {
        var (report, requirement) = (page.Stored!, page.Requirement);
        yield return $"Đơn vị nộp: {page.Unit.Name}.";
        yield return $"Nơi nhận: {requirement.Recipient.InWords ?? "đơn vị trưởng"}.";
        yield return report.OtherWay is { } other
            ? $"{Labels.Of(other.Way)}, nhận ngày {other.On:dd/MM/yyyy}{(other.Note is null ? "" : $" ({other.Note})")}; thời hạn {page.Deadline}, {Lateness(report)}."
            : $"Nộp lần đầu lúc {Shown.Time(report.FirstSubmittedAt)}{(page.Deadline is { } due ? $"; thời hạn {due}, {Lateness(report)}" : "")}.";
        if (report.SubmittedRound > 1)
        {
            yield return $"Nộp gần nhất (lần {report.SubmittedRound}) lúc {Shown.Time(report.SubmittedAt)}.";
        }

        yield return $"Trạng thái: {Labels.Of(report.State).ToLowerInvariant()}{(report is { State: ReportState.Accepted, AcceptedAt: { } at } ? $" lúc {Shown.Time(at)}" : "")}.";
    }

    private static string Lateness(ReportSubmission report) => report.IsLate ? "nộp muộn" : "đúng hạn";

    private static IEnumerable<Block> FiguresOf(ReportPage page)
    {
        var rows = page.Stored!.FiguresIn(page.Stored.SubmittedRound);
        return rows.Count == 0 ? [] :
        [
            new Table(
                [Column.Ordinal(), new("Chỉ tiêu, số liệu", 46), new("Thực hiện", 18, ColumnAlignment.Right), new("Người nhập", 30)],
                [.. page.Requirement.Figures.Where(figure => rows.Any(row => row.FigureId == figure.Id)).Select((figure, index) => (figure, index, row: rows.First(one => one.FigureId == figure.Id))).Select(one => new Row([one.index + 1, one.figure.InWords, FigureFormat.Shown(one.figure, one.row.Value), $"{one.row.EnteredByName}, {Shown.Time(one.row.EnteredAt)}"]))])
            { Dense = true },
        ];
    }

    private static IEnumerable<Block> Files(ReportPage page)
    {
        var files = page.Stored!.FilesIn(page.Stored.SubmittedRound);
        return files.Count == 0 ? [] :
        [
            new Table(
                [Column.Ordinal(), new("Thành phần", 26), new("Tệp", 24), new("Dung lượng (byte)", 12, ColumnAlignment.Right, "#,##0"), new("Tải lên", 13, ColumnAlignment.Center), new("Mã SHA-256", 19)],
                [.. files.Select((file, index) => new Row([index + 1, page.Requirement.ItemOf(file.ItemId).Name, file.Name, file.File.Size, Shown.Time(file.AddedAt), string.Join(' ', file.File.Sha256.Chunk(HashPart).Select(part => new string(part)))]))])
            { Dense = true },
        ];
    }
}
