using Microsoft.AspNetCore.Mvc.ModelBinding;
using ThiDua.Domain;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Features.Shared;
using ThiDua.Web.Features.Shared.Lines;

namespace ThiDua.Web.Features.Appraisal;

/// <summary>A sheet before its appraiser: the unit's figures beside the appraiser's, line by line.</summary>
public sealed record AppraisalPage(ScoreSheet Sheet, RankingState Ranking, string ResponsibleName, IReadOnlyList<AppraisalRow> Rows, AppraisalStanding Standing, IReadOnlyList<StepTaken> History)
{
    /// <summary>The days of what is to be done with the sheet now; null where none were set or nothing is to be done.</summary>
    public WindowNow? Days { get; init; }

    /// <summary>What the unit asks to look at again, line by line.</summary>
    public IReadOnlyList<ObjectionToAnswer> Objections { get; init; } = [];

    /// <summary>What was typed in a line that was refused; the other lines are as they are kept.</summary>
    public RefusedLine? Refused { get; init; }

    public string Url => $"/cum/{Sheet.ClusterYearId}/tham-dinh/{Sheet.Id}";

    public string SheetUrl => $"/cum/{Sheet.ClusterYearId}/cham-diem/{Sheet.Id}";

    /// <summary>Whether lines are written now; of a sheet that was not submitted, from the facts.</summary>
    public required bool IsOpen { get; init; }

    public bool MayFinish => IsOpen && Sheet.State == ScoreSheetState.Submitted;

    public bool IsFromFacts => IsOpen && Sheet.State == ScoreSheetState.NotSubmitted;

    /// <summary>Whether the base of this unit is smaller than the scheme's.</summary>
    public bool HasReducedBase => Rows.Any(row => row.Line is { IsScored: false, Policy: NotAssignedPolicy.ReduceBase });

    public bool IsObjected => Sheet.State == ScoreSheetState.Objected;

    public bool MayReturn => IsOpen && Sheet.State == ScoreSheetState.Submitted && Ranking == RankingState.Collecting;

    public bool MayReopen => Sheet.State == ScoreSheetState.Appraised && ReopenAppraisal.StillOpen.Contains(Ranking);

    /// <summary>After an objection only the lines that it names are open.</summary>
    public bool MayAppraise(AppraisedLine line) => IsOpen && line.IsScored && (!IsObjected || Objections.Any(row => row.Line == line && !row.Objection.IsClosed));

    public LineView Line(AppraisedLine line) => new(this, line, Refused?.CriterionId == line.Criterion.Id ? Refused : null);

    public SectionView Section(AppraisedSection section) => new(this, section);

    public LineView Line(int criterionId) => Line(Rows.Select(row => row.Line).OfType<AppraisedLine>().Single(line => line.Criterion.Id == criterionId));
}

/// <summary>An objection of the unit, with the line as it stands now.</summary>
public sealed record ObjectionToAnswer(LineObjection Objection, AppraisedLine Line)
{
    public bool IsAnswered => Line.Appraised is { } appraised && Objection.IsAnsweredFor(appraised.Cell);
}

/// <summary>One row: a section or a line.</summary>
public sealed record AppraisalRow(int Depth, AppraisedSection? Section, AppraisedLine? Line);

/// <summary>A section with both totals and the number of lines that can be accepted at once.</summary>
public sealed record AppraisedSection(Criterion Criterion, decimal SelfPoints, decimal AppraisedPoints, int Acceptable);

/// <summary>A section as it is shown.</summary>
public sealed record SectionView(AppraisalPage Page, AppraisedSection Section);

/// <summary>A line with the unit's cell, the appraiser's, and how each came to its points.</summary>
public sealed record AppraisedLine(Criterion Criterion, PointsOfCell Self, PointsOfCell? Appraised, IReadOnlyList<FileAtLine> Evidence)
{
    public NotAssignedPolicy Policy { get; init; }

    public LeafScoring Scoring { get; init; }

    public bool IsScored => Scoring != LeafScoring.NotScored;

    /// <summary>Where the assignment to the unit stands, once somebody spoke of it.</summary>
    public LeafAssignment? Assignment { get; init; }

    /// <summary>What the portal knows behind a line that it scores, and proposes.</summary>
    public PortalFigures? Figures { get; init; }

    /// <summary>What the unit reported for this leaf.</summary>
    public IReadOnlyList<ReportedFigure> Reported { get; init; } = [];

    /// <summary>The portal's figures have changed since the line, or the whole sheet, was appraised, and to other points.</summary>
    public bool HasNewerFigures => Appraised is { } appraised && Figures is { Proposed: { } proposed } figures
        && ((figures.ProposedSince is { } since && since != appraised.Points) || (proposed.Points != appraised.Points && figures.Events.Any(one => one.LastAt > appraised.Cell.EnteredAt)));

    public bool IsOwed => AppraisalOfLine.IsOwed(Criterion.Kind, Self.Cell.Points, Scoring);

    public bool IsDone => AppraisalOfLine.IsDone(Criterion, Self.Cell, Appraised?.Cell, Scoring);

    public bool Differs => Appraised is not null && IsScored && AppraisalOfLine.Differs(Criterion, Self.Cell, Appraised.Cell);

    public bool IsOutdated => Appraised is not null && AppraisalOfLine.IsOutdated(Self.Cell, Appraised.Cell);

    public bool CanBeAccepted => AppraisalOfLine.CanBeAccepted(Criterion, Self.Cell, Scoring);

    public bool IsByPortal => Criterion.Rule is ByPortalRule;

    /// <summary>Points may be set by hand beside the method, unless the method itself asks for points.</summary>
    public bool TakesPointsByHand => Criterion.Rule!.Method is not ScoringMethod.Judged;

    public LineValues Values => (Appraised ?? Self).Cell.Values;
}

/// <summary>A cell with its points as they stand now; provisional while the whole cluster is not computed.</summary>
public sealed record PointsOfCell(ScoreEntry Cell, PointsNow Now)
{
    public decimal? Points => Now.Points;

    public bool IsProvisional => Now.IsProvisional;

    public IReadOnlyList<string> Steps => Now.Steps;

    public string? Problem => Now.Problem;
}

/// <summary>How far the appraisal of a sheet is.</summary>
public sealed record AppraisalStanding(SheetTotals Self, SheetTotals Appraised, bool IsSelfProvisional, bool IsProvisional, int Owed, int Left, int Differences, int Acceptable, int? NextCriterionId)
{
    public int Done => Owed - Left;
}

/// <summary>One line as it is shown, with what was typed where it was refused.</summary>
public sealed record LineView(AppraisalPage Page, AppraisedLine Line, RefusedLine? Refused)
{
    public string Action => $"{Page.Url}/dong/{Line.Criterion.Id}";

    public int Version => Refused?.Version ?? Line.Appraised?.Cell.Version ?? 0;

    public bool ShowsFields => Refused is not null || Line.Differs || (Line.IsByPortal && (Line.Figures is null || Line.Appraised is { Cell.IsSetByHand: true })) || Line.IsOutdated;

    public string Value(string name, string kept) => Refused?.Values.GetValueOrDefault(name) ?? kept;

    public string? Problem(string name) => Refused?.Problems.GetValueOrDefault(name);

    public string PointsByHand => Value(nameof(SaveAppraisedLine.Form.PointsByHand), Line.Appraised is { Cell.IsSetByHand: true } set ? LineField.Typed(set.Cell.Points) : "");

    public string Reason => Value(nameof(SaveAppraisedLine.Form.Reason), Line.Appraised?.Cell.Note ?? "");
}

/// <summary>What a refused line held, by field, and why it was refused.</summary>
public sealed record RefusedLine(int CriterionId, int? Version, IReadOnlyDictionary<string, string> Values, IReadOnlyDictionary<string, string> Problems)
{
    public static RefusedLine From(int criterionId, int? version, ModelStateDictionary state) => new(
        criterionId,
        version,
        state.Where(field => field.Value?.AttemptedValue is not null).ToDictionary(field => field.Key, field => field.Value!.AttemptedValue!, StringComparer.OrdinalIgnoreCase),
        state.Where(field => field.Value is { Errors.Count: > 0 }).ToDictionary(field => field.Key, field => field.Value!.Errors[0].ErrorMessage, StringComparer.OrdinalIgnoreCase));
}
