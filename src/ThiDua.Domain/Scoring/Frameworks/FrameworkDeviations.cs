namespace ThiDua.Domain.Scoring;

/// <summary>One way in which a cluster's scheme is not as the framework of its authority says.</summary>
public sealed record FrameworkDeviation(string Code, string Text);

/// <summary>Compares a cluster's scheme with the framework (so với bảng điểm khung); what stands below free sections is the cluster's own.</summary>
public static class FrameworkDeviations
{
    private static readonly string[] OfFree = ["Thuộc mục", "Loại", "Điểm tối đa"];

    public static IReadOnlyList<FrameworkDeviation> Of(FrameworkScheme framework, ScoringScheme scheme)
    {
        var nodes = SchemeComparison.Of(framework.Picture(), scheme).Nodes;
        return
        [
            .. framework.ContentTotal == scheme.ContentTotal ? Array.Empty<FrameworkDeviation>() : [new("", $"Tổng điểm nội dung là {Figures.Value(scheme.ContentTotal)}, bảng điểm khung là {Figures.Value(framework.ContentTotal)}.")],
            .. nodes.Where(node => node.Before?.Part is not null).Select(node => OfHeld(node, scheme)).OfType<FrameworkDeviation>(),
            .. Added(nodes, scheme).Select(row => new FrameworkDeviation(row.Code, $"Thêm {row.Code} {row.Name} ngoài các phần tự xây dựng.")),
        ];
    }

    private static FrameworkDeviation? OfHeld(ComparedNode node, ScoringScheme scheme)
    {
        var row = node.Before!;
        var isFree = row.Part == FrameworkPart.Free;
        if (node.After is null)
        {
            return isFree && LikeOf(row, scheme) is { } like && like.Max == row.Max ? null : new(row.Code, $"Thiếu {row.Code} {row.Name} ({(isFree ? "tự xây dựng" : "khóa")}{(row.Max is { } max ? $", {Figures.Value(max)} điểm" : "")}).");
        }

        var fields = node.Fields.Where(field => !isFree || OfFree.Contains(field.Name)).ToList();
        return fields.Count == 0 ? null : new(row.Code, $"{row.Code} {row.Name}: {string.Join("; ", fields.Select(InWords))}.");
    }

    // Long texts are to be read side by side.
    private static string InWords(ComparedField field) =>
        $"{field.Before}{field.After}".Length > 80 ? $"khác {char.ToLowerInvariant(field.Name[0])}{field.Name[1..]}" : $"{char.ToLowerInvariant(field.Name[0])}{field.Name[1..]} là {Or(field.After)}, bảng điểm khung là {Or(field.Before)}";

    private static string Or(string text) => text.Length == 0 ? "để trống" : text;

    // A free section may be one criterion in the scheme, and the other way round.
    private static Criterion? LikeOf(Criterion row, ScoringScheme scheme) => scheme.Criteria.FirstOrDefault(other => string.Equals(other.Code, row.Code, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<Criterion> Added(IReadOnlyList<ComparedNode> nodes, ScoringScheme scheme)
    {
        var byId = scheme.Criteria.ToDictionary(row => row.Id);
        var open = nodes.Where(node => node.Before is { Part: not FrameworkPart.Locked }).Select(node => node.After ?? LikeOf(node.Before!, scheme)).OfType<Criterion>().ToHashSet();
        return nodes.Where(node => node.Before is null).Select(node => node.After!).Where(row => !open.Contains(row) && !Above(row).Any(open.Contains));

        IEnumerable<Criterion> Above(Criterion row)
        {
            for (var above = row.ParentId; above is { } id; above = byId[id].ParentId)
            {
                yield return byId[id];
            }
        }
    }
}
