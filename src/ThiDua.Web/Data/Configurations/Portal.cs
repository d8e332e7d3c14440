using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ThiDua.Web.Data.Audit;
using ThiDua.Web.Data.Search;

namespace ThiDua.Web.Data.Configurations;

internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> entry)
    {
        entry.Property(x => x.Chain).HasMaxLength(40);
        entry.Property(x => x.Kind).HasMaxLength(60);
        entry.Property(x => x.Subject).HasMaxLength(60);
        entry.Property(x => x.Change).HasMaxLength(20);
        entry.Property(x => x.Details).HasMaxLength(-1);
        entry.Property(x => x.Hash).HasMaxLength(64);
        entry.Property(x => x.PreviousHash).HasMaxLength(64);
        entry.HasIndex(x => new { x.Chain, x.Sequence }).IsUnique();
        entry.HasIndex(x => new { x.ClusterYearId, x.At });
        entry.HasIndex(x => new { x.Kind, x.Subject });
    }
}

internal sealed class AuditChainConfiguration : IEntityTypeConfiguration<AuditChain>
{
    public void Configure(EntityTypeBuilder<AuditChain> chain)
    {
        chain.HasKey(x => x.Name);
        chain.Property(x => x.Name).HasMaxLength(40);
        chain.Property(x => x.LastHash).HasMaxLength(64);
    }
}

internal sealed class SearchEntryConfiguration : IEntityTypeConfiguration<SearchEntry>
{
    public void Configure(EntityTypeBuilder<SearchEntry> entry)
    {
        entry.Property(x => x.Kind).HasMaxLength(60);
        entry.HasIndex(x => new { x.Kind, x.SubjectId }).IsUnique();
        entry.HasIndex(x => x.ClusterYearId);
        entry.HasMany(x => x.Words).WithOne().HasForeignKey(x => x.EntryId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class SearchWordConfiguration : IEntityTypeConfiguration<SearchWord>
{
    public void Configure(EntityTypeBuilder<SearchWord> word)
    {
        word.Property(x => x.Word).HasMaxLength(60);
        word.HasIndex(x => new { x.Word, x.EntryId });
    }
}

internal sealed class DataProtectionKeyConfiguration : IEntityTypeConfiguration<DataProtectionKey>
{
    public void Configure(EntityTypeBuilder<DataProtectionKey> key) => key.Property(x => x.Xml).HasMaxLength(-1);
}
