using static ThiDua.Domain.Scoring.Figures;

namespace ThiDua.Domain.Reporting;

/// <summary>What became of a unit's report after the figures were frozen: opened again and not received since, received anew with corrections, received only afterwards.</summary>
public enum UnitSince { NotAccepted, Corrected, Accepted }

/// <summary>A figure that differs from what the consolidated report says; null: it says none, or there is none any more.</summary>
public sealed record ConsolidatedChange(ConsolidatedFigure Figure, decimal? Printed, decimal? Now)
{
    public decimal? Difference => Now - Printed;

    /// <summary>"Số xã đạt chuẩn (xã): từ 12 thành 14 (chênh lệch 2)".</summary>
    public string InWords => (Printed, Now) switch
    {
        ({ } printed, { } now) => $"{Figure.InWords}: từ {Value(printed)} thành {Value(now)} (chênh lệch {Value(now - printed)})",
        (null, { } now) => $"{Figure.InWords}: thành {Value(now)}",
        _ => $"{Figure.InWords}: bỏ {Value(Printed ?? 0)}",
    };
}

/// <summary>A unit of which the consolidated report says something else than what is accepted now.</summary>
public sealed record ChangedUnit(ConsolidatedUnit Now, UnitSince Since, int PrintedRound, IReadOnlyList<ConsolidatedChange> Figures)
{
    public int Id => Now.Id;

    public string Name => Now.Name;

    /// <summary>Whether figures stand there that are accepted no more; what only came later is missing there, as everybody reads there.</summary>
    public bool IsWrong => Since != UnitSince.Accepted;

    /// <summary>What happened, after the unit's name.</summary>
    public string InWords => Figures.Count == 0 ? What : $"{What}. {string.Join("; ", Figures.Select(change => change.InWords))}";

    private string What => (Since, Now.State) switch
    {
        (UnitSince.NotAccepted, ReportState.Reopened) => "báo cáo được mở lại để sửa, chưa nộp lại",
        (UnitSince.NotAccepted, ReportState.Returned) => "báo cáo bị trả lại để bổ sung, chưa nộp lại",
        (UnitSince.NotAccepted, _) => "báo cáo được nộp lại, chưa tiếp nhận",
        (UnitSince.Corrected, _) => Now.Round == PrintedRound ? "đã gửi bản bổ sung, thay thế" : $"đã tiếp nhận bản sửa (lần nộp {Now.Round})",
        _ => "được tiếp nhận sau khi chốt số liệu, chưa có trong báo cáo tổng hợp",
    };
}

// How far it is overtaken.
public sealed partial record ConsolidatedFigures
{
    /// <summary>The units of which it says something else than what is accepted now: opened again, sent back, corrected, or received only since.</summary>
    public IReadOnlyList<ChangedUnit> ChangedSince(ConsolidatedFigures now) =>
        [.. now.Units.Select(unit => ChangeOf(Units.FirstOrDefault(row => row.Id == unit.Id), unit)).OfType<ChangedUnit>()];

    private ChangedUnit? ChangeOf(ConsolidatedUnit? printed, ConsolidatedUnit now)
    {
        if (printed is not { IsAccepted: true })
        {
            return now.IsAccepted ? new(now, UnitSince.Accepted, 0, [.. Differences(printed, now)]) : null;
        }

        if (!now.IsAccepted)
        {
            return new(now, UnitSince.NotAccepted, printed.Round, []);
        }

        IReadOnlyList<ConsolidatedChange> differences = [.. Differences(printed, now)];
        return differences.Count > 0 || now.Round != printed.Round ? new(now, UnitSince.Corrected, printed.Round, differences) : null;
    }

    private IEnumerable<ConsolidatedChange> Differences(ConsolidatedUnit? printed, ConsolidatedUnit now) =>
        from figure in Figures
        let change = new ConsolidatedChange(figure, printed?.Of(figure.Id)?.Value, now.Of(figure.Id)?.Value)
        where change.Printed != change.Now
        select change;
}
