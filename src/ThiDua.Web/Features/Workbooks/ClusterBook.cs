using ThiDua.Domain.Scoring;
using ThiDua.Web.Conventions;
using ThiDua.Web.Documents;

namespace ThiDua.Web.Features.Workbooks;

/// <summary>The workbook of the appraisal team (bảng tính thẩm định cả cụm, khối): all lines down, all units across, each with self-scored and appraised points and the reason.</summary>
public sealed class ClusterBook
{
    public const string Kind = "bang-tham-dinh";
    public const string Points = "Points";
    public const string Reason = "Reason";
    private const int FirstRow = 7; // of the lines, counted from 1
    private const int FirstUnit = 3; // column of the first unit; each has three

    private static readonly string[] OfUnit = ["Tự chấm", "Thẩm định", "Lý do"];

    private readonly ClusterSheets _all;
    private readonly DateTime _at;
    private readonly Dictionary<int, int> _rows;
    private readonly List<(CellGiven Cell, FormCell Written)> _given = [];

    private ClusterBook(ClusterSheets all, DateTime at)
    {
        (_all, _at) = (all, at);
        _rows = all.Tree.Ordered.Select((placed, index) => (placed.Node.Id, Row: FirstRow + index)).ToDictionary(row => row.Id, row => row.Row);
    }

    public static byte[] Make(ClusterSheets all, DateTime at) => new ClusterBook(all, at).Write();

    private byte[] Write()
    {
        List<IReadOnlyList<FormCell>> rows =
        [
            [FormCell.Title(_all.Title, bold: true)],
            [FormCell.Title($"Tải lúc {Shown.Time(_at)}. Nhập điểm thẩm định vào các ô nền vàng; điểm bằng điểm tự chấm là chấp nhận như tự chấm, điểm khác thì nêu lý do.")],
            [FormCell.Title("Cột không có ô nền vàng là bảng điểm không do bạn thẩm định hoặc chưa đến lượt. Chưa có gì được lưu cho đến khi xem trước và xác nhận trên cổng.")],
            [],
            [FormCell.Head("TT"), FormCell.Head("Nội dung tiêu chí"), FormCell.Head("Điểm tối đa"), .. _all.Units.SelectMany(unit => new[] { FormCell.Head(unit.Sheet.UnitName), FormCell.Head(""), FormCell.Head("") })],
            [FormCell.Head(""), FormCell.Head(""), FormCell.Head(""), .. _all.Units.SelectMany(_ => OfUnit.Select(FormCell.Head))],
            .. _all.Tree.Ordered.Select(Row),
            Total(),
        ];
        var main = new FormSheet("Thẩm định", [7, 46, 9, .. _all.Units.SelectMany(_ => new double[] { 10, 10, 30 })], rows)
        {
            FrozenRows = FirstRow - 1,
            FrozenColumns = FirstUnit,
            Merged = ["A5:A6", "B5:B6", "C5:C6", .. _all.Units.Select((_, index) => $"{At(index, 0, 5)}:{At(index, 2, 5)}")],
        };
        return XlsxForm.Write([main, BookMemory.Hidden([("kind", Kind), ("clusterYear", $"{_all.ClusterYearId}"), ("year", $"{_all.Year}"), ("scheme", $"{_all.SchemeId}"), ("schemeVersion", $"{_all.SchemeVersion}")], _given)]);
    }

    private IReadOnlyList<FormCell> Row(PlacedNode placed)
    {
        var (node, isLeaf) = (placed.Node, placed.Node.Rule is not null);
        return
        [
            new() { Text = node.Code, Bold = !isLeaf, Alignment = ColumnAlignment.Center },
            new() { Text = node.Name, Bold = !isLeaf, Indent = placed.Depth },
            new() { Number = node.Max, Bold = !isLeaf, Alignment = ColumnAlignment.Right },
            .. _all.Units.SelectMany((unit, index) => isLeaf ? Leaf(unit, index, _all.Criteria[node.Id]) : Section(index, node)),
        ];
    }

    private FormCell[] Leaf(UnitSheet unit, int index, Criterion leaf)
    {
        if (unit.NotAssigned.ScoringOf(leaf.Id) == LeafScoring.NotScored)
        {
            var counted = PointsCell(unit.NotAssigned.Policy == NotAssignedPolicy.FullPoints ? leaf.Max : null); // so that the sums are those of the page
            return [counted, counted, new() { Text = "không giao" }];
        }

        var isOpen = unit.LockedFor(leaf.Id) is null && unit.Self.ContainsKey(leaf.Id);
        var self = PointsCell(unit.SelfPoints(leaf)) with { Text = leaf.Rule is ByPortalRule ? "theo hồ sơ" : null };
        var points = PointsCell(unit.AppraisedPoints(leaf)) with { IsInput = isOpen, Check = isOpen ? CheckOf(leaf) : null };
        var reason = new FormCell { Text = unit.Appraised(leaf.Id)?.Note, IsInput = isOpen, Format = isOpen ? "@" : null };
        if (isOpen)
        {
            Give(unit, leaf, Points, At(index, 1, _rows[leaf.Id]), points);
            Give(unit, leaf, Reason, At(index, 2, _rows[leaf.Id]), reason);
        }

        return [self, points, reason];
    }

    private void Give(UnitSheet unit, Criterion leaf, string field, string address, FormCell written) =>
        _given.Add((new(unit.Sheet.Id, leaf.Id, field, address, unit.Appraised(leaf.Id)?.Version ?? 0, unit.Self[leaf.Id].Version, ""), written));

    private static FormCheck CheckOf(Criterion leaf) => new($"Điểm phải là một số {(leaf.Kind == CriterionKind.Deduction ? "" : "từ 0 ")}{(leaf.Max is { } max ? $"đến {Figures.Value(max)}" : "")}.")
    {
        Min = leaf.Kind == CriterionKind.Deduction ? -leaf.Max : 0,
        Max = leaf.Max,
    };

    private FormCell[] Section(int index, SchemeNode node) =>
        [Sum(index, 0, node), Sum(index, 1, node), new()];

    private FormCell Sum(int index, int column, SchemeNode node) =>
        Computed(PointFormulas.Sum([.. _all.Tree.ChildrenOf(node.Id).Select(child => At(index, column, _rows[child.Id]))], node.Kind, node.Max), TotalsOf(index, column).ByNode[node.Id]);

    private IReadOnlyList<FormCell> Total() =>
    [
        "", new() { Text = "Tổng điểm", Bold = true }, "",
        .. _all.Units.SelectMany((_, index) => new[] { TotalOf(index, 0), TotalOf(index, 1), new FormCell() }),
    ];

    private FormCell TotalOf(int index, int column) =>
        Computed($"MAX(0,{PointFormulas.Sum([.. _all.Tree.Sections.Select(section => At(index, column, _rows[section.Id]))], CriterionKind.Normal, null)})", TotalsOf(index, column).Total);

    private readonly Dictionary<(int, int), SheetTotals> _totals = [];

    private SheetTotals TotalsOf(int index, int column) => _totals.TryGetValue((index, column), out var known) ? known : _totals[(index, column)] =
        _all.Units[index].Totals(_all.Tree, _all.Criteria, column == 0 ? _all.Units[index].SelfPoints : _all.Units[index].AppraisedPoints);

    private static FormCell Computed(string formula, decimal now) => new() { Formula = formula, Number = now, Bold = true, Format = DocumentFormats.Points, Alignment = ColumnAlignment.Right };

    private static FormCell PointsCell(decimal? points) => new() { Number = points, Format = DocumentFormats.Points, Alignment = ColumnAlignment.Right };

    private static string At(int unit, int column, int row) => CellAddress.Of(FirstUnit + (unit * 3) + column, row);
}
