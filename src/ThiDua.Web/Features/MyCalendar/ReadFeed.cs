using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared.Tasks;
using ThiDua.Web.Notifications;

namespace ThiDua.Web.Features.MyCalendar;

/// <summary>The feed of the person whose secret it is, over all offices held today: what the calendar shows, and nothing else. A secret that is void, or of a locked account, does not exist.</summary>
public sealed class ReadFeed(PortalDb db, CurrentPerson current, ReadableYears years, CalendarDates dates, IOptions<MailOptions> options, TimeProvider clock)
{
    public async Task<string> Handle(string token)
    {
        var hash = RenewFeed.HashOf(token);
        var user = await db.Users.AsNoTracking().OneAsync(row => row.CalendarKeyHash == hash && !row.IsLocked);
        var person = new Person(user.Id, user.FullName, IsAdministrator: false, MustChangePassword: false, await OfficesOf(user.Id), null);
        current.Enter(person);
        var found = person.Offices.Count == 0 ? [] : await dates.Handle(years.OfAnyOffice(), [.. person.Offices.Select(office => person with { Office = office })]);
        return CalendarFile.Write(found, options.Value, clock.GetUtcNow().UtcDateTime);
    }

    private async Task<IReadOnlyList<OfficeHeld>> OfficesOf(int userId)
    {
        var today = Days.Today(clock);
        var rows = await (
            from office in db.Offices.AsNoTracking()
            where office.UserId == userId && office.FromOn <= today && (office.ToOn == null || office.ToOn >= today)
            join found in db.Organizations on office.OrganizationId equals found.AdvisingBodyId into all
            from advised in all.DefaultIfEmpty()
            select new { office.Id, office.Title, office.Capacity, office.OrganizationId, AdvisedId = (int?)advised.Id }).ToListAsync();
        return [.. rows.GroupBy(row => row.Id).Select(group => new OfficeHeld(group.Key, group.First().Title, group.First().Capacity, group.First().OrganizationId, "", [.. group.Where(row => row.AdvisedId is not null).Select(row => row.AdvisedId!.Value)]))];
    }
}
