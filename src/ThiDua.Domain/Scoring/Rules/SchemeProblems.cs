namespace ThiDua.Domain.Scoring;

/// <summary>One Vietnamese reason why a scheme cannot be issued, with the criterion that it speaks of, if one.</summary>
public sealed record SchemeProblem(string Text, int? NodeId = null);

/// <summary>All reasons why a scheme cannot be issued, each naming the code of its criterion.</summary>
internal static class SchemeProblems
{
    public static IEnumerable<SchemeProblem> Of(SchemeTree tree, decimal contentTotal)
    {
        if (tree.All.Count == 0)
        {
            return [new("Bảng tiêu chí chưa có tiêu chí nào.")];
        }

        var placed = tree.Ordered.Select(one => one.Node).ToList();
        return
        [
            .. ContentSum(tree, contentTotal).Select(problem => new SchemeProblem(problem)),
            .. Doubles(tree),
            .. tree.All.Except(placed).Select(node => new SchemeProblem($"{Called(node)} không nằm trong mục nào của bảng.", node.Id)),
            .. placed.SelectMany(node => OfNode(tree, node).Select(problem => new SchemeProblem($"{Called(node)} {problem}", node.Id))),
        ];
    }

    private static IEnumerable<string> ContentSum(SchemeTree tree, decimal contentTotal)
    {
        var normal = tree.Sections.Where(section => section.Kind == CriterionKind.Normal).ToList();
        var sum = normal.Sum(section => section.Max ?? 0);
        if (normal.Count == 0)
        {
            yield return "Bảng tiêu chí chưa có phần nội dung.";
        }
        else if (sum != contentTotal)
        {
            yield return $"Các mục nội dung cộng lại là {Figures.Value(sum)} điểm, tổng điểm nội dung là {Figures.Value(contentTotal)} điểm.";
        }
    }

    private static IEnumerable<SchemeProblem> Doubles(SchemeTree tree)
    {
        var codes = tree.All.Where(node => !string.IsNullOrWhiteSpace(node.Code))
            .GroupBy(node => node.Code.Trim(), StringComparer.OrdinalIgnoreCase).Where(group => group.Skip(1).Any());
        var names = tree.All.Where(node => !string.IsNullOrWhiteSpace(node.Name))
            .GroupBy(node => (node.ParentId, Name: node.Name.Trim().ToUpperInvariant())).Where(group => group.Skip(1).Any());
        return
        [
            .. codes.Select(group => new SchemeProblem($"Mã {group.Key} dùng cho {group.Count()} tiêu chí.", group.Last().Id)),
            .. names.Select(group => new SchemeProblem($"Các tiêu chí {string.Join(", ", group.Select(node => node.Code))} cùng một mục và cùng tên “{group.First().Name.Trim()}”.", group.Last().Id)),
        ];
    }

    private static IEnumerable<string> OfNode(SchemeTree tree, SchemeNode node)
    {
        var below = tree.ChildrenOf(node.Id);
        return [.. Names(node), .. Maximum(node), .. Structure(tree, node, below), .. node.Rule?.Problems(node.Max, node.Kind).Select(Sentence) ?? []];
    }

    private static IEnumerable<string> Names(SchemeNode node)
    {
        if (string.IsNullOrWhiteSpace(node.Code))
        {
            yield return "chưa có mã.";
        }

        if (string.IsNullOrWhiteSpace(node.Name))
        {
            yield return "chưa có tên.";
        }
    }

    private static IEnumerable<string> Maximum(SchemeNode node)
    {
        if (node.Max is null && node.Kind != CriterionKind.Deduction)
        {
            var inner = node is { Kind: CriterionKind.Bonus, Rule: null, ParentId: not null };
            if (!inner)
            {
                yield return node is { Kind: CriterionKind.Bonus, Rule: null } ? "là mục điểm thưởng nhưng chưa có mức trần." : "chưa có điểm tối đa.";
            }
        }

        if (node.Max <= 0)
        {
            yield return "có điểm tối đa không lớn hơn 0.";
        }

        if (node.Max is { } max && !PointTable.HasTwoPlaces(max))
        {
            yield return $"có điểm tối đa {Figures.Value(max)} quá 2 chữ số sau dấu phẩy.";
        }
    }

    private static IEnumerable<string> Structure(SchemeTree tree, SchemeNode node, IReadOnlyList<SchemeNode> below)
    {
        if (node.Rule is null && below.Count == 0)
        {
            yield return node.ParentId is null ? "là mục chưa có tiêu chí nào." : "chưa chọn phương pháp tính điểm.";
        }

        if (node.Rule is not null && below.Count > 0)
        {
            yield return "vừa có phương pháp tính điểm vừa có tiêu chí con.";
        }

        if (node.ParentId is { } parent && tree.All.First(one => one.Id == parent).Kind != node.Kind)
        {
            yield return "khác loại (nội dung, điểm thưởng, điểm trừ) với mục chứa nó.";
        }

        var sum = below.Sum(child => child.Max ?? 0);
        if (node is { Kind: CriterionKind.Normal, Max: { } max } && below.Count > 0 && sum != max)
        {
            yield return $"có điểm tối đa {Figures.Value(max)}, các tiêu chí con cộng lại là {Figures.Value(sum)}.";
        }
    }

    private static string Called(SchemeNode node) =>
        string.IsNullOrWhiteSpace(node.Code) ? $"Tiêu chí “{node.Name?.Trim()}”" : $"Tiêu chí {node.Code.Trim()}";

    private static string Sentence(string problem) => "chưa đúng: " + char.ToLowerInvariant(problem[0]) + problem[1..];
}
