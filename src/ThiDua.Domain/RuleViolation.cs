namespace ThiDua.Domain;

/// <summary>A rule refused the act. The message is Vietnamese and shown to the user as it is, beside the field where there is one.</summary>
public sealed class RuleViolation(string message, string? onField = null) : Exception(message)
{
    public string? Field => onField;

    /// <summary>What is wrong at other fields at the same time, each with its sentence.</summary>
    public IReadOnlyList<(string Field, string Message)> Others { get; init; } = [];

    /// <summary>Refuses with all that is wrong at once, each beside its field.</summary>
    public static void Require(IReadOnlyList<(string Field, string Message)> problems)
    {
        if (problems.Count > 0)
        {
            throw new RuleViolation(problems[0].Message, problems[0].Field) { Others = [.. problems.Skip(1)] };
        }
    }

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
