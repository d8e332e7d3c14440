using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Access;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.ScoringSchemes.Frameworks;

/// <summary>Rows to start a framework from; those of an earlier framework with their marks.</summary>
public sealed record FrameworkSource(string Title, decimal? ContentTotal, IReadOnlyList<(string? ParentCode, CriterionDescription Description)> Lines, Func<string, FrameworkPart?> MarkOf);

/// <summary>What an authority may start a framework from: nothing, a template that ships, a framework of its own, or the scheme of one of its cluster years.</summary>
public sealed class FrameworkSources(PortalDb db, ReadableYears readable)
{
    public const string OfFramework = "khung-";
    private const string Empty = "trong";
    private const string OfYear = "nam-";
    private const int MostOfEach = 60;

    public async Task<IReadOnlyList<SchemeSourceName>> Handle(int authorityId)
    {
        var frameworks = await db.FrameworkSchemes.AsNoTracking().Where(row => row.AuthorityId == authorityId && row.State != FrameworkState.Dropped).OrderByDescending(row => row.Year).ThenByDescending(row => row.Id).Take(MostOfEach).Select(row => new { row.Id, row.Year, row.Title }).ToListAsync();
        var schemes = await SchemesOf(authorityId).OrderByDescending(row => row.Year).ThenBy(row => row.Cluster).Take(MostOfEach).ToListAsync();
        return
        [
            .. frameworks.Select(row => new SchemeSourceName($"{OfFramework}{row.Id}", $"Bảng điểm khung năm {row.Year}: {row.Title}", "")),
            .. schemes.Select(row => new SchemeSourceName($"{OfYear}{row.ClusterYearId}", $"Bảng tiêu chí của {row.Cluster}, năm {row.Year}", row.Title)),
            .. SchemeSources.TemplateNames(),
            new(Empty, "Bảng trống, nhập từ tệp sau", ""),
        ];
    }

    public async Task<FrameworkSource> Find(int authorityId, string? key)
    {
        if (key is null or "" or Empty)
        {
            return new("", null, [], _ => null);
        }

        if (IdIn(key, OfFramework) is { } frameworkId)
        {
            var framework = await db.FrameworkSchemes.AsNoTracking().Include(row => row.Rows).OneAsync(row => row.Id == frameworkId && row.AuthorityId == authorityId && row.State != FrameworkState.Dropped);
            return new(framework.Title, framework.ContentTotal, framework.Lines(), framework.PartOf);
        }

        if (SchemeSources.OfTemplate(key) is { } template)
        {
            return new("", template.Terms.ContentTotal, template.Criteria, _ => null);
        }

        var yearId = IdIn(key, OfYear) ?? throw new NotFound();
        await SchemesOf(authorityId).OneAsync(row => row.ClusterYearId == yearId);
        var scheme = await readable.RowsOfAllYears<ScoringScheme>().Include(row => row.Criteria).OneAsync(row => row.ClusterYearId == yearId);
        return new(scheme.Title, scheme.ContentTotal, scheme.Lines(), code => scheme.Criteria.FirstOrDefault(row => row.Code == code)?.Part);
    }

    private IQueryable<OneScheme> SchemesOf(int authorityId) =>
        from scheme in readable.RowsOfAllYears<ScoringScheme>()
        join year in readable.Query() on scheme.ClusterYearId equals year.Id
        where year.Cluster.AuthorityId == authorityId
        select new OneScheme { ClusterYearId = year.Id, Year = year.Year, Cluster = year.Name, Title = scheme.Title };

    private static int? IdIn(string key, string kind) => key.StartsWith(kind, StringComparison.Ordinal) && int.TryParse(key[kind.Length..], out var id) ? id : null;

    private sealed class OneScheme
    {
        public int ClusterYearId { get; init; }

        public int Year { get; init; }

        public string Cluster { get; init; } = "";

        public string Title { get; init; } = "";
    }
}
