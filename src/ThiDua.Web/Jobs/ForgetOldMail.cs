using Microsoft.EntityFrameworkCore;
using Quartz;
using ThiDua.Web.Data;

namespace ThiDua.Web.Jobs;

/// <summary>Removes mails sent long ago, and notifications read long ago, daily; what is unread or was given up stays.</summary>
public sealed class ForgetOldMail(PortalDb db, TimeProvider clock) : IJob
{
    public static readonly TimeSpan MailKeptFor = TimeSpan.FromDays(90);
    public static readonly TimeSpan NoticesKeptFor = TimeSpan.FromDays(365);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        context.Result = await Run(cancellationToken) is > 0 and var removed ? $"Đã xóa {removed} dòng" : null;

    public async Task<int> Run(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var (mailBefore, noticesBefore) = (now - MailKeptFor, now - NoticesKeptFor);
        return await db.OutboxMails.Where(row => row.State == MailState.Sent && row.SentAt < mailBefore).ExecuteDeleteAsync(cancellationToken)
            + await db.Notifications.Where(row => row.ReadAt < noticesBefore).ExecuteDeleteAsync(cancellationToken);
    }
}
