using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using ThiDua.Domain;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Documents;
using ThiDua.Domain.Planning.FromPaper;
using ThiDua.Web.Data.Search;

namespace ThiDua.Web.Data.Audit;

/// <summary>A change as it goes into the audit trail; its ids are read after the save, when they are real.</summary>
internal sealed class AuditedChange(EntityEntry entry)
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly List<(string Name, object? From, Func<object?> To)> _values = [.. AuditedChanges.Values(entry)];

    public string Kind { get; } = entry.Metadata.ClrType.Name;

    public string What { get; } = entry.State.ToString();

    public bool IsYearItself => entry.Entity is ClusterYear;

    public bool SaysSomething => entry.State != EntityState.Modified || _values.Count > 0;

    public int? ClusterYearId => entry.Entity switch
    {
        IInClusterYear => (int?)entry.Property(nameof(IInClusterYear.ClusterYearId)).CurrentValue,
        ClusterYear => (int?)entry.Property(nameof(ClusterYear.Id)).CurrentValue,
        _ => null,
    };

    public string Subject() => string.Join('/', entry.Metadata.FindPrimaryKey()!.Properties.Select(key => entry.Property(key.Name).CurrentValue));

    public string Details() => JsonSerializer.Serialize(_values.ToDictionary(value => value.Name, value => new[] { Shown(value.From), Shown(value.To()) }), Readable);

    private static string? Shown(object? value) => value switch
    {
        null => null,
        string or Enum or decimal or int or bool => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture),
        DateTime time => time.ToString("O"),
        DateOnly date => date.ToString("O"),
        _ => JsonSerializer.Serialize(value, value.GetType(), Readable),
    };
}

/// <summary>Which changes of a save go into the audit trail, and what of them.</summary>
internal static class AuditedChanges
{
    // Secrets, and what changes by itself with every write.
    private static readonly HashSet<string> Unsaid =
        [nameof(User.PasswordHash), nameof(User.SecurityStamp), nameof(User.ConcurrencyStamp), nameof(User.AccessFailedCount), nameof(User.NormalizedUserName), nameof(User.NormalizedEmail), nameof(User.FoldedName), nameof(User.LastCodeStep), nameof(User.CalendarKeyHash), nameof(IVersioned.Version), nameof(PaperText.Source)];

    public static IReadOnlyList<AuditedChange> In(ChangeTracker tracker) =>
        [.. tracker.Entries()
            .Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .Where(entry => entry.Entity is not (INotAudited or SearchEntry or SearchWord or DataProtectionKey or StoredFile or IdentityUserToken<int>) && !entry.Metadata.IsOwned())
            .Select(entry => new AuditedChange(entry))
            .Where(change => change.SaysSomething)];

    public static IEnumerable<(string Name, object? From, Func<object?> To)> Values(EntityEntry entry)
    {
        foreach (var property in entry.Properties.Where(property => !Unsaid.Contains(property.Metadata.Name) && !property.Metadata.IsPrimaryKey()))
        {
            var from = entry.State == EntityState.Added ? null : property.OriginalValue;
            if (entry.State == EntityState.Modified ? property.IsModified && !Equals(from, property.CurrentValue) : from is not null || property.CurrentValue is not null)
            {
                yield return (property.Metadata.Name, from, entry.State == EntityState.Deleted ? () => null : () => property.CurrentValue);
            }
        }

        if (entry.State == EntityState.Modified && entry.Entity is User && entry.Property(nameof(User.PasswordHash)).IsModified)
        {
            yield return ("Password", null, () => "đã đổi");
        }

        if (entry.State == EntityState.Modified && entry.Entity is User { CalendarKeyHash: var key } && entry.Property(nameof(User.CalendarKeyHash)).IsModified)
        {
            yield return ("CalendarFeed", null, () => key is null ? "đã thu hồi" : "đã cấp địa chỉ mới");
        }
    }
}
