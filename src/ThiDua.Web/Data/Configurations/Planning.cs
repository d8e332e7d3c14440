using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Planning;
using ThiDua.Domain.Planning.FromPaper;

namespace ThiDua.Web.Data.Configurations;

internal sealed class PlanConfiguration : IEntityTypeConfiguration<Plan>
{
    public void Configure(EntityTypeBuilder<Plan> plan)
    {
        plan.Property(x => x.Abstract).HasMaxLength(1000);
        plan.Property(x => x.Preamble).HasMaxLength(-1);
        plan.Property(x => x.Recipients).IsJson();
        plan.Property(x => x.SignatoryLines).IsJson();
        plan.Property(x => x.Signatory).HasMaxLength(100);
        plan.Property(x => x.Archive).HasMaxLength(200);
        plan.Property(x => x.LastReason).HasMaxLength(4000);
        plan.Ignore(x => x.IsOpen);
        plan.HasIndex(x => new { x.ClusterYearId, x.State });
        plan.HasOne<ClusterYear>().WithMany().HasForeignKey(x => x.ClusterYearId).OnDelete(DeleteBehavior.Restrict);
        plan.HasOne<Plan>().WithMany().HasForeignKey(x => x.AdjustsId).OnDelete(DeleteBehavior.Restrict);
        plan.HasMany(x => x.Sections).WithOne(x => x.Plan).HasForeignKey(x => x.PlanId).OnDelete(DeleteBehavior.Cascade);
        plan.HasMany(x => x.Blocks).WithOne(x => x.Plan).HasForeignKey(x => x.PlanId).OnDelete(DeleteBehavior.Cascade);
        plan.HasMany(x => x.Bases).WithOne(x => x.Plan).HasForeignKey(x => x.PlanId).OnDelete(DeleteBehavior.Cascade);
        plan.HasMany(x => x.History).WithOne().HasForeignKey("OfYearPlanId").IsRequired(false).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PlanSectionConfiguration : IEntityTypeConfiguration<PlanSection>
{
    public void Configure(EntityTypeBuilder<PlanSection> section)
    {
        section.Property(x => x.Title).HasMaxLength(2000);
        section.Property(x => x.Body).HasMaxLength(-1);
        section.HasIndex(x => new { x.ClusterYearId, x.PlanId });
        section.HasOne(x => x.Parent).WithMany().HasForeignKey(x => x.ParentId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PlanBasisConfiguration : IEntityTypeConfiguration<PlanBasis>
{
    public void Configure(EntityTypeBuilder<PlanBasis> basis)
    {
        basis.Property(x => x.Kind).HasMaxLength(100);
        basis.Property(x => x.Number).HasMaxLength(60);
        basis.Property(x => x.Issuer).HasMaxLength(200);
        basis.Property(x => x.Abstract).HasMaxLength(1000);
        basis.HasIndex(x => new { x.ClusterYearId, x.PlanId });
    }
}

internal sealed class PlanBlockConfiguration : IEntityTypeConfiguration<PlanBlock>
{
    public void Configure(EntityTypeBuilder<PlanBlock> block)
    {
        block.Property(x => x.Content).HasConversion(content => content.ToJson(), json => BlockContent.FromJson(json)).HasMaxLength(-1);
        block.HasIndex(x => new { x.ClusterYearId, x.PlanId });
        block.Ignore(x => x.OriginId);
        block.HasOne<PlanBlock>().WithMany().HasForeignKey(x => x.CopyOfId).OnDelete(DeleteBehavior.Restrict);
        block.HasOne(x => x.Section).WithMany().HasForeignKey(x => x.SectionId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PaperTextConfiguration : IEntityTypeConfiguration<PaperText>
{
    public void Configure(EntityTypeBuilder<PaperText> paper)
    {
        paper.Property(x => x.Source).HasMaxLength(-1);
        paper.Property(x => x.BroughtBy).HasMaxLength(200);
        paper.HasIndex(x => new { x.ClusterYearId, x.PlanId });
        paper.HasOne<ClusterYear>().WithMany().HasForeignKey(x => x.ClusterYearId).OnDelete(DeleteBehavior.Restrict);
        paper.HasOne(x => x.Plan).WithMany().HasForeignKey(x => x.PlanId).OnDelete(DeleteBehavior.Restrict);
    }
}
