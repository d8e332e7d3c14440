using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ThiDua.Domain.Documents;
using ThiDua.Domain.Organizations;
using ThiDua.Domain.Scoring;

namespace ThiDua.Web.Data.Configurations;

internal sealed class ScoreSheetConfiguration : IEntityTypeConfiguration<ScoreSheet>
{
    public void Configure(EntityTypeBuilder<ScoreSheet> sheet)
    {
        sheet.HasIndex(x => new { x.ClusterYearId, x.UnitId }).IsUnique();
        sheet.Property(x => x.LastReason).HasMaxLength(4000);
        sheet.HasOne(x => x.Scheme).WithMany().HasForeignKey(x => x.SchemeId).OnDelete(DeleteBehavior.Restrict);
        sheet.HasOne<Organization>().WithMany().HasForeignKey(x => x.UnitId).OnDelete(DeleteBehavior.Restrict);
        sheet.HasMany(x => x.History).WithOne().HasForeignKey("OfSheetId").OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ScoreEntryConfiguration : IEntityTypeConfiguration<ScoreEntry>
{
    public void Configure(EntityTypeBuilder<ScoreEntry> entry)
    {
        entry.HasIndex(x => new { x.SheetId, x.CriterionId, x.Stage }).IsUnique();
        entry.HasIndex(x => new { x.ClusterYearId, x.CriterionId, x.Stage });
        entry.Property(x => x.Values).IsJson();
        entry.Property(x => x.Note).HasMaxLength(4000);
        entry.HasOne(x => x.Sheet).WithMany().HasForeignKey(x => x.SheetId).OnDelete(DeleteBehavior.Restrict);
        entry.HasOne<Criterion>().WithMany().HasForeignKey(x => x.CriterionId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class LineObjectionConfiguration : IEntityTypeConfiguration<LineObjection>
{
    public void Configure(EntityTypeBuilder<LineObjection> objection)
    {
        objection.HasIndex(x => new { x.SheetId, x.CriterionId }).IsUnique();
        objection.HasIndex(x => x.ClusterYearId);
        objection.Property(x => x.Reason).HasMaxLength(4000);
        objection.Property(x => x.Answer).HasMaxLength(4000);
        objection.Property(x => x.NoteBefore).HasMaxLength(4000);
        objection.Property(x => x.ValuesBefore).IsJson();
        objection.Property<int?>("VersionAnswered");
        objection.HasOne<ScoreSheet>().WithMany().HasForeignKey(x => x.SheetId).OnDelete(DeleteBehavior.Restrict);
        objection.HasOne<Criterion>().WithMany().HasForeignKey(x => x.CriterionId).OnDelete(DeleteBehavior.Restrict);
        objection.HasOne<StoredFile>().WithMany().HasForeignKey(x => x.FileId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class LeafAssignmentConfiguration : IEntityTypeConfiguration<LeafAssignment>
{
    public void Configure(EntityTypeBuilder<LeafAssignment> assignment)
    {
        assignment.HasIndex(x => new { x.SheetId, x.CriterionId }).IsUnique();
        assignment.HasIndex(x => new { x.ClusterYearId, x.State });
        assignment.Property(x => x.Reason).HasMaxLength(2000);
        assignment.Property(x => x.Answer).HasMaxLength(2000);
        assignment.HasOne<ScoreSheet>().WithMany().HasForeignKey(x => x.SheetId).OnDelete(DeleteBehavior.Restrict);
        assignment.HasOne<Criterion>().WithMany().HasForeignKey(x => x.CriterionId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PortalProposalConfiguration : IEntityTypeConfiguration<PortalProposal>
{
    public void Configure(EntityTypeBuilder<PortalProposal> proposal)
    {
        proposal.HasIndex(x => new { x.SheetId, x.CriterionId, x.Key }).IsUnique();
        proposal.HasIndex(x => x.ClusterYearId);
        proposal.Property(x => x.Key).HasMaxLength(100);
        proposal.Property(x => x.Source).HasMaxLength(1000);
        proposal.Property(x => x.LaterSource).HasMaxLength(1000);
        proposal.Property(x => x.Excuse).HasMaxLength(1000);
        proposal.Property(x => x.ExcusePaper).IsJson();
        proposal.HasOne<ScoreSheet>().WithMany().HasForeignKey(x => x.SheetId).OnDelete(DeleteBehavior.Restrict);
        proposal.HasOne<Criterion>().WithMany().HasForeignKey(x => x.CriterionId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ClusterSnapshotConfiguration : IEntityTypeConfiguration<ClusterSnapshot>
{
    public void Configure(EntityTypeBuilder<ClusterSnapshot> snapshot)
    {
        snapshot.HasIndex(x => new { x.ClusterYearId, x.CriterionId, x.Stage, x.At });
        snapshot.Property(x => x.Rule).IsJson();
        snapshot.Property(x => x.Inputs).IsJson();
        snapshot.Property(x => x.Results).IsJson();
        snapshot.HasOne<Criterion>().WithMany().HasForeignKey(x => x.CriterionId).OnDelete(DeleteBehavior.Restrict);
    }
}
