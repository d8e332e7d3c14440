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
    private const int HashPart = 8;

    /// <summary>A figure that was submitted, as a receipt shows it.</summary>
    public sealed record Figure(string Name, string Value, string By);

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
        if (report.History.Where(step => step.Step is nameof(ReportStep.Submit) or nameof(ReportStep.RecordReceipt)).MaxBy(step => step.Id) is { } taken)
        {
            var recorded = taken.Step == nameof(ReportStep.RecordReceipt) ? "Người ghi nhận" : taken.PaperNumber is null ? "Người nộp" : "Người ghi nhận nộp";
            yield return $"{recorded}: {taken.UserName} ({taken.OfficeName}){(taken.PaperNumber is null ? "" : $", theo văn bản đã ký số {taken.PaperNumber} ngày {taken.PaperOn:dd/MM/yyyy}, người ký: {taken.PaperSignatory}, {taken.PaperOffice}")}.";
        }

        if (report.SubmittedRound > 1)
        {
            yield return $"Nộp gần nhất (lần {report.SubmittedRound}) lúc {Shown.Time(report.SubmittedAt)}.";
        }

        yield return $"Trạng thái: {Labels.Of(report.State).ToLowerInvariant()}{(report is { State: ReportState.Accepted, AcceptedAt: { } at } ? $" lúc {Shown.Time(at)}" : "")}.";
    }

    private static string Lateness(ReportSubmission report) => report.IsLate ? "nộp muộn" : "đúng hạn";

    /// <summary>The figures that were submitted, with who entered them and from which paper.</summary>
    public static IReadOnlyList<Figure> Figures(ReportPage page)
    {
        var report = page.Stored!;
        return [.. from figure in page.Requirement.Figures
                   let row = report.FiguresIn(report.SubmittedRound).FirstOrDefault(one => one.FigureId == figure.Id)
                   where row is not null
                   select new Figure(figure.InWords, FigureFormat.Shown(figure, row.Value), $"{row.EnteredByName}{(report.EnteredFrom(row) is { } paper ? $" nhập thay theo {paper}" : "")}, {Shown.Time(row.EnteredAt)}")];
    }

    private static IEnumerable<Block> FiguresOf(ReportPage page)
    {
        var rows = Figures(page);
        return rows.Count == 0 ? [] :
        [
            new Table(
                [Column.Ordinal(), new("Chỉ tiêu, số liệu", 46), new("Thực hiện", 18, ColumnAlignment.Right), new("Người nhập", 30)],
                [.. rows.Select((row, index) => new Row([index + 1, row.Name, row.Value, row.By]))])
            { Dense = true },
        ];
    }

    private static IEnumerable<Block> Files(ReportPage page)
    {
        var files = page.Stored!.FilesIn(page.Stored.SubmittedRound);
        return files.Count == 0 ? [] :
        [
            new Table(
                [Column.Ordinal(), new("Thành phần", 21), new("Tệp", 20), new("Dung lượng (byte)", 15, ColumnAlignment.Right, "#,##0"), new("Tải lên", 13, ColumnAlignment.Center), new("Mã SHA-256", 25)],
                [.. files.Select((file, index) => new Row([index + 1, page.Requirement.ItemOf(file.ItemId).Name, file.Name, file.File.Size, Shown.Time(file.AddedAt), string.Join(' ', file.File.Sha256.Chunk(HashPart).Select(part => new string(part)))]))])
            { Dense = true },
        ];
    }
}
