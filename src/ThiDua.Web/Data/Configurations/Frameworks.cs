using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ThiDua.Domain.Documents;
using ThiDua.Domain.Organizations;
using ThiDua.Domain.Scoring;

namespace ThiDua.Web.Data.Configurations;

internal sealed class FrameworkSchemeConfiguration : IEntityTypeConfiguration<FrameworkScheme>
{
    public void Configure(EntityTypeBuilder<FrameworkScheme> framework)
    {
        framework.Property(x => x.ScopeKey).HasMaxLength(40);
        framework.HasIndex(x => new { x.AuthorityId, x.Year, x.ScopeKey, x.State }).IsUnique().HasFilter("[State] IN ('Draft', 'Issued')");
        framework.Property(x => x.IssuedBy).IsJson();
        framework.Property(x => x.WithdrawnBy).IsJson();
        framework.HasOne<Organization>().WithMany().HasForeignKey(x => x.AuthorityId).OnDelete(DeleteBehavior.Restrict);
        framework.HasOne<StoredFile>().WithMany().HasForeignKey(x => x.ScanId).OnDelete(DeleteBehavior.Restrict);
        framework.HasMany(x => x.Rows).WithOne().HasForeignKey(x => x.FrameworkId).OnDelete(DeleteBehavior.Cascade);
        framework.HasMany(x => x.History).WithOne().HasForeignKey(x => x.FrameworkId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class FrameworkRowConfiguration : IEntityTypeConfiguration<FrameworkRow>
{
    public void Configure(EntityTypeBuilder<FrameworkRow> row)
    {
        row.ToTable("FrameworkRows");
        row.Property(x => x.ParentCode).HasMaxLength(40);
        row.Property(x => x.Description).IsJson();
        row.HasIndex(x => new { x.FrameworkId, x.Order });
    }
}

internal sealed class FrameworkStepTakenConfiguration : IEntityTypeConfiguration<FrameworkStepTaken>
{
    public void Configure(EntityTypeBuilder<FrameworkStepTaken> step)
    {
        step.ToTable("FrameworkSteps");
        step.Property(x => x.Reason).HasMaxLength(1000);
        step.Property(x => x.Paper).IsJson();
        step.HasOne<StoredFile>().WithMany().HasForeignKey(x => x.PaperScanId).OnDelete(DeleteBehavior.Restrict);
    }
}
