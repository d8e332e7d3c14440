using static ThiDua.Domain.Access.Permission;
using static ThiDua.Domain.Documents.DocumentState;

namespace ThiDua.Domain.Documents;

/// <summary>A draft; its text frozen for signature; signed; issued with number and date; what a later document replaced or revoked; a draft that was given up.</summary>
public enum DocumentState { Draft, Submitted, SignedOff, Issued, Replaced, Revoked, Dropped }

public enum DocumentStep { Submit, Return, Sign, Issue, Replace, Revoke, Drop }

/// <summary>The life of an official document: dự thảo, trình ký, đã ký, đã ban hành, đã được thay thế, đã bãi bỏ.</summary>
public static class DocumentWorkflow
{
#pragma warning disable format // the columns of the table
    public static readonly Workflow<DocumentState, DocumentStep> Table = new(
        //   step                   from                    to         needs
        new(DocumentStep.Submit,   [Draft],                Submitted, DraftDocuments),
        new(DocumentStep.Return,   [Submitted, SignedOff], Draft,     DraftDocuments),
        new(DocumentStep.Sign,     [Submitted],            SignedOff, SignDocuments),
        new(DocumentStep.Issue,    [SignedOff],            Issued,    IssueDocuments),
        new(DocumentStep.Replace,  [Issued],               Replaced,  IssueDocuments),
        new(DocumentStep.Revoke,   [Issued],               Revoked,   SignDocuments),
        new(DocumentStep.Drop,     [Draft],                Dropped,   DraftDocuments));
#pragma warning restore format

    /// <summary>The states in which a document has its number and date, and every reader of the year sees it.</summary>
    public static readonly DocumentState[] WithNumber = [Issued, Replaced, Revoked];
}
