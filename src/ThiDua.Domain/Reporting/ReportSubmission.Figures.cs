using ThiDua.Domain.Access;
using static ThiDua.Domain.RuleViolation;

namespace ThiDua.Domain.Reporting;

// The figures of a report: typed by the unit, frozen with each submission.
public sealed partial class ReportSubmission
{
    /// <summary>The figures as this reader sees them: the unit what it writes now, others what was submitted last.</summary>
    public IReadOnlyList<SubmittedFigure> FiguresFor(Actor reader) => FiguresIn(reader.UnitId == UnitId ? Round : SubmittedRound);

    public IReadOnlyList<SubmittedFigure> FiguresIn(int round) => [.. _figures.Where(row => row.IsIn(round))];

    /// <summary>What counts of each figure: that of the last supplement, else of the last submission.</summary>
    public IReadOnlyList<SubmittedFigure> FiguresInForce =>
        [.. _figures.Where(row => row.Supplement is not null || row.IsIn(SubmittedRound)).GroupBy(row => row.FigureId).Select(rows => rows.OrderByDescending(row => row.Supplement ?? 0).First())];

    /// <summary>The unit types achieved values; an empty one is taken out. What was submitted before stays in the history. Tells how many changed.</summary>
    public int EnterFigures(Actor by, ReportRequirement requirement, IReadOnlyList<AchievedValue> typed, DateTime at)
    {
        RequireEntry(by, requirement, at);
        RequireUsable(requirement, typed);
        var changed = typed.Count(one => Enter(by, one, at));
        if (changed > 0)
        {
            Changed(by);
        }

        return changed;
    }

    private bool Enter(Actor by, AchievedValue typed, DateTime at)
    {
        var row = FiguresIn(Round).FirstOrDefault(one => one.FigureId == typed.FigureId);
        if (row is null ? typed.Value is null : (row.Value, row.Before) == (typed.Value, typed.Before))
        {
            return false;
        }

        if (row is not null && row.Since == Round && typed.Value is not null)
        {
            row.Write(by, typed, at);
            return true;
        }

        row?.End(Round);
        if (typed.Value is not null)
        {
            var next = new SubmittedFigure(this, by, typed, at);
            _figures.Add(row is null ? next : next.After(row));
        }

        return true;
    }

    private IEnumerable<string> MissingFigures(ReportRequirement requirement) =>
        requirement.Figures.Where(figure => figure.IsRequired && FiguresIn(Round).All(row => row.FigureId != figure.Id)).Select(figure => $"Thiếu số liệu: {figure.Name}.");

    private static void RequireUsable(ReportRequirement requirement, IReadOnlyList<AchievedValue> typed)
    {
        Require(typed.DistinctBy(row => row.FigureId).Count() == typed.Count, "Mỗi số liệu chỉ nhập một lần.");
        Require([.. typed.SelectMany((row, index) => requirement.FigureOf(row.FigureId).Problems(row, $"Figures[{index}]"))]);
    }
}
