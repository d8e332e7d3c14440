using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Documents;
using ThiDua.Web.Features.Shared;

namespace ThiDua.Web.Features.Papers;

/// <summary>Which paper of a layer of results.</summary>
public enum LayerPaper { Summary, Minutes, Notice }

/// <summary>The papers of a layer of results: the summary table of scores (bảng tổng hợp điểm) and the minutes of the review (biên bản bình xét), and the notice of results (thông báo kết quả) with the table as its annex.</summary>
public sealed class LayerPapers(PortalDb db, CurrentYear year)
{
    private sealed record Found(ResultLayer Layer, IReadOnlyList<SchemeNode> Columns, ResultSnapshot Snapshot, PaperOfCluster Cluster)
    {
        public string Abbreviation => Cluster.Abbreviation;

        /// <summary>The latest document that corrected the results after this layer.</summary>
        public DocumentReference? CorrectedBy { get; init; }

        public bool IsInWriting => Layer.Manner == AdoptionManner.InWriting;

        /// <summary>"(đã được điều chỉnh tại …)"; empty where they stand.</summary>
        public string CorrectedInWords => CorrectedBy is { } document ? $" (đã được điều chỉnh tại văn bản số {document.Number} ngày {document.IssuedOn:dd/MM/yyyy} của {document.Issuer})" : "";
    }

    public Task<OfficialDocument> Handle(int layerId, LayerPaper which) => which switch
    {
        LayerPaper.Summary => Summary(layerId),
        LayerPaper.Minutes => Minutes(layerId),
        _ => Notice(layerId),
    };

    private async Task<OfficialDocument> Summary(int layerId)
    {
        var found = await Find(layerId);
        return Base(found) with
        {
            Title = $"Bảng tổng hợp điểm thi đua năm {year.Year.Year} - {year.Year.Name}",
            Kind = "Bảng tổng hợp kết quả chấm điểm",
            Abstract = $"Năm {year.Year.Year} của {year.Year.Name} ({Labels.Of(found.Layer.Kind).ToLowerInvariant()}){found.CorrectedInWords}",
            Body = [SummaryTable(found)],
            EndMark = false,
            Wide = true,
            Signatures = [ChairOf(found)],
        };
    }

    /// <summary>The summary as a workbook whose own formulas give its totals and ranks.</summary>
    public async Task<IReadOnlyList<XlsxSheet>> SummaryForXlsx(int layerId)
    {
        var found = await Find(layerId);
        return new SummaryWorkbook(found.Layer, found.Columns, $"{year.Year.Name} năm {year.Year.Year}: {Labels.Of(found.Layer.Kind)}{found.CorrectedInWords}").Sheets();
    }

    private async Task<OfficialDocument> Minutes(int layerId)
    {
        var found = await Find(layerId);
        var appraisers = await Appraisers();
        return Base(found) with
        {
            Title = $"Biên bản {(found.IsInWriting ? "tổng hợp ý kiến về kết quả" : "bình xét")} thi đua năm {year.Year.Year} - {year.Year.Name}",
            Symbol = $"BB-{found.Abbreviation}",
            Kind = "Biên bản",
            Abstract = $"{(found.IsInWriting ? "Tổng hợp ý kiến bằng văn bản về kết quả bình xét" : "Bình xét")}, xếp hạng thi đua năm {year.Year.Year} của {year.Year.Name}{found.CorrectedInWords}",
            Body = [.. Opening(found), .. Scores(found), .. Honours(found), .. appraisers],
            Signatures = [new(["Thư ký"], null, "(Ký, ghi rõ họ tên)"), ChairOf(found) with { Note = "(Ký, ghi rõ họ tên)" }],
            Recipients = ["Cơ quan quản lý cụm, khối (để b/c)", "Các đơn vị thành viên"],
            Archive = $"VT, hồ sơ {found.Abbreviation}",
        };
    }

    private async Task<OfficialDocument> Notice(int layerId)
    {
        var found = await Find(layerId);
        var notice = Base(found) with
        {
            Title = $"Thông báo kết quả thi đua năm {year.Year.Year} - {year.Year.Name}",
            Symbol = $"TB-{found.Abbreviation}",
            Kind = "Thông báo",
            Abstract = $"Kết quả chấm điểm, xếp hạng thi đua năm {year.Year.Year} của {year.Year.Name}",
            Body = [new Paragraph($"{year.Year.Name} thông báo kết quả chấm điểm, xếp hạng thi đua năm {year.Year.Year} như sau:"), .. Scores(found), .. Honours(found), new Paragraph("Điểm từng nội dung của các đơn vị tại Phụ lục kèm theo.")],
            Signatures = [ChairOf(found)],
            Recipients = ["Cơ quan quản lý cụm, khối (để b/c)", "Các đơn vị thành viên"],
            Archive = $"VT, hồ sơ {found.Abbreviation}",
        };
        return notice with { Annexes = [new("Phụ lục", "Bảng tổng hợp kết quả chấm điểm", [SummaryTable(found)]) { Wide = true, Enclosure = Wording.EnclosedWith(notice, "Thông báo", year.Year.Name) }] };
    }

    private async Task<Found> Find(int layerId)
    {
        var layer = await db.ResultLayers.AsNoTracking().Include(row => row.Rows).OneAsync(row => row.Id == layerId);
        var snapshot = layer.Snapshot();
        var tree = new SchemeTree(snapshot.Nodes);
        return new(layer, [.. tree.ContentSections, .. tree.Sections.Where(section => section.Kind != CriterionKind.Normal)], snapshot, await PaperOfCluster.Load(db, year.Year))
        {
            CorrectedBy = await db.ResultLayers.AsNoTracking().Where(row => row.Id > layerId && row.Kind == ResultLayerKind.Corrected).OrderByDescending(row => row.Id).Select(row => row.Document).FirstOrDefaultAsync(),
        };
    }

    private OfficialDocument Base(Found found) => found.Cluster.Base(year.Year);

    private static Signature ChairOf(Found found) => found.Cluster.Chair;

    private static Table SummaryTable(Found found)
    {
        var (byPercent, hasBands) = (found.Snapshot.RankBy == RankBy.Percent, found.Snapshot.Bands.Count > 0);
        var rows = found.Layer.Rows.OrderBy(row => row.Order).Select((row, index) => new Row(
        [
            index + 1, row.UnitName, .. found.Columns.Select(column => (Cell)row.ByNode.GetValueOrDefault(column.Id)), row.Total,
            .. byPercent ? [(Cell)row.Percent] : Array.Empty<Cell>(), row.Rank, .. hasBands ? [(Cell)row.Band] : Array.Empty<Cell>(), row.Honour, NotesOf(row),
        ]));
        return new(
            [
                Column.Ordinal(width: 5), new("Đơn vị", 20), .. found.Columns.Select(column => Column.Points($"{column.Code}. {Head(column)}", 9)), Column.Points("Tổng điểm", 9),
                .. byPercent ? [Column.Points("Tỷ lệ %", 8)] : Array.Empty<Column>(), new("Hạng", 8, ColumnAlignment.Center, "0"), .. hasBands ? [new("Xếp loại", 9)] : Array.Empty<Column>(), new("Suy tôn", 9), new("Ghi chú", 16),
            ],
            [.. rows])
        { Dense = true };
    }

    // Bars stand at their unit, as on the page.
    private static string NotesOf(LayerRow row) => string.Join(' ', new[] { row.UnrankedReason ?? row.TieBrokenBy, row.BandReason }.Concat(row.Notes()).Where(note => note is not null));

    private static string Head(SchemeNode column) => column.Kind == CriterionKind.Normal ? column.Name : Labels.Of(column.Kind);

    private IEnumerable<Block> Opening(Found found)
    {
        var results = $"kết quả bình xét, xếp hạng thi đua năm {year.Year.Year} của {year.Year.Name}";
        yield return new Paragraph((found.Layer.Document, found.Layer.Kind) switch
        {
            (null, _) => $"Hôm nay, ngày …… tháng …… năm ……, Hội nghị {year.Year.Name} bình xét, xếp hạng thi đua năm {year.Year.Year} như sau:",
            ({ } document, ResultLayerKind.Adopted) when found.IsInWriting => $"{By(document)}, {results} được thông qua bằng hình thức lấy ý kiến bằng văn bản, {found.Layer.InFavour}/{found.Layer.Rows.Count} đơn vị đồng ý, như sau:",
            ({ } document, ResultLayerKind.Adopted or ResultLayerKind.Agreed) => $"{By(document)}, Hội nghị {year.Year.Name} đã bình xét, xếp hạng thi đua năm {year.Year.Year} như sau:",
            ({ } document, var kind) => $"{By(document)}, {results} ({Labels.Of(kind).ToLowerInvariant()}) như sau:",
        });
    }

    private static string By(DocumentReference document) => $"Theo văn bản số {document.Number} ngày {document.IssuedOn:dd/MM/yyyy} của {document.Issuer}";

    private static IEnumerable<Block> Scores(Found found)
    {
        yield return new Heading(1, "I. Kết quả chấm điểm, xếp hạng");
        yield return new Table(
            [new("Hạng", 9, ColumnAlignment.Center, "0"), new("Đơn vị", 35), Column.Points("Tổng điểm", 13), Column.Points("Tỷ lệ %", 12), new("Ghi chú", 31)],
            [.. found.Layer.Rows.OrderBy(row => row.Order).Select(row => new Row([row.Rank, row.UnitName, row.Total, row.Percent, NotesOf(row)]))]);
    }

    private static IEnumerable<Block> Honours(Found found)
    {
        yield return new Heading(1, "II. Kết quả suy tôn");
        var given = found.Layer.Rows.Where(row => row.Honour is not null).OrderBy(row => row.Order).ToList();
        if (given.Count == 0)
        {
            yield return new Paragraph($"{(found.IsInWriting ? "Các đơn vị" : "Hội nghị")} chưa quyết định vị trí suy tôn.");
        }

        foreach (var row in given)
        {
            yield return new ListItem($"{row.Honour}: {row.UnitName}{(row.HonourReason is { } reason ? $" ({reason})" : "")}.");
        }
    }

    // Who appraised whom is printed.
    private async Task<IReadOnlyList<Block>> Appraisers()
    {
        var sheets = await db.ScoreSheets.AsNoTracking().Where(sheet => sheet.AppraisedByUnitId != null || sheet.State != ScoreSheetState.NotSubmitted)
            .Select(sheet => new { sheet.UnitName, Appraiser = sheet.AppraisedByMeeting ?? db.Memberships.Where(member => member.OrganizationId == sheet.AppraisedByUnitId).Select(member => member.NameThen).FirstOrDefault() }).ToListAsync();
        return
        [
            new Heading(1, "III. Đơn vị thẩm định"),
            .. sheets.GroupBy(sheet => sheet.Appraiser ?? "Cơ quan thường trực").Select(group => new ListItem($"{group.Key} thẩm định: {string.Join("; ", group.Select(sheet => sheet.UnitName).Order(Text.VietnameseOrder))}.")),
        ];
    }
}
