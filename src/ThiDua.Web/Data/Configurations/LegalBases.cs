using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.LegalBases;

namespace ThiDua.Web.Data.Configurations;

internal sealed class LegalBasisConfiguration : IEntityTypeConfiguration<LegalBasis>
{
    public void Configure(EntityTypeBuilder<LegalBasis> basis)
    {
        basis.Property(x => x.Kind).HasMaxLength(100);
        basis.Property(x => x.Number).HasMaxLength(60);
        basis.Property(x => x.Issuer).HasMaxLength(200);
        basis.Property(x => x.Abstract).HasMaxLength(1000);
        basis.Property(x => x.Note).HasMaxLength(1000);
        basis.Property(x => x.Folded).HasMaxLength(2000);
        basis.Ignore(x => x.Name);
        basis.HasIndex(x => x.Key).IsUnique();
        basis.HasIndex(x => new { x.ClusterId, x.Rank });
        basis.HasOne<Cluster>().WithMany().HasForeignKey(x => x.ClusterId).OnDelete(DeleteBehavior.Restrict);
        basis.HasOne<LegalBasis>().WithMany().HasForeignKey(x => x.ReplacedById).OnDelete(DeleteBehavior.Restrict);
        basis.HasOne<LegalBasis>().WithMany().HasForeignKey(x => x.AmendsId).OnDelete(DeleteBehavior.Restrict);
    }
}
