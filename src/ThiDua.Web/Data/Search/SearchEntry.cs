using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using ThiDua.Domain;

namespace ThiDua.Web.Data.Search;

/// <summary>An object as the search finds it.</summary>
public sealed class SearchEntry(string kind, int subjectId, int? clusterYearId, string title, string? subtitle)
{
    public int Id { get; private set; }

    public string Kind { get; private set; } = kind;

    public int SubjectId { get; private set; } = subjectId;

    public int? ClusterYearId { get; private set; } = clusterYearId;

    public string Title { get; private set; } = title;

    public string? Subtitle { get; private set; } = subtitle;

    public List<SearchWord> Words { get; private set; } = [];
}

/// <summary>A folded word of an entry.</summary>
public sealed class SearchWord(string word)
{
    public int Id { get; private set; }

    public int EntryId { get; private set; }

    public string Word { get; private set; } = word;
}

/// <summary>The searchable objects that a save changes; their entries are written in the same transaction.</summary>
internal sealed class ChangedSearchables
{
    private readonly List<EntityEntry> _written;
    private readonly List<(string Kind, int Id)> _removed;

    private ChangedSearchables(ChangeTracker tracker)
    {
        var entries = tracker.Entries().Where(entry => entry.Entity is ISearchable).ToList();
        _written = [.. entries.Where(entry => entry.State is EntityState.Added or EntityState.Modified)];
        _removed = [.. entries.Where(entry => entry.State == EntityState.Deleted).Select(entry => (entry.Metadata.ClrType.Name, ((ISearchable)entry.Entity).Id))];
    }

    public static ChangedSearchables In(ChangeTracker tracker) => new(tracker);

    public async Task Write(PortalDb beside, CancellationToken cancellationToken)
    {
        foreach (var (kind, id) in _removed)
        {
            await beside.SearchEntries.Where(entry => entry.Kind == kind && entry.SubjectId == id).ExecuteDeleteAsync(cancellationToken);
        }

        foreach (var entry in _written)
        {
            var (kind, id, text) = (entry.Metadata.ClrType.Name, (int)entry.Property(nameof(ISearchable.Id)).CurrentValue!, ((ISearchable)entry.Entity).SearchText());
            var known = await beside.SearchEntries.AsNoTracking().SingleOrDefaultAsync(row => row.Kind == kind && row.SubjectId == id, cancellationToken);
            if (known is not null && known.Title == text.Title && known.Subtitle == text.Subtitle && text.More is null)
            {
                continue;
            }

            await beside.SearchEntries.Where(row => row.Kind == kind && row.SubjectId == id).ExecuteDeleteAsync(cancellationToken);
            var clusterYearId = entry.Entity is IInClusterYear ? (int?)entry.Property(nameof(IInClusterYear.ClusterYearId)).CurrentValue : null;
            var made = new SearchEntry(kind, id, clusterYearId, text.Title, text.Subtitle);
            made.Words.AddRange(Text.Words($"{text.Title} {text.Subtitle} {text.More}").Select(word => new SearchWord(word[..Math.Min(word.Length, 60)])));
            beside.SearchEntries.Add(made);
        }

        await beside.SaveChangesAsync(cancellationToken);
    }
}
