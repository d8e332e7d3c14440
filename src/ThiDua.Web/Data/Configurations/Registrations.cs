using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Organizations;
using ThiDua.Domain.Registrations;
using ThiDua.Domain.Scoring;

namespace ThiDua.Web.Data.Configurations;

internal sealed class RegistrationConfiguration : IEntityTypeConfiguration<Registration>
{
    public void Configure(EntityTypeBuilder<Registration> registration)
    {
        registration.HasIndex(x => new { x.ClusterYearId, x.UnitId }).IsUnique();
        registration.Property(x => x.Reopenings).IsJson();
        registration.Property(x => x.LastReason).HasMaxLength(4000);
        registration.Ignore(x => x.IsOpen);
        registration.Ignore(x => x.DocumentOfRevision);
        registration.Ignore(x => x.FormerTargets);
        registration.HasOne<ClusterYear>().WithMany().HasForeignKey(x => x.ClusterYearId).OnDelete(DeleteBehavior.Restrict);
        registration.HasOne<Organization>().WithMany().HasForeignKey(x => x.UnitId).OnDelete(DeleteBehavior.Restrict);
        registration.HasMany(x => x.Targets).WithOne(x => x.Registration).HasForeignKey(x => x.RegistrationId).OnDelete(DeleteBehavior.Cascade);
        registration.HasMany(x => x.Titles).WithOne(x => x.Registration).HasForeignKey(x => x.RegistrationId).OnDelete(DeleteBehavior.Cascade);
        registration.HasMany(x => x.History).WithOne().HasForeignKey("OfRegistrationId").IsRequired(false).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class TargetConfiguration : IEntityTypeConfiguration<Target>
{
    public void Configure(EntityTypeBuilder<Target> target)
    {
        target.ToTable("RegisteredTargets");
        target.Property(x => x.Indicator).HasMaxLength(1000);
        target.Property(x => x.Document).IsJson();
        target.Property(x => x.Page).HasMaxLength(60);
        target.Ignore(x => x.InWords);
        target.HasIndex(x => new { x.ClusterYearId, x.CriterionId });
        target.HasOne<Criterion>().WithMany().HasForeignKey(x => x.CriterionId).OnDelete(DeleteBehavior.SetNull); // without its leaf it is an indicator of the unit's own
    }
}

internal sealed class TitleConfiguration : IEntityTypeConfiguration<Title>
{
    public void Configure(EntityTypeBuilder<Title> title)
    {
        title.ToTable("RegisteredTitles");
        title.Property(x => x.Name).HasMaxLength(400);
        title.Property(x => x.Note).HasMaxLength(1000);
        title.HasIndex(x => x.ClusterYearId);
    }
}
