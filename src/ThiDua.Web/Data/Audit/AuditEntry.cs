using System.Security.Cryptography;
using System.Text;

namespace ThiDua.Web.Data.Audit;

/// <summary>One accepted write (nhật ký): who, in which office, when, what, from → to; it holds the hash of the entry before.</summary>
public sealed class AuditEntry
{
    private AuditEntry() => Chain = UserName = OfficeName = Kind = Subject = Change = Details = PreviousHash = Hash = "";

    internal AuditEntry(AuditChain chain, AuditedChange change, Actors.Who who, DateTime at)
    {
        (Chain, Sequence, PreviousHash) = (chain.Name, chain.LastSequence + 1, chain.LastHash);
        (UserId, UserName, OfficeName, At) = (who.UserId, who.UserName, who.OfficeName, at);
        (Kind, Subject, Change, Details) = (change.Kind, change.Subject(), change.What, change.Details());
        ClusterYearId = change.ClusterYearId;
        Hash = ComputeHash();
    }

    public int Id { get; private set; }

    public string Chain { get; private set; }

    public int Sequence { get; private set; }

    public int? ClusterYearId { get; private set; }

    public DateTime At { get; private set; }

    public int UserId { get; private set; }

    public string UserName { get; private set; }

    public string OfficeName { get; private set; }

    /// <summary>The entity's type.</summary>
    public string Kind { get; private set; }

    /// <summary>The entity's id.</summary>
    public string Subject { get; private set; }

    /// <summary>Added, Modified or Deleted.</summary>
    public string Change { get; private set; }

    /// <summary>Each changed property as JSON: name → [from, to].</summary>
    public string Details { get; private set; }

    public string PreviousHash { get; private set; }

    /// <summary>SHA-256 (lower-case hex) over all that stands above.</summary>
    public string Hash { get; private set; }

    public string ComputeHash() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f',
        Chain, Sequence, ClusterYearId, At.Ticks / TimeSpan.TicksPerMillisecond, UserId, UserName, OfficeName, Kind, Subject, Change, Details, PreviousHash))));
}

/// <summary>The head of a chain of the audit trail: one per cluster year, one for the portal. Its row is the chain's lock.</summary>
public sealed class AuditChain(string name)
{
    public const string Portal = "portal";

    public string Name { get; private set; } = name;

    public int LastSequence { get; private set; }

    public string LastHash { get; private set; } = "";

    public static string NameOf(int? clusterYearId) => clusterYearId is { } id ? $"cum-{id}" : Portal;

    internal AuditEntry Append(AuditedChange change, Actors.Who who, DateTime at)
    {
        var entry = new AuditEntry(this, change, who, at);
        (LastSequence, LastHash) = (entry.Sequence, entry.Hash);
        return entry;
    }
}
