namespace ThiDua.Domain.Scoring;

/// <summary>How the appraisal of a leaf stands to the unit's own scoring of it (thẩm định một dòng).</summary>
public static class AppraisalOfLine
{
    /// <summary>Whether the appraisal cannot end without this line: all content, and whatever bonus or deduction the unit gave itself points in.</summary>
    public static bool IsOwed(CriterionKind kind, decimal? selfPoints, LeafScoring scoring = LeafScoring.Assigned) =>
        scoring != LeafScoring.NotScored && (kind == CriterionKind.Normal || selfPoints is not null);

    /// <summary>Whether the appraiser came to something else than the unit; a line that only the appraiser fills (nhập theo hồ sơ) is no difference.</summary>
    public static bool Differs(Criterion criterion, ScoreEntry self, ScoreEntry appraised) =>
        criterion.Rule is not ByPortalRule && (appraised.IsSetByHand || appraised.Values != self.Values);

    /// <summary>Whether it can be accepted as the unit scored it; a cluster-relative leaf by its facts, its points come later.</summary>
    public static bool CanBeAccepted(Criterion criterion, ScoreEntry self, LeafScoring scoring = LeafScoring.Assigned) =>
        criterion.Rule is { } rule and not ByPortalRule && scoring != LeafScoring.NotScored
        && (scoring == LeafScoring.WithoutTarget ? ScoringWithoutTarget.Alone(self.Values).Problem is null : self.Points is not null || rule.Compute(criterion.Max, criterion.Kind, self.Values) is { Provisional: true, Points: not null });

    /// <summary>Whether the line has what the end of the appraisal needs: points, or the facts that points are computed from for the whole cluster; not older than the unit's own figures.</summary>
    public static bool IsDone(Criterion criterion, ScoreEntry self, ScoreEntry? appraised, LeafScoring scoring = LeafScoring.Assigned) =>
        appraised is not null && !IsOutdated(self, appraised) && (appraised.Points is not null || criterion.Rule is ClusterRelativeRule || scoring == LeafScoring.WithoutTarget);

    /// <summary>The sheet was returned after this line was appraised, and the unit has changed it since.</summary>
    public static bool IsOutdated(ScoreEntry self, ScoreEntry appraised) => self.EnteredAt > appraised.EnteredAt;
}
