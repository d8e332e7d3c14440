namespace ThiDua.Domain.Scoring;

/// <summary>Which target of a leaf counts where a unit has one assigned and one registered; both are shown.</summary>
public enum CountedTarget { AssignedFirst, Registered, MoreDemanding }
