using System.Threading.RateLimiting;

namespace ThiDua.Web.Access;

/// <summary>Limits how often one address asks for pages that are open to everybody.</summary>
public sealed class PublicThrottle : IDisposable
{
    public const int PerMinute = 120; // an office shares one address

    private readonly PartitionedRateLimiter<string> _asked = PartitionedRateLimiter.Create<string, string>(address =>
        RateLimitPartition.GetSlidingWindowLimiter(address, _ => new() { PermitLimit = PerMinute, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6, QueueLimit = 0 }));

    public bool Admits(HttpContext http)
    {
        using var lease = _asked.AttemptAcquire(http.Connection.RemoteIpAddress?.ToString() ?? "");
        return lease.IsAcquired;
    }

    public void Dispose() => _asked.Dispose();
}
