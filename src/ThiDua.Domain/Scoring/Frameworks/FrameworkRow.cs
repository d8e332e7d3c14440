using ThiDua.Domain.Access;

namespace ThiDua.Domain.Scoring;

/// <summary>What the authority says of a row: khóa (points, method and wording stay as given), or tự xây dựng (the cluster fills it within the total given).</summary>
public enum FrameworkPart { Locked, Free }

/// <summary>What is changed in the table of a framework: wording, points, locked or free; or the row goes with all below it.</summary>
public sealed record FrameworkEdit(int RowId, string Name, decimal? Max, FrameworkPart? Part, bool IsRemoved = false);

/// <summary>A section or criterion of a framework scheme; below a free one stand suggestions, which bind nobody.</summary>
public sealed class FrameworkRow
{
    private FrameworkRow() => Description = null!;

    internal FrameworkRow(int order, string? parentCode, CriterionDescription description, FrameworkPart part) =>
        (Order, ParentCode, Description, Part) = (order, parentCode, description, part);

    public int Id { get; private set; }

    public int FrameworkId { get; private set; }

    /// <summary>Its place in reading order.</summary>
    public int Order { get; private set; }

    public string? ParentCode { get; private set; }

    public CriterionDescription Description { get; private set; }

    public FrameworkPart Part { get; private set; }

    public string Code => Description.Code;

    internal void Write(Actor by, int order, string? parentCode, CriterionDescription description)
    {
        ArgumentNullException.ThrowIfNull(by);
        (Order, ParentCode, Description) = (order, parentCode, description);
    }

    internal void Mark(Actor by, FrameworkPart part)
    {
        ArgumentNullException.ThrowIfNull(by);
        Part = part;
    }
}
