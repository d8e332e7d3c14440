using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Web.Data;
using ThiDua.Web.Documents;

namespace ThiDua.Web.Features.Authorities;

/// <summary>What the clusters report as a workbook (XLSX): all that the filter finds, not one page of it.</summary>
public sealed class ExportReportsBoard(PortalDb db, ShowReportsBoard board, TimeProvider clock)
{
    private const int MostRows = 5000;

    private static readonly Column[] Columns =
    [
        Column.Ordinal(), new("Cụm, khối", 30), Whole("Năm", 6), new("Báo cáo", 44), new("Loại", 16), new("Kỳ", 20), new("Bên phải gửi", 18), new("Thời hạn", 22),
        Whole("Phải nộp", 8), Whole("Đã nộp", 8), Whole("Đã tiếp nhận", 8), Whole("Nộp muộn", 8), Whole("Đang bổ sung", 8), Whole("Chưa nộp", 8), Whole("Quá hạn chưa nộp", 8), new("Báo cáo tổng hợp", 28),
    ];

    public async Task<Stream> Handle(int authorityId, ReportsFilter filter, CancellationToken cancellation)
    {
        var authority = await db.Organizations.AsNoTracking().OneAsync(row => row.Id == authorityId);
        var rows = await board.WithStanding(await board.Rows(authorityId, filter).Take(MostRows).ToListAsync(cancellation));
        var now = clock.GetUtcNow().UtcDateTime;
        var file = new MemoryStream();
        await XlsxTable.Write(file, [new("Báo cáo", Columns, rows.Select((row, index) => Line(row, index, now))) { Titles = [$"Báo cáo của các cụm, khối thi đua của {authority.Name}"] }], cancellation);
        file.Position = 0;
        return file;
    }

    private static Column Whole(string header, double width) => new(header, width, ColumnAlignment.Center, "0");

    private static Row Line(ReportsRow row, int index, DateTime now) => new([
        index + 1, row.Cluster, row.Year, row.Title, Labels.Of(row.Kind), row.Period, Labels.Of(row.OwedBy), row.When,
        row.Standing.Owing, row.Standing.Submitted, row.Standing.Accepted, row.Standing.Late, row.Standing.Returned, row.Standing.Missing, row.Standing.Overdue(now), row.ConsolidatedBy?.InWords()]);
}
