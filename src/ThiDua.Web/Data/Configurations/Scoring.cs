using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Scoring;

namespace ThiDua.Web.Data.Configurations;

internal sealed class ScoringSchemeConfiguration : IEntityTypeConfiguration<ScoringScheme>
{
    public void Configure(EntityTypeBuilder<ScoringScheme> scheme)
    {
        scheme.Ignore(x => x.IsUnissued);
        scheme.HasQueryFilter(PortalDb.OneScheme, x => x.AmendsId == null);
        scheme.HasIndex(x => x.ClusterYearId).IsUnique().HasFilter("[AmendsId] IS NULL");
        scheme.HasIndex(x => x.AmendsId).IsUnique().HasFilter("[AmendsId] IS NOT NULL AND [State] IN ('Draft', 'Consulting')");
        scheme.HasOne<ScoringScheme>().WithMany().HasForeignKey(x => x.AmendsId).OnDelete(DeleteBehavior.Restrict);
        scheme.HasOne<ClusterYear>().WithMany().HasForeignKey(x => x.ClusterYearId).OnDelete(DeleteBehavior.Restrict);
        scheme.Property(x => x.TieKeys).IsJson();
        scheme.Property(x => x.Bands).IsJson();
        scheme.Property(x => x.IssuedBy).IsJson();
        scheme.Property(x => x.Framework).IsJson();
        scheme.HasMany(x => x.Criteria).WithOne(x => x.Scheme).HasForeignKey(x => x.SchemeId).OnDelete(DeleteBehavior.Cascade);
        scheme.HasMany(x => x.History).WithOne().HasForeignKey("OfSchemeId").OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CriterionConfiguration : IEntityTypeConfiguration<Criterion>
{
    public void Configure(EntityTypeBuilder<Criterion> criterion)
    {
        criterion.Property(x => x.Code).HasMaxLength(40);
        criterion.Property(x => x.Name).HasMaxLength(1000);
        criterion.Property(x => x.Guide).HasMaxLength(4000);
        criterion.Property(x => x.EvidenceNeeded).HasMaxLength(1000);
        criterion.Property(x => x.Rule).HasConversion(rule => rule == null ? null : rule.ToJson(), json => json == null ? null : ScoringRule.FromJson(json)).HasMaxLength(-1);
        criterion.Ignore(x => x.Identity);
        criterion.HasQueryFilter(PortalDb.OneScheme, x => !x.IsAside);
        criterion.HasIndex(x => new { x.SchemeId, x.Code }); // two may exchange their numbers when a version comes into force: who writes one number proves that it is free
        criterion.HasIndex(x => new { x.ClusterYearId, x.SchemeId });
        criterion.HasOne(x => x.Parent).WithMany().HasForeignKey(x => x.ParentId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ScoringCalendarConfiguration : IEntityTypeConfiguration<ScoringCalendar>
{
    public void Configure(EntityTypeBuilder<ScoringCalendar> calendar)
    {
        calendar.HasIndex(x => x.ClusterYearId).IsUnique();
        calendar.Property(x => x.Windows).IsJson();
        calendar.HasMany(x => x.Extensions).WithOne().HasForeignKey("CalendarId").OnDelete(DeleteBehavior.Restrict);
        calendar.HasMany(x => x.History).WithOne().HasForeignKey("OfCalendarId").IsRequired(false).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class EntryExtensionConfiguration : IEntityTypeConfiguration<EntryExtension>
{
    public void Configure(EntityTypeBuilder<EntryExtension> extension)
    {
        extension.ToTable("EntryExtensions");
        extension.Property(x => x.Reason).HasMaxLength(2000);
        extension.HasOne<Domain.Organizations.Organization>().WithMany().HasForeignKey(x => x.UnitId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AppraisalPlanConfiguration : IEntityTypeConfiguration<AppraisalPlan>
{
    public void Configure(EntityTypeBuilder<AppraisalPlan> plan)
    {
        plan.HasIndex(x => x.ClusterYearId).IsUnique();
        plan.Property(x => x.Assignments).IsJson();
        plan.Property(x => x.Conflicts).IsJson();
        plan.Property(x => x.Meeting).IsJson();
        plan.HasMany(x => x.History).WithOne().HasForeignKey("OfPlanId").IsRequired(false).OnDelete(DeleteBehavior.Restrict);
    }
}
