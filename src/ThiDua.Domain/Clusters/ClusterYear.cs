using ThiDua.Domain.Access;
using ThiDua.Domain.Regulations;
using static ThiDua.Domain.RuleViolation;

namespace ThiDua.Domain.Clusters;

/// <summary>A cluster's mandate of one year (năm thi đua): the aggregate on which nearly everything hangs.</summary>
public sealed partial class ClusterYear : Dossier, ISearchable
{
    private readonly List<Membership> _members = [];
    private readonly List<PositionHeld> _positions = [];

    private ClusterYear() => (Name, Parameters, ParametersFrom, NamingDocument) = ("", new(), new(), null!);

    public ClusterYear(Actor by, Cluster cluster, int year, YearParameters parameters, DocumentReference namingDocument)
        : this()
    {
        Require(by.IsAdministrator || by.OrganizationId == cluster.AuthorityId, "Năm thi đua do cơ quan quản lý cụm, khối mở.");
        Require(year is >= 2000 and <= 2100, "Năm thi đua phải từ 2000 đến 2100.", nameof(Year));
        (Cluster, Year, Name, Parameters, NamingDocument) = (cluster, year, cluster.Name, parameters.Checked(), namingDocument);
    }

    /// <summary>A year that takes its parameters from the regulation in force on its first day.</summary>
    public static ClusterYear Under(RegulationToTake regulation, Actor by, Cluster cluster, int year, DocumentReference namingDocument) =>
        new(by, cluster, year, regulation.Parameters, namingDocument) { ParametersFrom = new() { RegulationId = regulation.Id, Regulation = regulation.Document } };

    public int ClusterId { get; private set; }

    public Cluster Cluster { get; private set; } = null!;

    public int Year { get; private set; }

    /// <summary>The cluster's name in that year.</summary>
    public string Name { get; private set; }

    public ClusterYearStage Stage { get; private set; }

    /// <summary>The document that names members, leader and deputies; made in the portal or recorded from paper.</summary>
    public DocumentReference NamingDocument { get; private set; }

    public IReadOnlyList<Membership> Members => _members;

    public IReadOnlyList<PositionHeld> Positions => _positions;

    protected override int YearOfHistory => Id;

    /// <summary>Mends the document that names the units (sửa văn bản của năm). What was appointed by the former keeps its own document.</summary>
    public void Amend(Actor by, DocumentReference namingDocument)
    {
        RequireSetUp(by);
        NamingDocument = namingDocument;
        Changed(by);
    }

    /// <summary>Adds a unit from a day on; by the naming document where no other is given.</summary>
    public Membership AddMember(Actor by, int organizationId, string nameThen, DateOnly fromOn, DocumentReference? document = null)
    {
        RequireSetUp(by);
        Require(_members.TrueForAll(member => member.OrganizationId != organizationId || member.ToOn < fromOn), $"{nameThen} đã là thành viên của cụm, khối trong năm này.", "OrganizationId");
        var member = new Membership(this, organizationId, nameThen, fromOn, document ?? NamingDocument);
        _members.Add(member);
        Changed(by);
        return member;
    }

    /// <summary>A unit leaves (thôi tham gia): it keeps its sheet, unranked.</summary>
    public void EndMembership(Actor by, int organizationId, DateOnly lastOn, DocumentReference? document = null)
    {
        RequireSetUp(by);
        var member = _members.Find(row => row.OrganizationId == organizationId && row.ToOn is null) ?? throw new RuleViolation("Đơn vị không phải là thành viên.");
        Require(!_positions.Exists(row => row.OrganizationId == organizationId && (row.ToOn is null || row.ToOn > lastOn)), "Đơn vị đang là trưởng hoặc phó của cụm, khối; hãy cử đơn vị khác trước.");
        member.End(by, lastOn, document);
        Changed(by);
    }

    /// <summary>Names the leader from a day on; whoever led before leads until the day before.</summary>
    public void AppointLeader(Actor by, int organizationId, DateOnly fromOn, DocumentReference? document = null)
    {
        RequireSetUp(by);
        RequireMember(organizationId, fromOn);
        Require(!_positions.Exists(row => row is { ToOn: null, Position: Position.Leader } && row.OrganizationId == organizationId), "Đơn vị đang là trưởng cụm, khối.", "OrganizationId");
        foreach (var former in _positions.Where(row => row.ToOn is null && (row.Position == Position.Leader || row.OrganizationId == organizationId)))
        {
            Require(former.FromOn < fromOn, $"Ngày bắt đầu phải sau ngày {former.FromOn:dd/MM/yyyy} của lần cử trước.", "FromOn");
            former.End(by, fromOn.AddDays(-1), document);
        }

        RequireFree(_positions.Where(row => row.Position == Position.Leader || row.OrganizationId == organizationId), fromOn);
        _positions.Add(new PositionHeld(this, organizationId, Position.Leader, 1, fromOn, document ?? NamingDocument));
        Changed(by);
    }

    /// <summary>Names the first deputy, or the second where there is one; there are never more.</summary>
    public void AppointDeputy(Actor by, int organizationId, DateOnly fromOn, DocumentReference? document = null)
    {
        RequireSetUp(by);
        RequireMember(organizationId, fromOn);
        Require(!_positions.Exists(row => row.OrganizationId == organizationId && row.ToOn is null), "Đơn vị đã giữ vị trí trưởng hoặc phó.", "OrganizationId");
        var taken = _positions.Where(row => row is { Position: Position.Deputy, ToOn: null }).Select(row => row.Order).ToHashSet();
        Require(Parameters.Deputies > 0, "Theo quy định của năm, cụm, khối không có đơn vị phó.", "OrganizationId");
        Require(taken.Count < Parameters.Deputies, $"Theo quy định của năm, cụm, khối có nhiều nhất {(Parameters.Deputies == 1 ? "một" : "hai")} đơn vị phó; hãy cho một đơn vị thôi giữ vị trí phó trước.", "OrganizationId");
        var order = taken.Contains(1) ? 2 : 1;
        RequireFree(_positions.Where(row => row.OrganizationId == organizationId || (row.Position == Position.Deputy && row.Order == order)), fromOn);
        _positions.Add(new PositionHeld(this, organizationId, Position.Deputy, order, fromOn, document ?? NamingDocument));
        Changed(by);
    }

    /// <summary>A deputy steps down without a successor; a leader is always followed by another.</summary>
    public void EndDeputy(Actor by, int organizationId, DateOnly lastOn, DocumentReference? document = null)
    {
        RequireSetUp(by);
        var held = _positions.Find(row => row is { Position: Position.Deputy, ToOn: null } && row.OrganizationId == organizationId) ?? throw new RuleViolation("Đơn vị không giữ vị trí phó.");
        held.End(by, lastOn, document);
        Changed(by);
    }

    /// <summary>A council member or another organization follows the year (theo dõi): reads all of it, changes nothing.</summary>
    public void AppointObserver(Actor by, int organizationId, DateOnly fromOn, DocumentReference? document = null)
    {
        RequireSetUp(by);
        Require(!_members.Exists(row => row.OrganizationId == organizationId && row.ToOn is null), "Đơn vị thành viên đã xem được năm thi đua; không cử theo dõi.", "Organization");
        Require(!_positions.Exists(row => row is { ToOn: null, Position: Position.Observer } && row.OrganizationId == organizationId), "Đơn vị đang theo dõi năm thi đua này.", "Organization");
        var order = _positions.Where(row => row.Position == Position.Observer).Select(row => row.Order).DefaultIfEmpty().Max() + 1;
        _positions.Add(new PositionHeld(this, organizationId, Position.Observer, order, fromOn, document ?? NamingDocument));
        Changed(by);
    }

    public void EndObserver(Actor by, int organizationId, DateOnly lastOn, DocumentReference? document = null)
    {
        RequireSetUp(by);
        var held = _positions.Find(row => row is { Position: Position.Observer, ToOn: null } && row.OrganizationId == organizationId) ?? throw new RuleViolation("Đơn vị không theo dõi năm thi đua này.");
        held.End(by, lastOn, document);
        Changed(by);
    }

    /// <summary>Why the year cannot start yet; empty when it can.</summary>
    public static IReadOnlyList<string> ReasonsNotToStart(bool hasLeader, int members) =>
        [.. hasLeader ? Array.Empty<string>() : ["Chưa có đơn vị trưởng cụm, khối."], .. members >= 2 ? Array.Empty<string>() : ["Cụm, khối phải có ít nhất hai đơn vị thành viên."]];

    public void Start(Actor by, DateTime at)
    {
        NotReady.Require(ReasonsNotToStart(_positions.Exists(row => row is { Position: Position.Leader, ToOn: null }), _members.Count(member => member.ToOn is null)), "Chưa bắt đầu triển khai được.");
        Stage = Take(ClusterYearWorkflow.Table, ClusterYearStep.Start, Stage, by, new(at));
    }

    public void BeginReview(Actor by, DateTime at) => Stage = Take(ClusterYearWorkflow.Table, ClusterYearStep.BeginReview, Stage, by, new(at));

    /// <summary>Read-only for good from here on.</summary>
    public void Conclude(Actor by, DateTime at) => Stage = Take(ClusterYearWorkflow.Table, ClusterYearStep.Conclude, Stage, by, new(at));

    public SearchText SearchText() => new($"{Name} năm {Year}", null, Cluster?.Abbreviation);

    private void RequireMember(int organizationId, DateOnly on)
    {
        var member = _members.Find(row => row.OrganizationId == organizationId && row.ToOn is null);
        Require(member is not null, "Trưởng và phó phải là đơn vị thành viên.", "OrganizationId");
        Require(member!.FromOn <= on, $"Đơn vị là thành viên từ ngày {member.FromOn:dd/MM/yyyy}, không giữ vị trí trước ngày đó.", "FromOn");
    }

    // Two units never hold one position, nor one unit two, on the same day.
    private static void RequireFree(IEnumerable<PositionHeld> rows, DateOnly fromOn)
    {
        var last = rows.Max(row => row.ToOn);
        Require(last is null || last < fromOn, $"Ngày bắt đầu phải sau ngày {last:dd/MM/yyyy}, ngày cuối của lần cử trước.", "FromOn");
    }

    private void RequireSetUp(Actor by)
    {
        if (!by.IsAdministrator && !by.Positions.Contains(Position.Authority))
        {
            throw new NotPermitted("Thành viên, trưởng và phó do cơ quan quản lý cụm, khối quyết định.");
        }

        Require(Stage != ClusterYearStage.Concluded, "Năm thi đua đã kết thúc.");
    }
}
