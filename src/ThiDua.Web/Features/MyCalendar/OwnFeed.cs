using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using ThiDua.Web.Access;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.MyCalendar;

/// <summary>Gives the person an address of their own for calendar programs, which nobody guesses; one from before is void. Only its hash is kept.</summary>
public sealed class RenewFeed(PortalDb db, CurrentPerson person)
{
    public async Task<string> Handle()
    {
        var secret = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        await Write(db, person, HashOf(secret));
        return $"/lich-ca-nhan/{secret}.ics";
    }

    internal static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    internal static async Task Write(PortalDb db, CurrentPerson person, string? hash)
    {
        var user = await db.Users.OneAsync(row => row.Id == person.Person.UserId);
        user.CalendarKeyHash = hash;
        await db.SaveChangesAsync();
    }
}

/// <summary>Ends the feed: its address is void at once.</summary>
public sealed class RevokeFeed(PortalDb db, CurrentPerson person)
{
    public Task Handle() => RenewFeed.Write(db, person, null);
}
