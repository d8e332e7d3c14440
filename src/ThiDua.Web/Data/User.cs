using Microsoft.AspNetCore.Identity;

namespace ThiDua.Web.Data;

/// <summary>A person's account (tài khoản người dùng).</summary>
public sealed class User : IdentityUser<int>
{
    [PersonalData]
    public string FullName { get; set; } = "";

    public bool IsAdministrator { get; set; }

    /// <summary>Whether the password was given by an administrator and must be changed at the next sign-in.</summary>
    public bool MustChangePassword { get; set; }

    /// <summary>Locked by an administrator, until opened again.</summary>
    public bool IsLocked { get; set; }
}
