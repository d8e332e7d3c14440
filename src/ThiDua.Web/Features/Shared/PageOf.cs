using Microsoft.EntityFrameworkCore;

namespace ThiDua.Web.Features.Shared;

/// <summary>One page of a long list, twenty rows; the page's number stands in the URL as <c>trang</c>.</summary>
public sealed record PageOf<T>(IReadOnlyList<T> Rows, int Number, int Total) : IPageOf
{
    public int Count => (Total + PageSize.Rows - 1) / PageSize.Rows;
}

/// <summary>What the links between pages need (partial _Pages).</summary>
public interface IPageOf
{
    int Number { get; }

    int Count { get; }

    int Total { get; }
}

/// <summary>Cuts lists into pages.</summary>
public static class PageSize
{
    public const int Rows = 20;

    public static async Task<PageOf<T>> PageAt<T>(this IQueryable<T> ordered, int? number)
    {
        var total = await ordered.CountAsync();
        var at = Math.Clamp(number ?? 1, 1, Math.Max(1, (total + Rows - 1) / Rows));
        return new(await ordered.Skip((at - 1) * Rows).Take(Rows).ToListAsync(), at, total);
    }
}
