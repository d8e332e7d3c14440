using ThiDua.Domain.Access;

namespace ThiDua.Domain.Scoring;

/// <summary>What a document shows at a line: where the target comes from, what was reached, or else.</summary>
public enum EvidenceRole { Result, Target, Other }

/// <summary>Where in the document to look (trang 3–5), and what it shows there.</summary>
public sealed record EvidencePlace(EvidenceRole Role, string? Pages = null, string? Note = null);

/// <summary>That a file of the unit's library stands behind a line of a sheet; one file may stand behind many.</summary>
public sealed class EvidenceLink : IInClusterYear, IVersioned
{
    private EvidenceLink() => AddedByName = "";

    public EvidenceLink(Actor by, ScoreSheet sheet, int criterionId, Evidence evidence, EvidencePlace place, DateTime at)
        : this()
    {
        sheet.RequireEntryBy(by);
        RuleViolation.Require(evidence.OrganizationId == sheet.UnitId, "Minh chứng là tệp trong kho của chính đơn vị.");
        RuleViolation.Require(evidence.WithdrawnAt is null, $"Tệp “{evidence.Name}” đã được rút khỏi kho, không gắn được nữa. Khôi phục tệp ở kho minh chứng rồi gắn lại.");
        (ClusterYearId, SheetId, CriterionId, Evidence) = (sheet.ClusterYearId, sheet.Id, criterionId, evidence);
        (AddedByName, AddedAt) = (by.UserName, at);
        Put(place);
    }

    public int Id { get; private set; }

    public int ClusterYearId { get; private set; }

    public int SheetId { get; private set; }

    public int CriterionId { get; private set; }

    public int EvidenceId { get; private set; }

    public Evidence Evidence { get; private set; } = null!;

    public EvidenceRole Role { get; private set; }

    /// <summary>As written: "trang 3–5".</summary>
    public string? Pages { get; private set; }

    public string? Note { get; private set; }

    public string AddedByName { get; private set; }

    public DateTime AddedAt { get; private set; }

    /// <summary>When it was taken off the line (gỡ khỏi dòng); null while it stands there.</summary>
    public DateTime? UnlinkedAt { get; private set; }

    public string? UnlinkedByName { get; private set; }

    public int Version { get; private set; }

    /// <summary>Says anew what the file shows at this line, and where.</summary>
    public void Describe(Actor by, ScoreSheet sheet, EvidencePlace place)
    {
        sheet.RequireEntryBy(by);
        RuleViolation.Require(UnlinkedAt is null, "Tệp đã được gỡ khỏi dòng này.");
        Put(place);
        Version++;
    }

    /// <summary>Taken off the line, never deleted: the link stays in the history.</summary>
    public void Unlink(Actor by, ScoreSheet sheet, DateTime at)
    {
        sheet.RequireEntryBy(by);
        if (UnlinkedAt is null)
        {
            (UnlinkedAt, UnlinkedByName) = (at, by.UserName);
            Version++;
        }
    }

    private void Put(EvidencePlace place) => (Role, Pages, Note) = (place.Role, Text.Clean(place.Pages), Text.Clean(place.Note));
}
