using ThiDua.Domain;
using ThiDua.Domain.Planning.Consultations;
using ThiDua.Web.Conventions;
using ThiDua.Web.Documents;

namespace ThiDua.Web.Features.Consultations;

/// <summary>Units and comments of a round as tables, for the workbook and the summary.</summary>
internal static class CommentTables
{
    public static IReadOnlyList<XlsxSheet> Sheets(ConsultationPage page, UnitsPage units) =>
    [
        XlsxSheet.Of("Ý kiến góp ý", Comments(page, withWithdrawn: true), $"Ý kiến góp ý đối với dự thảo {page.Round.About}"),
        XlsxSheet.Of("Đơn vị", Units(units), $"Đơn vị trả lời lấy ý kiến dự thảo {page.Round.About}"),
    ];

    /// <summary>TT, đơn vị, mục, nội dung góp ý, tiếp thu/giải trình; in the order of the text.</summary>
    public static Table Comments(ConsultationPage page, bool withWithdrawn)
    {
        var rows = (page with { Asked = new() }).Parts().SelectMany(part => part.Comments).Where(row => withWithdrawn || row.Comment.WithdrawnAt is null)
            .Select((row, index) => new Row([index + 1, row.Unit.UnitName, row.Comment.Place, ContentOf(row.Comment), AnswerOf(row.Comment)]));
        return new([Column.Ordinal(width: 5), new("Đơn vị", 18), new("Mục", 17), new("Nội dung góp ý", 32), new("Tiếp thu, giải trình", 28)], [.. rows]) { Dense = true };
    }

    public static Table Units(UnitsPage page) => new(
        [Column.Ordinal(width: 5), new("Đơn vị", 26), new("Ý kiến", 22), Column.Ordinal("Số ý kiến", 8), Column.Ordinal("Chưa trả lời", 8), new("Lần cuối", 13), new("Ghi chú", 18)],
        [.. page.All.Select((row, index) => new Row([index + 1, row.Unit.UnitName, Labels.Of(row.Standing), row.Comments, row.Unanswered, Shown.Time(row.LastAt), NoteOf(row)]))]);

    public static string NoteOf(UnitAnswer row) => string.Join("; ", new[]
    {
        row.IsLate ? "sau thời hạn" : null,
        row.Unit.IsOnBehalf ? "nhập thay" : null,
        row.Unit.PaperNumber is { } number ? $"theo văn bản số {number} ngày {Shown.Day(row.Unit.PaperOn)}" : null,
        row.Unit.Note,
    }.Where(note => note is not null));

    private static string ContentOf(Comment comment) =>
        $"{(comment.Quote is { } quote ? $"“{quote}”: " : "")}{comment.Text}{(comment.IsLate ? " (góp ý sau thời hạn)" : "")}{(comment.WithdrawnAt is null ? "" : " (đơn vị đã rút)")}";

    private static string AnswerOf(Comment comment) => comment.Response is not { } response ? comment.WithdrawnAt is null ? "" : "–"
        : comment.Answer is { } answer ? $"{Labels.Of(response)}. {answer}" : $"{Labels.Of(response)}.";
}
