using System.Globalization;
using ThiDua.Domain;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Documents;

namespace ThiDua.Web.Features.Papers;

/// <summary>The summary as a workbook that computes itself: sections add up the lines of the second sheet, totals the sections, and ranks follow from totals and keys by RANK and COUNTIFS.</summary>
internal sealed class SummaryWorkbook
{
    private const string Details = "Chi tiết";

    private readonly ResultLayer _layer;
    private readonly ResultSnapshot _snapshot;
    private readonly SchemeTree _tree;
    private readonly IReadOnlyList<SchemeNode> _columns;
    private readonly IReadOnlyList<LayerRow> _rows;
    private readonly IReadOnlyDictionary<int, IReadOnlyList<decimal>> _keys;
    private readonly Dictionary<int, int> _leafColumns;
    private readonly IReadOnlyList<string> _titles;
    private readonly uint _first;

    public SummaryWorkbook(ResultLayer layer, IReadOnlyList<SchemeNode> columns, params IReadOnlyList<string> titles)
    {
        (_layer, _snapshot, _columns, _titles) = (layer, layer.Snapshot(), columns, titles);
        _tree = new(_snapshot.Nodes);
        _rows = [.. layer.Rows.OrderBy(row => row.Order)];
        _keys = _snapshot.KeysByUnit();
        _leafColumns = _tree.Leaves.Select((leaf, index) => (leaf.Id, Column: index + 2)).ToDictionary(row => row.Id, row => row.Column);
        _first = (uint)titles.Count + (titles.Count > 0 ? 3U : 2U);
    }

    public IReadOnlyList<XlsxSheet> Sheets() => [XlsxSheet.Of("Tổng hợp điểm", Summary(), [.. _titles]), XlsxSheet.Of(Details, Lines(), [.. _titles])];

    private int TotalAt => 2 + _columns.Count;

    private int PercentAt => TotalAt + 2;

    private int KeysAt => PercentAt + 5;

    private Table Summary() => new(
        [
            Column.Ordinal(width: 5), new("Đơn vị", 20), .. _columns.Select(column => Column.Points($"{column.Code}. {Head(column)}", 9)), Column.Points("Tổng điểm", 8), Column.Points("Điểm tối đa được giao", 8), Column.Points("Tỷ lệ %", 7),
            new("Hạng", 7, ColumnAlignment.Center, "0"), new("Xếp loại", 9), new("Suy tôn", 9), new("Ghi chú", 16), .. _snapshot.Ladder().Select((key, index) => Column.Points($"Tiêu chí phụ {index + 1}: {key.InWords()}", 8)),
        ],
        [.. _rows.Select((row, index) => new Row([.. SummaryCells(row, index)]))]);

    private IEnumerable<Cell> SummaryCells(LayerRow row, int index)
    {
        yield return index + 1;
        yield return row.UnitName;
        foreach (var column in _columns)
        {
            yield return Cell.Computed(row.ByNode.GetValueOrDefault(column.Id), Sum(column, index));
        }

        yield return Cell.Computed(row.Total, $"MAX(0,ROUND(SUM({At(2, index)}:{At(TotalAt - 1, index)}),2))");
        yield return row.AssignedMax;
        yield return row.AssignedMax > 0 ? Cell.Computed(row.Percent, $"ROUND({At(TotalAt, index)}*100/{At(TotalAt + 1, index)},2)") : row.Percent;
        yield return row.Rank is { } rank ? Cell.Computed(rank, Rank(index)) : (Cell)(int?)null;
        yield return row.Band;
        yield return row.Honour;
        yield return string.Join(' ', new[] { row.UnrankedReason ?? row.TieBrokenBy, row.BandReason }.Concat(row.Notes()).Where(note => note is not null));
        foreach (var (key, place) in _snapshot.Ladder().Select((key, place) => (key, place)))
        {
            yield return _keys.TryGetValue(row.UnitId, out var values) ? KeyCell(key, values[place], index) : (Cell)(decimal?)null;
        }
    }

    private Cell KeyCell(TieKey key, decimal value, int index) => key.Kind switch
    {
        TieKeyKind.FewerDeductions when _tree.Sections.Where(section => section.Kind == CriterionKind.Deduction).ToList() is { Count: > 0 } sections => Cell.Computed(value, $"ROUND({string.Join('+', sections.Select(section => Sum(section, index)))},2)"),
        TieKeyKind.SectionTotal or TieKeyKind.CriterionPoints when _tree.Ordered.FirstOrDefault(placed => placed.Node.Id == key.NodeId) is { } placed => Cell.Computed(value, $"ROUND({Sum(placed.Node, index)},2)"),
        _ => value,
    };

    // Better by score, or equal so far and better by the next key; what is equal to the end shares the rank.
    private string Rank(int index)
    {
        var score = _snapshot.RankBy == RankBy.Points ? TotalAt : PercentAt;
        var (rank, equal) = ($"RANK({At(score, index)},{Range(score)},0)", $"{Range(score)},{At(score, index)}");
        for (var key = 0; key < _snapshot.Ladder().Count; key++)
        {
            rank += $"+COUNTIFS({equal},{Range(KeysAt + key)},\">\"&{At(KeysAt + key, index)})";
            equal += $",{Range(KeysAt + key)},{At(KeysAt + key, index)}";
        }

        return rank;
    }

    private string Range(int column) => $"{Fixed(column, 0)}:{Fixed(column, _rows.Count(row => row.Rank is not null) - 1)}";

    // The points of a node from the lines below it, cut at the caps on the way as the portal does.
    private string Sum(SchemeNode node, int index)
    {
        if (node.Rule is not null)
        {
            return LeafAt(node, index);
        }

        var children = _tree.ChildrenOf(node.Id);
        var sum = children.Count == 0 ? "0"
            : children.All(child => child.Rule is not null) ? $"SUM({LeafAt(children[0], index)}:{XlsxSheetWriter.At(_leafColumns[children[^1].Id], _first + (uint)index)})"
            : string.Join('+', children.Select(child => Sum(child, index)));
        return (node.Kind, node.Max) switch
        {
            (CriterionKind.Bonus, { } cap) => $"MIN({Plain(cap)},{sum})",
            (CriterionKind.Deduction, { } cap) => $"MAX(-{Plain(cap)},{sum})",
            _ => sum,
        };
    }

    private Table Lines() => new(
        [Column.Ordinal(width: 5), new("Đơn vị", 20), .. _tree.Leaves.Select(leaf => Column.Points($"{leaf.Code}. {leaf.Name}", 8))],
        [.. _rows.Select((row, index) => new Row([index + 1, row.UnitName, .. _tree.Leaves.Select(leaf => (Cell)row.ByNode.GetValueOrDefault(leaf.Id))]))]);

    private string LeafAt(SchemeNode leaf, int index) => $"'{Details}'!{At(_leafColumns[leaf.Id], index)}";

    private string At(int column, int index) => XlsxSheetWriter.At(column, _first + (uint)index);

    private string Fixed(int column, int index)
    {
        var address = At(column, index);
        var letters = address.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        return $"${letters}${address[letters.Length..]}";
    }

    private static string Plain(decimal figure) => figure.ToString("0.######", CultureInfo.InvariantCulture);

    private static string Head(SchemeNode column) => column.Kind == CriterionKind.Normal ? column.Name : Labels.Of(column.Kind);
}
