namespace ThiDua.Domain.Scoring;

/// <summary>How a node stands in a later version (so sánh phiên bản).</summary>
public enum NodeChange { Same, Added, Removed, Changed }

/// <summary>One thing written of a node, as it was and as it is.</summary>
public sealed record ComparedField(string Name, string Before, string After);

/// <summary>A node of one version beside its like of another; none where it is new or gone.</summary>
public sealed record ComparedNode(Criterion? Before, Criterion? After, int Depth, IReadOnlyList<ComparedField> Fields)
{
    public NodeChange Change => Before is null ? NodeChange.Added : After is null ? NodeChange.Removed : Fields.Count > 0 ? NodeChange.Changed : NodeChange.Same;

    /// <summary>Whether points given for this leaf are no longer what they were: it is new or gone, or its maximum, method or kind changed.</summary>
    public bool TouchesPoints => (Before?.Rule ?? After?.Rule) is not null && (Before is null || After is null || (Before.Rule, Before.Max, Before.Kind) != (After.Rule, After.Max, After.Kind));

    /// <summary>Whether the sheets need a new cell for it.</summary>
    public bool IsNewLeaf => After?.Rule is not null && Before?.Rule is null;

    /// <summary>Whether it was scored and no longer is.</summary>
    public bool IsFormerLeaf => Before?.Rule is not null && After?.Rule is null;

    public string Code => (After ?? Before)!.Code;
}

/// <summary>Two versions of a scheme, or the schemes of two years, node by node.</summary>
public sealed record SchemeComparison(IReadOnlyList<ComparedNode> Nodes)
{
    public IEnumerable<ComparedNode> Changes => Nodes.Where(node => node.Change != NodeChange.Same);

    /// <summary>In one line: "thêm I.4; bỏ I.2; sửa I.1".</summary>
    public string InWords => string.Join("; ", new[] { ("thêm", NodeChange.Added), ("bỏ", NodeChange.Removed), ("sửa", NodeChange.Changed) }
        .Select(kind => (Word: kind.Item1, Codes: Changes.Where(node => node.Change == kind.Item2).Select(node => node.Code).ToList()))
        .Where(kind => kind.Codes.Count > 0).Select(kind => $"{kind.Word} {string.Join(", ", kind.Codes)}"));

    /// <summary>Versions of one year know their criteria; those of two years are matched by number and name.</summary>
    public static SchemeComparison Of(ScoringScheme before, ScoringScheme after)
    {
        var pairs = before.ClusterYearId == after.ClusterYearId ? ByIdentity(before, after) : ByWords(before, after);
        var (old, now) = (before.Criteria.ToDictionary(row => row.Id), after.Criteria.ToDictionary(row => row.Id));
        var likes = pairs.ToDictionary(pair => pair.Value, pair => pair.Key);
        var nodes = after.Tree().Ordered.Select(placed => Node(likes.GetValueOrDefault(now[placed.Node.Id]), now[placed.Node.Id], placed.Depth, old, now)).ToList();
        ComparedNode? last = null;
        foreach (var placed in before.Tree().Ordered)
        {
            var row = old[placed.Node.Id];
            var found = nodes.Find(node => node.Before == row);
            if (found is null)
            {
                found = new(row, null, placed.Depth, []);
                nodes.Insert(last is null ? 0 : nodes.IndexOf(last) + 1, found);
            }

            last = found;
        }

        return new(nodes);
    }

    private static ComparedNode Node(Criterion? before, Criterion after, int depth, Dictionary<int, Criterion> old, Dictionary<int, Criterion> now) =>
        new(before, after, depth, before is null ? [] : [.. Fields(before, after, Section(before, old), Section(after, now)).Where(field => field.Before != field.After)]);

    private static string Section(Criterion row, Dictionary<int, Criterion> all) => row.ParentId is { } parent ? all[parent].Code : "ngoài cùng";

    private static IEnumerable<ComparedField> Fields(Criterion before, Criterion after, string sectionBefore, string sectionAfter) =>
    [
        new("Số thứ tự", before.Code, after.Code),
        new("Thuộc mục", sectionBefore, sectionAfter),
        new("Loại", Labels.Of(before.Kind), Labels.Of(after.Kind)),
        new("Tên", before.Name, after.Name),
        new("Điểm tối đa", Max(before), Max(after)),
        .. before.Rule == after.Rule ? Array.Empty<ComparedField>() : [new("Cách chấm điểm", Method(before), Method(after))], // its sentence names the maximum too
        new("Đơn vị tính", before.Unit ?? "", after.Unit ?? ""),
        new("Nguồn chỉ tiêu", before.TargetSource ?? "", after.TargetSource ?? ""),
        new("Chỉ tiêu dùng để chấm", Labels.Of(before.CountedTarget), Labels.Of(after.CountedTarget)),
        new("Minh chứng cần có", before.EvidenceNeeded ?? "", after.EvidenceNeeded ?? ""),
        new("Hướng dẫn chấm điểm", before.Guide ?? "", after.Guide ?? ""),
    ];

    private static string Max(Criterion row) => row.Max is { } max ? Figures.Value(max) : "không ghi";

    private static string Method(Criterion row) => row.Rule is { } rule ? $"{Labels.Of(rule.Method)}: {rule.Describe(row.Max, row.Kind)}" : "không chấm trực tiếp";

    private static Dictionary<Criterion, Criterion> ByIdentity(ScoringScheme before, ScoringScheme after)
    {
        var old = before.Criteria.ToDictionary(row => row.Identity);
        return after.Criteria.Where(row => old.ContainsKey(row.Identity)).ToDictionary(row => old[row.Identity], row => row);
    }

    private static Dictionary<Criterion, Criterion> ByWords(ScoringScheme before, ScoringScheme after)
    {
        var pairs = new Dictionary<Criterion, Criterion>();
        var free = after.Criteria.ToList();
        foreach (var same in new Func<Criterion, Criterion, bool>[] { (a, b) => Code(a) == Code(b) && Name(a) == Name(b), (a, b) => Name(a) == Name(b), (a, b) => Code(a) == Code(b) })
        {
            foreach (var row in before.Criteria.Where(row => !pairs.ContainsKey(row)))
            {
                if (free.Find(other => (other.Rule is null) == (row.Rule is null) && same(row, other)) is { } like)
                {
                    pairs.Add(row, like);
                    free.Remove(like);
                }
            }
        }

        return pairs;
    }

    private static string Code(Criterion row) => row.Code.ToUpperInvariant();

    private static string Name(Criterion row) => string.Join(' ', Text.Words(row.Name));
}
