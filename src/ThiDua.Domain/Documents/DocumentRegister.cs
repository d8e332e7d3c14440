using ThiDua.Domain.Access;
using static ThiDua.Domain.RuleViolation;

namespace ThiDua.Domain.Documents;

/// <summary>Who gives the numbers: the unit's registrar, from its own book (văn thư), or the portal.</summary>
public enum RegisterMode { Registrar, Portal }

/// <summary>Sổ đăng ký văn bản đi: the numbers of one issuer, one kind, one calendar year. Its row is the lock of the counter.</summary>
public sealed class DocumentRegister(RegisterOwner owner, DocumentKind kind, int year) : IVersioned
{
    private DocumentRegister() : this(new("", null), default, 0)
    {
    }

    public int Id { get; private set; }

    /// <summary>Whose it is, <see cref="RegisterOwner.Key"/>.</summary>
    public string Owner { get; private set; } = owner.Key;

    public DocumentKind Kind { get; private set; } = kind;

    public int Year { get; private set; } = year;

    public RegisterMode Mode { get; private set; }

    /// <summary>The largest number given so far; raised in the transaction that issues.</summary>
    public int LastNumber { get; private set; }

    public int Version { get; private set; }

    /// <summary>Lets the registrar or the portal give the numbers from now on; those given stay.</summary>
    public void SetMode(Actor by, RegisterOwner whose, RegisterMode mode)
    {
        whose.Require(by, Permission.IssueDocuments);
        if (!by.Can(Permission.IssueDocuments))
        {
            throw new NotPermitted(Permissions.Refusal(Permission.IssueDocuments));
        }

        Require(whose.Key == Owner, "Sổ này không phải của đơn vị.");
        Mode = mode;
        Version++;
    }

    /// <summary>The number as typed: needed where the registrar gives it, refused where the portal does.</summary>
    internal int? Checked(int? typed, DateOnly issuedOn, DateOnly today)
    {
        Require(issuedOn.Year == Year, "Ngày ban hành không thuộc năm của sổ.", "IssuedOn");
        Require(issuedOn <= today, "Ngày ban hành không được sau hôm nay.", "IssuedOn");
        if (Mode == RegisterMode.Portal)
        {
            Require(typed is null, "Sổ này do cổng cấp số; để trống số văn bản.", "Number");
            Require(issuedOn == today, $"Sổ này do cổng cấp số: ngày ban hành là hôm nay, {today:dd/MM/yyyy}.", "IssuedOn");
            return null;
        }

        Require(NumberProblem(typed) is null, NumberProblem(typed) ?? "", "Number");
        return typed;
    }

    /// <summary>What is wrong with the number that the registrar gave; null: nothing.</summary>
    public static string? NumberProblem(int? typed) => typed is > 0 and <= DocumentSymbol.LargestNumber ? null : $"Nhập số văn bản theo sổ của văn thư, từ 1 đến {DocumentSymbol.LargestNumber}.";
}

/// <summary>Who issues: an organization, or the cluster under its letterhead, for which its leader acts.</summary>
public sealed record RegisterOwner(string Key, int? OrganizationId)
{
    public static RegisterOwner Cluster(int clusterId) => new($"C{clusterId}", null);

    public static RegisterOwner Organization(int organizationId) => new($"O{organizationId}", organizationId);

    /// <summary>Whether this office acts for the issuer.</summary>
    public bool IsActedForBy(Actor by, Permission permission) =>
        OrganizationId is { } own ? by.OrganizationId == own : by.Positions.Contains(Position.Leader) || by.ActsForLeader(permission);

    internal void Require(Actor by, Permission permission)
    {
        if (!IsActedForBy(by, permission))
        {
            throw new NotPermitted(OrganizationId is null ? $"{Permissions.Refusal(permission)} Văn bản của cụm, khối do {Labels.Of(Position.Leader)} ban hành." : $"{Permissions.Refusal(permission)} Văn bản này do đơn vị khác ban hành.");
        }
    }
}
