using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ThiDua.Domain.Access;

namespace ThiDua.Web.Data.Configurations;

internal sealed class NotificationConfiguration : IEntityTypeConfiguration<Notification>
{
    public void Configure(EntityTypeBuilder<Notification> notice)
    {
        notice.ToTable("Notifications");
        notice.HasOne<User>().WithMany().HasForeignKey(x => x.UserId).OnDelete(DeleteBehavior.Restrict);
        notice.HasOne<Office>().WithMany().HasForeignKey(x => x.OfficeId).OnDelete(DeleteBehavior.Restrict);
        notice.HasIndex(x => new { x.UserId, x.ReadAt });
        notice.HasIndex(x => new { x.UserId, x.CreatedAt });
        notice.HasIndex(x => x.CreatedAt);
        notice.Property(x => x.Detail).HasMaxLength(1000);
    }
}

internal sealed class OutboxMailConfiguration : IEntityTypeConfiguration<OutboxMail>
{
    public void Configure(EntityTypeBuilder<OutboxMail> mail)
    {
        mail.ToTable("OutboxMails");
        mail.HasOne<User>().WithMany().HasForeignKey(x => x.UserId).OnDelete(DeleteBehavior.Restrict);
        mail.HasIndex(x => new { x.UserId, x.DigestOn }).IsUnique();
        mail.HasIndex(x => new { x.State, x.NotBefore });
        mail.HasIndex(x => new { x.UserId, x.CreatedAt });
        mail.Property(x => x.Key).HasMaxLength(32);
        mail.Property(x => x.ClaimedBy).HasMaxLength(32);
        mail.Property(x => x.Text).HasMaxLength(-1);
        mail.Property(x => x.Html).HasMaxLength(-1);
    }
}

internal sealed class SentReminderConfiguration : IEntityTypeConfiguration<SentReminder>
{
    public void Configure(EntityTypeBuilder<SentReminder> reminder)
    {
        reminder.ToTable("SentReminders");
        reminder.HasIndex(x => new { x.RequirementId, x.UnitId, x.LastDay, x.Step, x.UserId }).IsUnique();
    }
}

internal sealed class JobRunConfiguration : IEntityTypeConfiguration<JobRun>
{
    public void Configure(EntityTypeBuilder<JobRun> run)
    {
        run.ToTable("JobRuns");
        run.HasIndex(x => new { x.Job, x.StartedAt });
        run.Property(x => x.Job).HasMaxLength(60);
        run.Property(x => x.Server).HasMaxLength(100);
        run.Property(x => x.Done).HasMaxLength(1000);
        run.Property(x => x.Failure).HasMaxLength(1000);
    }
}
