using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using ThiDua.Web.Data;

namespace ThiDua.Web.Access;

/// <summary>Identity's accounts, with authenticator keys and recovery codes kept encrypted.</summary>
public sealed class PortalUserStore(PortalDb db, IDataProtectionProvider protection, IdentityErrorDescriber describer) : UserOnlyStore<User, PortalDb, int>(db, describer)
{
    private readonly IDataProtector _secrets = protection.CreateProtector(nameof(PortalUserStore));

    public override Task SetTokenAsync(User user, string loginProvider, string name, string? value, CancellationToken cancellationToken) =>
        base.SetTokenAsync(user, loginProvider, name, value is null ? null : _secrets.Protect(value), cancellationToken);

    public override async Task<string?> GetTokenAsync(User user, string loginProvider, string name, CancellationToken cancellationToken)
    {
        var kept = await base.GetTokenAsync(user, loginProvider, name, cancellationToken);
        try
        {
            return kept is null ? null : _secrets.Unprotect(kept);
        }
        catch (CryptographicException)
        {
            return null; // the keys of the portal were lost: an administrator switches two-factor sign-in off
        }
    }
}
