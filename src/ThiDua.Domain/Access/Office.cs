namespace ThiDua.Domain.Access;

/// <summary>An office that a person holds (cương vị): organization, capacity, from-to.</summary>
public sealed class Office : IVersioned
{
    private Office() => Title = "";

    public Office(Actor by, int userId, int organizationId, Capacity capacity, string title, DateOnly fromOn)
    {
        RuleViolation.Require(by.IsAdministrator, "Cương vị do quản trị hệ thống giao.");
        RuleViolation.Require(Text.Clean(title) is not null, "Nhập chức danh.", nameof(Title));
        (UserId, OrganizationId, Capacity, Title, FromOn) = (userId, organizationId, capacity, Text.Clean(title)!, fromOn);
    }

    public int Id { get; private set; }

    public int UserId { get; private set; }

    public int OrganizationId { get; private set; }

    public Capacity Capacity { get; private set; }

    /// <summary>The title as printed, "Chủ tịch UBND tỉnh", "Chuyên viên".</summary>
    public string Title { get; private set; }

    public DateOnly FromOn { get; private set; }

    public DateOnly? ToOn { get; private set; }

    public int Version { get; private set; }

    public void End(Actor by, DateOnly on)
    {
        RuleViolation.Require(by.IsAdministrator, "Cương vị do quản trị hệ thống kết thúc.");
        RuleViolation.Require(on >= FromOn, $"Ngày kết thúc không được trước ngày bắt đầu {FromOn:dd/MM/yyyy}.", nameof(ToOn));
        ToOn = on;
        Version++;
    }
}
