using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Clusters;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared;

namespace ThiDua.Web.Features.ClusterYears;

/// <summary>Thiết lập of a cluster year: members and positions with their dates and documents, past ones too.</summary>
public sealed record SetUpPage(EnteredYear Year, int Version, DocumentReference NamingDocument, YearParameters Parameters, IReadOnlyList<SetUpPage.Member> Members, IReadOnlyList<SetUpPage.Held> Positions)
{
    public sealed record Member(int OrganizationId, string Name, DateOnly FromOn, DateOnly? ToOn, DocumentReference Document, DocumentReference? EndDocument);

    public sealed record Held(int OrganizationId, string UnitName, Position Position, int Order, DateOnly FromOn, DateOnly? ToOn, DocumentReference Document, DocumentReference? EndDocument);

    /// <summary>Issued decisions that name leader and deputies: their number and date may be taken over.</summary>
    public IReadOnlyList<NamingDecision> Decisions { get; init; } = [];

    public bool IsOpen => Year.Stage != ClusterYearStage.Concluded;

    public bool HasRoomForDeputy => Positions.Count(row => row is { Position: Position.Deputy, ToOn: null }) < Parameters.Deputies;

    public bool MayLeave(Member member) => member.ToOn is null && !Positions.Any(row => row.OrganizationId == member.OrganizationId && row.ToOn is null);

    public string TitleOf(Position position) => position switch
    {
        Position.Leader => Year.LeaderTitle,
        Position.Deputy => Year.DeputyTitle,
        _ => "Theo dõi",
    };

    /// <summary>Members who hold no position: they may become leader or deputy. A deputy may become leader.</summary>
    public IEnumerable<Member> FreeFor(Position position) =>
        Members.Where(member => member.ToOn is null && !Positions.Any(row => row.OrganizationId == member.OrganizationId && row.ToOn is null && (position == Position.Deputy || row.Position == Position.Leader)));
}

/// <summary>One act of the set-up on its own page.</summary>
public sealed record SetUpAct<TForm>(SetUpPage Page, TForm Form)
{
    /// <summary>The position to be filled.</summary>
    public Position Position { get; init; }

    /// <summary>The unit that leaves or steps down.</summary>
    public SetUpPage.Member? Unit { get; init; }

    public OrganizationPicker? Picker { get; init; }
}

/// <summary>Shows the set-up of the year entered.</summary>
public sealed class ShowSetUp(PortalDb db, CurrentYear entered, OrganizationsToChoose organizations, TimeProvider clock)
{
    public async Task<SetUpPage> Handle()
    {
        var year = await db.ClusterYears.AsNoTracking().Include(row => row.Members).Include(row => row.Positions).OneAsync(row => row.Id == entered.Year.Id);
        var names = year.Members.GroupBy(row => row.OrganizationId).ToDictionary(group => group.Key, group => group.Last().NameThen);
        var observers = year.Positions.Where(row => row.Position == Position.Observer).Select(row => row.OrganizationId).ToList();
        var observerNames = await db.Organizations.Where(row => observers.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Name);
        return new(entered.Year, year.Version, year.NamingDocument, year.Parameters,
            [.. year.Members.OrderBy(row => row.NameThen, Text.VietnameseOrder).ThenBy(row => row.FromOn).Select(row => new SetUpPage.Member(row.OrganizationId, row.NameThen, row.FromOn, row.ToOn, row.Document, row.EndDocument))],
            [.. year.Positions.OrderBy(row => row.Position).ThenBy(row => row.FromOn).ThenBy(row => row.Order).Select(row => new SetUpPage.Held(row.OrganizationId, names.GetValueOrDefault(row.OrganizationId) ?? observerNames.GetValueOrDefault(row.OrganizationId, ""), row.Position, row.Order, row.FromOn, row.ToOn, row.Document, row.EndDocument))])
        { Decisions = await NamingDecision.Load(db) };
    }

    /// <summary>What the forms begin with where a decision is taken over.</summary>
    private static DocumentForm? Taken(SetUpPage page, int? decisionId) => page.Decisions.FirstOrDefault(row => row.DocumentId == decisionId)?.ToForm();

    public async Task<SetUpAct<AmendYear.Form>> Amend(AmendYear.Form? typed, int? decisionId = null)
    {
        var page = await Handle();
        var stored = AmendYear.Form.Of(page);
        return new(page, typed is null ? stored with { Document = Taken(page, decisionId) ?? stored.Document } : typed with { Version = page.Version });
    }

    public async Task<SetUpAct<MembersForm>> AddMembers(MembersForm? typed, int? decisionId = null)
    {
        var page = await Handle();
        var form = (typed ?? new() { FromOn = Days.Today(clock), Document = Taken(page, decisionId) ?? new() }) with { Version = page.Version };
        var members = page.Members.Where(member => member.ToOn is null).Select(member => member.OrganizationId).ToList();
        return new(page, form) { Picker = await organizations.Handle(form.Search, form.FromOn ?? Days.Today(clock), [.. form.MemberIds], members) };
    }

    public async Task<SetUpAct<AppointForm>> Appoint(Position position, AppointForm? typed, int? decisionId = null)
    {
        var page = await Handle();
        return new(page, (typed ?? new() { FromOn = Days.Today(clock), Document = Taken(page, decisionId) ?? new() }) with { Version = page.Version }) { Position = position };
    }

    public async Task<SetUpAct<AppointObserver.Form>> AppointObserver(AppointObserver.Form? typed)
    {
        var page = await Handle();
        return new(page, (typed ?? new() { FromOn = Days.Today(clock) }) with { Version = page.Version });
    }

    public async Task<SetUpAct<EndForm>> EndObserver(int observerId, EndForm? typed)
    {
        var page = await Handle();
        var held = page.Positions.LastOrDefault(row => row.OrganizationId == observerId && row is { Position: Position.Observer, ToOn: null }) ?? throw new NotFound();
        return new(page, (typed ?? new() { ToOn = Days.Today(clock) }) with { Version = page.Version })
        {
            Unit = new(held.OrganizationId, held.UnitName, held.FromOn, held.ToOn, held.Document, held.EndDocument),
        };
    }

    public async Task<SetUpAct<EndForm>> End(int unitId, EndForm? typed)
    {
        var page = await Handle();
        var unit = page.Members.LastOrDefault(member => member.OrganizationId == unitId) ?? throw new NotFound();
        return new(page, (typed ?? new() { ToOn = Days.Today(clock), Document = new DocumentForm() }) with { Version = page.Version }) { Unit = unit };
    }
}
