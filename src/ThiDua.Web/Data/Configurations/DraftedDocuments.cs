using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Documents.Drafting;
using ThiDua.Domain.Organizations;
using ThiDua.Domain.Reporting;

namespace ThiDua.Web.Data.Configurations;

internal sealed class DraftedDocumentConfiguration : IEntityTypeConfiguration<DraftedDocument>
{
    public void Configure(EntityTypeBuilder<DraftedDocument> draft)
    {
        draft.Property(x => x.Abstract).HasMaxLength(1000);
        draft.Property(x => x.Text).IsJson();
        draft.Property(x => x.LastReason).HasMaxLength(4000);
        draft.Property(x => x.Consolidated).IsJson();
        draft.HasIndex(x => x.RequirementId).IsUnique().HasFilter("\"RequirementId\" IS NOT NULL AND \"State\" IN ('Draft', 'Submitted', 'Issued')");
        draft.HasOne<ReportRequirement>().WithMany().HasForeignKey(x => x.RequirementId).OnDelete(DeleteBehavior.Restrict);
        draft.HasIndex(x => new { x.ClusterYearId, x.State });
        draft.HasOne<ClusterYear>().WithMany().HasForeignKey(x => x.ClusterYearId).OnDelete(DeleteBehavior.Restrict);
        draft.HasOne<Organization>().WithMany().HasForeignKey(x => x.IssuerOrganizationId).OnDelete(DeleteBehavior.Restrict);
        draft.HasMany(x => x.History).WithOne().HasForeignKey("OfDraftedDocumentId").IsRequired(false).OnDelete(DeleteBehavior.Restrict);
    }
}
