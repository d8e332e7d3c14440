namespace ThiDua.Domain.Scoring;

/// <summary>One figure that a later layer changes (thẩm định lần hai, điều chỉnh): points from, to, and why.</summary>
public sealed record LineChange(int UnitId, int CriterionId, decimal? From, decimal To, string Reason, string ByName, DateTime At);
