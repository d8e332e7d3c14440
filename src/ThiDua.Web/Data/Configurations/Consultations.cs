using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Documents;
using ThiDua.Domain.Organizations;
using ThiDua.Domain.Planning;
using ThiDua.Domain.Planning.Consultations;
using ThiDua.Domain.Scoring;

namespace ThiDua.Web.Data.Configurations;

internal sealed class ConsultationConfiguration : IEntityTypeConfiguration<Consultation>
{
    public void Configure(EntityTypeBuilder<Consultation> round)
    {
        round.Property(x => x.About).HasMaxLength(1100);
        round.Ignore(x => x.IsOpen);
        round.HasIndex(x => new { x.ClusterYearId, x.ClosedAt });
        round.HasIndex(x => new { x.PlanId, x.Number });
        round.HasOne<ClusterYear>().WithMany().HasForeignKey(x => x.ClusterYearId).OnDelete(DeleteBehavior.Restrict);
        round.HasOne<Plan>().WithMany().HasForeignKey(x => x.PlanId).OnDelete(DeleteBehavior.Restrict);
        round.HasOne<ScoringScheme>().WithMany().HasForeignKey(x => x.SchemeId).OnDelete(DeleteBehavior.Restrict);
        round.HasMany(x => x.Units).WithOne(x => x.Round).HasForeignKey(x => x.ConsultationId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ConsultedUnitConfiguration : IEntityTypeConfiguration<ConsultedUnit>
{
    public void Configure(EntityTypeBuilder<ConsultedUnit> unit)
    {
        unit.Property(x => x.Note).HasMaxLength(4000);
        unit.HasIndex(x => new { x.ConsultationId, x.UnitId }).IsUnique();
        unit.HasIndex(x => x.ClusterYearId);
        unit.HasOne<Organization>().WithMany().HasForeignKey(x => x.UnitId).OnDelete(DeleteBehavior.Restrict);
        unit.HasOne<StoredFile>().WithMany().HasForeignKey(x => x.PaperScanId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CommentConfiguration : IEntityTypeConfiguration<Comment>
{
    public void Configure(EntityTypeBuilder<Comment> comment)
    {
        comment.Property(x => x.Quote).HasMaxLength(4000);
        comment.Property(x => x.Text).HasMaxLength(-1);
        comment.Property(x => x.Answer).HasMaxLength(-1);
        comment.Property(x => x.Key).HasMaxLength(40);
        comment.Ignore(x => x.IsUnanswered);
        comment.HasIndex(x => new { x.ConsultationId, x.Key }).IsUnique();
        comment.HasIndex(x => x.ClusterYearId);
        // The section or criterion may be gone: what it was called stays, without a key to it.
        comment.HasOne<Consultation>().WithMany().HasForeignKey(x => x.ConsultationId).OnDelete(DeleteBehavior.Restrict);
        comment.HasOne(x => x.Unit).WithMany().HasForeignKey(x => x.ConsultedUnitId).OnDelete(DeleteBehavior.Restrict);
    }
}
