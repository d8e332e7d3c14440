using Microsoft.AspNetCore.Identity;
using ThiDua.Domain;
using ThiDua.Domain.Notifying;

namespace ThiDua.Web.Data;

/// <summary>A person's account (tài khoản người dùng).</summary>
public sealed class User : IdentityUser<int>
{
    [PersonalData]
    public string FullName
    {
        get => field;
        set => (field, FoldedName) = (value, Text.Fold(value));
    } = "";

    /// <summary>The full name as the search compares it, without diacritics.</summary>
    public string FoldedName { get; private set; } = "";

    public bool IsAdministrator { get; set; }

    /// <summary>Whether the password was given by an administrator and must be changed at the next sign-in.</summary>
    public bool MustChangePassword { get; set; }

    /// <summary>Locked by an administrator, until opened again.</summary>
    public bool IsLocked { get; set; }

    /// <summary>The half minute, counted from 1970, of the last authenticator code that was taken: no code is taken twice.</summary>
    public long? LastCodeStep { get; set; }

    /// <summary>When an administrator last ended every session of the account.</summary>
    public DateTime? SessionsEndedAt { get; set; }

    /// <summary>Which mail the person wants; without an address there is none.</summary>
    public MailWish MailWish { get; set; }

    /// <summary>SHA-256 (lower-case hex) of the secret in the address of the person's calendar feed; null: there is no feed.</summary>
    public string? CalendarKeyHash { get; set; }
}
