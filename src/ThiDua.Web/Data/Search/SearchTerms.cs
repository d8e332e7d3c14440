using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Organizations;

namespace ThiDua.Web.Data.Search;

/// <summary>What a person typed to search: folded words for finding, the words as typed for ranking.</summary>
public sealed class SearchTerms
{
    private const int MostWords = 10;
    private const int LongestWord = 60;
    private const char Last = '\uffff'; // after every letter, so that a range holds all words that begin so

    private readonly string[] _asTyped;
    private readonly string _phrase;

    private SearchTerms(string text)
    {
        Folded = [.. Text.Words(text).Take(MostWords).Select(word => word[..Math.Min(word.Length, LongestWord)])];
        _asTyped = WordsOf(text);
        _phrase = string.Join(' ', _asTyped);
    }

    public IReadOnlyList<string> Folded { get; }

    public bool IsEmpty => Folded.Count == 0;

    public static SearchTerms Of(string? text) => new(text ?? "");

    /// <summary>Entries in which every word begins some word: each a range over the index of words.</summary>
    public IQueryable<SearchEntry> Entries(PortalDb db)
    {
        var entries = db.SearchEntries.AsNoTracking();
        foreach (var word in Folded)
        {
            var after = word + Last;
#pragma warning disable CA1310 // compared by the database
            entries = entries.Where(entry => db.SearchWords.Where(known => known.Word.CompareTo(word) >= 0 && known.Word.CompareTo(after) < 0).Select(known => known.EntryId).Contains(entry.Id));
#pragma warning restore CA1310
        }

        return entries;
    }

    /// <summary>Organizations with these words; where asked for, also the successors of such ones.</summary>
    public IQueryable<Organization> Among(PortalDb db, IQueryable<Organization> organizations, bool withSuccessors)
    {
        if (IsEmpty)
        {
            return organizations;
        }

        var found = Entries(db).Where(entry => entry.Kind == nameof(Organization)).Select(entry => entry.SubjectId);
        return withSuccessors
            ? organizations.Where(row => found.Contains(row.Id) || db.Organizations.Any(former => former.SuccessorId == row.Id && found.Contains(former.Id)))
            : organizations.Where(row => found.Contains(row.Id));
    }

    /// <summary>How near a title comes to what was typed: the words as typed with their accents in order, each of them, or only without accents.</summary>
    public int DistanceTo(string title)
    {
        var words = WordsOf(title);
        return (" " + string.Join(' ', words)).Contains(" " + _phrase, StringComparison.Ordinal) ? 0
            : Array.TrueForAll(_asTyped, typed => Array.Exists(words, word => word.StartsWith(typed, StringComparison.Ordinal))) ? 1
            : 2;
    }

    private static string[] WordsOf(string text) =>
        new string([.. (Text.Clean(text) ?? "").ToLowerInvariant().Select(letter => char.IsLetterOrDigit(letter) ? letter : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
