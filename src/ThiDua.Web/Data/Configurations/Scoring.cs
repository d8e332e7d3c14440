using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Documents;
using ThiDua.Domain.Organizations;
using ThiDua.Domain.Scoring;

namespace ThiDua.Web.Data.Configurations;

internal sealed class ScoringSchemeConfiguration : IEntityTypeConfiguration<ScoringScheme>
{
    public void Configure(EntityTypeBuilder<ScoringScheme> scheme)
    {
        scheme.Ignore(x => x.IsUnissued);
        scheme.HasQueryFilter(PortalDb.OneScheme, x => x.AmendsId == null);
        scheme.HasIndex(x => x.ClusterYearId).IsUnique().HasFilter("[AmendsId] IS NULL");
        scheme.HasIndex(x => x.AmendsId).IsUnique().HasFilter("[AmendsId] IS NOT NULL AND [State] IN ('Draft', 'Consulting')");
        scheme.HasOne<ScoringScheme>().WithMany().HasForeignKey(x => x.AmendsId).OnDelete(DeleteBehavior.Restrict);
        scheme.HasOne<ClusterYear>().WithMany().HasForeignKey(x => x.ClusterYearId).OnDelete(DeleteBehavior.Restrict);
        scheme.Property(x => x.TieKeys).IsJson();
        scheme.Property(x => x.Bands).IsJson();
        scheme.Property(x => x.IssuedBy).IsJson();
        scheme.Property(x => x.Framework).IsJson();
        scheme.HasMany(x => x.Criteria).WithOne(x => x.Scheme).HasForeignKey(x => x.SchemeId).OnDelete(DeleteBehavior.Cascade);
        scheme.HasMany(x => x.History).WithOne().HasForeignKey("OfSchemeId").OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CriterionConfiguration : IEntityTypeConfiguration<Criterion>
{
    public void Configure(EntityTypeBuilder<Criterion> criterion)
    {
        criterion.Property(x => x.Code).HasMaxLength(40);
        criterion.Property(x => x.Name).HasMaxLength(1000);
        criterion.Property(x => x.Guide).HasMaxLength(4000);
        criterion.Property(x => x.EvidenceNeeded).HasMaxLength(1000);
        criterion.Property(x => x.Rule).HasConversion(rule => rule == null ? null : rule.ToJson(), json => json == null ? null : ScoringRule.FromJson(json)).HasMaxLength(-1);
        criterion.Ignore(x => x.Identity);
        criterion.HasQueryFilter(PortalDb.OneScheme, x => !x.IsAside);
        criterion.HasIndex(x => new { x.SchemeId, x.Code }); // two may exchange their numbers when a version comes into force: who writes one number proves that it is free
        criterion.HasIndex(x => new { x.ClusterYearId, x.SchemeId });
        criterion.HasOne(x => x.Parent).WithMany().HasForeignKey(x => x.ParentId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ScoringCalendarConfiguration : IEntityTypeConfiguration<ScoringCalendar>
{
    public void Configure(EntityTypeBuilder<ScoringCalendar> calendar)
    {
        calendar.HasIndex(x => x.ClusterYearId).IsUnique();
        calendar.Property(x => x.Windows).IsJson();
        calendar.HasMany(x => x.Extensions).WithOne().HasForeignKey("CalendarId").OnDelete(DeleteBehavior.Restrict);
        calendar.HasMany(x => x.History).WithOne().HasForeignKey("OfCalendarId").IsRequired(false).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class EntryExtensionConfiguration : IEntityTypeConfiguration<EntryExtension>
{
    public void Configure(EntityTypeBuilder<EntryExtension> extension)
    {
        extension.ToTable("EntryExtensions");
        extension.Property(x => x.Reason).HasMaxLength(2000);
        extension.HasOne<Domain.Organizations.Organization>().WithMany().HasForeignKey(x => x.UnitId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AppraisalPlanConfiguration : IEntityTypeConfiguration<AppraisalPlan>
{
    public void Configure(EntityTypeBuilder<AppraisalPlan> plan)
    {
        plan.HasIndex(x => x.ClusterYearId).IsUnique();
        plan.Property(x => x.Assignments).IsJson();
        plan.Property(x => x.Conflicts).IsJson();
        plan.Property(x => x.Meeting).IsJson();
        plan.HasMany(x => x.History).WithOne().HasForeignKey("OfPlanId").IsRequired(false).OnDelete(DeleteBehavior.Restrict);
    }
}

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

internal sealed class ResultBarConfiguration : IEntityTypeConfiguration<ResultBar>
{
    public void Configure(EntityTypeBuilder<ResultBar> bar)
    {
        bar.HasIndex(x => new { x.ClusterYearId, x.UnitId });
        bar.Property(x => x.Touches).IsJson();
        bar.Property(x => x.Document).IsJson();
        bar.Property(x => x.Rule).HasMaxLength(1000);
        bar.Property(x => x.Reason).HasMaxLength(2000);
        bar.Property(x => x.LiftReason).HasMaxLength(2000);
        bar.HasOne<Organization>().WithMany().HasForeignKey(x => x.UnitId).OnDelete(DeleteBehavior.Restrict);
        bar.HasMany(x => x.History).WithOne().HasForeignKey("OfBarId").IsRequired(false).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RankingConfiguration : IEntityTypeConfiguration<Ranking>
{
    public void Configure(EntityTypeBuilder<Ranking> ranking)
    {
        ranking.HasIndex(x => x.ClusterYearId).IsUnique();
        ranking.HasOne(x => x.Scheme).WithMany().HasForeignKey(x => x.SchemeId).OnDelete(DeleteBehavior.Restrict);
        ranking.HasMany(x => x.Layers).WithOne().HasForeignKey(x => x.RankingId).OnDelete(DeleteBehavior.Restrict);
        ranking.HasMany(x => x.Votes).WithOne().HasForeignKey(x => x.RankingId).OnDelete(DeleteBehavior.Restrict);
        ranking.HasMany(x => x.History).WithOne().HasForeignKey("OfRankingId").OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class TieVoteConfiguration : IEntityTypeConfiguration<TieVote>
{
    public void Configure(EntityTypeBuilder<TieVote> vote)
    {
        vote.HasIndex(x => x.ClusterYearId);
        vote.Property(x => x.Votes).IsJson();
        vote.Property(x => x.Document).IsJson();
    }
}

internal sealed class ResultLayerConfiguration : IEntityTypeConfiguration<ResultLayer>
{
    public void Configure(EntityTypeBuilder<ResultLayer> layer)
    {
        layer.Property(x => x.Document).IsJson();
        layer.Property(x => x.Changes).IsJson();
        layer.Property(x => x.SnapshotJson).HasMaxLength(-1);
        layer.Property(x => x.SnapshotHash).HasMaxLength(64);
        layer.HasIndex(x => new { x.ClusterYearId, x.At });
        layer.HasMany(x => x.Rows).WithOne().HasForeignKey(x => x.LayerId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class LayerRowConfiguration : IEntityTypeConfiguration<LayerRow>
{
    public void Configure(EntityTypeBuilder<LayerRow> row)
    {
        row.HasIndex(x => new { x.LayerId, x.UnitId }).IsUnique();
        row.Property(x => x.ByNode).IsJson();
        row.Property(x => x.Bars).IsJson();
        row.Property(x => x.HonourReason).HasMaxLength(1000);
        row.Property(x => x.UnrankedReason).HasMaxLength(4000);
    }
}
