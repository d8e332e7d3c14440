using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using ThiDua.Web.Data;

namespace ThiDua.Web.Access;

/// <summary>What a right password earns where a code is asked for as well: ten minutes to type it. It holds for this password only.</summary>
public sealed class SecondStep(PortalDb db, IDataProtectionProvider protection)
{
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(10);

    private sealed record Content(int UserId, string Stamp);

    private ITimeLimitedDataProtector Tickets => protection.CreateProtector(nameof(SecondStep)).ToTimeLimitedDataProtector();

    public string TicketOf(User user) => Tickets.Protect(JsonSerializer.Serialize(new Content(user.Id, user.SecurityStamp!)), Lasts);

    /// <summary>The account's id and user name; null when the ticket is too old, not the portal's own, or the password was changed meanwhile.</summary>
    public async Task<(int Id, string Name)?> UserOf(string? ticket)
    {
        try
        {
            return string.IsNullOrEmpty(ticket) || JsonSerializer.Deserialize<Content>(Tickets.Unprotect(ticket)) is not { } content ? null
                : await db.Users.AsNoTracking().Where(row => row.Id == content.UserId && row.SecurityStamp == content.Stamp).Select(row => row.UserName).SingleOrDefaultAsync() is { } name ? (content.UserId, name) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
