using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ThiDua.Domain.Documents;
using ThiDua.Domain.Organizations;
using ThiDua.Domain.Scoring;

namespace ThiDua.Web.Data.Configurations;

internal sealed class StoredFileConfiguration : IEntityTypeConfiguration<StoredFile>
{
    public void Configure(EntityTypeBuilder<StoredFile> file)
    {
        file.Property(x => x.Sha256).HasMaxLength(64);
        file.Property(x => x.MediaType).HasMaxLength(100);
        file.HasIndex(x => x.Sha256).IsUnique();
    }
}

internal sealed class EvidenceConfiguration : IEntityTypeConfiguration<Evidence>
{
    public void Configure(EntityTypeBuilder<Evidence> evidence)
    {
        evidence.ToTable("Evidence");
        evidence.HasIndex(x => new { x.OrganizationId, x.Year, x.FileId }).IsUnique();
        evidence.HasIndex(x => new { x.OrganizationId, x.Year, x.FoldedName });
        evidence.HasOne<Organization>().WithMany().HasForeignKey(x => x.OrganizationId).OnDelete(DeleteBehavior.Restrict);
        evidence.HasOne(x => x.File).WithMany().HasForeignKey(x => x.FileId).OnDelete(DeleteBehavior.Restrict);
        evidence.HasMany(x => x.Withdrawals).WithOne().HasForeignKey(x => x.EvidenceId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class EvidenceWithdrawalConfiguration : IEntityTypeConfiguration<EvidenceWithdrawal>
{
    public void Configure(EntityTypeBuilder<EvidenceWithdrawal> withdrawal)
    {
        withdrawal.ToTable("EvidenceWithdrawals");
        withdrawal.Property(x => x.Reason).HasMaxLength(1000);
    }
}

internal sealed class EvidenceLinkConfiguration : IEntityTypeConfiguration<EvidenceLink>
{
    public void Configure(EntityTypeBuilder<EvidenceLink> link)
    {
        link.Property(x => x.Pages).HasMaxLength(100);
        link.Property(x => x.Note).HasMaxLength(1000);
        link.HasIndex(x => new { x.SheetId, x.CriterionId, x.EvidenceId }).IsUnique().HasFilter("\"UnlinkedAt\" IS NULL");
        link.HasOne<ScoreSheet>().WithMany().HasForeignKey(x => x.SheetId).OnDelete(DeleteBehavior.Restrict);
        link.HasOne<Criterion>().WithMany().HasForeignKey(x => x.CriterionId).OnDelete(DeleteBehavior.Restrict);
        link.HasOne(x => x.Evidence).WithMany().HasForeignKey(x => x.EvidenceId).OnDelete(DeleteBehavior.Restrict);
    }
}
