using Quartz;
using ThiDua.Web.Data;

namespace ThiDua.Web.Jobs;

/// <summary>Checks each night that the whole database still holds together; what does not is a failure of the run, and shown to the administrators.</summary>
public sealed class CheckInvariants(PortalDb db) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var faults = await Invariants.Faults(db, cancellationToken);
        context.Result = faults.Count == 0 ? "Dữ liệu toàn vẹn" : throw new JobExecutionException($"{faults.Count} sai lệch: {string.Join(' ', faults.Take(10))}");
    }
}
