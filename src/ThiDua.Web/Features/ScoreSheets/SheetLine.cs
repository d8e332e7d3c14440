using ThiDua.Domain.Scoring;
using ThiDua.Web.Features.Shared.Lines;

namespace ThiDua.Web.Features.ScoreSheets;

/// <summary>A criterion with what the scheme says of it.</summary>
public sealed record CriterionText(int Id, string? Unit, string? TargetSource, string? EvidenceNeeded, string? Guide);

/// <summary>One cell as a page shows it.</summary>
public sealed record SheetCell(int CriterionId, ScoreStage Stage, int Version, LineValues Values, decimal? Points, bool IsSetByHand, string? Note, bool HasSecretEvidence, string EnteredByName, DateTime? EnteredAt);

/// <summary>A line of the sheet: a section, or a leaf with its cells side by side.</summary>
public sealed record SheetLine(SchemeNode Node, int Depth, CriterionText Text)
{
    /// <summary>The unit's own cell; null in a section.</summary>
    public SheetCell? Cell { get; init; }

    public SheetCell? Appraised { get; init; }

    /// <summary>The appraisal after the unit's objection to this line was answered (sau xem xét lại).</summary>
    public SheetCell? Reviewed { get; init; }

    public SheetCell? Final { get; init; }

    /// <summary>The unit's objection to this line, with the answer (đề nghị xem xét lại).</summary>
    public LineObjection? Objection { get; init; }

    /// <summary>The unit's own points as they stand now.</summary>
    public PointsNow? Now { get; init; }

    public PointsNow? AppraisedNow { get; init; }

    public PointsNow? ReviewedNow { get; init; }

    /// <summary>Where the assignment to the unit stands, once somebody spoke of it (không giao chỉ tiêu).</summary>
    public LeafAssignment? Assignment { get; init; }

    public NotAssignedPolicy Policy { get; init; }

    public LeafScoring Scoring { get; init; }

    public bool IsScored => Scoring != LeafScoring.NotScored;

    public bool IsAsked => Assignment is { State: AssignmentState.Asked };

    /// <summary>What the portal knows behind a line that it scores.</summary>
    public IReadOnlyList<PortalProposal> Proposals { get; init; } = [];

    /// <summary>What the unit reported for this leaf.</summary>
    public IReadOnlyList<ReportedFigure> Reported { get; init; } = [];

    /// <summary>Whether the reported figure may be taken into the line, which is empty.</summary>
    public bool TakesReported => Reported.Count > 0 && Cell is { } cell && IsScored && TakeReportedFigures.Fits(Node.Rule!, cell.Values);

    public bool IsByPortal => Node.Rule is ByPortalRule;

    /// <summary>The points to show and add up: of a cluster-relative leaf provisional ones until entry is closed.</summary>
    public decimal? Points => Now?.Points;

    public bool IsProvisional => Now is { IsProvisional: true };

    public bool IsFilled => Scoring switch { LeafScoring.NotScored => true, LeafScoring.WithoutTarget => Now is { Problem: null }, _ => Points is not null };

    public bool IsTouched => Cell is { EnteredAt: not null };

    public string? Problem => IsByPortal || !IsTouched || !IsScored ? null : Now?.Problem;

    /// <summary>As <see cref="AppraisalOfLine.Differs"/> has it: points that wait for the whole cluster are no difference, nor what the appraiser alone fills.</summary>
    public bool Differs => Appraised is not null && !IsByPortal && IsScored && (Appraised.IsSetByHand || Appraised.Values != Cell!.Values);

    public IReadOnlyList<LineField> Fields => [.. LineField.Of(Node.Rule!, Text.Unit, Cell!.Values).Where(one => !one.IsTarget || Scoring != LeafScoring.WithoutTarget)];
}
