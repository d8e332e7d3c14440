namespace ThiDua.Domain.Scoring;

/// <summary>What a unit without a sheet is given at closing: nothing, or the points of the facts.</summary>
public enum NoSheetPolicy { Zero, PointsOfFacts }

/// <summary>Whose results the standing body appraises a second time (thẩm định lần hai): all, or only the first three.</summary>
public enum SecondAppraisalScope { All, FirstThree }

/// <summary>The terms of a scheme apart from its criteria.</summary>
public sealed record SchemeTerms(string Title, decimal ContentTotal)
{
    /// <summary>Facts after this day count next year (ngày chốt số liệu).</summary>
    public DateOnly? CutOffOn { get; init; }

    public NotAssignedPolicy NotAssigned { get; init; }

    public RankBy RankBy { get; init; }

    public NoSheetPolicy NoSheet { get; init; }

    public SecondAppraisalScope SecondAppraisal { get; init; }

    /// <summary>The keys that ties go down, in order.</summary>
    public IReadOnlyList<TieKey> TieKeys { get; init; } = [];

    /// <summary>The bands of the classification (mức xếp loại); none: units are not classified.</summary>
    public IReadOnlyList<ClassificationBand> Bands { get; init; } = [];

    public bool Equals(SchemeTerms? other) =>
        other is not null && (Title, ContentTotal, CutOffOn, NotAssigned, RankBy, NoSheet, SecondAppraisal) == (other.Title, other.ContentTotal, other.CutOffOn, other.NotAssigned, other.RankBy, other.NoSheet, other.SecondAppraisal)
        && Sequences.Same(TieKeys, other.TieKeys) && Sequences.Same(Bands, other.Bands);

    public override int GetHashCode() => HashCode.Combine(Title, ContentTotal, CutOffOn, RankBy);
}
