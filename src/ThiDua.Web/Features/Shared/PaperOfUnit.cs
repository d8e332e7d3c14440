using ThiDua.Domain;
using ThiDua.Web.Documents;

namespace ThiDua.Web.Features.Shared;

/// <summary>How an organization stands at the head and the foot of its papers.</summary>
public sealed record PaperOfUnit(string Name, string? ParentName, string PlaceName, string HeadTitle)
{
    private const string PeoplesCommittee = "Ủy ban nhân dân";
    private static readonly string[] Territories = [" tỉnh ", " thành phố ", " huyện ", " quận ", " thị xã "];

    /// <summary>Issuing organization broken before its territory; a people's committee has nothing above it.</summary>
    public Letterhead Letterhead => new(Lines(), Name.StartsWith(PeoplesCommittee, StringComparison.Ordinal) ? null : ParentName);

    /// <summary>TM. ỦY BAN NHÂN DÂN over the office of the head; else the office alone.</summary>
    public IReadOnlyList<string> SignatureLines =>
        Name.StartsWith(PeoplesCommittee, StringComparison.Ordinal) ? [$"TM. {PeoplesCommittee}", Head] : [Head];

    private string Head => Text.Clean(HeadTitle) ?? "Thủ trưởng đơn vị";

    private string[] Lines()
    {
        var at = Territories.Select(word => Name.IndexOf(word, StringComparison.OrdinalIgnoreCase)).Where(place => place > 0).DefaultIfEmpty(-1).Min();
        return at < 0 ? [Name] : [Name[..at], Name[(at + 1)..]];
    }
}
