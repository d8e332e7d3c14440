using ThiDua.Domain;

namespace ThiDua.Web.Data;

/// <summary>One sign-in that goes on (phiên đăng nhập); the cookie carries its id. Forgotten a month after it ended.</summary>
public sealed class UserSession : INotAudited
{
    private UserSession() => Address = Agent = "";

    public UserSession(int userId, string address, string agent, DateTime at)
    {
        (UserId, Address, SignedInAt, LastSeenAt) = (userId, address, at, at);
        Agent = agent[..Math.Min(agent.Length, 400)];
    }

    public int Id { get; private set; }

    public int UserId { get; private set; }

    public DateTime SignedInAt { get; private set; }

    /// <summary>Written every five minutes at most.</summary>
    public DateTime LastSeenAt { get; private set; }

    public string Address { get; private set; }

    /// <summary>What the browser says of itself.</summary>
    public string Agent { get; private set; }

    public DateTime? EndedAt { get; private set; }

    /// <summary>Whether the person must switch two-factor sign-in on before anything else; decided at sign-in.</summary>
    public bool MustSetUpTwoFactor { get; set; }

    public void End(DateTime at) => EndedAt ??= at;
}
