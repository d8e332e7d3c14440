using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ThiDua.Web.Conventions;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.Shared.Changes;

/// <summary>Who wrote a row, when, and what changed in it (partial _Changes).</summary>
public sealed record ChangeOfRow(DateTime At, string UserName, string OfficeName, string Act, IReadOnlyList<ChangeOfRow.Field> Fields)
{
    public sealed record Field(string Label, string From, string To);
}

/// <summary>Reads the changes of one row from the audit trail, the latest first.</summary>
public sealed class ReadChanges(PortalDb db)
{
    private const int MostShown = 30;

    /// <param name="kind">The entity's type.</param>
    /// <param name="id">The row.</param>
    /// <param name="labels">The fields that are shown, with their labels.</param>
    /// <param name="say">The words for a value of a field; null: as it is kept.</param>
    public async Task<IReadOnlyList<ChangeOfRow>> Handle(string kind, int id, IReadOnlyDictionary<string, string> labels, Func<string, string, string?>? say = null)
    {
        var subject = $"{id}";
        var entries = await db.AuditEntries.AsNoTracking().Where(row => row.Kind == kind && row.Subject == subject).OrderByDescending(row => row.Id).Take(MostShown)
            .Select(row => new { row.At, row.UserName, row.OfficeName, row.Change, row.Details }).ToListAsync();
        return [.. entries.Select(row => new ChangeOfRow(row.At, row.UserName, row.OfficeName, row.Change == nameof(EntityState.Added) ? "Thêm" : "Sửa", row.Change == nameof(EntityState.Added) ? [] : Fields(row.Details, labels, say)))];
    }

    private static List<ChangeOfRow.Field> Fields(string details, IReadOnlyDictionary<string, string> labels, Func<string, string, string?>? say) =>
        [.. JsonSerializer.Deserialize<Dictionary<string, string?[]>>(details)!.Where(field => labels.ContainsKey(field.Key))
            .Select(field => new ChangeOfRow.Field(labels[field.Key], Said(field.Key, field.Value[0], say), Said(field.Key, field.Value[1], say)))];

    private static string Said(string field, string? value, Func<string, string, string?>? say) => value switch
    {
        null or "" => "–",
        "True" => "có",
        "False" => "không",
        _ when say?.Invoke(field, value) is { } said => said,
        _ when DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => Shown.Day(day),
        _ => value,
    };
}
