using ThiDua.Domain;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Access;
using ThiDua.Web.Conventions;
using ThiDua.Web.Documents;
using ThiDua.Web.Features.Shared.Imports;
using ThiDua.Web.Features.Shared.Lines;

namespace ThiDua.Web.Features.Workbooks;

/// <summary>Reads a filled workbook of a unit's sheet against the sheet as it is now; writes nothing.</summary>
public sealed class ReadSheetBook
{
    private readonly OwnSheet _own;
    private readonly BookMemory _memory;
    private readonly Dictionary<int, ReadRow> _rows;
    private readonly List<CellProblem> _problems = [];

    private ReadSheetBook(OwnSheet own, byte[] file)
    {
        using var stream = new MemoryStream(file);
        var book = XlsxReader.Read(stream, new() { FileBytes = KeptFile.LargestBytes });
        (_own, _memory) = (own, BookMemory.Of(book, SheetBook.Kind));
        _rows = book[0].Rows.ToDictionary(row => row.Number);
    }

    /// <exception cref="RuleViolation">The file is of another sheet, or of a scheme that was changed since.</exception>
    public static SheetPlan Of(OwnSheet own, byte[] file)
    {
        var reading = new ReadSheetBook(own, file);
        reading.RequireSameSheet();
        return reading.Plan();
    }

    private void RequireSameSheet()
    {
        var sheet = _own.Sheet;
        RuleViolation.Require(_memory["unit"] == sheet.UnitId, $"Tệp này là bảng chấm điểm của {_memory.Facts.GetValueOrDefault("unitName")}, không phải của {sheet.UnitName}.", "File");
        RuleViolation.Require(_memory["clusterYear"] == sheet.ClusterYearId, $"Tệp này là bảng chấm điểm của năm thi đua khác ({_memory.Facts.GetValueOrDefault("year")}), không phải của {_own.YearName} năm {_own.Year}.", "File");
        RuleViolation.Require(_memory["scheme"] == sheet.SchemeId && _memory["schemeVersion"] == _own.SchemeVersion && _memory["sheet"] == sheet.Id, "Bảng tiêu chí và thang điểm đã thay đổi từ lúc tải tệp. Hãy tải lại bảng tính và nhập vào đó.", "File");
    }

    private SheetPlan Plan()
    {
        var changes = _own.Tree.Leaves.Select(leaf => _own.Criteria[leaf.Id]).Select(Change).OfType<LineChange>().ToList();
        return new(_own, changes, _problems, _own.Totals().Total, _own.Totals(changes.ToDictionary(change => change.Criterion.Id, change => ValuesOf(change))).Total);
    }

    private LineValues ValuesOf(LineChange change) => change.Typed.ToScoring(change.Criterion.Rule!, _own.Cells[change.Criterion.Id].Values).Values;

    private LineChange? Change(Criterion criterion)
    {
        var given = _memory.Cells.Where(cell => cell.CriterionId == criterion.Id).ToDictionary(cell => cell.Field);
        if (given.Count == 0 || !_own.Cells.TryGetValue(criterion.Id, out var cell))
        {
            return null;
        }

        var touched = given.Values.Where(one => one.IsTouched(Cell(one))).ToList();
        if (touched.Count == 0 || !StandsInPlace(criterion, given) || Typed(criterion, cell, given) is not { } typed)
        {
            return null;
        }

        var isStale = given.Values.First().Version != cell.Version;
        return typed.SaysNothingNew(criterion.Rule!, cell) || !IsWithinBounds(criterion, cell, typed, given) ? null : Compared(criterion, cell, typed) with
        {
            ChangedMeanwhile = isStale ? $"{(cell.EnteredByName.Length > 0 ? cell.EnteredByName : "Người khác")} đã cập nhật dòng này lúc {Shown.Time(cell.EnteredAt)}, sau khi tải tệp" : null,
        };
    }

    // A row that somebody moved would be read as another criterion.
    private bool StandsInPlace(Criterion criterion, Dictionary<string, CellGiven> given)
    {
        var row = CellAddress.RowOf(given[SheetBook.Explanation].Address);
        var stands = _rows.TryGetValue(row, out var found) && Text.Clean(found[0].Text) == criterion.Code;
        return Require(stands, CellAddress.Of(0, row), criterion, "Hàng này không còn đứng đúng chỗ như trong tệp đã tải. Hãy tải lại bảng tính và nhập vào đó.");
    }

    private TypedScore? Typed(Criterion criterion, ScoreEntry cell, Dictionary<string, CellGiven> given)
    {
        var known = _problems.Count;
        var fields = LineField.Of(criterion.Rule!, criterion.Unit, new());
        var note = Text.Clean(Cell(given[SheetBook.Explanation]).Text);
        Require((note?.Length ?? 0) <= TypedScoreRules<TypedScore>.LongestNote, given[SheetBook.Explanation].Address, criterion, "Giải trình tối đa 4.000 ký tự.");
        decimal? Number(string name) => given.TryGetValue(name, out var at) ? Figure(criterion, at) : null;
        var typed = new TypedScore
        {
            Version = cell.Version,
            Target = TargetOf(criterion, cell, given),
            Achieved = Number(nameof(LineValues.Achieved)),
            Points = Number(nameof(LineValues.Points)),
            Level = given.TryGetValue(nameof(LineValues.Level), out var level) ? LevelOf(criterion, level, fields.First(field => field.Options is not null).Options!) : null,
            Parts = criterion.Rule is WeightedRule weighted ? [.. weighted.Parts.Select((_, index) => Number($"{nameof(LineValues.Parts)}[{index}]"))] : null,
            Explanation = note,
            HasSecretEvidence = cell.HasSecretEvidence,
        };
        return _problems.Count == known ? typed : null;
    }

    // A target registered or assigned since the file was made is not typed over unseen.
    private decimal? TargetOf(Criterion criterion, ScoreEntry cell, Dictionary<string, CellGiven> given)
    {
        if (!given.TryGetValue(nameof(LineValues.Target), out var at))
        {
            return cell.Values.Target;
        }

        var target = Figure(criterion, at);
        Require(cell.Values.TargetGround is null || target is null || target == cell.Values.Target, at.Address, criterion, $"Chỉ tiêu là {Figures.Value(cell.Values.Target ?? 0)} {cell.Values.TargetGround}, không sửa ở đây.");
        return target;
    }

    private decimal? Figure(Criterion criterion, CellGiven at)
    {
        var (figure, problem) = TypedCells.Figure(Cell(at));
        Require(problem is null, at.Address, criterion, problem ?? "");
        return figure;
    }

    private string? LevelOf(Criterion criterion, CellGiven at, IReadOnlyDictionary<string, string> options)
    {
        if (Text.Clean(Cell(at).Text) is not { } typed)
        {
            return null;
        }

        var levels = SheetBook.Levels(options);
        var chosen = levels.Where(level => OrganizationIndex.Key(level.Value) == OrganizationIndex.Key(typed)).Select(level => level.Key).FirstOrDefault();
        Require(chosen is not null, at.Address, criterion, $"Chọn một trong: {string.Join("; ", levels.Values)}.");
        return chosen;
    }

    // A line filled in part is kept as on the page; one filled in full must give points.
    private bool IsWithinBounds(Criterion criterion, ScoreEntry cell, TypedScore typed, Dictionary<string, CellGiven> given)
    {
        var values = typed.ToScoring(criterion.Rule!, cell.Values).Values;
        var fields = LineField.Of(criterion.Rule!, criterion.Unit, values);
        var problem = fields.All(field => field.Value.Length > 0) ? criterion.Rule!.Compute(criterion.Max, criterion.Kind, values).Problem : null;
        var field = values.Target <= 0 ? fields.First(one => one.IsTarget) : fields[^1];
        return Require(problem is null, given[field.Name].Address, criterion, problem ?? "");
    }

    private LineChange Compared(Criterion criterion, ScoreEntry cell, TypedScore typed)
    {
        var scoring = typed.ToScoring(criterion.Rule!, cell.Values);
        var (before, after) = (LineField.Of(criterion.Rule!, criterion.Unit, cell.Values), LineField.Of(criterion.Rule!, criterion.Unit, scoring.Values));
        var fields = before.Zip(after, (old, now) => new FieldChange(old.Label, old.Text, now.Text)).Append(new("Giải trình", cell.Note ?? "", scoring.Explanation ?? "")).Where(field => field.Before != field.After);
        var leaf = criterion.Node();
        return new(criterion, typed, [.. fields], _own.PointsOf(leaf), _own.PointsOf(leaf, scoring.Values));
    }

    private ReadCell Cell(CellGiven given) => _rows.TryGetValue(CellAddress.RowOf(given.Address), out var row) ? row[CellAddress.ColumnOf(given.Address)] : new(CellAddress.ColumnOf(given.Address), CellAddress.RowOf(given.Address));

    private bool Require(bool condition, string address, Criterion criterion, string problem)
    {
        if (!condition)
        {
            _problems.Add(new(address, $"{criterion.Code}. {criterion.Name}", problem));
        }

        return condition;
    }
}
