using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ThiDua.Web.Data.Configurations;

internal sealed class UserSessionConfiguration : IEntityTypeConfiguration<UserSession>
{
    public void Configure(EntityTypeBuilder<UserSession> session)
    {
        session.HasOne<User>().WithMany().HasForeignKey(x => x.UserId).OnDelete(DeleteBehavior.Cascade);
        session.HasIndex(x => new { x.UserId, x.LastSeenAt });
        session.HasIndex(x => x.LastSeenAt);
        session.Property(x => x.Address).HasMaxLength(64);
    }
}

internal sealed class PortalSettingsConfiguration : IEntityTypeConfiguration<PortalSettings>
{
    public void Configure(EntityTypeBuilder<PortalSettings> settings)
    {
        settings.Property(x => x.Id).ValueGeneratedNever();
        settings.HasData(new { Id = PortalSettings.TheOnly, HeadsNeedTwoFactor = false, Version = 0 });
    }
}
