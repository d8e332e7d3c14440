using ThiDua.Domain.Access;
using ThiDua.Domain.Registrations;
using static ThiDua.Domain.RuleViolation;

namespace ThiDua.Domain.Reporting;

/// <summary>What is written of a figure that is asked for: its name, unit of measure, decimals, the leaf of the scheme that it belongs to, whether units add up.</summary>
public sealed record FigureDescription(string Name, string? Unit = null)
{
    public int Decimals { get; init; } = 2;

    public bool IsRequired { get; init; } = true;

    /// <summary>Whether the figures of all units make a total: numbers of things do, percentages do not.</summary>
    public bool IsSummed { get; init; }

    public int? CriterionId { get; init; }

    public int Order { get; init; }
}

/// <summary>A figure that a requirement asks for (chỉ tiêu, số liệu phải báo cáo): units type its achieved value once.</summary>
public sealed class RequirementFigure : IInClusterYear, IVersioned
{
    public const int MostDecimals = 4;

    private RequirementFigure() => Name = "";

    internal RequirementFigure(ReportRequirement requirement, FigureDescription description)
        : this()
    {
        ClusterYearId = requirement.ClusterYearId;
        Write(description);
    }

    public int Id { get; private set; }

    public int ClusterYearId { get; private set; }

    public int RequirementId { get; private set; }

    public int Order { get; private set; }

    public string Name { get; private set; }

    /// <summary>The unit of measure.</summary>
    public string? Unit { get; private set; }

    public int Decimals { get; private set; }

    public bool IsRequired { get; private set; }

    public bool IsSummed { get; private set; }

    /// <summary>The leaf of the scheme beside which it is shown.</summary>
    public int? CriterionId { get; private set; }

    public int Version { get; private set; }

    public FigureDescription Description() => new(Name, Unit) { Decimals = Decimals, IsRequired = IsRequired, IsSummed = IsSummed, CriterionId = CriterionId, Order = Order };

    /// <summary>"Tốc độ tăng GRDP (%)".</summary>
    public string InWords => Unit is null ? Name : $"{Name} ({Unit})";

    /// <summary>Whether two figures, of two years perhaps, are the same by their names.</summary>
    public static bool AreSame(string one, string other) => string.Join(' ', Text.Words(one)) == string.Join(' ', Text.Words(other));

    /// <summary>The target of a unit that this figure is compared with: of the same leaf, or of the same name; what was assigned before what was registered.</summary>
    public TargetInForce? TargetAmong(IEnumerable<Target> inForce) =>
        inForce.Where(row => (CriterionId is not null && row.CriterionId == CriterionId) || AreSame(row.Indicator, Name)).OrderByDescending(row => row.Source == TargetSource.Assigned).FirstOrDefault() is { } target
            ? new(target.Value, target.InWords) : null;

    internal void Describe(Actor by, FigureDescription description)
    {
        ArgumentNullException.ThrowIfNull(by);
        Write(description);
        Version++;
    }

    /// <summary>What is wrong with what was typed, each beside its field.</summary>
    internal IEnumerable<(string Field, string Message)> Problems(AchievedValue typed, string field)
    {
        var format = Decimals == 0 ? "số nguyên" : $"tối đa {Decimals} chữ số sau dấu phẩy";
        foreach (var (value, name) in new[] { (typed.Value, nameof(AchievedValue.Value)), (typed.Before, nameof(AchievedValue.Before)) })
        {
            if (value is { } number && Math.Round(number, Decimals) != number)
            {
                yield return ($"{field}.{name}", $"“{Name}” nhập {format}.");
            }
            else if (value is { } large && Math.Abs(large) >= SubmittedFigure.Largest)
            {
                yield return ($"{field}.{name}", "Số quá lớn.");
            }
        }
    }

    private void Write(FigureDescription description)
    {
        Name = Text.Clean(description.Name)?.ReplaceLineEndings(" ") ?? throw new RuleViolation("Nhập tên chỉ tiêu, số liệu.", nameof(Name));
        Require(description.Decimals is >= 0 and <= MostDecimals, $"Số chữ số sau dấu phẩy từ 0 đến {MostDecimals}.", nameof(Decimals));
        (Unit, Decimals, IsRequired, IsSummed) = (Text.Clean(description.Unit), description.Decimals, description.IsRequired, description.IsSummed);
        (CriterionId, Order) = (description.CriterionId, description.Order);
    }
}
