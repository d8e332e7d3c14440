using System.Text.Json;
using ThiDua.Domain;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Access;
using ThiDua.Web.Conventions;
using ThiDua.Web.Documents;
using ThiDua.Web.Features.Shared.Lines;

namespace ThiDua.Web.Features.Workbooks;

/// <summary>A line of a unit that the workbook would appraise otherwise than it stands; where it was changed since the download, the person chooses.</summary>
public sealed record AppraisalChange(UnitSheet Unit, Criterion Criterion, string Address, AppraisedScoring Scoring, decimal? SelfPoints, decimal? PointsBefore, decimal PointsAfter, string? ReasonBefore)
{
    public string? ChangedMeanwhile { get; init; }

    public bool IsAsSelfScored => Scoring.PointsByHand is null && Scoring.Values == Unit.Self[Criterion.Id].Values;
}

/// <summary>What a filled workbook would do to the appraisals of the cluster: nothing at all while one cell is wrong.</summary>
public sealed record ClusterPlan(ClusterSheets All, IReadOnlyList<AppraisalChange> Changes, IReadOnlyList<CellProblem> Problems)
{
    public bool IsGood => Problems.Count == 0 && Changes.Count > 0;

    public IEnumerable<AppraisalChange> Conflicts => Changes.Where(change => change.ChangedMeanwhile is not null);

    public string Print() => JsonSerializer.Serialize(new
    {
        All.ClusterYearId,
        Problems,
        Changes = Changes.Select(change => new { change.Unit.Sheet.Id, Leaf = change.Criterion.Id, change.Scoring, change.PointsAfter, Now = change.Unit.Appraised(change.Criterion.Id)?.Version, Self = change.Unit.Self[change.Criterion.Id].Version }),
    });
}

/// <summary>Reads a filled workbook of the appraisal team against the sheets as they are now; writes nothing.</summary>
public sealed class ReadClusterBook
{
    private readonly ClusterSheets _all;
    private readonly BookMemory _memory;
    private readonly Dictionary<int, ReadRow> _rows;
    private readonly List<CellProblem> _problems = [];

    private ReadClusterBook(ClusterSheets all, byte[] file)
    {
        using var stream = new MemoryStream(file);
        var book = XlsxReader.Read(stream, new() { FileBytes = KeptFile.LargestBytes });
        (_all, _memory) = (all, BookMemory.Of(book, ClusterBook.Kind));
        _rows = book[0].Rows.ToDictionary(row => row.Number);
    }

    /// <exception cref="RuleViolation">The file is of another year, or of a scheme that was changed since.</exception>
    public static ClusterPlan Of(ClusterSheets all, byte[] file)
    {
        var reading = new ReadClusterBook(all, file);
        RuleViolation.Require(reading._memory["clusterYear"] == all.ClusterYearId, $"Tệp này là bảng thẩm định của năm thi đua khác ({reading._memory.Facts.GetValueOrDefault("year")}), không phải của {all.YearName} năm {all.Year}.", "File");
        RuleViolation.Require(reading._memory["scheme"] == all.SchemeId && reading._memory["schemeVersion"] == all.SchemeVersion, "Bảng tiêu chí và thang điểm đã thay đổi từ lúc tải tệp. Hãy tải lại bảng tính và nhập vào đó.", "File");
        var changes = reading._memory.Cells.GroupBy(cell => (cell.SheetId, cell.CriterionId)).Select(reading.Change).OfType<AppraisalChange>().ToList();
        return new(all, changes, reading._problems);
    }

    private AppraisalChange? Change(IGrouping<(int SheetId, int CriterionId), CellGiven> line)
    {
        var (points, reason) = (line.FirstOrDefault(cell => cell.Field == ClusterBook.Points), line.FirstOrDefault(cell => cell.Field == ClusterBook.Reason));
        if (points is null || reason is null || (!points.IsTouched(Cell(points)) && !reason.IsTouched(Cell(reason))) || !_all.Criteria.TryGetValue(line.Key.CriterionId, out var leaf))
        {
            return null;
        }

        var unit = _all.Units.FirstOrDefault(row => row.Sheet.Id == line.Key.SheetId);
        var locked = unit is null ? "Bảng điểm này không còn do bạn thẩm định, hoặc đơn vị đang nhập lại." : unit.LockedFor(leaf.Id);
        var stands = _rows.TryGetValue(CellAddress.RowOf(points.Address), out var row) && Text.Clean(row[0].Text) == leaf.Code;
        return Require(locked is null, points.Address, unit, leaf, locked ?? "") && Require(stands, points.Address, unit, leaf, "Hàng này không còn đứng đúng chỗ như trong tệp đã tải. Hãy tải lại bảng tính và nhập vào đó.")
            ? Appraised(unit!, leaf, points, reason) : null;
    }

    private AppraisalChange? Appraised(UnitSheet unit, Criterion leaf, CellGiven at, CellGiven reasonAt)
    {
        var (self, cell, why) = (unit.Self[leaf.Id], unit.Appraised(leaf.Id), Text.Clean(Cell(reasonAt).Text));
        var (typed, unreadable) = TypedCells.Figure(Cell(at));
        var problem = unreadable
            ?? (typed is { } some ? PointBounds.Problem(leaf.Max, leaf.Kind, some)
            : cell is not null ? "Không xóa được điểm đã thẩm định ở đây: nhập điểm khác, hoặc sửa trên trang thẩm định."
            : why is not null ? "Có lý do nhưng chưa có điểm: nhập điểm thẩm định, hoặc xóa lý do."
            : null);
        if (!Require(problem is null, at.Address, unit, leaf, problem ?? "") || typed is null)
        {
            return null;
        }

        var scoring = Scoring(unit, leaf, self, cell, PointBounds.Counted(leaf.Kind, typed.Value), why);
        var computed = leaf.Rule is ByPortalRule || scoring.PointsByHand is not null ? Calculation.Of(scoring.PointsByHand ?? cell!.Points!.Value) : leaf.Rule!.Compute(leaf.Max, leaf.Kind, scoring.Values);
        var differs = scoring.PointsByHand is not null || scoring.Values != self.Values;
        if (!Require(computed.Problem is null, at.Address, unit, leaf, computed.Problem ?? "")
            || !Require(!differs || why is not null, reasonAt.Address, unit, leaf, leaf.Rule is ByPortalRule ? "Điểm nhập theo hồ sơ: nêu căn cứ ở cột lý do." : "Điểm thẩm định khác điểm tự chấm: nêu lý do.")
            || !Require((why?.Length ?? 0) <= TypedAppraisalRules<TypedAppraisal>.LongestReason, reasonAt.Address, unit, leaf, "Lý do tối đa 4.000 ký tự.")
            || SaysNothingNew(self, cell, scoring))
        {
            return null;
        }

        return new(unit, leaf, at.Address, scoring, unit.SelfPoints(leaf), unit.AppraisedPoints(leaf), computed.Points!.Value, cell?.Note) { ChangedMeanwhile = Meanwhile(self, cell, at) };
    }

    // As on the page: a figure left as it was keeps how it came about; that of the unit accepts it; a judged leaf is judged anew; any other is set by hand.
    private static AppraisedScoring Scoring(UnitSheet unit, Criterion leaf, ScoreEntry self, ScoreEntry? cell, decimal points, string? why) => leaf.Rule switch
    {
        _ when cell is not null && unit.AppraisedPoints(leaf) == points => new(cell.Values, cell.IsSetByHand ? cell.Points : null, why) { Proposed = leaf.Rule is ByPortalRule && !cell.IsSetByHand ? cell.Points : null },
        ByPortalRule => new(self.Values, points, why),
        _ when unit.SelfPoints(leaf) == points && AppraisalOfLine.CanBeAccepted(leaf, self) => new(self.Values, null, why),
        JudgedRule => new(self.Values with { Points = Math.Abs(points) }, null, why),
        _ => new(self.Values, points, why),
    };

    private static bool SaysNothingNew(ScoreEntry self, ScoreEntry? cell, AppraisedScoring scoring) =>
        cell is not null && !AppraisalOfLine.IsOutdated(self, cell) && cell.Values == scoring.Values && cell.Note == scoring.Reason && (cell.IsSetByHand ? cell.Points : null) == scoring.PointsByHand;

    private static string? Meanwhile(ScoreEntry self, ScoreEntry? cell, CellGiven at) =>
        (cell?.Version ?? 0) != at.Version ? $"{cell?.EnteredByName ?? "Người khác"} đã thẩm định dòng này lúc {Shown.Time(cell?.EnteredAt)}, sau khi tải tệp"
        : self.Version != at.OtherVersion ? $"Đơn vị đã sửa dòng này lúc {Shown.Time(self.EnteredAt)}, sau khi tải tệp"
        : null;

    private ReadCell Cell(CellGiven given) => _rows.TryGetValue(CellAddress.RowOf(given.Address), out var row) ? row[CellAddress.ColumnOf(given.Address)] : new(CellAddress.ColumnOf(given.Address), CellAddress.RowOf(given.Address));

    private bool Require(bool condition, string address, UnitSheet? unit, Criterion leaf, string problem)
    {
        if (!condition)
        {
            _problems.Add(new(address, $"{(unit is null ? "" : unit.Sheet.UnitName + ", ")}{leaf.Code}. {leaf.Name}", problem));
        }

        return condition;
    }
}
