using ThiDua.Domain.Access;
using static ThiDua.Domain.RuleViolation;

namespace ThiDua.Domain.Documents;

/// <summary>
/// What an uploaded signed copy is, against the issued document: the issued bytes plus signatures; another file with the same text, only number, date and marks of signature differing;
/// other text; a scan without text; not read, where the server has no tool for it.
/// </summary>
public enum SignedCopyGrade { SameFile, SameText, OtherText, Scan, Unread }

public enum SignedCopyState { Waiting, Official, Refused }

public enum SignedCopyStep { Accept, Refuse }

/// <summary>The life of a signed copy: a head takes it as bản chính thức, or refuses it.</summary>
public static class SignedCopyWorkflow
{
    public static readonly Workflow<SignedCopyState, SignedCopyStep> Table = new(
        new(SignedCopyStep.Accept, [SignedCopyState.Waiting], SignedCopyState.Official, Permission.SignDocuments),
        new(SignedCopyStep.Refuse, [SignedCopyState.Waiting, SignedCopyState.Official], SignedCopyState.Refused, Permission.SignDocuments));
}

/// <summary>What the check of an uploaded file found: its grade, whether every signature in it holds, whether one is broken, and all of it as JSON.</summary>
public sealed record SignedCopyFound(SignedCopyGrade Grade, int Signatures, bool IsBroken, string Findings);

/// <summary>The signed copy of a document (bản đã ký), as it came back from outside, with what the check found.</summary>
public sealed class SignedCopy : ClusterYearItem
{
    private SignedCopy() => (FileName, Findings, UploadedByName, UploadedByOffice) = ("", "", "", "");

    /// <summary>The issued file, or its text, with good signatures is official at once; the rest waits for a head.</summary>
    public SignedCopy(Actor by, IssuedDocument document, StoredFile file, string fileName, SignedCopyFound found, DateTime at)
        : this()
    {
        document.RegisterOwner.Require(by, Permission.IssueDocuments);
        Require(DocumentWorkflow.WithNumber.Contains(document.State), "Chỉ tải bản đã ký của văn bản đã ban hành.");
        (ClusterYearId, DocumentId, FileId, FileName) = (document.ClusterYearId, document.Id, file.Id, fileName);
        (Grade, Signatures, IsBroken, Findings) = (found.Grade, found.Signatures, found.IsBroken, found.Findings);
        (UploadedByName, UploadedByOffice, UploadedAt) = (by.UserName, by.OfficeName, at);
        State = found is { IsBroken: false, Signatures: > 0, Grade: SignedCopyGrade.SameFile or SignedCopyGrade.SameText } ? SignedCopyState.Official : SignedCopyState.Waiting;
    }

    public int DocumentId { get; private set; }

    public int FileId { get; private set; }

    public string FileName { get; private set; }

    public SignedCopyGrade Grade { get; private set; }

    /// <summary>How many digital signatures it bears.</summary>
    public int Signatures { get; private set; }

    /// <summary>Whether a signature does not hold, or something was changed beside the signatures.</summary>
    public bool IsBroken { get; private set; }

    public string Findings { get; private set; }

    public SignedCopyState State { get; private set; }

    public string UploadedByName { get; private set; }

    public string UploadedByOffice { get; private set; }

    public DateTime UploadedAt { get; private set; }

    public string? Reason { get; private set; }

    /// <summary>Nhận làm bản chính thức; the text may differ, a broken signature may not be.</summary>
    public void Accept(Actor by, IssuedDocument document, StepNote note)
    {
        document.RegisterOwner.Require(by, Permission.SignDocuments);
        _ = SignedCopyWorkflow.Table.Take(SignedCopyStep.Accept, State, by, note.Paper);
        Require(!IsBroken, "Chữ ký số trong tệp không hợp lệ, không nhận làm bản chính thức được.");
        Require(Grade != SignedCopyGrade.OtherText || Text.Clean(note.Reason) is not null, "Nội dung tệp khác văn bản đã ban hành. Nêu lý do nhận làm bản chính thức.", nameof(StepNote.Reason));
        State = Take(SignedCopyWorkflow.Table, SignedCopyStep.Accept, State, by, note);
        Reason = Text.Clean(note.Reason);
    }

    public void Refuse(Actor by, IssuedDocument document, StepNote note)
    {
        document.RegisterOwner.Require(by, Permission.SignDocuments);
        _ = SignedCopyWorkflow.Table.Take(SignedCopyStep.Refuse, State, by, note.Paper);
        Require(Text.Clean(note.Reason) is not null, "Nêu lý do không nhận.", nameof(StepNote.Reason));
        State = Take(SignedCopyWorkflow.Table, SignedCopyStep.Refuse, State, by, note);
        Reason = Text.Clean(note.Reason);
    }
}
