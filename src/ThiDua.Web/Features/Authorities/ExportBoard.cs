using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Planning.Requests;
using ThiDua.Web.Data;
using ThiDua.Web.Documents;

namespace ThiDua.Web.Features.Authorities;

/// <summary>The authority's board as a workbook (XLSX): all that the filter finds, not one page of it.</summary>
public sealed class ExportBoard(PortalDb db, ShowBoard board)
{
    private const int MostRows = 5000;

    private static readonly Column[] Columns =
    [
        Column.Ordinal(), new("Cụm, khối", 30), new("Loại", 12), new("Cấp", 10), Whole("Năm", 6), new("Đơn vị trưởng", 24), new("Giai đoạn", 14),
        new("Kế hoạch gửi", 22), new("Tiêu chí gửi", 22), new("Hạn báo cáo tới", 14), Whole("Báo cáo phải nộp", 8), Whole("Báo cáo đã nộp", 8), Whole("Đã tiếp nhận", 8), Whole("Nộp muộn", 8), Whole("Quá hạn chưa nộp", 8),
        Whole("Số bảng", 8), Whole("Đã nhập", 8), Whole("Đã nộp", 8), Whole("Đã thẩm định", 8), new("Kết quả", 16),
        new("Hạng 1", 24), Column.Points("Điểm", 9), new("Hạng 2", 24), Column.Points("Điểm", 9), new("Hạng 3", 24), Column.Points("Điểm", 9),
    ];

    public async Task<Stream> Handle(int authorityId, BoardFilter filter, CancellationToken cancellation)
    {
        var authority = await db.Organizations.AsNoTracking().OneAsync(row => row.Id == authorityId);
        var rows = await board.WithMore(await board.Rows(authorityId, filter).Take(MostRows).ToListAsync(cancellation));
        var file = new MemoryStream();
        await XlsxTable.Write(file, [new("Cụm, khối thi đua", Columns, rows.Select(Line)) { Titles = [$"Các cụm, khối thi đua của {authority.Name}"] }], cancellation);
        file.Position = 0;
        return file;
    }

    private static Column Whole(string header, double width) => new(header, width, ColumnAlignment.Center, "0");

    private static Row Line(BoardRow row, int index) => new([
        index + 1, row.Name, Labels.Of(row.Kind), Labels.Of(row.Level), row.Year, row.Leader, Labels.Of(row.Stage), Sent(row, RequestSubject.Plan), Sent(row, RequestSubject.Scheme),
        row.Reports?.NextDay is { } next ? $"{next:dd/MM/yyyy}" : null, row.Reports?.Owing, row.Reports?.Submitted, row.Reports?.Accepted, row.Reports?.Late, row.Reports?.Overdue, row.Sheets, row.Entered, row.Submitted, row.Appraised,
        row.Ranking is { } ranking ? Labels.Of(ranking) : null, .. Place(row, 0), .. Place(row, 1), .. Place(row, 2)]);

    private static string? Sent(BoardRow row, RequestSubject subject) =>
        row.Sent.FirstOrDefault(sent => sent.Subject == subject) is { } sent ? $"{Labels.Of(sent.Manner)}, gửi ngày {sent.SentOn:dd/MM/yyyy}: {Labels.Of(sent.State).ToLowerInvariant()}" : null;

    // Ties share a rank: the cell says which it is.
    private static Cell[] Place(BoardRow row, int index) => row.First.ElementAtOrDefault(index) is { } place ? [$"{place.Rank}. {place.Unit}", place.Total] : [(string?)null, (decimal?)null];
}
