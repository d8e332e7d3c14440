namespace ThiDua.Domain.Scoring;

/// <summary>The criteria that a framework holds in a draft, against rows that would be written over it.</summary>
internal sealed class HeldCriteria(ScoringScheme scheme)
{
    private readonly List<Criterion> _held = [.. scheme.Tree().Ordered.Select(placed => scheme.Criteria.First(row => row.Id == placed.Node.Id)).Where(row => row.Part is not null)];

    private sealed record Line(string? ParentCode, CriterionDescription Description);

    public IEnumerable<string> BrokenBy(IReadOnlyList<(string? ParentCode, CriterionDescription Description)> rows)
    {
        var (lines, held) = (new Dictionary<string, Line>(StringComparer.OrdinalIgnoreCase), _held.ToDictionary(row => row.Code, StringComparer.OrdinalIgnoreCase));
        foreach (var (parentCode, description) in rows)
        {
            lines.TryAdd(description.Code, new(parentCode, description));
        }

        List<string> problems = [.. _held.Select(row => Problem(row, lines.GetValueOrDefault(row.Code))).OfType<string>(), .. lines.Values.Where(line => !held.ContainsKey(line.Description.Code) && !IsFree(line, lines, held)).Select(line => $"{line.Description.Code} đứng ngoài các mục tự xây dựng.")];
        return problems.Count > 0 || _held.Select(row => row.Code).SequenceEqual(lines.Keys.Where(held.ContainsKey), StringComparer.OrdinalIgnoreCase)
            ? problems : [$"Thứ tự các dòng của {scheme.Framework!.InWords()} bị đổi."];
    }

    private string? Problem(Criterion row, Line? line)
    {
        var called = row.Part == FrameworkPart.Free ? $"mục tự xây dựng {row.Code}" : $"{row.Code} thuộc phần khóa";
        if (line is null)
        {
            return $"Thiếu {called}.";
        }

        if (!string.Equals(line.ParentCode, scheme.ParentOf(row)?.Code, StringComparison.OrdinalIgnoreCase))
        {
            return $"{char.ToUpperInvariant(called[0])}{called[1..]} bị chuyển sang mục khác.";
        }

        var (now, then) = (row.Description(), line.Description.Cleaned() with { Kind = row.ParentId is null ? line.Description.Kind : row.Kind });
        var stays = row.Part == FrameworkPart.Locked ? now == then : (now.Code, now.Kind, now.Max) == (then.Code, then.Kind, then.Max);
        return stays ? null : $"{char.ToUpperInvariant(called[0])}{called[1..]} bị sửa{(row.Part == FrameworkPart.Free ? " tổng điểm hoặc loại" : "")}.";
    }

    private static bool IsFree(Line line, Dictionary<string, Line> lines, Dictionary<string, Criterion> held)
    {
        for (var above = line.ParentCode; above is not null; above = lines.GetValueOrDefault(above)?.ParentCode)
        {
            if (held.TryGetValue(above, out var section))
            {
                return section.Part == FrameworkPart.Free;
            }
        }

        return false;
    }
}
