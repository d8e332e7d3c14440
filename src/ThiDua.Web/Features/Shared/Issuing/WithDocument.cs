using ThiDua.Domain;
using ThiDua.Domain.Documents;

namespace ThiDua.Web.Features.Shared.Issuing;

/// <summary>A dossier with the document that was made from it; null where there is none yet.</summary>
public sealed class WithDocument<T>
    where T : Dossier
{
    public required T Dossier { get; init; }

    public IssuedDocument? Document { get; init; }
}

/// <summary>Joins dossiers with their documents in the register.</summary>
internal static class WithDocuments
{
    /// <summary>Each dossier with its document in the making or in force; <paramref name="documents"/>: those of the years that the dossiers are read from.</summary>
    public static IQueryable<WithDocument<T>> WithDocument<T>(this IQueryable<T> dossiers, IQueryable<IssuedDocument> documents)
        where T : Dossier
    {
        var origin = typeof(T).Name;
        return from dossier in dossiers
               join found in documents.Where(row => row.Origin == origin && row.State != DocumentState.Dropped) on dossier.Id equals found.OriginId into made
               from document in made.DefaultIfEmpty()
               select new WithDocument<T> { Dossier = dossier, Document = document };
    }
}
