using System.Threading.RateLimiting;
using ThiDua.Domain;

namespace ThiDua.Web.Access;

/// <summary>Refuses the eleventh wrong try of a minute for one user name, known or not.</summary>
public sealed class SignInThrottle : IDisposable
{
    public const int WrongTriesPerMinute = 10;

    private readonly PartitionedRateLimiter<string> _wrongTries = PartitionedRateLimiter.Create<string, string>(userName =>
        RateLimitPartition.GetSlidingWindowLimiter(Text.Fold(userName.Trim()), _ => new() { PermitLimit = WrongTriesPerMinute, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6, QueueLimit = 0 }));

    public bool IsOpen(string userName) => _wrongTries.GetStatistics(userName) is not { CurrentAvailablePermits: <= 0 };

    public void CountWrongTry(string userName) => _wrongTries.AttemptAcquire(userName).Dispose();

    public void Dispose() => _wrongTries.Dispose();
}
