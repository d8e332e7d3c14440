using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Web.Data;

namespace ThiDua.Web.Access;

/// <summary>Two-factor sign-in (xác thực hai lớp): a key shared with an app on the telephone, and recovery codes for the day it is lost.</summary>
public sealed class TwoFactor(PortalDb db, UserManager<User> users, IUserStore<User> store, IDataProtectionProvider protection, TimeProvider clock)
{
    private const int RecoveryCodes = 10;
    private static readonly TimeSpan OfferLasts = TimeSpan.FromHours(1);

    private IUserAuthenticatorKeyStore<User> Keys => (IUserAuthenticatorKeyStore<User>)store;

    /// <summary>A key not yet written anywhere, and the same encrypted for the form that confirms it.</summary>
    public (string Key, string Offer) Offer(int userId)
    {
        var key = users.GenerateNewAuthenticatorKey();
        return (key, Offers(userId).Protect(key, OfferLasts));
    }

    /// <summary>The key offered to this account; null when the offer is too old or not this account's.</summary>
    public string? KeyOf(int userId, string? offer)
    {
        try
        {
            return string.IsNullOrEmpty(offer) ? null : Offers(userId).Unprotect(offer);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <returns>The recovery codes, told this once; null when the code is not the one that the app shows.</returns>
    public async Task<IReadOnlyList<string>?> SwitchOn(User user, string key, string code)
    {
        if (AuthenticatorCode.StepOf(key, code, clock.GetUtcNow()) is not { } step)
        {
            return null;
        }

        await Keys.SetAuthenticatorKeyAsync(user, key, default);
        user.LastCodeStep = step;
        var codes = await NewRecoveryCodes(user);
        Require(await users.SetTwoFactorEnabledAsync(user, true));
        return codes;
    }

    /// <summary>Ten codes for one use each; those before are void.</summary>
    public async Task<IReadOnlyList<string>> NewRecoveryCodes(User user) => [.. await users.GenerateNewTwoFactorRecoveryCodesAsync(user, RecoveryCodes) ?? []];

    /// <summary>Key and codes are forgotten; every session ends by the account's security stamp.</summary>
    public async Task SwitchOff(User user)
    {
        await Keys.SetAuthenticatorKeyAsync(user, "", default);
        user.LastCodeStep = null;
        await users.GenerateNewTwoFactorRecoveryCodesAsync(user, 0);
        Require(await users.SetTwoFactorEnabledAsync(user, false));
    }

    /// <summary>Whether this is the code of the app, not taken before, or a recovery code, which is used up by it.</summary>
    public async Task<bool> Takes(User user, string typed)
    {
        var code = new string([.. typed.Where(char.IsLetterOrDigit)]).ToUpperInvariant();
        if (code.Length == 10)
        {
            return (await users.RedeemTwoFactorRecoveryCodeAsync(user, $"{code[..5]}-{code[5..]}")).Succeeded;
        }

        var key = await users.GetAuthenticatorKeyAsync(user);
        if (string.IsNullOrEmpty(key) || AuthenticatorCode.StepOf(key, code, clock.GetUtcNow()) is not { } step || step <= user.LastCodeStep)
        {
            return false;
        }

        user.LastCodeStep = step;
        return (await users.UpdateAsync(user)).Succeeded; // of two at once with the same code, one
    }

    /// <summary>Whether the portal demands it of this person: its administrators demand it of heads, and the person is one today.</summary>
    public Task<bool> IsDemandedOf(int userId)
    {
        var today = Days.Today(clock);
        return db.Settings.AnyAsync(settings => settings.HeadsNeedTwoFactor
            && db.Offices.Any(office => office.UserId == userId && office.Capacity == Capacity.Head && office.FromOn <= today && (office.ToOn == null || office.ToOn >= today)));
    }

    private ITimeLimitedDataProtector Offers(int userId) => protection.CreateProtector(nameof(TwoFactor), $"{userId}").ToTimeLimitedDataProtector();

    private static void Require(IdentityResult result) => RuleViolation.Require(result.Succeeded, string.Join(' ', result.Errors.Select(error => error.Description)));
}
