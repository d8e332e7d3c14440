using Quartz;
using ThiDua.Web.Files;

namespace ThiDua.Web.Jobs;

/// <summary>Removes what uploads left behind that were cut off, daily; as at each start.</summary>
public sealed class RemoveUnfinishedUploads(RemoveUnfinished unfinished) : IJob
{
    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        context.Result = unfinished.Run() is > 0 and var removed ? $"Đã xóa {removed} tệp" : null;
        return ValueTask.CompletedTask;
    }
}
