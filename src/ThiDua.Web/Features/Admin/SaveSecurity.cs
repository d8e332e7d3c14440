using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.Admin;

/// <summary>What administrators set for signing in (an toàn đăng nhập).</summary>
public sealed record SecurityForm
{
    public bool HeadsNeedTwoFactor { get; init; }

    /// <summary>The version that the person saw.</summary>
    public int? Version { get; init; }

    public sealed class Validator : AbstractValidator<SecurityForm>
    {
        public Validator() => RuleFor(form => form.Version).NotNull().WithMessage("Trang đã cũ. Hãy tải lại trang.");
    }
}

/// <summary>Demands two-factor sign-in of heads, or no longer; it counts from each one's next sign-in.</summary>
public sealed class SaveSecurity(PortalDb db)
{
    public async Task Handle(SecurityForm form)
    {
        var settings = await db.Settings.SingleAsync();
        db.Expect(settings, form.Version!.Value);
        settings.DemandTwoFactorOfHeads(form.HeadsNeedTwoFactor);
        await db.SaveChangesAsync();
    }
}
