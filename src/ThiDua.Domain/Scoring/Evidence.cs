using ThiDua.Domain.Access;
using ThiDua.Domain.Documents;

namespace ThiDua.Domain.Scoring;

/// <summary>A unit's evidence for a year (minh chứng); it may serve each of the unit's clusters.</summary>
public sealed class Evidence : IVersioned
{
    private Evidence() => Name = AddedByName = "";

    public Evidence(Actor by, int organizationId, int year, StoredFile file, string name, DateTime at)
        : this()
    {
        RuleViolation.Require(by.UnitId == organizationId, "Minh chứng do chính đơn vị tải lên.");
        (OrganizationId, Year, File, Name) = (organizationId, year, file, Text.Clean(name) ?? "minh-chung");
        (AddedById, AddedByName, AddedAt) = (by.UserId, by.UserName, at);
    }

    public int Id { get; private set; }

    public int OrganizationId { get; private set; }

    public int Year { get; private set; }

    public int FileId { get; private set; }

    public StoredFile File { get; private set; } = null!;

    /// <summary>The name under which it was uploaded, NFC.</summary>
    public string Name { get; private set; }

    public int AddedById { get; private set; }

    public string AddedByName { get; private set; }

    public DateTime AddedAt { get; private set; }

    public int Version { get; private set; }
}

/// <summary>That a piece of evidence stands behind a line of a sheet.</summary>
public sealed class EvidenceLink : IInClusterYear
{
    private EvidenceLink()
    {
    }

    public EvidenceLink(Actor by, ScoreSheet sheet, int criterionId, Evidence evidence)
    {
        sheet.RequireEntryBy(by);
        (ClusterYearId, SheetId, CriterionId, Evidence) = (sheet.ClusterYearId, sheet.Id, criterionId, evidence);
    }

    public int Id { get; private set; }

    public int ClusterYearId { get; private set; }

    public int SheetId { get; private set; }

    public int CriterionId { get; private set; }

    public int EvidenceId { get; private set; }

    public Evidence Evidence { get; private set; } = null!;

    public DateTime? WithdrawnAt { get; private set; }

    /// <summary>Withdrawn, never deleted: the link stays in the history.</summary>
    public void Withdraw(Actor by, ScoreSheet sheet, DateTime at)
    {
        sheet.RequireEntryBy(by);
        WithdrawnAt ??= at;
    }
}
