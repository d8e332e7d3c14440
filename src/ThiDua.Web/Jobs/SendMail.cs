using Quartz;
using ThiDua.Web.Notifications;

namespace ThiDua.Web.Jobs;

/// <summary>Sends what waits in the outbox, each minute.</summary>
public sealed class SendMail(SendOutbox outbox) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var (sent, givenUp) = await outbox.Run(cancellationToken);
        context.Result = sent + givenUp == 0 ? null : $"Đã gửi {sent} thư{(givenUp > 0 ? $", {givenUp} thư không gửi được" : "")}";
    }
}

/// <summary>Writes the digests of the day into the outbox, each morning.</summary>
public sealed class WriteDailyDigests(WriteDigests digests) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        context.Result = await digests.Run(cancellationToken) is > 0 and var written ? $"Đã soạn {written} thư" : null;
}

/// <summary>Reminds units of the reports that they owe, by the ladder of their deadlines.</summary>
public sealed class RemindUnits(RemindOfDeadlines reminders) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        context.Result = await reminders.Run(cancellationToken) is > 0 and var written ? $"Đã nhắc {written} người" : null;
}
