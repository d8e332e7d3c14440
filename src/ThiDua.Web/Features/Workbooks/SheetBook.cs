using ThiDua.Domain.Scoring;
using ThiDua.Web.Conventions;
using ThiDua.Web.Documents;
using ThiDua.Web.Features.Shared.Lines;

namespace ThiDua.Web.Features.Workbooks;

/// <summary>The workbook of a unit's sheet (bảng tính tự chấm điểm): the scheme's lines, cells to fill in, points by the spreadsheet's own formulas.</summary>
public sealed class SheetBook
{
    public const string Kind = "bang-tu-cham";
    public const string Explanation = nameof(TypedScore.Explanation);
    private const string Lists = "DanhMuc";
    private const int FirstRow = 6; // of the lines, counted from 1

    // The columns, from A.
    private const int Code = 0, Name = 1, Max = 2, Unit = 3, Target = 4, Achieved = 5, Level = 6, Judged = 7, Points = 8, Note = 9, Guide = 10, Columns = 11;

    private static readonly string[] Heads = ["TT", "Nội dung tiêu chí", "Điểm tối đa", "Đơn vị tính", "Chỉ tiêu", "Kết quả thực hiện", "Mức đạt được", "Điểm chấm", "Điểm", "Giải trình", "Cách chấm"];

    private readonly OwnSheet _own;
    private readonly SheetTotals _totals;
    private readonly Dictionary<int, int> _rows = [];
    private readonly List<(CellGiven Cell, FormCell Written)> _given = [];
    private readonly List<IReadOnlyList<string>> _lists = [];

    private readonly DateTime _at;

    private SheetBook(OwnSheet own, DateTime at)
    {
        (_own, _totals, _at) = (own, own.Totals(), at);
        var row = FirstRow;
        foreach (var placed in own.Tree.Ordered)
        {
            _rows[placed.Node.Id] = row;
            row += 1 + PartsOf(placed.Node).Count;
        }
    }

    public static byte[] Make(OwnSheet own, DateTime at) => new SheetBook(own, at).Write();

    /// <summary>What is chosen from in a line: the words of a level, by its code; two of one name are told apart by their codes.</summary>
    public static IReadOnlyDictionary<string, string> Levels(IReadOnlyDictionary<string, string> options) =>
        options.ToDictionary(option => option.Key, option => options.Values.Count(words => words == option.Value) > 1 ? $"{option.Value} [{option.Key}]" : option.Value);

    private byte[] Write()
    {
        List<IReadOnlyList<FormCell>> rows =
        [
            [FormCell.Title(_own.Title, bold: true)],
            [FormCell.Title($"{_own.YearName}. Bảng tính tải lúc {Shown.Time(_at)}; nhập vào các ô nền vàng rồi tải lên lại cổng thông tin.")],
            [FormCell.Title("Điểm do bảng tính tự tính theo bảng tiêu chí; chưa có gì được lưu cho đến khi xem trước và xác nhận trên cổng.")],
            [],
            [.. Heads.Select(FormCell.Head)],
            .. _own.Tree.Ordered.SelectMany(Rows),
            Total(),
        ];
        var main = new FormSheet("Bảng chấm điểm", [7, 46, 9, 10, 12, 13, 24, 10, 10, 40, 60], rows) { FrozenRows = FirstRow - 1, FrozenColumns = 2 };
        return XlsxForm.Write([main, Choices(), BookMemory.Hidden(Facts(), _given)]);
    }

    private IEnumerable<(string, string)> Facts() =>
        [("kind", Kind), ("clusterYear", $"{_own.Sheet.ClusterYearId}"), ("year", $"{_own.Year}"), ("unit", $"{_own.Sheet.UnitId}"), ("unitName", _own.Sheet.UnitName), ("sheet", $"{_own.Sheet.Id}"), ("scheme", $"{_own.Sheet.SchemeId}"), ("schemeVersion", $"{_own.SchemeVersion}")];

    private IEnumerable<IReadOnlyList<FormCell>> Rows(PlacedNode placed)
    {
        var node = placed.Node;
        if (node.Rule is not { } rule)
        {
            return [Section(placed)];
        }

        return _own.Cells.TryGetValue(node.Id, out var cell) && rule is not ByPortalRule && !_own.IsNotScored(node.Id) ? Line(placed, rule, cell) : [Locked(placed), .. PartsOf(node).Select(_ => Empty())];
    }

    private FormCell[] Section(PlacedNode placed)
    {
        var cells = Fixed(placed, bold: true);
        cells[Points] = Computed(PointFormulas.Sum([.. _own.Tree.ChildrenOf(placed.Node.Id).Select(child => At(Points, _rows[child.Id]))], placed.Node.Kind, placed.Node.Max), _totals.ByNode[placed.Node.Id]) with { Bold = true };
        return cells;
    }

    private FormCell[] Total()
    {
        var cells = Empty();
        cells[Name] = new FormCell { Text = "Tổng điểm", Bold = true };
        cells[Points] = Computed($"MAX(0,{PointFormulas.Sum([.. _own.Tree.Sections.Select(section => At(Points, _rows[section.Id]))], CriterionKind.Normal, null)})", _totals.Total) with { Bold = true };
        return cells;
    }

    private FormCell[] Locked(PlacedNode placed)
    {
        var (cells, isNotScored) = (Fixed(placed), _own.IsNotScored(placed.Node.Id));
        cells[Achieved] = isNotScored ? "không giao" : "nhập theo hồ sơ";
        cells[Points] = isNotScored && _own.NotAssigned == NotAssignedPolicy.FullPoints ? new() { Number = placed.Node.Max, Format = DocumentFormats.Points, Alignment = ColumnAlignment.Right } : new();
        cells[Guide] = placed.Node.Rule!.Describe(placed.Node.Max, placed.Node.Kind);
        return cells;
    }

    private IEnumerable<FormCell[]> Line(PlacedNode placed, ScoringRule rule, ScoreEntry cell)
    {
        var (node, row, criterion) = (placed.Node, _rows[placed.Node.Id], _own.Criteria[placed.Node.Id]);
        var cells = Fixed(placed);
        var (fields, levels) = (LineField.Of(rule, criterion.Unit, cell.Values), (IReadOnlyList<string>)[]);
        foreach (var field in fields.Where(field => !IsPart(field)))
        {
            var choices = field.Options is { } options ? Levels(options) : null;
            levels = choices is null ? levels : ListOf([.. choices.Values]);
            if (field.Ground is not null)
            {
                cells[ColumnOf(field.Name)] = new() { Number = cell.Values.Target, Alignment = ColumnAlignment.Right };
                continue;
            }

            cells[ColumnOf(field.Name)] = Given(cell, field.Name, ColumnOf(field.Name), row, Input(rule, node, field, choices, cell.Values, levels));
        }

        cells[Unit] = criterion.Unit;
        cells[Note] = Given(cell, Explanation, Note, row, new() { Text = cell.Note, IsInput = true, Format = "@" });
        cells[Guide] = string.Join(" ", new[] { rule.Describe(node.Max, node.Kind), criterion.Guide, cell.Values.TargetGround is { } ground ? $"Chỉ tiêu {ground}." : null, rule is ClusterRelativeRule ? "Điểm ở đây là tạm tính, tính đủ khi các đơn vị đã nhập xong." : null }.OfType<string>());
        var parts = fields.Where(IsPart).ToList();
        var at = new FormulaCells(At(Max, row), At(Target, row), At(Achieved, row), At(Level, row), At(Judged, row), [.. parts.Select((_, index) => At(Achieved, row + 1 + index))], levels);
        cells[Points] = PointFormulas.Of(rule, node.Max, node.Kind, at) is { } formula ? Computed(formula, _own.PointsOf(node)) : new() { Number = _own.PointsOf(node), Format = DocumentFormats.Points, Alignment = ColumnAlignment.Right };
        return [cells, .. parts.Select((part, index) => Part(cell, (WeightedRule)rule, part, index, row + 1 + index, placed.Depth))];
    }

    private FormCell[] Part(ScoreEntry cell, WeightedRule rule, LineField field, int index, int row, int depth)
    {
        var cells = Empty();
        cells[Name] = new() { Text = $"{field.Label} (trọng số {Figures.Value(rule.Parts[index].Weight)})", Indent = depth + 1 };
        cells[Unit] = "%";
        cells[Achieved] = Given(cell, field.Name, Achieved, row, new() { Number = cell.Values.Parts?.ElementAtOrDefault(index), IsInput = true, Alignment = ColumnAlignment.Right, Check = AnyFigure });
        return cells;
    }

    private static FormCheck AnyFigure { get; } = new("Nhập một số, ví dụ 45,5.");

    private static FormCell Input(ScoringRule rule, SchemeNode node, LineField field, IReadOnlyDictionary<string, string>? choices, LineValues values, IReadOnlyList<string> levels) => field.Name switch
    {
        nameof(LineValues.Level) => new() { Text = values.Level is { } level ? choices!.GetValueOrDefault(level) : null, IsInput = true, Check = new("Chọn một mức trong danh sách.") { Choices = $"{levels[0]}:{levels[^1].Split('!')[1]}" } },
        nameof(LineValues.Target) => Figure(values.Target, new("Chỉ tiêu phải là một số lớn hơn 0.") { Min = 0 }),
        nameof(LineValues.Points) => Figure(values.Points, new($"Điểm phải là một số {(node.Kind == CriterionKind.Deduction ? "" : "từ 0 ")}đến {Figures.Value(node.Max ?? 0)}.") { Min = node.Kind == CriterionKind.Deduction ? -node.Max : 0, Max = node.Max }),
        _ => Figure(values.Achieved, rule switch
        {
            PerOccurrenceRule => new("Số lần phải là số nguyên, không nhỏ hơn 0.") { IsWhole = true, Min = 0 },
            RankToPointsRule ranked => new($"Thứ hạng phải là số nguyên từ 1 đến {ranked.PointsByPlace.Count}.") { IsWhole = true, Min = 1, Max = ranked.PointsByPlace.Count },
            _ => AnyFigure,
        }),
    };

    private static FormCell Figure(decimal? value, FormCheck check) => new() { Number = value, IsInput = true, Alignment = ColumnAlignment.Right, Check = check };

    private FormCell Given(ScoreEntry cell, string field, int column, int row, FormCell written)
    {
        _given.Add((new(_own.Sheet.Id, cell.CriterionId, field, CellAddress.Of(column, row), cell.Version, 0, ""), written));
        return written;
    }

    // Each list of levels once, in a column of the sheet of lists.
    private List<string> ListOf(IReadOnlyList<string> names)
    {
        var column = _lists.FindIndex(known => known.SequenceEqual(names));
        if (column < 0)
        {
            column = _lists.Count;
            _lists.Add(names);
        }

        return [.. names.Select((_, index) => $"{Lists}!${CellAddress.Letters(column)}${index + 1}")];
    }

    private FormSheet Choices() => new(Lists, [.. _lists.Select(_ => 30.0)], [.. Enumerable.Range(0, _lists.Select(list => list.Count).Append(0).Max()).Select(row => (IReadOnlyList<FormCell>)[.. _lists.Select(list => (FormCell)list.ElementAtOrDefault(row))])]) { IsHidden = true };

    private static FormCell[] Fixed(PlacedNode placed, bool bold = false)
    {
        var cells = Empty();
        cells[Code] = new() { Text = placed.Node.Code, Bold = bold, Alignment = ColumnAlignment.Center };
        cells[Name] = new() { Text = placed.Node.Name, Bold = bold, Indent = placed.Depth };
        cells[Max] = new() { Number = placed.Node.Max, Bold = bold, Alignment = ColumnAlignment.Right };
        return cells;
    }

    private static FormCell[] Empty() => [.. Enumerable.Range(0, Columns).Select(_ => new FormCell())];

    private static FormCell Computed(string formula, decimal? now) => new() { Formula = formula, Number = now, Format = DocumentFormats.Points, Alignment = ColumnAlignment.Right };

    private static IReadOnlyList<WeightedPart> PartsOf(SchemeNode node) => node.Rule is WeightedRule rule ? rule.Parts : [];

    private static bool IsPart(LineField field) => field.Name.StartsWith(nameof(LineValues.Parts), StringComparison.Ordinal);

    private static int ColumnOf(string field) => field switch
    {
        nameof(LineValues.Target) => Target,
        nameof(LineValues.Level) => Level,
        nameof(LineValues.Points) => Judged,
        _ => Achieved,
    };

    private static string At(int column, int row) => CellAddress.Of(column, row);
}
