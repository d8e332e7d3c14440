using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;

namespace ThiDua.Web.Data.Audit;

/// <summary>The audit trail (nhật ký hệ thống): entries in hash chains, appended in the transaction of the change.</summary>
public static class AuditTrail
{
    internal static async Task Append(PortalDb beside, IReadOnlyList<AuditedChange> changes, Actor? actor, DateTime at, CancellationToken cancellationToken)
    {
        var toTheMillisecond = new DateTime(at.Ticks - (at.Ticks % TimeSpan.TicksPerMillisecond), DateTimeKind.Utc);
        foreach (var ofChain in changes.GroupBy(change => AuditChain.NameOf(change.ClusterYearId)).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var chain = await Lock(beside, ofChain.Key, cancellationToken);
            foreach (var change in ofChain)
            {
                beside.AuditEntries.Add(chain.Append(change, Actors.Of(actor), toTheMillisecond));
            }
        }

        await beside.SaveChangesAsync(cancellationToken);
    }

    /// <summary>What is wrong with the chains: removed, edited, swapped or cut-off entries; empty when all is well.</summary>
    public static async Task<IReadOnlyList<string>> Verify(PortalDb db, CancellationToken cancellationToken)
    {
        var faults = new List<string>();
        foreach (var chain in await db.AuditChains.AsNoTracking().OrderBy(chain => chain.Name).ToListAsync(cancellationToken))
        {
            faults.AddRange(await VerifyChain(db, chain, cancellationToken));
        }

        var withoutHead = await db.AuditEntries.Where(entry => !db.AuditChains.Any(chain => chain.Name == entry.Chain)).Select(entry => entry.Chain).Distinct().ToListAsync(cancellationToken);
        faults.AddRange(withoutHead.Select(name => $"Chuỗi {name}: mất dòng đầu chuỗi."));
        return faults;
    }

    // Updating the head row takes its lock on both engines.
    private static async Task<AuditChain> Lock(PortalDb beside, string name, CancellationToken cancellationToken)
    {
        if (await beside.AuditChains.Where(chain => chain.Name == name).ExecuteUpdateAsync(set => set.SetProperty(chain => chain.LastSequence, chain => chain.LastSequence), cancellationToken) == 0)
        {
            var made = new AuditChain(name);
            beside.AuditChains.Add(made);
            return made;
        }

        return await beside.AuditChains.SingleAsync(chain => chain.Name == name, cancellationToken);
    }

    private static async Task<IReadOnlyList<string>> VerifyChain(PortalDb db, AuditChain chain, CancellationToken cancellationToken)
    {
        var faults = new List<string>();
        var (sequence, hash) = (0, "");
        // Entries appended while this runs stand beyond the head that was read.
        await foreach (var entry in db.AuditEntries.AsNoTracking().Where(entry => entry.Chain == chain.Name && entry.Sequence <= chain.LastSequence).OrderBy(entry => entry.Sequence).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (entry.Sequence != sequence + 1)
            {
                faults.Add($"Chuỗi {chain.Name}: sau mục {sequence} là mục {entry.Sequence}.");
            }

            if (entry.PreviousHash != hash)
            {
                faults.Add($"Chuỗi {chain.Name}: mục {entry.Sequence} không nối với mục trước.");
            }

            if (entry.Hash != entry.ComputeHash())
            {
                faults.Add($"Chuỗi {chain.Name}: mục {entry.Sequence} đã bị sửa.");
            }

            (sequence, hash) = (entry.Sequence, entry.Hash);
        }

        if (chain.LastSequence != sequence || chain.LastHash != hash)
        {
            faults.Add($"Chuỗi {chain.Name}: dòng đầu chuỗi ghi mục {chain.LastSequence}, mục cuối là {sequence}.");
        }

        if (await db.AuditEntries.AnyAsync(entry => entry.Chain == chain.Name && entry.Sequence > db.AuditChains.First(head => head.Name == chain.Name).LastSequence, cancellationToken))
        {
            faults.Add($"Chuỗi {chain.Name}: có mục đứng sau dòng đầu chuỗi.");
        }

        return faults;
    }
}
