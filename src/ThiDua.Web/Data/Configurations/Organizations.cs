using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ThiDua.Domain.Access;
using ThiDua.Domain.Organizations;

namespace ThiDua.Web.Data.Configurations;

internal sealed class OrganizationConfiguration : IEntityTypeConfiguration<Organization>
{
    public void Configure(EntityTypeBuilder<Organization> organization)
    {
        organization.Property(x => x.Code).HasMaxLength(40);
        organization.HasIndex(x => x.Code).IsUnique();
        organization.HasIndex(x => x.Name);
        organization.HasOne<OrganizationKind>().WithMany().HasForeignKey(x => x.KindId).OnDelete(DeleteBehavior.Restrict);
        organization.HasOne<Organization>().WithMany().HasForeignKey(x => x.ParentId).OnDelete(DeleteBehavior.Restrict);
        organization.HasOne<Organization>().WithMany().HasForeignKey(x => x.AdvisingBodyId).OnDelete(DeleteBehavior.Restrict);
        organization.HasOne<Organization>().WithMany().HasForeignKey(x => x.SuccessorId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class OrganizationKindConfiguration : IEntityTypeConfiguration<OrganizationKind>
{
    public void Configure(EntityTypeBuilder<OrganizationKind> kind)
    {
        kind.Property(x => x.Name).HasMaxLength(100);
        kind.HasIndex(x => x.Name).IsUnique();
    }
}

internal sealed class OfficeConfiguration : IEntityTypeConfiguration<Office>
{
    public void Configure(EntityTypeBuilder<Office> office)
    {
        office.HasOne<User>().WithMany().HasForeignKey(x => x.UserId).OnDelete(DeleteBehavior.Restrict);
        office.HasOne<Organization>().WithMany().HasForeignKey(x => x.OrganizationId).OnDelete(DeleteBehavior.Restrict);
    }
}
