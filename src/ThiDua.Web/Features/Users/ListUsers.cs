using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Organizations;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared;

namespace ThiDua.Web.Features.Users;

/// <summary>A line of the list of accounts.</summary>
public sealed record UserRow(int Id, string UserName, string FullName, bool IsAdministrator, bool IsLocked, IReadOnlyList<string> Offices);

/// <summary>The list of accounts (người dùng) with what was searched for.</summary>
public sealed record UserList(string? Search, bool OnlyLocked, PageOf<UserRow> Page);

/// <summary>Finds accounts by user name, full name or organization, without diacritics.</summary>
public sealed class ListUsers(PortalDb db, TimeProvider clock)
{
    public async Task<UserList> Handle(string? search, bool onlyLocked, int? page)
    {
        var found = await Matching(search).Where(user => !onlyLocked || user.IsLocked).OrderBy(user => user.FoldedName).ThenBy(user => user.Id)
            .Select(user => new { user.Id, user.UserName, user.FullName, user.IsAdministrator, user.IsLocked }).PageAt(page);
        var offices = await OfficesOf([.. found.Rows.Select(user => user.Id)]);
        return new(Text.Clean(search), onlyLocked, new([.. found.Rows.Select(user => new UserRow(user.Id, user.UserName!, user.FullName, user.IsAdministrator, user.IsLocked, [.. offices[user.Id]]))], found.Number, found.Total));
    }

    private IQueryable<User> Matching(string? search)
    {
        var users = db.Users.AsNoTracking();
        foreach (var word in Text.Words(search ?? ""))
        {
            users = users.Where(user => user.FoldedName.Contains(word) || user.UserName!.Contains(word) || db.Offices.Any(office => office.UserId == user.Id
                && db.SearchEntries.Any(entry => entry.Kind == nameof(Organization) && entry.SubjectId == office.OrganizationId && entry.Words.Any(known => EF.Functions.Like(known.Word, word + "%")))));
        }

        return users;
    }

    private async Task<ILookup<int, string>> OfficesOf(IReadOnlyList<int> userIds)
    {
        var today = Days.Today(clock);
        var rows = await (
            from office in db.Offices.AsNoTracking()
            where userIds.Contains(office.UserId) && (office.ToOn == null || office.ToOn >= today)
            join organization in db.Organizations on office.OrganizationId equals organization.Id
            orderby office.Id
            select new { office.UserId, office.Title, organization.Name }).ToListAsync();
        return rows.ToLookup(row => row.UserId, row => $"{row.Title}, {row.Name}");
    }
}
