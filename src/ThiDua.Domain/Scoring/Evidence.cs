using ThiDua.Domain.Access;
using ThiDua.Domain.Documents;

namespace ThiDua.Domain.Scoring;

/// <summary>A file in the evidence library of a unit and calendar year (kho minh chứng); it may serve each of the unit's clusters.</summary>
public sealed class Evidence : IVersioned
{
    private const int LongestFolded = 400;

    private readonly List<EvidenceWithdrawal> _withdrawals = [];

    private Evidence() => Name = AddedByName = AddedByOffice = "";

    public Evidence(Actor by, int organizationId, int year, StoredFile file, string name, DateTime at)
        : this()
    {
        RuleViolation.Require(by.UnitId == organizationId, "Minh chứng do chính đơn vị tải lên.");
        (OrganizationId, Year, File, Name) = (organizationId, year, file, Text.Clean(name) ?? "minh-chung");
        (AddedById, AddedByName, AddedByOffice, AddedAt) = (by.UserId, by.UserName, by.OfficeName, at);
    }

    public int Id { get; private set; }

    public int OrganizationId { get; private set; }

    public int Year { get; private set; }

    public int FileId { get; private set; }

    public StoredFile File { get; private set; } = null!;

    /// <summary>The name under which it was uploaded, NFC.</summary>
    public string Name
    {
        get;
        private set => (field, FoldedName) = (value, Folded(value));
    }

    /// <summary>The name as it is searched and sorted.</summary>
    public string FoldedName { get; private set; } = "";

    public int AddedById { get; private set; }

    public string AddedByName { get; private set; }

    public string AddedByOffice { get; private set; }

    public DateTime AddedAt { get; private set; }

    public int Version { get; private set; }

    /// <summary>Since when it is withdrawn (đã rút); null while it may be used.</summary>
    public DateTime? WithdrawnAt { get; private set; }

    public IReadOnlyList<EvidenceWithdrawal> Withdrawals => _withdrawals;

    /// <summary>Withdrawn, never deleted: lines that were submitted with it keep it, marked; no line takes it anew.</summary>
    public void Withdraw(Actor by, string? reason, DateTime at)
    {
        RequireOwn(by);
        RuleViolation.Require(WithdrawnAt is null, $"Tệp “{Name}” đã được rút trước đó.");
        var why = Text.Clean(reason);
        RuleViolation.Require(why is not null, "Nêu lý do rút tệp.", nameof(EvidenceWithdrawal.Reason));
        _withdrawals.Add(new(by, why!, at));
        WithdrawnAt = at;
        Version++;
    }

    /// <summary>Takes the withdrawal back (khôi phục).</summary>
    public void BringBack(Actor by, DateTime at)
    {
        RequireOwn(by);
        RuleViolation.Require(WithdrawnAt is not null, $"Tệp “{Name}” đang dùng, không phải khôi phục.");
        _withdrawals.Find(row => row.BroughtBackAt is null)?.TakeBack(by, at);
        WithdrawnAt = null;
        Version++;
    }

    private static string Folded(string name) => Text.Fold(name) is { Length: > LongestFolded } folded ? folded[..LongestFolded] : Text.Fold(name);

    private void RequireOwn(Actor by)
    {
        if (by.UnitId != OrganizationId || !by.Can(Permission.EnterScores))
        {
            throw new NotPermitted("Kho minh chứng do chính đơn vị quản lý.");
        }
    }
}

/// <summary>That a file was withdrawn (rút), why, and when it was brought back, if it was.</summary>
public sealed class EvidenceWithdrawal
{
    private EvidenceWithdrawal() => Reason = ByName = ByOffice = "";

    internal EvidenceWithdrawal(Actor by, string reason, DateTime at) => (Reason, ByName, ByOffice, At) = (reason, by.UserName, by.OfficeName, at);

    public int Id { get; private set; }

    public int EvidenceId { get; private set; }

    public string Reason { get; private set; }

    public string ByName { get; private set; }

    public string ByOffice { get; private set; }

    public DateTime At { get; private set; }

    public string? BroughtBackByName { get; private set; }

    public DateTime? BroughtBackAt { get; private set; }

    internal void TakeBack(Actor by, DateTime at) => (BroughtBackByName, BroughtBackAt) = (by.UserName, at);
}
