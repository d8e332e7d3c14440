using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ThiDua.Domain.Authorities;
using ThiDua.Domain.Documents;
using ThiDua.Domain.Organizations;

namespace ThiDua.Web.Data.Configurations;

internal sealed class AuthorityYearConfiguration : IEntityTypeConfiguration<AuthorityYear>
{
    public void Configure(EntityTypeBuilder<AuthorityYear> year)
    {
        year.HasIndex(x => new { x.AuthorityId, x.Year }).IsUnique();
        year.Property(x => x.Plan).IsJson();
        year.Property(x => x.Summary).HasMaxLength(-1);
        year.Property(x => x.Limits).IsJson();
        year.HasOne<Organization>().WithMany().HasForeignKey(x => x.AuthorityId).OnDelete(DeleteBehavior.Restrict);
        year.HasOne<StoredFile>().WithMany().HasForeignKey(x => x.PlanScanId).OnDelete(DeleteBehavior.Restrict);
        year.HasMany(x => x.Changes).WithOne(x => x.Year).HasForeignKey(x => x.AuthorityYearId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AuthorityYearChangeConfiguration : IEntityTypeConfiguration<AuthorityYearChange>
{
    public void Configure(EntityTypeBuilder<AuthorityYearChange> change)
    {
        change.ToTable("AuthorityYearChanges");
        change.Property(x => x.What).HasMaxLength(-1);
        change.HasIndex(x => x.AuthorityYearId);
        change.HasOne<StoredFile>().WithMany().HasForeignKey(x => x.PlanScanId).OnDelete(DeleteBehavior.Restrict);
    }
}
