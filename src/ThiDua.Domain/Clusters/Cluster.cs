using ThiDua.Domain.Access;

namespace ThiDua.Domain.Clusters;

/// <summary>Cụm or khối.</summary>
public enum ClusterKind { Cum, Khoi }

/// <summary>Who sets the cluster up: trung ương, bộ ngành, tỉnh, huyện.</summary>
public enum ClusterLevel { Central, Ministry, Provincial, District }

/// <summary>What is written of a cluster: its name, the letterhead of its documents and its own words.</summary>
public sealed record ClusterDescription(string Name, ClusterKind Kind, ClusterLevel Level)
{
    /// <summary>The lines above the number of its documents, one a line.</summary>
    public string Letterhead { get; init; } = "";

    /// <summary>The body in its documents' symbols, "CTĐBTB".</summary>
    public string Abbreviation { get; init; } = "";

    public string LeaderTitle { get; init; } = "";

    public string DeputyTitle { get; init; } = "";

    public int? StandingBodyId { get; init; }
}

/// <summary>An emulation cluster or block (cụm, khối thi đua) over the years.</summary>
public sealed class Cluster : IVersioned
{
    private Cluster() => Name = Letterhead = Abbreviation = LeaderTitle = DeputyTitle = "";

    public Cluster(Actor by, int authorityId, ClusterDescription description)
        : this()
    {
        AuthorityId = authorityId;
        Write(by, description);
    }

    public int Id { get; private set; }

    public string Name { get; private set; }

    public ClusterKind Kind { get; private set; }

    public ClusterLevel Level { get; private set; }

    public int AuthorityId { get; private set; }

    /// <summary>The authority's standing body (cơ quan thường trực).</summary>
    public int? StandingBodyId { get; private set; }

    public string Letterhead { get; private set; }

    public string Abbreviation { get; private set; }

    public string LeaderTitle { get; private set; }

    public string DeputyTitle { get; private set; }

    public int Version { get; private set; }

    public void Describe(Actor by, ClusterDescription description)
    {
        Write(by, description);
        Version++;
    }

    private void Write(Actor by, ClusterDescription description)
    {
        RuleViolation.Require(by.IsAdministrator || by.OrganizationId == AuthorityId, "Cụm, khối do cơ quan quản lý thành lập.");
        Name = Text.Clean(description.Name) ?? throw new RuleViolation("Nhập tên cụm, khối.", nameof(Name));
        Letterhead = Text.Clean(description.Letterhead) ?? Name.ToUpperInvariant();
        Abbreviation = Text.Clean(description.Abbreviation) ?? throw new RuleViolation("Nhập chữ viết tắt dùng trong ký hiệu văn bản, ví dụ CTĐBTB.", nameof(Abbreviation));
        (Kind, Level, StandingBodyId) = (description.Kind, description.Level, description.StandingBodyId);
        LeaderTitle = Text.Clean(description.LeaderTitle) ?? (Kind == ClusterKind.Cum ? "Cụm trưởng" : "Khối trưởng");
        DeputyTitle = Text.Clean(description.DeputyTitle) ?? (Kind == ClusterKind.Cum ? "Cụm phó" : "Khối phó");
    }
}
