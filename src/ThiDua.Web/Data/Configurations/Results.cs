using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ThiDua.Domain.Organizations;
using ThiDua.Domain.Scoring;

namespace ThiDua.Web.Data.Configurations;

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
