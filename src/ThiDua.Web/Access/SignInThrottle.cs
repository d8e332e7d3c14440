using System.Threading.RateLimiting;
using ThiDua.Domain;

namespace ThiDua.Web.Access;

/// <summary>
/// Refuses the eleventh wrong try of a minute for one user name, known or not, and the hundred-and-first from one address.
/// Tries for one name are taken one after the other, so that none slips through beside another.
/// </summary>
public sealed class SignInThrottle : IDisposable
{
    public const int WrongTriesPerMinute = 10;
    public const int WrongTriesPerMinuteFromOneAddress = 100; // an office shares one address

    private readonly PartitionedRateLimiter<string> _wrongTries = PerMinute(WrongTriesPerMinute);
    private readonly PartitionedRateLimiter<string> _wrongTriesFrom = PerMinute(WrongTriesPerMinuteFromOneAddress);
    private readonly PartitionedRateLimiter<string> _turns = PartitionedRateLimiter.Create<string, string>(name =>
        RateLimitPartition.GetConcurrencyLimiter(name, _ => new() { PermitLimit = 1, QueueLimit = 20, QueueProcessingOrder = QueueProcessingOrder.OldestFirst }));

    /// <summary>Begins a try; null when it is refused. Dispose it when the answer is known.</summary>
    public async Task<SignInTry?> Begin(string userName, string address)
    {
        var name = Text.Fold(userName.Trim());
        var turn = await _turns.AcquireAsync(name);
        if (turn.IsAcquired && IsOpen(_wrongTries, name) && IsOpen(_wrongTriesFrom, address))
        {
            return new(turn, () => CountWrongTry(name, address));
        }

        turn.Dispose();
        return null;
    }

    public void Dispose()
    {
        _wrongTries.Dispose();
        _wrongTriesFrom.Dispose();
        _turns.Dispose();
    }

    private void CountWrongTry(string name, string address)
    {
        _wrongTries.AttemptAcquire(name).Dispose();
        _wrongTriesFrom.AttemptAcquire(address).Dispose();
    }

    private static bool IsOpen(PartitionedRateLimiter<string> limiter, string key) => limiter.GetStatistics(key) is not { CurrentAvailablePermits: <= 0 };

    private static PartitionedRateLimiter<string> PerMinute(int permits) => PartitionedRateLimiter.Create<string, string>(key =>
        RateLimitPartition.GetSlidingWindowLimiter(key, _ => new() { PermitLimit = permits, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6, QueueLimit = 0 }));
}

/// <summary>One try to sign in, while it is being answered.</summary>
public sealed class SignInTry(RateLimitLease turn, Action countAsWrong) : IDisposable
{
    public void WasWrong() => countAsWrong();

    public void Dispose() => turn.Dispose();
}
