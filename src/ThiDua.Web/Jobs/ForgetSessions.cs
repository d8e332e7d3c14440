using Microsoft.EntityFrameworkCore;
using Quartz;
using ThiDua.Web.Data;

namespace ThiDua.Web.Jobs;

/// <summary>Removes sessions that nobody has used for a month, daily; running it again changes nothing.</summary>
public sealed class ForgetSessions(PortalDb db, TimeProvider clock) : IJob
{
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(30);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        context.Result = await Run(cancellationToken) is > 0 and var removed ? $"Đã xóa {removed} phiên" : null;

    public Task<int> Run(CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow().UtcDateTime - KeptFor;
        return db.UserSessions.Where(row => row.LastSeenAt < before).ExecuteDeleteAsync(cancellationToken);
    }
}
