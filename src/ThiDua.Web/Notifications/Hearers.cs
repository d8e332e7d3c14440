using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Notifying;
using ThiDua.Web.Access;
using ThiDua.Web.Data;

namespace ThiDua.Web.Notifications;

/// <summary>Somebody in one office of a cluster year, who may be told of something there, and how.</summary>
public sealed record Hearer(Actor Actor, string? Email, MailWish Wish);

/// <summary>Finds everybody who acts in a cluster year: each in every office held today, as entering the year by its address would have it.</summary>
internal static class Hearers
{
    public static async Task<IReadOnlyList<Hearer>> Of(PortalDb db, EnteredYear year, DateOnly today, CancellationToken cancellationToken)
    {
        List<int?> organizations = [.. year.MemberIds, .. year.Merged.Select(row => row.SuccessorId), .. year.Positions.Select(row => row.OrganizationId), year.AuthorityId, year.StandingBodyId];
        var rows = await (
            from office in db.Offices.AsNoTracking()
            where office.FromOn <= today && (office.ToOn == null || office.ToOn >= today)
            join user in db.Users on office.UserId equals user.Id
            where !user.IsLocked
            join organization in db.Organizations on office.OrganizationId equals organization.Id
            join found in db.Organizations on organization.Id equals found.AdvisingBodyId into all
            from advised in all.DefaultIfEmpty()
            where organizations.Contains(organization.Id) || organizations.Contains(advised.Id)
            orderby office.Id
            select new { user.Id, user.FullName, user.Email, user.MailWish, OfficeId = office.Id, office.Title, office.Capacity, office.OrganizationId, organization.Name, AdvisedId = (int?)advised.Id }).ToListAsync(cancellationToken);
        return [.. from ofPerson in rows.GroupBy(row => row.Id)
                   let first = ofPerson.First()
                   let offices = ofPerson.GroupBy(row => row.OfficeId).Select(row => new OfficeHeld(row.Key, row.First().Title, row.First().Capacity, row.First().OrganizationId, row.First().Name, [.. row.Where(one => one.AdvisedId is not null).Select(one => one.AdvisedId!.Value)])).ToList()
                   let person = new Person(first.Id, first.FullName, IsAdministrator: false, MustChangePassword: false, offices, null)
                   from office in offices
                   let actor = EnterClusterYear.ActorIn(year, person with { Office = office })
                   where actor.Positions.Count > 0
                   select new Hearer(actor, first.Email, first.MailWish)];
    }
}
