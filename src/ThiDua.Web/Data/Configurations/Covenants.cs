using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Covenants;
using ThiDua.Domain.Documents;
using ThiDua.Domain.Organizations;

namespace ThiDua.Web.Data.Configurations;

internal sealed class CovenantConfiguration : IEntityTypeConfiguration<Covenant>
{
    public void Configure(EntityTypeBuilder<Covenant> covenant)
    {
        covenant.Property(x => x.Title).HasMaxLength(1000);
        covenant.Property(x => x.Preamble).HasMaxLength(-1);
        covenant.Property(x => x.Commitments).IsJson();
        covenant.Property(x => x.Witness).HasMaxLength(1600);
        covenant.Property(x => x.Missing).IsJson();
        covenant.Property(x => x.TextSha256).HasMaxLength(64);
        covenant.Property(x => x.LastReason).HasMaxLength(4000);
        covenant.Ignore(x => x.IsOpen);
        covenant.Ignore(x => x.Valid);
        covenant.HasIndex(x => new { x.ClusterYearId, x.State });
        // One in force for each year that is committed to.
        covenant.HasIndex(x => new { x.ClusterYearId, x.ForYear }).IsUnique().HasFilter("\"State\" = 'InForce'");
        covenant.HasOne<ClusterYear>().WithMany().HasForeignKey(x => x.ClusterYearId).OnDelete(DeleteBehavior.Restrict);
        covenant.HasOne<Organization>().WithMany().HasForeignKey(x => x.DraftedById).OnDelete(DeleteBehavior.Restrict);
        covenant.HasMany(x => x.Signings).WithOne(x => x.Covenant).HasForeignKey(x => x.CovenantId).OnDelete(DeleteBehavior.Restrict);
        covenant.HasMany(x => x.History).WithOne().HasForeignKey("OfCovenantId").IsRequired(false).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CovenantSigningConfiguration : IEntityTypeConfiguration<CovenantSigning>
{
    public void Configure(EntityTypeBuilder<CovenantSigning> signing)
    {
        signing.Property(x => x.Signatory).HasMaxLength(100);
        signing.Property(x => x.TextSha256).HasMaxLength(64);
        signing.Property(x => x.EndReason).HasMaxLength(4000);
        signing.Ignore(x => x.IsValid);
        // A unit signs once, whoever comes first.
        signing.HasIndex(x => new { x.CovenantId, x.UnitId }).IsUnique().HasFilter("\"EndedAt\" IS NULL");
        signing.HasIndex(x => new { x.ClusterYearId, x.UnitId });
        signing.HasOne<Organization>().WithMany().HasForeignKey(x => x.UnitId).OnDelete(DeleteBehavior.Restrict);
        signing.HasOne<StoredFile>().WithMany().HasForeignKey(x => x.FileId).OnDelete(DeleteBehavior.Restrict);
    }
}
