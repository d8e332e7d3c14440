using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.LegalBases;
using ThiDua.Domain.Planning;

namespace ThiDua.Web.Features.Shared.Bases;

/// <summary>Documents of the catalogue to tick for a paper (partial _BasesToPick).</summary>
public sealed record BasesToPick(string? Search, bool WithAll, DateOnly Day, IReadOnlyList<BasesToPick.Row> Rows, int Total)
{
    /// <summary>A document as offered; IsCited: the paper rests on it already.</summary>
    public sealed record Row(BasisFinding Finding, bool IsCited);

    /// <summary>What was ticked, shown again after a refusal.</summary>
    public IReadOnlyCollection<int> Picked { get; init; } = [];
}

/// <summary>Finds documents to tick: by default those in force on the paper's day, in their printed order.</summary>
public sealed class FindBasesToPick(ReadCatalogue catalogue)
{
    private const int MostShown = 60;

    public async Task<BasesToPick> Handle(string? search, bool withAll, DateOnly day, IEnumerable<BasisDescription> cited)
    {
        var rows = catalogue.Query().AsNoTracking().With(search);
        rows = withAll ? rows : rows.InForceOn(day);
        var known = await catalogue.Handle();
        var (shown, total) = (await rows.InPrintedOrder().Take(MostShown).Select(row => row.Id).ToListAsync(), await rows.CountAsync());
        var ids = cited.Select(basis => known.Find(basis, day)?.Id).ToHashSet();
        return new(search, withAll, day, [.. shown.Select(id => new BasesToPick.Row(known.Check(known.WithId(id)!, day), ids.Contains(id)))], total);
    }
}
