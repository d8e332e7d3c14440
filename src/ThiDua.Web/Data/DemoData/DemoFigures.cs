using System.Globalization;
using ThiDua.Domain.Scoring;

namespace ThiDua.Web.Data.DemoData;

/// <summary>The invented figures of one cluster: per criterion and unit "target/achieved", a level, a count or points; what the appraisers set otherwise, with the reason.</summary>
internal sealed class DemoFigures
{
    private readonly Dictionary<(string Unit, string Code), string> _cells = [];
    private readonly Dictionary<(string Unit, string Code), (decimal Points, string Reason)> _appraised = [];

    public DemoFigures(string name)
    {
        var rows = Resources.Table($"DemoData/Scores/{name}.csv", withHeading: true);
        foreach (var row in rows.Skip(1))
        {
            for (var column = 1; column < row.Length; column++)
            {
                _cells[(rows[0][column], row[0])] = row[column];
            }
        }

        foreach (var row in Resources.Table($"DemoData/Scores/{name}-appraisal.csv", ';'))
        {
            _appraised[(row[0], row[1])] = (Number(row[2]), row[3]);
        }
    }

    /// <summary>What the unit enters in this line; null where it leaves the line empty.</summary>
    public LineValues? Of(string unit, Criterion criterion)
    {
        var cell = _cells[(unit, criterion.Code)];
        return cell.Length == 0 ? null : criterion.Rule!.Inputs switch
        {
            LineInputs.Level => new(Level: cell),
            LineInputs.Points => new(Points: Number(cell)),
            LineInputs.Achieved => new(Achieved: Number(cell)),
            _ => new(Number(cell.Split('/')[0]), Number(cell.Split('/')[1])),
        };
    }

    /// <summary>What the appraiser enters: the unit's own figures, other points with a reason, or what the cluster's records say.</summary>
    public AppraisedScoring Appraised(string unit, Criterion criterion, ScoreEntry self) =>
        _appraised.TryGetValue((unit, criterion.Code), out var other) ? new(self.Values, other.Points, other.Reason)
        : criterion.Rule is ByPortalRule ? new(new(), Of(unit, criterion)!.Points, "Theo sổ theo dõi của Cụm.")
        : new(self.Values, null, null);

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
