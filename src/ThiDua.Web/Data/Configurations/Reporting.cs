using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Organizations;
using ThiDua.Domain.Planning;
using ThiDua.Domain.Reporting;
using ThiDua.Domain.Scoring;

namespace ThiDua.Web.Data.Configurations;

internal sealed class ReportRequirementConfiguration : IEntityTypeConfiguration<ReportRequirement>
{
    public void Configure(EntityTypeBuilder<ReportRequirement> requirement)
    {
        requirement.Property(x => x.Period).HasMaxLength(200);
        requirement.Property(x => x.When).HasMaxLength(200);
        requirement.Property(x => x.Note).HasMaxLength(2000);
        requirement.Property(x => x.Recipient).IsJson();
        requirement.Property(x => x.Copies).IsJson();
        requirement.Property(x => x.DeadlineChanges).IsJson();
        requirement.Property(x => x.ConsolidatedBy).IsJson();
        requirement.Ignore(x => x.IsOpen);
        requirement.Ignore(x => x.Deadline);
        requirement.Ignore(x => x.ReminderSentence);
        requirement.Ignore(x => x.MayRemind);
        requirement.HasIndex(x => new { x.ClusterYearId, x.State });
        requirement.Property(x => x.Key).HasMaxLength(640);
        requirement.HasIndex(x => new { x.ClusterYearId, x.Key }).IsUnique().HasFilter("\"State\" <> 'Dropped' AND \"State\" <> 'Withdrawn'");
        requirement.HasIndex(x => x.FromBlockId).IsUnique().HasFilter("\"FromBlockId\" IS NOT NULL AND \"State\" <> 'Dropped' AND \"State\" <> 'Withdrawn'");
        requirement.HasOne<ClusterYear>().WithMany().HasForeignKey(x => x.ClusterYearId).OnDelete(DeleteBehavior.Restrict);
        requirement.HasOne<PlanBlock>().WithMany().HasForeignKey(x => x.FromBlockId).OnDelete(DeleteBehavior.SetNull); // it stands without the plan that it came from
        requirement.HasMany(x => x.Items).WithOne().HasForeignKey(x => x.RequirementId).OnDelete(DeleteBehavior.Cascade);
        requirement.HasMany(x => x.Figures).WithOne().HasForeignKey(x => x.RequirementId).OnDelete(DeleteBehavior.Cascade);
        requirement.HasMany(x => x.Extensions).WithOne().HasForeignKey(x => x.RequirementId).OnDelete(DeleteBehavior.Restrict);
        requirement.HasMany(x => x.Reminders).WithOne().HasForeignKey(x => x.RequirementId).OnDelete(DeleteBehavior.Restrict);
        requirement.HasMany(x => x.Urgings).WithOne().HasForeignKey(x => x.RequirementId).OnDelete(DeleteBehavior.Restrict);
        requirement.HasMany(x => x.History).WithOne().HasForeignKey("OfRequirementId").IsRequired(false).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RequirementItemConfiguration : IEntityTypeConfiguration<RequirementItem>
{
    public void Configure(EntityTypeBuilder<RequirementItem> item)
    {
        item.Property(x => x.Name).HasMaxLength(1000);
        item.Property(x => x.Kinds).IsJson();
        item.HasIndex(x => x.ClusterYearId);
    }
}

internal sealed class ReportExtensionConfiguration : IEntityTypeConfiguration<ReportExtension>
{
    public void Configure(EntityTypeBuilder<ReportExtension> extension)
    {
        extension.Property(x => x.Reason).HasMaxLength(2000);
        extension.HasIndex(x => x.ClusterYearId);
        extension.HasOne<Organization>().WithMany().HasForeignKey(x => x.UnitId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ReportReminderConfiguration : IEntityTypeConfiguration<ReportReminder>
{
    public void Configure(EntityTypeBuilder<ReportReminder> reminder)
    {
        reminder.HasIndex(x => new { x.RequirementId, x.UnitId, x.On }).IsUnique();
        reminder.HasIndex(x => x.ClusterYearId);
        reminder.HasOne<Organization>().WithMany().HasForeignKey(x => x.UnitId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ReportUrgingConfiguration : IEntityTypeConfiguration<ReportUrging>
{
    public void Configure(EntityTypeBuilder<ReportUrging> urging)
    {
        urging.Property(x => x.Units).IsJson();
        urging.HasIndex(x => x.ClusterYearId);
        urging.HasOne(x => x.Letter).WithMany().HasForeignKey(x => x.LetterId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ReportSubmissionConfiguration : IEntityTypeConfiguration<ReportSubmission>
{
    public void Configure(EntityTypeBuilder<ReportSubmission> submission)
    {
        submission.HasIndex(x => new { x.RequirementId, x.UnitId }).IsUnique();
        submission.HasIndex(x => new { x.ClusterYearId, x.UnitId });
        submission.Property(x => x.LastReason).HasMaxLength(-1);
        submission.Property(x => x.Returns).IsJson();
        submission.Property(x => x.Supplements).IsJson();
        submission.Property(x => x.OtherWay).IsJson();
        submission.Ignore(x => x.IsOpen);
        submission.Ignore(x => x.FormerFiles);
        submission.Ignore(x => x.FiguresInForce);
        submission.HasOne<ClusterYear>().WithMany().HasForeignKey(x => x.ClusterYearId).OnDelete(DeleteBehavior.Restrict);
        submission.HasOne<ReportRequirement>().WithMany().HasForeignKey(x => x.RequirementId).OnDelete(DeleteBehavior.Restrict);
        submission.HasOne<Organization>().WithMany().HasForeignKey(x => x.UnitId).OnDelete(DeleteBehavior.Restrict);
        submission.HasMany(x => x.Files).WithOne(x => x.Submission).HasForeignKey(x => x.SubmissionId).OnDelete(DeleteBehavior.Restrict);
        submission.HasMany(x => x.Figures).WithOne(x => x.Submission).HasForeignKey(x => x.SubmissionId).OnDelete(DeleteBehavior.Restrict);
        submission.HasMany(x => x.History).WithOne().HasForeignKey("OfReportId").IsRequired(false).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SubmittedFileConfiguration : IEntityTypeConfiguration<SubmittedFile>
{
    public void Configure(EntityTypeBuilder<SubmittedFile> file)
    {
        file.HasIndex(x => x.ClusterYearId);
        file.HasOne<RequirementItem>().WithMany().HasForeignKey(x => x.ItemId).OnDelete(DeleteBehavior.Restrict);
        file.HasOne(x => x.File).WithMany().HasForeignKey(x => x.FileId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RequirementFigureConfiguration : IEntityTypeConfiguration<RequirementFigure>
{
    public void Configure(EntityTypeBuilder<RequirementFigure> figure)
    {
        figure.Property(x => x.Unit).HasMaxLength(60);
        figure.HasIndex(x => x.ClusterYearId);
        figure.HasOne<Criterion>().WithMany().HasForeignKey(x => x.CriterionId).OnDelete(DeleteBehavior.SetNull); // a draft of the scheme may drop the leaf
    }
}

internal sealed class SubmittedFigureConfiguration : IEntityTypeConfiguration<SubmittedFigure>
{
    public void Configure(EntityTypeBuilder<SubmittedFigure> figure)
    {
        figure.HasIndex(x => x.ClusterYearId);
        figure.HasIndex(x => new { x.SubmissionId, x.FigureId });
        figure.HasOne<RequirementFigure>().WithMany().HasForeignKey(x => x.FigureId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PartialUploadConfiguration : IEntityTypeConfiguration<PartialUpload>
{
    public void Configure(EntityTypeBuilder<PartialUpload> upload)
    {
        upload.Property(x => x.Key).HasMaxLength(60);
        upload.Property(x => x.Mark).HasMaxLength(200);
        upload.Property(x => x.Told).HasMaxLength(2000);
        upload.Property(x => x.Problem).HasMaxLength(2000);
        upload.HasIndex(x => x.ClusterYearId);
        upload.HasOne<ReportSubmission>().WithMany().HasForeignKey(x => x.SubmissionId).OnDelete(DeleteBehavior.Restrict);
        upload.HasOne<RequirementItem>().WithMany().HasForeignKey(x => x.ItemId).OnDelete(DeleteBehavior.Cascade);
    }
}
