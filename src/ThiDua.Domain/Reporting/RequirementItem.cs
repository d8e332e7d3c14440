using ThiDua.Domain.Access;
using static ThiDua.Domain.RuleViolation;

namespace ThiDua.Domain.Reporting;

/// <summary>Kinds of files, told by content.</summary>
public enum FileKind { Pdf, Word, Excel, Picture }

/// <summary>The kind of a file by its media type.</summary>
public static class FileKinds
{
    public static FileKind Of(string mediaType) => mediaType switch
    {
        "application/pdf" => FileKind.Pdf,
        _ when mediaType.StartsWith("image/", StringComparison.Ordinal) => FileKind.Picture,
        _ when mediaType.EndsWith(".sheet", StringComparison.Ordinal) => FileKind.Excel,
        _ => FileKind.Word,
    };

    /// <summary>The endings of file names, for the choice of files: ".pdf,.docx".</summary>
    public static string Endings(IReadOnlyList<FileKind> kinds) => string.Join(',', (kinds.Count == 0 ? Enum.GetValues<FileKind>() : kinds).Select(kind => kind switch
    {
        FileKind.Pdf => ".pdf",
        FileKind.Word => ".docx",
        FileKind.Excel => ".xlsx",
        _ => ".jpg,.jpeg,.png",
    }));

    /// <summary>"PDF, DOCX"; "mọi loại tệp được nhận" where none is named.</summary>
    public static string InWords(IReadOnlyList<FileKind> kinds) => kinds.Count == 0 ? "PDF, DOCX, XLSX, JPEG, PNG" : string.Join(", ", kinds.Select(kind => Labels.Of(kind)));
}

/// <summary>What is written of an item: whether it must be there, of which kinds its files are (none named: any), how many at most.</summary>
public sealed record ItemDescription(string Name, bool IsRequired = true)
{
    public IReadOnlyList<FileKind> Kinds { get; init; } = [];

    public int? MostFiles { get; init; }

    public int Order { get; init; }
}

/// <summary>An item of the package (thành phần hồ sơ).</summary>
public sealed class RequirementItem : IInClusterYear, IVersioned
{
    private const int MostOfOne = 100;

    private RequirementItem() => (Name, Kinds) = ("", []);

    internal RequirementItem(ReportRequirement requirement, ItemDescription description)
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

    public bool IsRequired { get; private set; }

    /// <summary>None named: any that the portal takes.</summary>
    public IReadOnlyList<FileKind> Kinds { get; private set; }

    public int? MostFiles { get; private set; }

    public int Version { get; private set; }

    public ItemDescription Description() => new(Name, IsRequired) { Kinds = Kinds, MostFiles = MostFiles, Order = Order };

    public bool Takes(string mediaType) => Kinds.Count == 0 || Kinds.Contains(FileKinds.Of(mediaType));

    internal void Describe(Actor by, ItemDescription description)
    {
        ArgumentNullException.ThrowIfNull(by);
        Write(description);
        Version++;
    }

    private void Write(ItemDescription description)
    {
        Name = Text.Clean(description.Name) ?? throw new RuleViolation("Nhập tên văn bản, tài liệu phải gửi.", nameof(Name));
        Require(description.MostFiles is null or (>= 1 and <= MostOfOne), $"Số tệp nhiều nhất từ 1 đến {MostOfOne}.", nameof(MostFiles));
        (IsRequired, Kinds, MostFiles, Order) = (description.IsRequired, [.. description.Kinds.Distinct().Order()], description.MostFiles, description.Order);
    }
}

/// <summary>More time for one unit (gia hạn), with who gave it and why; the others keep their date.</summary>
public sealed class ReportExtension : IInClusterYear
{
    private ReportExtension() => UnitName = Reason = GivenByName = "";

    internal ReportExtension(ReportRequirement requirement, (int Id, string Name) unit, DateOnly lastDay, string reason, string givenByName, DateTime at) =>
        (ClusterYearId, UnitId, UnitName, LastDay, Reason, GivenByName, GivenAt) = (requirement.ClusterYearId, unit.Id, unit.Name, lastDay, reason, givenByName, at);

    public int Id { get; private set; }

    public int ClusterYearId { get; private set; }

    public int RequirementId { get; private set; }

    public int UnitId { get; private set; }

    public string UnitName { get; private set; }

    public DateOnly LastDay { get; private set; }

    public string Reason { get; private set; }

    public string GivenByName { get; private set; }

    public DateTime GivenAt { get; private set; }
}
