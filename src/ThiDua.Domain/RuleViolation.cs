namespace ThiDua.Domain;

/// <summary>A rule refused the act. The message is Vietnamese and shown to the user as it is, beside the field where there is one.</summary>
public sealed class RuleViolation(string message, string? onField = null) : Exception(message)
{
    public string? Field => onField;

    public static void Require(bool condition, string message, string? field = null)
    {
        if (!condition)
        {
            throw new RuleViolation(message, field);
        }
    }
}

/// <summary>The acting person may not do this at all, whatever the state; the message says who can.</summary>
public sealed class NotPermitted(string message) : Exception(message);

/// <summary>Several reasons at once why an act is not possible yet, all of them.</summary>
public sealed class NotReady(string message, IReadOnlyList<string> reasons) : Exception(message)
{
    public IReadOnlyList<string> Reasons => reasons;

    public static void Require(IReadOnlyList<string> reasons, string message)
    {
        if (reasons.Count > 0)
        {
            throw new NotReady(message, reasons);
        }
    }
}
