using ThiDua.Domain.Access;
using static ThiDua.Domain.RuleViolation;

namespace ThiDua.Domain.Scoring;

// How the rows of a draft are written, and what they are seen from a cluster's scheme.
public sealed partial class FrameworkScheme
{
    /// <summary>The rows in reading order.</summary>
    public IReadOnlyList<FrameworkRow> Ordered() => [.. _rows.OrderBy(row => row.Order)];

    /// <summary>Rows as a scheme takes them, parents before their children.</summary>
    public IReadOnlyList<(string? ParentCode, CriterionDescription Description)> Lines() => [.. Ordered().Select(row => (row.ParentCode, row.Description))];

    /// <summary>What binds the clusters at this number: locked, free, or nothing for what is suggested below a free section.</summary>
    public FrameworkPart? PartOf(string code) => Find(code) is not { } row || IsSuggested(row) ? null : row.Part;

    /// <summary>Writes all rows anew, from a workbook or another scheme: a number that stays keeps its mark, a new one is locked where nothing else is said of it. Returns what is gone.</summary>
    public IReadOnlyList<FrameworkRow> Rewrite(Actor by, IReadOnlyList<(string? ParentCode, CriterionDescription Description)> lines, Func<string, FrameworkPart?>? markOf = null)
    {
        RequireWriting(by);
        var kept = new Dictionary<string, FrameworkRow>(StringComparer.OrdinalIgnoreCase);
        foreach (var (parentCode, description) in lines)
        {
            var parent = parentCode is null ? null : kept.GetValueOrDefault(parentCode) ?? throw new RuleViolation($"Không có mục {parentCode} để đặt tiêu chí {description.Code}.");
            var cleaned = description.Cleaned() with { Kind = parent?.Description.Kind ?? description.Kind };
            Require(!kept.ContainsKey(cleaned.Code), $"Số thứ tự {cleaned.Code} có hai lần.", nameof(FrameworkRow.Code));
            kept.Add(cleaned.Code, Written(by, kept.Count + 1, parent?.Code, cleaned, markOf?.Invoke(cleaned.Code) ?? FrameworkPart.Locked));
        }

        return Keep(row => kept.ContainsValue(row));
    }

    /// <summary>Writes title, total and what the table shows of each row. Returns what is gone, with all that stood below it.</summary>
    public IReadOnlyList<FrameworkRow> Edit(Actor by, string title, decimal contentTotal, IReadOnlyCollection<FrameworkEdit> edits)
    {
        RequireWriting(by);
        Describe(title, contentTotal);
        var gone = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var edit in edits)
        {
            var row = _rows.Find(one => one.Id == edit.RowId) ?? throw new RuleViolation("Một dòng vừa được người khác xóa. Mở lại trang rồi sửa.");
            row.Write(by, row.Order, row.ParentCode, (row.Description with { Name = edit.Name, Max = edit.Max }).Cleaned());
            row.Mark(by, edit.Part ?? row.Part);
            gone.UnionWith(edit.IsRemoved ? [row.Code] : []);
        }

        return Keep(row => !gone.Contains(row.Code) && !Above(row).Any(above => gone.Contains(above.Code)));
    }

    /// <summary>Adds an empty section that the clusters fill, at the end of its section or of the whole.</summary>
    public FrameworkRow AddFree(Actor by, string? parentCode, CriterionDescription description)
    {
        RequireWriting(by);
        var parent = parentCode is null ? null : Find(parentCode) ?? throw new RuleViolation($"Không có mục {parentCode}.", nameof(FrameworkRow.ParentCode));
        Require(parent is null or { Description.Rule: null, Part: FrameworkPart.Locked } && (parent is null || !IsSuggested(parent)), $"{parentCode} không chứa được mục khác: là tiêu chí chấm trực tiếp, hoặc thuộc phần tự xây dựng.", nameof(FrameworkRow.ParentCode));
        var cleaned = description.Cleaned() with { Kind = parent?.Description.Kind ?? description.Kind, Rule = null };
        Require(Find(cleaned.Code) is null, $"Số thứ tự {cleaned.Code} đã có trong bảng.", nameof(FrameworkRow.Code));
        var last = _rows.Where(row => parent is null || row == parent || Above(row).Contains(parent)).Select(row => row.Order).Append(0).Max();
        var added = new FrameworkRow(last + 1, parent?.Code, cleaned, FrameworkPart.Free);
        _rows.Where(row => row.Order > last).ToList().ForEach(row => row.Write(by, row.Order + 1, row.ParentCode, row.Description));
        _rows.Add(added);
        Version++;
        return added;
    }

    /// <summary>The same rows as a scheme, to be shown, exported and compared as one; never stored.</summary>
    public ScoringScheme Picture() => ScoringScheme.PictureOf(new(Title, ContentTotal), [.. Ordered().Select(row => (row.ParentCode, row.Description, PartOf(row.Code)))]);

    /// <summary>The rows above it, the nearest first.</summary>
    internal IEnumerable<FrameworkRow> Above(FrameworkRow row)
    {
        for (var above = Find(row.ParentCode); above is not null; above = Find(above.ParentCode))
        {
            yield return above;
        }
    }

    private bool IsSuggested(FrameworkRow row) => Above(row).Any(above => above.Part == FrameworkPart.Free);

    private FrameworkRow? Find(string? code) => code is null ? null : _rows.Find(row => string.Equals(row.Code, code, StringComparison.OrdinalIgnoreCase));

    private FrameworkRow Written(Actor by, int order, string? parentCode, CriterionDescription description, FrameworkPart markIfNew)
    {
        if (Find(description.Code) is not { } row)
        {
            _rows.Add(row = new(order, parentCode, description, markIfNew));
            return row;
        }

        row.Write(by, order, parentCode, description);
        return row;
    }

    private List<FrameworkRow> Keep(Func<FrameworkRow, bool> stays)
    {
        var gone = _rows.Where(row => !stays(row)).ToList();
        _rows.RemoveAll(gone.Contains);
        Version++;
        return gone;
    }
}
