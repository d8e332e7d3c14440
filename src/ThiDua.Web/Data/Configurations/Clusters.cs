using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Documents;
using ThiDua.Domain.Organizations;

namespace ThiDua.Web.Data.Configurations;

internal sealed class ClusterConfiguration : IEntityTypeConfiguration<Cluster>
{
    public void Configure(EntityTypeBuilder<Cluster> cluster)
    {
        cluster.Property(x => x.Abbreviation).HasMaxLength(40);
        cluster.HasIndex(x => new { x.AuthorityId, x.Name }).IsUnique();
        cluster.HasOne<Organization>().WithMany().HasForeignKey(x => x.AuthorityId).OnDelete(DeleteBehavior.Restrict);
        cluster.HasOne<Organization>().WithMany().HasForeignKey(x => x.StandingBodyId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ClusterYearConfiguration : IEntityTypeConfiguration<ClusterYear>
{
    public void Configure(EntityTypeBuilder<ClusterYear> year)
    {
        year.HasIndex(x => new { x.ClusterId, x.Year }).IsUnique();
        year.HasOne(x => x.Cluster).WithMany().HasForeignKey(x => x.ClusterId).OnDelete(DeleteBehavior.Restrict);
        year.Property(x => x.Parameters).IsJson();
        year.Property(x => x.ParametersFrom).IsJson();
        year.Property(x => x.NamingDocument).IsJson();
        year.HasMany(x => x.Members).WithOne(x => x.Year).HasForeignKey(x => x.ClusterYearId).OnDelete(DeleteBehavior.Restrict);
        year.HasMany(x => x.Positions).WithOne(x => x.Year).HasForeignKey(x => x.ClusterYearId).OnDelete(DeleteBehavior.Restrict);
        year.HasMany(x => x.Delegations).WithOne(x => x.Year).HasForeignKey(x => x.ClusterYearId).OnDelete(DeleteBehavior.Restrict);
        year.HasMany(x => x.History).WithOne().HasForeignKey("OfClusterYearId").IsRequired(false).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PastResultConfiguration : IEntityTypeConfiguration<PastResult>
{
    public void Configure(EntityTypeBuilder<PastResult> result)
    {
        result.HasIndex(x => new { x.ClusterId, x.Year, x.OrganizationId }).IsUnique();
        result.Property(x => x.Document).IsJson();
        result.Property(x => x.Honour).HasMaxLength(200);
        result.Property(x => x.ImportedByName).HasMaxLength(100);
        result.HasOne<Cluster>().WithMany().HasForeignKey(x => x.ClusterId).OnDelete(DeleteBehavior.Restrict);
        result.HasOne<Organization>().WithMany().HasForeignKey(x => x.OrganizationId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class MembershipConfiguration : IEntityTypeConfiguration<Membership>
{
    public void Configure(EntityTypeBuilder<Membership> membership)
    {
        membership.ToTable("Memberships");
        membership.HasIndex(x => new { x.ClusterYearId, x.OrganizationId, x.FromOn }).IsUnique();
        membership.HasOne<Organization>().WithMany().HasForeignKey(x => x.SuccessorId).OnDelete(DeleteBehavior.Restrict);
        membership.Property(x => x.Document).IsJson();
        membership.Property(x => x.EndDocument).IsJson();
        membership.HasOne<Organization>().WithMany().HasForeignKey(x => x.OrganizationId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PositionHeldConfiguration : IEntityTypeConfiguration<PositionHeld>
{
    public void Configure(EntityTypeBuilder<PositionHeld> position)
    {
        position.ToTable("PositionsHeld");
        // One leader at a time: an open row per year, position and order.
        position.HasIndex(x => new { x.ClusterYearId, x.Position, x.Order }).IsUnique().HasFilter("\"ToOn\" IS NULL");
        position.Property(x => x.Document).IsJson();
        position.Property(x => x.EndDocument).IsJson();
        position.HasOne<Organization>().WithMany().HasForeignKey(x => x.OrganizationId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class DelegationConfiguration : IEntityTypeConfiguration<Delegation>
{
    public void Configure(EntityTypeBuilder<Delegation> delegation)
    {
        delegation.ToTable("Delegations");
        delegation.HasIndex(x => new { x.ClusterYearId, x.ToOn });
        delegation.Property(x => x.Document).IsJson();
        delegation.Property(x => x.EndDocument).IsJson();
        delegation.Property(x => x.Scope).HasConversion(
            scope => string.Join(',', scope),
            text => text.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<Permission>).ToList(),
            new ValueComparer<IReadOnlyList<Permission>>((left, right) => left!.SequenceEqual(right!), scope => scope.Count, scope => scope.ToList()));
        delegation.HasOne<Organization>().WithMany().HasForeignKey(x => x.FromUnitId).OnDelete(DeleteBehavior.Restrict);
        delegation.HasOne<Organization>().WithMany().HasForeignKey(x => x.ToUnitId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class StepTakenConfiguration : IEntityTypeConfiguration<StepTaken>
{
    public void Configure(EntityTypeBuilder<StepTaken> step)
    {
        step.ToTable("StepsTaken");
        step.Property(x => x.Step).HasMaxLength(40);
        step.Property(x => x.From).HasMaxLength(40);
        step.Property(x => x.To).HasMaxLength(40);
        step.Property(x => x.Reason).HasMaxLength(4000);
        step.HasIndex(x => new { x.ClusterYearId, x.At });
        step.HasOne<StoredFile>().WithMany().HasForeignKey(x => x.PaperScanId).OnDelete(DeleteBehavior.Restrict);
    }
}
