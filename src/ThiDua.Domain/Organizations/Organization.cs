using ThiDua.Domain.Access;

namespace ThiDua.Domain.Organizations;

/// <summary>A kind of organization (loại đơn vị), kept as data.</summary>
public sealed class OrganizationKind(string name, int order)
{
    public int Id { get; private set; }

    public string Name { get; private set; } = name;

    public int Order { get; private set; } = order;

    public void Rename(Actor by, string? name)
    {
        if (!by.IsAdministrator)
        {
            throw new NotPermitted("Danh mục loại đơn vị do quản trị hệ thống cập nhật.");
        }

        Name = Text.Clean(name) ?? throw new RuleViolation("Nhập tên loại đơn vị.", nameof(Name));
    }
}

/// <summary>What is written of an organization.</summary>
public sealed record OrganizationDescription(string Code, string Name, string ShortName, int KindId)
{
    public int? ParentId { get; init; }

    public int? AdvisingBodyId { get; init; }

    /// <summary>The place in the heading of its documents (địa danh), "Thanh Hóa".</summary>
    public string PlaceName { get; init; } = "";

    /// <summary>The office of its head as printed below a document, "CHỦ TỊCH".</summary>
    public string HeadTitle { get; init; } = "";

    public DateOnly? ValidFromOn { get; init; }
}

/// <summary>An organization (đơn vị, cơ quan): one of a tree, valid from-to, perhaps with a successor.</summary>
public sealed class Organization : IVersioned, ISearchable
{
    private Organization() => Code = Name = ShortName = PlaceName = HeadTitle = "";

    public Organization(Actor by, OrganizationDescription description)
        : this() => Write(by, description);

    public int Id { get; private set; }

    public string Code { get; private set; }

    public string Name { get; private set; }

    public string ShortName { get; private set; }

    public int KindId { get; private set; }

    public int? ParentId { get; private set; }

    /// <summary>The body whose clerks act as this organization's clerks (cơ quan tham mưu).</summary>
    public int? AdvisingBodyId { get; private set; }

    public string PlaceName { get; private set; }

    public string HeadTitle { get; private set; }

    public DateOnly? ValidFromOn { get; private set; }

    public DateOnly? ValidToOn { get; private set; }

    public int? SuccessorId { get; private set; }

    public int Version { get; private set; }

    public void Describe(Actor by, OrganizationDescription description)
    {
        RuleViolation.Require(description.ParentId != Id, "Đơn vị không thể là cấp trên của chính mình.", nameof(ParentId));
        RuleViolation.Require(description.AdvisingBodyId != Id, "Đơn vị không thể tự tham mưu cho chính mình.", nameof(AdvisingBodyId));
        Write(by, description);
        Version++;
    }

    /// <summary>From the day after <paramref name="lastOn"/> the successor stands in its place; earlier years keep the old name.</summary>
    public void Merge(Actor by, int successorId, DateOnly lastOn)
    {
        RequireAdministrator(by);
        RuleViolation.Require(successorId != Id, "Đơn vị kế thừa phải là đơn vị khác.", nameof(SuccessorId));
        RuleViolation.Require(ValidFromOn is not { } from || lastOn >= from, "Ngày kết thúc không được trước ngày bắt đầu.", nameof(ValidToOn));
        (SuccessorId, ValidToOn) = (successorId, lastOn);
        Version++;
    }

    public SearchText SearchText() => new(Name, ValidToOn is { } to ? $"Hoạt động đến {to:dd/MM/yyyy}" : null, $"{ShortName} {Code}");

    private void Write(Actor by, OrganizationDescription description)
    {
        RequireAdministrator(by);
        Code = Required(description.Code, "Nhập mã đơn vị.", nameof(Code));
        Name = Required(description.Name, "Nhập tên đơn vị.", nameof(Name));
        ShortName = Text.Clean(description.ShortName) ?? Name;
        PlaceName = Text.Clean(description.PlaceName) ?? "";
        HeadTitle = Text.Clean(description.HeadTitle) ?? "";
        (KindId, ParentId, AdvisingBodyId, ValidFromOn) = (description.KindId, description.ParentId, description.AdvisingBodyId, description.ValidFromOn);
    }

    private static void RequireAdministrator(Actor by)
    {
        if (!by.IsAdministrator)
        {
            throw new NotPermitted("Danh mục đơn vị do quản trị hệ thống cập nhật.");
        }
    }

    private static string Required(string? text, string message, string field) => Text.Clean(text) ?? throw new RuleViolation(message, field);
}
