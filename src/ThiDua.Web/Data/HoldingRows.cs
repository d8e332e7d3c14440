using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace ThiDua.Web.Data;

/// <summary>Taking rows for the length of a save: to be called in what runs first in its transaction (<see cref="PortalDb.First"/>).</summary>
public static class HoldingRows
{
    /// <summary>Whoever changes one of them meanwhile waits, and what is read of them afterwards stays so; <paramref name="property"/> is written as it is.</summary>
    public static Task Hold<TRow, TProperty>(this IQueryable<TRow> rows, Expression<Func<TRow, TProperty>> property)
        where TRow : class =>
        rows.ExecuteUpdateAsync(set => set.SetProperty(property, property));
}
