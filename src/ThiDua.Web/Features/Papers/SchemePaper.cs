using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Documents;
using ThiDua.Web.Features.Shared;

namespace ThiDua.Web.Features.Papers;

/// <summary>The guidance (hướng dẫn) by which a scheme is issued, with the scheme as its annex.</summary>
public sealed class SchemePaper(PortalDb db, CurrentYear year)
{
    public async Task<OfficialDocument> Handle()
    {
        var scheme = await db.ScoringSchemes.AsNoTracking().Include(row => row.Criteria).OneAsync();
        var cluster = await PaperOfCluster.Load(db, year.Year);
        var guidance = cluster.Base(year.Year) with
        {
            Title = $"Hướng dẫn chấm điểm thi đua năm {year.Year.Year} - {year.Year.Name}",
            Symbol = $"HD-{cluster.Abbreviation}",
            Kind = "Hướng dẫn",
            Abstract = $"Chấm điểm thi đua năm {year.Year.Year} của {year.Year.Name}",
            Body = [.. BodyOf(scheme)],
            Signatures = [cluster.Chair],
            Recipients = ["Cơ quan quản lý cụm, khối (để b/c)", "Các đơn vị thành viên"],
            Archive = $"VT, hồ sơ {cluster.Abbreviation}",
        };
        return guidance with { Annexes = [new("Phụ lục", scheme.Title, [TableOf(scheme)]) { Enclosure = Wording.EnclosedWith(guidance, "Hướng dẫn", year.Year.Name) }] };
    }

    private IEnumerable<Block> BodyOf(ScoringScheme scheme)
    {
        yield return new Paragraph($"{year.Year.Name} hướng dẫn chấm điểm thi đua năm {year.Year.Year} như sau:");
        yield return new Heading(2, "1. Bảng tiêu chí và thang điểm");
        yield return new Paragraph($"Các tiêu chí, điểm tối đa và cách chấm tại Phụ lục kèm theo; tổng điểm nội dung là {DocumentFormats.Number(scheme.ContentTotal)} điểm{(scheme.CutOffOn is { } day ? $"; ngày chốt số liệu là {DocumentFormats.DateInWords(day)}" : "")}.");
        yield return new Heading(2, "2. Xếp hạng");
        yield return new Paragraph($"Xếp hạng {Labels.Of(scheme.RankBy).ToLowerInvariant()}. Đơn vị không được giao chỉ tiêu ở một tiêu chí: {Labels.Of(scheme.NotAssigned).ToLowerInvariant()}. Đơn vị không nộp bảng tự chấm điểm: {Labels.Of(scheme.NoSheet).ToLowerInvariant()}, không xếp hạng.");
    }

    private static Table TableOf(ScoringScheme scheme)
    {
        var guides = scheme.Criteria.ToDictionary(row => row.Id, row => Text.Clean(row.Guide));
        var rows = scheme.Tree().Ordered.Select(placed => new Row([placed.Node.Code, placed.Node.Name, placed.Node.Max, Method(placed.Node, guides[placed.Node.Id])]) { Bold = placed.Node.Rule is null, Depth = placed.Depth });
        return new([new("TT", 9, ColumnAlignment.Center), new("Nội dung tiêu chí", 45), Column.Points("Điểm tối đa", 12), new("Cách chấm", 34)], [.. rows]) { Dense = true };
    }

    private static string? Method(SchemeNode node, string? guide) => node.Rule is null ? guide : guide is null ? Labels.Of(node.Rule.Method) : $"{Labels.Of(node.Rule.Method)}. {guide}";
}
