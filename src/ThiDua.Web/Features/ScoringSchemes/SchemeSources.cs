using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Features.ScoringSchemes.Frameworks;

namespace ThiDua.Web.Features.ScoringSchemes;

/// <summary>Something that a new scheme may be started from, by the key in the address.</summary>
public sealed record SchemeSourceName(string Key, string Name, string Hint);

/// <summary>Terms, criteria (parents first) and tie keys to start a scheme from.</summary>
public sealed record SchemeSource(string Name, SchemeTerms Terms, IReadOnlyList<(string? ParentCode, CriterionDescription Description)> Criteria, IReadOnlyList<TemplateTieKey> TieKeys)
{
    /// <summary>The framework of the authority that it is; its locked parts stay as they are.</summary>
    public FrameworkScheme? Framework { get; init; }
}

/// <summary>Where a new scheme may start: empty, from a template that ships, from another year of the same cluster, or from what another cluster issued, as far as this person may read it; first of all from the framework of the authority.</summary>
public sealed class SchemeSources(PortalDb db, ReadableYears readable, CurrentYear year, FrameworkOfYear frameworks)
{
    private const string Empty = "trong";
    private const string OfYear = "nam-";
    private const string OfFramework = FrameworkSources.OfFramework;
    private const int MostOfOthers = 60;

    private static readonly (string Key, string File)[] Templates = [("mau-cum-tinh", "province-cluster"), ("mau-khoi-so-nganh", "provincial-block")];

    public async Task<IReadOnlyList<SchemeSourceName>> Handle()
    {
        var own = await Others(isOwn: true);
        return
        [
            .. await FrameworkInForce(),
            .. own,
            .. TemplateNames(),
            new(Empty, "Bảng trống", "Tự nhập từng mục, từng tiêu chí"),
            .. await Others(isOwn: false),
        ];
    }

    internal static IEnumerable<SchemeSourceName> TemplateNames() =>
        Templates.Select(row => (row.Key, Template: Read(row.File))).Select(row => new SchemeSourceName(row.Key, row.Template.Name, $"{row.Template.Criteria.Count} dòng, sửa được toàn bộ sau khi tạo"));

    internal static SchemeSource? OfTemplate(string key) => Templates.FirstOrDefault(row => row.Key == key).File is { } file ? FromTemplate(Read(file)) : null;

    /// <summary>Other schemes alone: the framework, those of this cluster in other years, and those that other clusters issued.</summary>
    public async Task<IReadOnlyList<SchemeSourceName>> OtherSchemes() => [.. await FrameworkInForce(), .. await Others(isOwn: true), .. await Others(isOwn: false)];

    private async Task<IReadOnlyList<SchemeSourceName>> Others(bool isOwn)
    {
        var rows = await EarlierSchemes().Where(row => row.IsOwn == isOwn).OrderByDescending(row => row.Year).ThenBy(row => row.Cluster).Take(MostOfOthers).ToListAsync();
        return [.. rows.Select(row => new SchemeSourceName($"{OfYear}{row.ClusterYearId}", row.Called, row.Title))];
    }

    public async Task<SchemeSource> Find(string? key)
    {
        if (key is null or Empty)
        {
            return new("Bảng trống", new("", 100), [], []);
        }

        if (key.StartsWith(OfFramework, StringComparison.Ordinal))
        {
            return FromFramework(await Framework(key));
        }

        return OfTemplate(key) ?? (key.StartsWith(OfYear, StringComparison.Ordinal) && int.TryParse(key[OfYear.Length..], out var id) ? await FromYear(id) : throw new NotFound());
    }

    private async Task<IReadOnlyList<SchemeSourceName>> FrameworkInForce() => await frameworks.Handle() is { } framework
        ? [new($"{OfFramework}{framework.Id}", FromFramework(framework).Name, $"{framework.Title}, văn bản số {framework.IssuedBy!.InWords()}: {framework.Rows.Count} dòng; phần khóa giữ nguyên, phần tự xây dựng do cụm, khối soạn")]
        : [];

    private async Task<FrameworkScheme> Framework(string key) => await frameworks.Handle() is { } framework && key == $"{OfFramework}{framework.Id}" ? framework : throw new NotFound();

    private static SchemeSource FromFramework(FrameworkScheme framework) =>
        new($"Lập từ bảng điểm khung của {framework.IssuedBy!.Issuer}", new("", framework.ContentTotal), framework.Lines(), []) { Framework = framework };

    private static SchemeTemplate Read(string file) => SchemeTemplate.FromJson(Resources.Text($"Schemes/{file}.json"));

    private static SchemeSource FromTemplate(SchemeTemplate template) => new(
        template.Name,
        new("", template.ContentTotal) { RankBy = template.RankBy, NotAssigned = template.NotAssigned, Bands = template.Bands },
        [.. template.Criteria.Select(row => (row.ParentCode, new CriterionDescription(row.Code, row.Name, row.Kind, row.Max, row.Rule) { Unit = row.Unit, TargetSource = row.TargetSource, EvidenceNeeded = row.Evidence, Guide = row.Guide }))],
        template.TieKeys);

    /// <summary>Another scheme as it stands, by its key.</summary>
    public async Task<ScoringScheme> Scheme(string key)
    {
        if (key.StartsWith(OfFramework, StringComparison.Ordinal))
        {
            return (await Framework(key)).Picture();
        }

        var id = key.StartsWith(OfYear, StringComparison.Ordinal) && int.TryParse(key[OfYear.Length..], out var number) ? number : throw new NotFound();
        await EarlierSchemes().Where(row => row.ClusterYearId == id).OneAsync();
        return await readable.RowsOfAllYears<ScoringScheme>().Include(row => row.Criteria).OneAsync(row => row.ClusterYearId == id);
    }

    private async Task<SchemeSource> FromYear(int clusterYearId)
    {
        var earlier = await EarlierSchemes().Where(row => row.ClusterYearId == clusterYearId).OneAsync();
        var scheme = await readable.RowsOfAllYears<ScoringScheme>().Include(row => row.Criteria).OneAsync(row => row.ClusterYearId == clusterYearId);
        var codes = scheme.Criteria.ToDictionary(row => row.Id, row => row.Code);
        var moved = year.Year.Year - earlier.Year;
        return new(
            earlier.Called,
            scheme.Terms() with { Title = scheme.Title.Replace($"{earlier.Year}", $"{year.Year.Year}", StringComparison.Ordinal), CutOffOn = scheme.CutOffOn?.AddYears(moved), TieKeys = [] },
            scheme.Lines(),
            [.. scheme.TieKeys.Where(key => key.NodeId is null || codes.ContainsKey(key.NodeId.Value)).Select(key => new TemplateTieKey(key.Kind, key.NodeId is { } node ? codes[node] : null))]);
    }

    private IQueryable<EarlierScheme> EarlierSchemes() =>
        from scheme in readable.RowsOfAllYears<ScoringScheme>()
        join other in readable.Query() on scheme.ClusterYearId equals other.Id
        let isOwn = db.ClusterYears.Any(now => now.Id == year.Year.Id && now.ClusterId == other.ClusterId)
        where other.Id != year.Year.Id && (isOwn || scheme.State == SchemeState.Issued)
        select new EarlierScheme { ClusterYearId = other.Id, Year = other.Year, Title = scheme.Title, Cluster = other.Name, IsOwn = isOwn };

    private sealed class EarlierScheme
    {
        public int ClusterYearId { get; init; }

        public int Year { get; init; }

        public string Title { get; init; } = "";

        public string Cluster { get; init; } = "";

        public bool IsOwn { get; init; }

        public string Called => IsOwn ? $"Sao chép từ năm {Year}" : $"Sao chép từ {Cluster}, năm {Year}";
    }
}
