using ThiDua.Domain.Access;
using ThiDua.Domain.Registrations;
using static ThiDua.Domain.RuleViolation;

namespace ThiDua.Domain.Scoring;

/// <summary>The columns that stand side by side for ever: tự chấm, thẩm định, thẩm định lần hai, điểm chính thức.</summary>
public enum ScoreStage { Self, Appraised, Second, Final }

/// <summary>One leaf of a sheet in one column (ô điểm), saved by itself under its own version.</summary>
public sealed class ScoreEntry : IInClusterYear, IVersioned
{
    private ScoreEntry() => (Values, EnteredByName) = (new(), "");

    /// <summary>An empty cell of the unit's own scoring, made with the sheet.</summary>
    public ScoreEntry(ScoreSheet sheet, int criterionId)
        : this(sheet, criterionId, ScoreStage.Self)
    {
    }

    private ScoreEntry(ScoreSheet sheet, int criterionId, ScoreStage stage)
        : this() => (Sheet, ClusterYearId, CriterionId, Stage) = (sheet, sheet.ClusterYearId, criterionId, stage);

    public int Id { get; private set; }

    public int ClusterYearId { get; private set; }

    public int SheetId { get; private set; }

    public ScoreSheet Sheet { get; private set; } = null!;

    public int CriterionId { get; private set; }

    public ScoreStage Stage { get; private set; }

    public LineValues Values { get; private set; }

    /// <summary>Signed points, 2 places; null while there are none. Of a cluster-relative leaf only after entry closed.</summary>
    public decimal? Points { get; private set; }

    /// <summary>Whether the points were set by the appraiser instead of the formula, or entered from the records (nhập theo hồ sơ).</summary>
    public bool IsSetByHand { get; private set; }

    /// <summary>The unit's explanation, or the appraiser's reason where figures differ.</summary>
    public string? Note { get; private set; }

    /// <summary>Minh chứng mật, xem tại đơn vị: nothing secret enters the portal.</summary>
    public bool HasSecretEvidence { get; private set; }

    public int? EnteredById { get; private set; }

    public string EnteredByName { get; private set; }

    public DateTime? EnteredAt { get; private set; }

    public int Version { get; private set; }

    /// <summary>The unit writes its own line. What cannot be computed yet is kept with no points; the problem is told beside the line.</summary>
    public Calculation Enter(Actor by, SelfScoring typed, Criterion criterion, DateTime at, LeafScoring scoring = LeafScoring.Assigned)
    {
        Require(Stage == ScoreStage.Self && CriterionId == criterion.Id, "Dòng này không phải là dòng tự chấm.");
        Require(criterion.Rule is not ByPortalRule, $"Tiêu chí {criterion.Code} do đơn vị thẩm định nhập theo hồ sơ.");
        RequireScored(criterion, scoring);
        var calculation = scoring == LeafScoring.WithoutTarget ? ScoringWithoutTarget.Alone(typed.Values) : criterion.Rule!.Compute(criterion.Max, criterion.Kind, typed.Values);
        Write(by, typed.Values, calculation.Provisional ? null : calculation.Points, Text.Clean(typed.Explanation), at);
        HasSecretEvidence = typed.HasSecretEvidence;
        return calculation;
    }

    /// <summary>The target in force of the unit's registration fixes that of the line, whatever was typed; without one the unit types it again.</summary>
    public void TakeTarget(Actor by, TargetInForce? target, Criterion criterion, LeafScoring scoring = LeafScoring.Assigned)
    {
        ArgumentNullException.ThrowIfNull(by);
        Require(Stage == ScoreStage.Self && CriterionId == criterion.Id, "Dòng này không phải là dòng tự chấm.");
        if ((target is null && Values.TargetGround is null) || (target is not null && (Values.Target, Values.TargetGround) == (target.Value, target.Ground)))
        {
            return;
        }

        Values = Values with { Target = target?.Value ?? Values.Target, TargetGround = target?.Ground };
        var calculation = scoring switch { LeafScoring.NotScored => null, LeafScoring.WithoutTarget => ScoringWithoutTarget.Alone(Values), _ => criterion.Rule!.Compute(criterion.Max, criterion.Kind, Values) };
        Points = calculation is { Provisional: false } ? calculation.Points : null;
        Version++;
    }

    /// <summary>A cell of the appraisal; a difference from the unit's own figures needs a reason.</summary>
    public static ScoreEntry ForAppraisal(Actor by, ScoreSheet sheet, AppraisalDuty duty, int criterionId)
    {
        sheet.RequireAppraisalBy(by, duty);
        return new ScoreEntry(sheet, criterionId, ScoreStage.Appraised);
    }

    /// <summary>The appraiser writes a line: other facts, or points set by hand; both with a reason where they differ.</summary>
    public Calculation Appraise(Actor by, AppraisedScoring typed, ScoreEntry self, Criterion criterion, DateTime at, LeafScoring scoring = LeafScoring.Assigned)
    {
        Require(Stage == ScoreStage.Appraised && self.CriterionId == criterion.Id, "Dòng này không phải là dòng thẩm định.");
        RequireScored(criterion, scoring);
        var isConfirmed = criterion.Rule is ByPortalRule && typed is { PointsByHand: null, Proposed: not null };
        var byFormula = scoring == LeafScoring.WithoutTarget ? ScoringWithoutTarget.Alone(typed.Values)
            : criterion.Rule!.Compute(criterion.Max, criterion.Kind, criterion.Rule is ByPortalRule ? typed.Values with { Points = typed.PointsByHand ?? typed.Proposed ?? typed.Values.Points } : typed.Values);
        var byHand = (criterion.Rule is ByPortalRule && !isConfirmed) || typed.PointsByHand is not null;
        var points = typed.PointsByHand is { } set ? WithinBounds(set, criterion) : byFormula.Provisional ? null : byFormula.Points;
        Require(points is not null || byFormula.Provisional, byFormula.Problem ?? "Chưa có điểm.", "Points");
        var reason = Text.Clean(typed.Reason);
        var differs = byHand || (!isConfirmed && (typed.Values != self.Values || (points ?? self.Points) != self.Points));
        Require(!differs || reason is not null, $"Điểm thẩm định tiêu chí {criterion.Code} khác điểm tự chấm: nêu lý do.", "Reason");
        Write(by, typed.Values, points, reason, at);
        IsSetByHand = byHand;
        return byFormula;
    }

    /// <summary>The criterion was amended: what was typed stays, points are those of the new rule; none where they cannot be computed, or were set by hand.</summary>
    public void FollowAmendment(Actor by, Criterion criterion)
    {
        ArgumentNullException.ThrowIfNull(by);
        Require(CriterionId == criterion.Id && Stage is ScoreStage.Self or ScoreStage.Appraised, "Dòng này không theo bảng tiêu chí sửa đổi.");
        var calculation = IsSetByHand || criterion.Rule is null or ByPortalRule ? null : criterion.Rule.Compute(criterion.Max, criterion.Kind, Values);
        Points = calculation is { Provisional: false } ? calculation.Points : null;
        Version++;
    }

    /// <summary>The computed points of a cluster-relative leaf, from the snapshot that holds its inputs.</summary>
    internal void TakeFromSnapshot(Actor by, decimal? points)
    {
        ArgumentNullException.ThrowIfNull(by);
        if (!IsSetByHand && Points != points)
        {
            Points = points;
            Version++;
        }
    }

    /// <summary>The adopted figure: a copy of the appraised one (điểm chính thức).</summary>
    public static ScoreEntry Adopted(Actor by, ScoreSheet sheet, ScoreEntry appraised, DateTime at)
    {
        var final = new ScoreEntry(sheet, appraised.CriterionId, ScoreStage.Final);
        final.Write(by, appraised.Values, appraised.Points, appraised.Note, at);
        final.IsSetByHand = appraised.IsSetByHand;
        return final;
    }

    /// <summary>The standing body's figure beside the adopted one (thẩm định lần hai); a difference needs a reason. Nobody appraises their own unit.</summary>
    public static ScoreEntry ForSecondAppraisal(Actor by, ScoreSheet sheet, int criterionId)
    {
        RequireSecondAppraisal(by, sheet);
        return new ScoreEntry(sheet, criterionId, ScoreStage.Second);
    }

    public static void RequireSecondAppraisal(Actor by, ScoreSheet sheet)
    {
        if (!by.Can(Permission.AppraiseSecond) || by.UnitId == sheet.UnitId || by.OwnOrganizationIds.Contains(sheet.UnitId))
        {
            throw new NotPermitted(by.Can(Permission.AppraiseSecond) ? "Không ai được thẩm định bảng điểm của đơn vị mình." : $"{Labels.Of(Permission.AppraiseSecond)} do {Permissions.WhoCan(Permission.AppraiseSecond)} thực hiện.");
        }
    }

    public void AppraiseAgain(Actor by, decimal points, string? reason, ScoreEntry adopted, Criterion criterion, DateTime at)
    {
        Require(Stage == ScoreStage.Second && adopted.CriterionId == criterion.Id, "Dòng này không phải là dòng thẩm định lần hai.");
        var counted = WithinBounds(points, criterion);
        Require(counted == adopted.Points || Text.Clean(reason) is not null, $"Điểm thẩm định lần hai tiêu chí {criterion.Code} khác điểm đã thông qua: nêu lý do.", "Reason");
        Write(by, adopted.Values, counted, Text.Clean(reason), at);
        IsSetByHand = counted != adopted.Points;
    }

    /// <summary>Brings the final figure (điểm chính thức) to what a later layer says.</summary>
    public void TakeFromLayer(Actor by, LineChange change, DateTime at)
    {
        Require(Stage == ScoreStage.Final && change.CriterionId == CriterionId, "Dòng này không phải là điểm chính thức.");
        Write(by, Values, change.To, change.Reason, at);
        IsSetByHand = true;
    }

    /// <summary>Signed points within the bounds of the criterion, as a correction may set them.</summary>
    public static decimal CheckedPoints(decimal points, Criterion criterion) => WithinBounds(points, criterion);

    private void Write(Actor by, LineValues values, decimal? points, string? note, DateTime at)
    {
        (Values, Points, Note) = (values, points, note);
        (EnteredById, EnteredByName, EnteredAt) = (by.UserId, by.UserName, at);
        Version++;
    }

    private static void RequireScored(Criterion criterion, LeafScoring scoring) =>
        Require(scoring != LeafScoring.NotScored, $"Tiêu chí {criterion.Code} không giao cho đơn vị nên không chấm điểm.");

    private static decimal WithinBounds(decimal points, Criterion criterion)
    {
        var problem = PointBounds.Problem(criterion.Max, criterion.Kind, points);
        Require(problem is null, $"Tiêu chí {criterion.Code}: {problem}", "PointsByHand");
        return PointBounds.Counted(criterion.Kind, points);
    }
}

/// <summary>What a unit types in a line.</summary>
public sealed record SelfScoring(LineValues Values, string? Explanation, bool HasSecretEvidence = false);

/// <summary>What an appraiser types in a line; <c>PointsByHand</c> wins over the formula, and over what the portal proposes for a line that it scores.</summary>
public sealed record AppraisedScoring(LineValues Values, decimal? PointsByHand, string? Reason)
{
    /// <summary>The points that the portal proposes, confirmed by the appraiser.</summary>
    public decimal? Proposed { get; init; }
}
