namespace ThiDua.Web.Tests.Accounts;

/// <summary>A clock that a test turns on.</summary>
public sealed class TurnedClock : TimeProvider
{
    private TimeSpan _by;

    public void Advance(TimeSpan by) => _by += by;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _by;
}
