using Microsoft.EntityFrameworkCore;
using Quartz;
using ThiDua.Web.Data;

namespace ThiDua.Web.Jobs;

/// <summary>Prints the head of each chain of the audit trail into the log, daily: who cuts entries off and mends the head in the database still has the log against him.</summary>
public sealed class PrintAuditHeads(PortalDb db, ILogger<PrintAuditHeads> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var chains = await db.AuditChains.AsNoTracking().OrderBy(chain => chain.Name).ToListAsync(cancellationToken);
        foreach (var chain in chains)
        {
            log.LogInformation("Audit chain {Chain} stands at {Sequence} {Hash}", chain.Name, chain.LastSequence, chain.LastHash);
        }

        context.Result = $"Đã in {chains.Count} chuỗi";
    }
}
