using ThiDua.Domain.Access;

namespace ThiDua.Web.Access;

/// <summary>An office as the top bar shows it, with the organizations for which it acts: its own, and for clerks those that it advises.</summary>
public sealed record OfficeHeld(int Id, string Title, Capacity Capacity, int OrganizationId, string OrganizationName, IReadOnlyList<int> AdvisedOrganizationIds)
{
    public string Name => $"{Title}, {OrganizationName}";

    public IReadOnlyList<int> ActsFor { get; } = Capacity == Capacity.Clerk ? [OrganizationId, .. AdvisedOrganizationIds] : [OrganizationId];
}

/// <summary>The person signed in, with every office held today and the one acted in.</summary>
public sealed record Person(int UserId, string FullName, bool IsAdministrator, bool MustChangePassword, IReadOnlyList<OfficeHeld> Offices, OfficeHeld? Office)
{
    /// <summary>The session of this request, where the person signed in by the portal's own page.</summary>
    public int? SessionId { get; init; }

    /// <summary>Whether two-factor sign-in must be switched on before anything else.</summary>
    public bool MustSetUpTwoFactor { get; init; }

    /// <summary>Notifications not read yet, of the offices held today.</summary>
    public int Unread { get; init; }
}

/// <summary>The person of this request; entered once, at its start.</summary>
public sealed class CurrentPerson
{
    public Person? MayBe { get; private set; }

    public Person Person => MayBe ?? throw new InvalidOperationException("Nobody is signed in.");

    public void Enter(Person person) => MayBe = person;

    public bool ActsForRouteOrganization(HttpContext http) =>
        int.TryParse(http.GetRouteValue("organizationId") as string, out var id) && MayBe?.Office?.ActsFor.Contains(id) == true;
}
