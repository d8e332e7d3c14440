namespace ThiDua.Domain.Scoring;

/// <summary>How far a result reaches its target (mức độ thực hiện chỉ tiêu); the target is above 0.</summary>
internal readonly record struct Attainment(decimal Target, decimal Achieved, bool LowerIsBetter)
{
    public bool Met => LowerIsBetter ? Achieved <= Target : Achieved >= Target;

    /// <summary>By which share the target is exceeded; (T − A)/T where lower is better, so nothing achieved is +100 %.</summary>
    public decimal Excess => (LowerIsBetter ? Target - Achieved : Achieved - Target) / Target;

    /// <summary>r: A/T, or T/A where lower is better; only asked of the latter while the target is missed, so A is above 0.</summary>
    public decimal Ratio => LowerIsBetter ? Target / Achieved : Achieved / Target;

    public static Attainment Of(LineValues values, bool lowerIsBetter) =>
        new(values.Target!.Value, values.Achieved!.Value, lowerIsBetter);

    public string RatioStep() => LowerIsBetter
        ? $"r = {Figures.Value(Target)} / {Figures.Value(Achieved)} {Figures.Outcome(Ratio)} (chỉ tiêu / thực hiện, càng thấp càng tốt)"
        : $"r = {Figures.Value(Achieved)} / {Figures.Value(Target)} {Figures.Outcome(Ratio)}";

    /// <summary>The first step of an explanation, also where lower is better and nothing was counted.</summary>
    public string Step() => LowerIsBetter && Met
        ? $"Thực hiện {Figures.Value(Achieved)} không vượt mức {Figures.Value(Target)} (càng thấp càng tốt): đạt chỉ tiêu"
        : RatioStep();
}
