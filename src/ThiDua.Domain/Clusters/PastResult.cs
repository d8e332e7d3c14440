using ThiDua.Domain.Access;
using static ThiDua.Domain.RuleViolation;

namespace ThiDua.Domain.Clusters;

/// <summary>What a document says of a unit's result in a year before the portal.</summary>
public sealed record PastResultDescription(int Year, int OrganizationId, string NameThen, decimal Total, decimal Maximum, DocumentReference Document)
{
    public int? Rank { get; init; }

    public string? Honour { get; init; }
}

/// <summary>The result of a unit in a past year of its cluster (kết quả năm trước), taken over from a document; never changed afterwards.</summary>
public sealed class PastResult
{
    private PastResult() => (NameThen, Document, ImportedByName) = ("", null!, "");

    public PastResult(Actor by, int clusterId, int enteredYear, PastResultDescription result, DateTime at)
        : this()
    {
        if (!by.Can(Permission.ImportPastResults))
        {
            throw new NotPermitted($"{Labels.Of(Permission.ImportPastResults)} do {Permissions.WhoCan(Permission.ImportPastResults)} thực hiện.");
        }

        Require(result.Year < enteredYear, $"Chỉ nhập kết quả của các năm trước năm {enteredYear}.", nameof(Year));
        Require(result.Total >= 0, "Tổng điểm không được nhỏ hơn 0.", nameof(Total));
        Require(result.Maximum > 0, "Điểm tối đa phải lớn hơn 0.", nameof(Maximum));
        Require(result.Rank is null or > 0, "Thứ hạng phải từ 1.", nameof(Rank));
        (ClusterId, Year, OrganizationId, NameThen) = (clusterId, result.Year, result.OrganizationId, Text.Clean(result.NameThen)!);
        (Total, Maximum, Rank, Honour, Document) = (result.Total, result.Maximum, result.Rank, Text.Clean(result.Honour), result.Document);
        (ImportedByName, ImportedAt) = (by.UserName, at);
    }

    public int Id { get; private set; }

    public int ClusterId { get; private set; }

    public int Year { get; private set; }

    /// <summary>The unit that took part then; what it was merged into stands in the catalogue.</summary>
    public int OrganizationId { get; private set; }

    /// <summary>The unit's name as the document writes it.</summary>
    public string NameThen { get; private set; }

    public decimal Total { get; private set; }

    public decimal Maximum { get; private set; }

    public int? Rank { get; private set; }

    public string? Honour { get; private set; }

    public DocumentReference Document { get; private set; }

    public string ImportedByName { get; private set; }

    public DateTime ImportedAt { get; private set; }
}
