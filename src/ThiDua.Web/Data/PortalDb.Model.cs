using System.Reflection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;

namespace ThiDua.Web.Data;

/// <content>What holds for every table: filters, versions, lengths, names.</content>
public abstract partial class PortalDb
{
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        NameIdentityTables(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(PortalDb).Assembly);
        foreach (var type in builder.Model.GetEntityTypes().Select(type => type.ClrType).Where(type => typeof(IInClusterYear).IsAssignableFrom(type)).ToList())
        {
            typeof(PortalDb).GetMethod(nameof(FilterByClusterYear), BindingFlags.NonPublic | BindingFlags.Instance)!
                .MakeGenericMethod(type).Invoke(this, [builder]);
        }

        foreach (var type in builder.Model.GetEntityTypes().Where(type => typeof(IVersioned).IsAssignableFrom(type.ClrType)).ToList())
        {
            builder.Entity(type.ClrType).Property(nameof(IVersioned.Version)).IsConcurrencyToken();
        }
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        configurationBuilder.Properties<decimal>().HavePrecision(18, 4);
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcTimes>();
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<OffsetsAsUtc>();
        configurationBuilder.Properties<string>().HaveMaxLength(400);
    }

    // What belongs to another cluster year does not exist for this request; outside any, nothing does.
    private void FilterByClusterYear<T>(ModelBuilder builder)
        where T : class, IInClusterYear =>
        builder.Entity<T>().HasQueryFilter(ThisClusterYear, row => row.ClusterYearId == ClusterYearId);

    private static void NameIdentityTables(ModelBuilder builder)
    {
        builder.Entity<User>(user =>
        {
            user.ToTable("Users");
            user.Property(x => x.FullName).HasMaxLength(100);
            user.Property(x => x.PasswordHash).HasMaxLength(1000);
            user.Property(x => x.FoldedName).HasMaxLength(100);
            user.HasIndex(x => x.FoldedName);
            user.Property(x => x.CalendarKeyHash).HasMaxLength(64);
            user.HasIndex(x => x.CalendarKeyHash).IsUnique();
        });
        builder.Entity<IdentityUserClaim<int>>().ToTable("UserClaims");
        builder.Entity<IdentityUserLogin<int>>().ToTable("UserLogins");
        builder.Entity<IdentityUserToken<int>>(token =>
        {
            token.ToTable("UserTokens");
            token.Property(x => x.Value).HasMaxLength(2000);
        });
    }
}
