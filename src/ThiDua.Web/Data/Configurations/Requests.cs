using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Planning;
using ThiDua.Domain.Planning.Requests;
using ThiDua.Domain.Scoring;

namespace ThiDua.Web.Data.Configurations;

internal sealed class AuthorityRequestConfiguration : IEntityTypeConfiguration<AuthorityRequest>
{
    public void Configure(EntityTypeBuilder<AuthorityRequest> request)
    {
        request.Property(x => x.About).HasMaxLength(1100);
        request.Property(x => x.Abstract).HasMaxLength(1000);
        request.Property(x => x.Body).HasMaxLength(-1);
        request.Property(x => x.Addressees).IsJson();
        request.Property(x => x.OutsideNumber).HasMaxLength(60);
        request.Property(x => x.Answer).IsJson();
        request.Property(x => x.LastReason).HasMaxLength(4000);
        request.Ignore(x => x.IsAnswered);
        request.Ignore(x => x.HasNewAnswer);
        request.HasIndex(x => new { x.ClusterYearId, x.State });
        request.HasIndex(x => x.PlanId);
        request.HasOne<ClusterYear>().WithMany().HasForeignKey(x => x.ClusterYearId).OnDelete(DeleteBehavior.Restrict);
        request.HasOne<Plan>().WithMany().HasForeignKey(x => x.PlanId).OnDelete(DeleteBehavior.Restrict);
        request.HasOne<ScoringScheme>().WithMany().HasForeignKey(x => x.SchemeId).OnDelete(DeleteBehavior.Restrict);
        request.HasMany(x => x.Texts).WithOne(x => x.Request).HasForeignKey(x => x.RequestId).OnDelete(DeleteBehavior.Restrict);
        request.HasMany(x => x.History).WithOne().HasForeignKey("OfRequestId").IsRequired(false).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class EnclosedTextConfiguration : IEntityTypeConfiguration<EnclosedText>
{
    public void Configure(EntityTypeBuilder<EnclosedText> text)
    {
        text.ToTable("EnclosedTexts");
        text.Property(x => x.Model).HasMaxLength(-1);
        text.Property(x => x.Sha256).HasMaxLength(64);
        text.HasIndex(x => x.RequestId);
    }
}
