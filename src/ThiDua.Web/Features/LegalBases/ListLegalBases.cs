using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.LegalBases;
using ThiDua.Web.Access;
using ThiDua.Web.Features.Shared;
using ThiDua.Web.Features.Shared.Bases;

namespace ThiDua.Web.Features.LegalBases;

/// <summary>What the list is narrowed to and sorted by; it stands in the URL.</summary>
public sealed record LegalBasisFilter
{
    public string? Search { get; init; }

    /// <summary>"con" in force, "chua" not yet, "het" expired, "kiem-tra" to be verified; else all.</summary>
    public string? State { get; init; }

    /// <summary>The day on which it is asked whether they are in force.</summary>
    public DateOnly Day { get; init; }

    /// <summary>"chung" everybody's, "rieng" the cluster's own; else both.</summary>
    public string? Source { get; init; }

    /// <summary>"moi" by date, the latest first; "het" by the end of their validity; else in printed order.</summary>
    public string? Sort { get; init; }
}

/// <summary>The catalogue of legal bases (danh mục căn cứ): the portal's, or as a cluster sees it.</summary>
public sealed record LegalBasisList(string Here, bool IsOfPortal, bool MayKeep, LegalBasisFilter Filter, PageOf<LegalBasis> Page, IReadOnlyDictionary<int, LegalBasis> Named)
{
    /// <summary>A document that a row of the page names.</summary>
    public LegalBasis? WithId(int? id) => id is { } known ? Named.GetValueOrDefault(known) : null;
}

/// <summary>Lists legal bases: search without diacritics, standing on a day, sorted, page by page.</summary>
public sealed class ListLegalBases(ReadCatalogue catalogue, KeepingBases keeping, TimeProvider clock)
{
    public async Task<LegalBasisList> Handle(LegalBasisFilter filter, DateOnly? day, int? page)
    {
        filter = filter with { Day = day ?? Days.Today(clock) };
        var rows = await Sorted(Matching(filter), filter.Sort).PageAt(page);
        var named = rows.Rows.SelectMany(row => new[] { row.ReplacedById, row.AmendsId }).OfType<int>().Distinct().ToList();
        return new(keeping.Here, catalogue.ClusterId is null, keeping.May(), filter, rows, await catalogue.Query().AsNoTracking().Where(row => named.Contains(row.Id)).ToDictionaryAsync(row => row.Id));
    }

    private IQueryable<LegalBasis> Matching(LegalBasisFilter filter)
    {
        var (rows, day) = (catalogue.Query().AsNoTracking().With(filter.Search), filter.Day);
        rows = filter.Source switch { "chung" => rows.Where(row => row.ClusterId == null), "rieng" => rows.Where(row => row.ClusterId != null), _ => rows };
        return filter.State switch
        {
            "con" => rows.InForceOn(day),
            "chua" => rows.Where(row => row.InForceFrom > day),
            "het" => rows.Where(row => row.InForceTo < day),
            "kiem-tra" => rows.Where(row => row.IsToBeVerified),
            _ => rows,
        };
    }

    private static IQueryable<LegalBasis> Sorted(IQueryable<LegalBasis> rows, string? sort) => sort switch
    {
        "moi" => rows.OrderByDescending(row => row.IssuedOn).ThenBy(row => row.Id),
        "het" => rows.OrderBy(row => row.InForceTo == null).ThenBy(row => row.InForceTo).ThenBy(row => row.Id),
        _ => rows.InPrintedOrder(),
    };
}

/// <summary>Where the list stands that is kept in this request, and whether this person keeps it.</summary>
public sealed class KeepingBases(ReadCatalogue catalogue, CurrentActor current, CurrentYear year)
{
    public string Here => year.MayBe is { } entered ? $"/cum/{entered.Id}/can-cu" : "/quan-tri/can-cu";

    public bool May() => catalogue.IsOpen && (year.MayBe is null ? current.Actor.IsAdministrator : current.Actor.Can(Permission.KeepCatalogue));

    /// <summary>The same for one document: everybody's are not changed from a cluster.</summary>
    public bool Handle(LegalBasis row) => May() && row.ClusterId == catalogue.ClusterId;
}
