using ThiDua.Domain.Planning;

namespace ThiDua.Domain.Reporting;

/// <summary>To whom a report goes (nơi nhận báo cáo): an organization, through a unit, with its postal address and e-mail.</summary>
public sealed record ReportRecipient
{
    public string? Name { get; init => field = Text.Clean(value); }

    /// <summary>The body through which it goes (qua …).</summary>
    public string? Through { get; init => field = Text.Clean(value); }

    public string? Address { get; init => field = Text.Clean(value); }

    public string? Mail { get; init => field = Text.Clean(value); }

    /// <summary>"đơn vị Cụm trưởng (qua Ban Thi đua - Khen thưởng tỉnh Thanh Hóa)".</summary>
    public string? InWords => Name is null ? Through : Through is null ? Name : $"{Name} (qua {Through})";
}

/// <summary>What is written of a requirement.</summary>
public sealed record RequirementTerms(ReportKind Kind, string Title)
{
    public OwedBy OwedBy { get; init; }

    /// <summary>The time that it reports on (kỳ báo cáo): "6 tháng đầu năm 2020".</summary>
    public string? Period { get; init; }

    /// <summary>The date as written: "trước ngày 10/7/2020".</summary>
    public string? When { get; init; }

    /// <summary>Whether nothing is taken after the deadline; else it is taken and marked as late.</summary>
    public bool ClosesHard { get; init; }

    public ReportRecipient Recipient { get; init; } = new();

    /// <summary>Who gets a copy.</summary>
    public IReadOnlyList<string> Copies { get; init; } = [];

    public string? Note { get; init; }

    /// <summary>The block of the plan that it was made from.</summary>
    public int? FromBlockId { get; init; }
}

/// <summary>Where a requirement is completed: its own form, or its package and figures.</summary>
public enum RequirementPart { Terms, Package }

/// <summary>What is missing before a requirement can be announced, and where it is entered.</summary>
public sealed record RequirementGap(RequirementPart Part, string InWords);

/// <summary>A deadline that was changed after it had been announced.</summary>
public sealed record ChangedDeadline(string From, string To, string Reason, string ByName, DateTime At);
