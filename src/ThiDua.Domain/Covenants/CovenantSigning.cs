using ThiDua.Domain.Access;

namespace ThiDua.Domain.Covenants;

/// <summary>How a unit signed: on the portal, at the ceremony, on a page of its own that was sent in, on paper as its clerk recorded.</summary>
public enum SigningWay { OnPortal, AtCeremony, ByCirculation, FromPaper }

/// <summary>Why a signature no longer counts: the text was changed, the unit withdrew it, who had collected it took it back.</summary>
public enum SigningEnd { Voided, Withdrawn, TakenBack }

/// <summary>Who signed for a unit, in which office, on which day, and the scan of it, if any.</summary>
public sealed record SignedBy(string? Signatory, string Office, DateOnly SignedOn, int? FileId = null);

/// <summary>The signature of one unit under a covenant (chữ ký): never changed, only ended; the text that was signed is known by its SHA-256.</summary>
public sealed class CovenantSigning : IInClusterYear
{
    private CovenantSigning() => (Covenant, UnitName, Office, TextSha256, RecordedByName, RecordedByOffice) = (null!, "", "", "", "", "");

    internal CovenantSigning(Actor by, Covenant covenant, CovenantParty party, SigningWay way, SignedBy signed, DateTime at)
        : this()
    {
        (Covenant, ClusterYearId, UnitId, UnitName, Way) = (covenant, covenant.ClusterYearId, party.UnitId, party.Name, way);
        RuleViolation.Require(signed.SignedOn <= VietnamTime.DayOf(at), "Ngày ký không được sau hôm nay.", nameof(SignedBy.SignedOn));
        (Signatory, Office, SignedOn, FileId) = (Text.Clean(signed.Signatory), Text.Clean(signed.Office) ?? throw new RuleViolation("Nhập chức vụ người ký.", nameof(SignedBy.Office)), signed.SignedOn, signed.FileId);
        (TextSha256, RecordedByName, RecordedByOffice, RecordedAt) = (covenant.TextSha256, by.UserName, by.OfficeName, at);
    }

    public int Id { get; private set; }

    public int ClusterYearId { get; private set; }

    public int CovenantId { get; private set; }

    public Covenant Covenant { get; private set; }

    public int UnitId { get; private set; }

    /// <summary>The unit's name of that day.</summary>
    public string UnitName { get; private set; }

    public SigningWay Way { get; private set; }

    public string? Signatory { get; private set; }

    public string Office { get; private set; }

    public DateOnly SignedOn { get; private set; }

    /// <summary>The SHA-256 of the text that was signed, lower-case hex.</summary>
    public string TextSha256 { get; private set; }

    /// <summary>The scan: of the ceremony's page, of the page sent in, of the paper.</summary>
    public int? FileId { get; private set; }

    public string RecordedByName { get; private set; }

    public string RecordedByOffice { get; private set; }

    public DateTime RecordedAt { get; private set; }

    public DateTime? EndedAt { get; private set; }

    public SigningEnd? EndedAs { get; private set; }

    public string? EndReason { get; private set; }

    public bool IsValid => EndedAt is null;

    internal void End(Actor by, SigningEnd how, string reason, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(by);
        (EndedAt, EndedAs, EndReason) = (at, how, reason);
    }
}
