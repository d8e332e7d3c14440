using ThiDua.Domain.Access;
using static ThiDua.Domain.RuleViolation;

namespace ThiDua.Domain.Scoring;

/// <summary>What the portal knows of one event behind a line (số liệu hệ thống). <c>Key</c> names the event: it counts once, however often it is told.</summary>
/// <param name="Key">The event, such as "nop-bang-tu-cham".</param>
/// <param name="Source">The sentence shown with it: what happened, when, against which date.</param>
/// <param name="TakesOff">Whether the line loses points by it, as the rule says.</param>
public sealed record PortalFact(string Key, string Source, bool TakesOff);

/// <summary>A proposal of the portal for a line that it scores (đề xuất của hệ thống), until the appraiser confirms or changes it; an excuse on paper lifts what it takes off.</summary>
public sealed partial class PortalProposal : IInClusterYear, IVersioned
{
    private PortalProposal() => Key = Source = "";

    public PortalProposal(ScoreSheet sheet, Criterion criterion, PortalFact fact, DateTime at)
        : this()
    {
        var rule = criterion.Rule as ByPortalRule ?? throw new InvalidOperationException("The portal proposes only for lines that it scores.");
        (ClusterYearId, SheetId, CriterionId, About) = (sheet.ClusterYearId, sheet.Id, criterion.Id, rule.Source);
        (Key, Source, TakesOff, RecordedAt) = (fact.Key, fact.Source, fact.TakesOff, at);
    }

    /// <summary>What is known of the sheet already, for a line that the scheme has asked for it since: each event once, with its excuse.</summary>
    public static IEnumerable<PortalProposal> ForNewLine(ScoreSheet sheet, Criterion criterion, IReadOnlyList<PortalProposal> ofSheet) =>
        criterion.Rule is ByPortalRule rule
            ? ofSheet.Where(one => one.About == rule.Source && ofSheet.All(other => other.CriterionId != criterion.Id || other.Key != one.Key)).DistinctBy(one => one.Key)
                .Select(one => new PortalProposal(sheet, criterion, new(one.Key, one.Source, one.TakesOff), one.RecordedAt) { Excuse = one.Excuse, ExcusePaper = one.ExcusePaper, ExcusedByName = one.ExcusedByName, ExcusedAt = one.ExcusedAt })
            : [];

    public int Id { get; private set; }

    public int ClusterYearId { get; private set; }

    public int SheetId { get; private set; }

    public int CriterionId { get; private set; }

    public string Key { get; private set; }

    public string Source { get; private set; }

    /// <summary>Which figures of the portal it comes from.</summary>
    public PortalSource About { get; private set; }

    /// <summary>Whether the line loses points by it; how many, its rule in force says.</summary>
    public bool TakesOff { get; private set; }

    public DateTime RecordedAt { get; private set; }

    /// <summary>Why it does not count: vắng có lý do, đã nhận bằng cách khác.</summary>
    public string? Excuse { get; private set; }

    public SignedPaper? ExcusePaper { get; private set; }

    public string? ExcusedByName { get; private set; }

    public DateTime? ExcusedAt { get; private set; }

    public int Version { get; private set; }

    public bool CanBeExcused => TakesOff && ExcusedAt is null;

    /// <summary>When it last said something new.</summary>
    public DateTime LastAt => ExcusedAt ?? RecordedAt;

    /// <summary>Whether the leaf, as the scheme has it now, is scored from this.</summary>
    public bool IsFor(SchemeNode leaf) => leaf.Rule is ByPortalRule rule && rule.Source == About;

    public string InWords(SchemeNode leaf) => ExcusedAt is not null ? $"{Source} Không trừ: {Excuse} (văn bản {ExcusePaper!.Number} ngày {ExcusePaper.SignedOn:dd/MM/yyyy})."
        : Counted(leaf) is > 0 and var counted ? $"{Source} Trừ {Figures.Value(counted)} điểm." : Source;

    private decimal Counted(SchemeNode leaf) => CanBeExcused ? EachTakesOff(leaf) : 0;

    private static decimal EachTakesOff(SchemeNode leaf) => (leaf.Rule as ByPortalRule)?.PointsEach ?? leaf.Max ?? 0;

    /// <summary>Who appraises the sheet records on paper that there was a reason: nothing is taken off.</summary>
    public void ExcuseBy(Actor by, ScoreSheet sheet, AppraisalDuty duty, Criterion criterion, StepNote note)
    {
        duty.Require(by, sheet.UnitId);
        Require(sheet.State is ScoreSheetState.Entering or ScoreSheetState.Returned or ScoreSheetState.Submitted or ScoreSheetState.Objected, $"Bảng điểm đang ở trạng thái “{Labels.Of(sheet.State)}”, không ghi nhận lý do được nữa; mở lại thẩm định trước.");
        Require(CanBeExcused, "Số liệu này không trừ điểm, hoặc đã được ghi nhận lý do.");
        Excuse = Text.Clean(note.Reason)?.TrimEnd('.') ?? throw new RuleViolation("Nêu lý do: vắng có lý do, đã nhận bằng cách khác, …", nameof(StepNote.Reason));
        ExcusePaper = note.Paper ?? throw new RuleViolation("Nhập số, ngày, người ký của văn bản làm căn cứ.", "Paper.Number");
        (ExcusedByName, ExcusedAt) = (by.UserName, note.At);
        sheet.RememberOfLine(by, Permission.AppraiseScores, nameof(Excuse), criterion, note);
        Version++;
    }

    /// <summary>The points that follow from all events of a line, by its rule in force: what they take off from the maximum, of a deduction from 0; null where the portal knows nothing.</summary>
    public static Calculation? Proposed(SchemeNode leaf, IReadOnlyList<PortalProposal> events)
    {
        events = [.. events.Where(one => one.IsFor(leaf))];
        if (events.Count == 0)
        {
            return null;
        }

        var off = events.Sum(one => one.Counted(leaf));
        var (from, points) = (leaf.Kind == CriterionKind.Deduction ? 0 : leaf.Max ?? 0, PointsAfter(leaf, off));
        return Calculation.Of(points, [.. events.Select(one => one.InWords(leaf)), $"Hệ thống đề xuất: {Figures.Value(from)} − {Figures.Value(off)} = {Figures.Points(points)}"]);
    }

    private static decimal PointsAfter(SchemeNode leaf, decimal off) =>
        Points.Round(leaf.Kind == CriterionKind.Deduction ? 0m - Math.Min(off, leaf.Max ?? decimal.MaxValue) : Math.Max(0, (leaf.Max ?? 0) - off));
}
