using ThiDua.Web.Conventions;

namespace ThiDua.Web.Features.Shared.Imports;

/// <summary>What cells of an import must hold; a cell that does not says why.</summary>
public static class ImportCells
{
    public static string? Needed(this ImportRow row, string key, int longest, string missing)
    {
        var text = row[key];
        row.Require(text is not null, key, missing);
        row.Require(text is null || text.Length <= longest, key, $"Tối đa {longest} ký tự.");
        return text;
    }

    public static string? Optional(this ImportRow row, string key, int longest)
    {
        row.Require((row[key]?.Length ?? 0) <= longest, key, $"Tối đa {longest} ký tự.");
        return row[key];
    }

    public static DateOnly? Day(this ImportRow row, string key)
    {
        if (row.Cell(key).Date is { } date || VietnameseInput.TryDate(row[key], out date))
        {
            return date;
        }

        row.Require(row[key] is null, key, "Nhập ngày theo dạng ngày/tháng/năm, ví dụ 02/07/2020.");
        return null;
    }

    /// <summary>The value whose words the cell holds, without diacritics.</summary>
    public static T? OneOf<T>(this ImportRow row, string key, IEnumerable<(string Words, T Value)> known)
        where T : struct
    {
        if (row[key] is not { } typed)
        {
            return null;
        }

        var all = known.ToList();
        foreach (var (words, value) in all)
        {
            if (OrganizationIndex.Key(words) == OrganizationIndex.Key(typed))
            {
                return value;
            }
        }

        row.Refuse(key, $"Nhập một trong: {string.Join("; ", all.Select(one => one.Words))}.");
        return null;
    }
}
