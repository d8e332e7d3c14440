using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace ThiDua.Web.Data;

/// <summary>What was asked for does not exist, or not for this person; with a sentence where they knew of it once. Shown as the page "Không tìm thấy".</summary>
public sealed class NotFound(string? why = null) : Exception
{
    public string? Why => why;
}

/// <summary>Finding rows for a page.</summary>
public static class FindingRows
{
    public static async Task<T> OneAsync<T>(this IQueryable<T> rows, Expression<Func<T, bool>> which)
        where T : class =>
        await rows.SingleOrDefaultAsync(which) ?? throw new NotFound();

    public static async Task<T> OneAsync<T>(this IQueryable<T> rows)
        where T : class =>
        await rows.SingleOrDefaultAsync() ?? throw new NotFound();
}
