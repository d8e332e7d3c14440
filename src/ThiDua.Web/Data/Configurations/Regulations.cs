using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Documents;
using ThiDua.Domain.Regulations;

namespace ThiDua.Web.Data.Configurations;

internal sealed class RegulationConfiguration : IEntityTypeConfiguration<Regulation>
{
    public void Configure(EntityTypeBuilder<Regulation> regulation)
    {
        regulation.Property(x => x.Title).HasMaxLength(1000);
        regulation.Property(x => x.Text).HasMaxLength(-1);
        regulation.Property(x => x.Parameters).IsJson();
        regulation.Property(x => x.Bases).IsJson();
        regulation.Property(x => x.Recipients).IsJson();
        regulation.Property(x => x.SignatoryLines).IsJson();
        regulation.Property(x => x.Archive).HasMaxLength(200);
        regulation.Property(x => x.Signatory).HasMaxLength(100);
        regulation.Property(x => x.Recorded).IsJson();
        regulation.Property(x => x.LastReason).HasMaxLength(4000);
        regulation.Ignore(x => x.IsOpen);
        regulation.HasIndex(x => new { x.ClusterId, x.State });
        regulation.HasOne<Cluster>().WithMany().HasForeignKey(x => x.ClusterId).OnDelete(DeleteBehavior.Restrict);
        regulation.HasOne<ClusterYear>().WithMany().HasForeignKey(x => x.ClusterYearId).OnDelete(DeleteBehavior.Restrict);
        regulation.HasOne<StoredFile>().WithMany().HasForeignKey(x => x.ScanId).OnDelete(DeleteBehavior.Restrict);
        regulation.HasOne<IssuedDocument>().WithMany().HasForeignKey(x => x.DocumentId).OnDelete(DeleteBehavior.Restrict);
        regulation.HasMany(x => x.History).WithOne().HasForeignKey("OfRegulationId").IsRequired(false).OnDelete(DeleteBehavior.Restrict);
    }
}
