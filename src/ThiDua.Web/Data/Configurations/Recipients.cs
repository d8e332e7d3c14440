using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Recipients;

namespace ThiDua.Web.Data.Configurations;

internal sealed class ContactConfiguration : IEntityTypeConfiguration<Contact>
{
    public void Configure(EntityTypeBuilder<Contact> contact)
    {
        contact.Property(x => x.Name).HasMaxLength(300);
        contact.Property(x => x.Salutation).HasMaxLength(300);
        contact.Property(x => x.Through).HasMaxLength(300);
        contact.Property(x => x.Purpose).HasMaxLength(60);
        contact.Property(x => x.Email).HasMaxLength(200);
        contact.Property(x => x.Note).HasMaxLength(1000);
        contact.Property(x => x.Folded).HasMaxLength(2000);
        contact.Ignore(x => x.Line).Ignore(x => x.Addressed);
        contact.HasIndex(x => new { x.ClusterId, x.Name }).IsUnique();
        contact.HasOne<Cluster>().WithMany().HasForeignKey(x => x.ClusterId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RecipientGroupConfiguration : IEntityTypeConfiguration<RecipientGroup>
{
    public void Configure(EntityTypeBuilder<RecipientGroup> group)
    {
        group.Property(x => x.Name).HasMaxLength(200);
        group.Property(x => x.Lines).IsJson();
        group.HasIndex(x => new { x.ClusterId, x.Name }).IsUnique();
        group.HasOne<Cluster>().WithMany().HasForeignKey(x => x.ClusterId).OnDelete(DeleteBehavior.Restrict);
    }
}
