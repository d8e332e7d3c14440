using Quartz;
using ThiDua.Web.Files;

namespace ThiDua.Web.Jobs;

/// <summary>Scans what waits for the scanner, each minute; a scanner that does not answer is a failure of the run, and shown to the administrators.</summary>
public sealed class ScanWaitingFiles(ScanWaiting waiting) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var scanned = await waiting.Run(cancellationToken);
        var told = $"Đã quét {scanned.Clean + scanned.Infected} tệp, {scanned.Infected} tệp có mã độc; còn {scanned.Waiting} tệp chờ quét";
        context.Result = scanned switch
        {
            { IsScannerGone: true } => throw new JobExecutionException($"Máy quét mã độc không trả lời. {told}."),
            { Clean: 0, Infected: 0 } => null,
            _ => told,
        };
    }
}

/// <summary>Removes files that no row points at any more, nightly.</summary>
public sealed class RemoveUnusedFiles(RemoveUnused unused) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        context.Result = await unused.Run(cancellationToken) is > 0 and var removed ? $"Đã xóa {removed} tệp" : null;
}
