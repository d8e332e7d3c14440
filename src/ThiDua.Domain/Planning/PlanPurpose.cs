namespace ThiDua.Domain.Planning;

/// <summary>What a plan is for: the year, one conference, an inspection, several years.</summary>
public enum PlanPurpose { Yearly, Conference, Inspection, SeveralYears }
