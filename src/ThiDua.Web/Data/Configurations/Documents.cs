using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Documents;
using ThiDua.Domain.Organizations;

namespace ThiDua.Web.Data.Configurations;

internal sealed class IssuedDocumentConfiguration : IEntityTypeConfiguration<IssuedDocument>
{
    public void Configure(EntityTypeBuilder<IssuedDocument> document)
    {
        document.Property(x => x.Owner).HasMaxLength(20);
        document.Property(x => x.Symbol).HasMaxLength(60);
        document.Property(x => x.Abstract).HasMaxLength(1000);
        document.Property(x => x.Origin).HasMaxLength(60);
        document.Property(x => x.SignatoryLines).IsJson();
        document.Property(x => x.Signatory).HasMaxLength(100);
        document.Property(x => x.TextSha256).HasMaxLength(64);
        document.Property(x => x.PdfSha256).HasMaxLength(64);
        document.Property(x => x.PublicToken).HasMaxLength(40);
        document.Property(x => x.LastReason).HasMaxLength(4000);
        document.Property(x => x.LaterDocument).IsJson();
        document.Ignore(x => x.RegisterOwner);
        document.Ignore(x => x.NumberAndSymbol);
        // A number is given once, whichever cluster year the document belongs to.
        document.HasIndex(x => new { x.RegisterId, x.Number }).IsUnique().HasFilter("\"RegisterId\" IS NOT NULL AND \"Number\" IS NOT NULL");
        document.HasIndex(x => x.PublicToken).IsUnique();
        document.HasIndex(x => new { x.ClusterYearId, x.State });
        document.HasIndex(x => new { x.ClusterYearId, x.Origin, x.OriginId });
        document.HasOne<ClusterYear>().WithMany().HasForeignKey(x => x.ClusterYearId).OnDelete(DeleteBehavior.Restrict);
        document.HasOne<Organization>().WithMany().HasForeignKey(x => x.IssuerOrganizationId).OnDelete(DeleteBehavior.Restrict);
        document.HasOne<DocumentRegister>().WithMany().HasForeignKey(x => x.RegisterId).OnDelete(DeleteBehavior.Restrict);
        document.HasOne<StoredFile>().WithMany().HasForeignKey(x => x.PdfId).OnDelete(DeleteBehavior.Restrict);
        document.HasOne<StoredFile>().WithMany().HasForeignKey(x => x.DocxId).OnDelete(DeleteBehavior.Restrict);
        document.HasMany(x => x.Texts).WithOne(x => x.Document).HasForeignKey(x => x.DocumentId).OnDelete(DeleteBehavior.Restrict);
        document.HasMany(x => x.History).WithOne().HasForeignKey("OfDocumentId").IsRequired(false).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class FrozenTextConfiguration : IEntityTypeConfiguration<FrozenText>
{
    public void Configure(EntityTypeBuilder<FrozenText> text)
    {
        text.Property(x => x.Model).HasMaxLength(-1);
        text.Property(x => x.Plain).HasMaxLength(-1);
        text.Property(x => x.Sha256).HasMaxLength(64);
        text.HasIndex(x => x.DocumentId);
    }
}

internal sealed class DocumentRegisterConfiguration : IEntityTypeConfiguration<DocumentRegister>
{
    public void Configure(EntityTypeBuilder<DocumentRegister> register)
    {
        register.Property(x => x.Owner).HasMaxLength(20);
        register.HasIndex(x => new { x.Owner, x.Kind, x.Year }).IsUnique();
    }
}

internal sealed class SignedCopyConfiguration : IEntityTypeConfiguration<SignedCopy>
{
    public void Configure(EntityTypeBuilder<SignedCopy> copy)
    {
        copy.ToTable("SignedCopies");
        copy.Property(x => x.FileName).HasMaxLength(200);
        copy.Property(x => x.Findings).HasMaxLength(-1);
        copy.Property(x => x.Reason).HasMaxLength(4000);
        copy.HasIndex(x => new { x.DocumentId, x.FileId }).IsUnique();
        copy.HasIndex(x => x.ClusterYearId);
        copy.HasOne<IssuedDocument>().WithMany().HasForeignKey(x => x.DocumentId).OnDelete(DeleteBehavior.Restrict);
        copy.HasOne<StoredFile>().WithMany().HasForeignKey(x => x.FileId).OnDelete(DeleteBehavior.Restrict);
        copy.HasMany(x => x.History).WithOne().HasForeignKey("OfSignedCopyId").IsRequired(false).OnDelete(DeleteBehavior.Restrict);
    }
}
