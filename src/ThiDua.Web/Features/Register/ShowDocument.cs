using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Documents;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared.Issuing;

namespace ThiDua.Web.Features.Register;

/// <summary>A document with what may be done with it now.</summary>
public sealed record DocumentPage(IssuedDocument Document, IReadOnlyList<DocumentPage.Act> Acts)
{
    /// <summary>A step that is open to this person, by its path.</summary>
    public sealed record Act(DocumentStep Step, string Path, bool OnPaperOnly);

    public bool IsWide { get; init; }

    /// <summary>Whether number and date are given but the files are not made yet.</summary>
    public bool WaitsForFiles => Document.Number is not null && Document.PdfId is null;

    public bool MayMakeFiles { get; init; }

    /// <summary>What was overtaken in it since it was frozen.</summary>
    public DocumentWarning? Warning { get; init; }

    /// <summary>Whether the year still takes changes.</summary>
    public bool IsOpen { get; init; }

    public IReadOnlyList<Copy> Copies { get; init; } = [];

    public bool MayAddCopy => MayMakeFiles && Document.Number is not null;

    /// <summary>A signed copy as a line of the document's page.</summary>
    public sealed record Copy(int Id, string FileName, SignedCopyGrade Grade, int Signatures, bool IsBroken, SignedCopyState State, string UploadedByName, DateTime UploadedAt);
}

/// <summary>Loads the page of a document; one that this person may not read does not exist.</summary>
public sealed class ShowDocument(PortalDb db, CurrentActor current, CurrentYear year, DocumentFiles files, Issuing issuing)
{
    /// <summary>The steps that are taken on the register's own pages; a text is frozen where it is written.</summary>
    public static readonly IReadOnlyDictionary<DocumentStep, string> Paths = new Dictionary<DocumentStep, string>
    {
        [DocumentStep.Sign] = "ky",
        [DocumentStep.Issue] = "ban-hanh",
        [DocumentStep.Return] = "tra-lai",
        [DocumentStep.Replace] = "thay-the",
        [DocumentStep.Revoke] = "bai-bo",
        [DocumentStep.Drop] = "bo",
    };

    public async Task<DocumentPage> Handle(int documentId)
    {
        db.ChangeTracker.Clear(); // after a refusal what was tried is not what is stored
        var document = await Find(documentId, db.IssuedDocuments.AsNoTracking().Include(row => row.History));
        return new(document, [.. ActsOn(document)])
        {
            IsOpen = IsOpen,
            Warning = IsOpen ? await issuing.WarningOn(document) : null,
            Copies = await db.SignedCopies.AsNoTracking().Where(row => row.DocumentId == documentId).OrderByDescending(row => row.Id)
                .Select(row => new DocumentPage.Copy(row.Id, row.FileName, row.Grade, row.Signatures, row.IsBroken, row.State, row.UploadedByName, row.UploadedAt)).ToListAsync(),
            IsWide = (await files.ModelOf(document)).Wide,
            MayMakeFiles = IsOpen && current.Actor.CanInAnyWay(Permission.IssueDocuments) && document.RegisterOwner.IsActedForBy(current.Actor, Permission.IssueDocuments),
        };
    }

    /// <summary>The document, to be changed by this step: who may never take it on this document is told who can.</summary>
    public async Task<IssuedDocument> ToChange(int documentId, Permission needs)
    {
        var document = await Find(documentId, db.IssuedDocuments);
        return document.RegisterOwner.IsActedForBy(current.Actor, needs) ? document : throw new NotPermitted($"{Permissions.Refusal(needs)} Văn bản này do {document.IssuerName} ban hành. Bạn đang làm việc với cương vị {current.Actor.OfficeName}.");
    }

    private bool IsOpen => year.Year.Stage != ClusterYearStage.Concluded;

    private Task<IssuedDocument> Find(int documentId, IQueryable<IssuedDocument> documents) => documents.Where(IssuedDocument.ReadableBy(current.Actor)).OneAsync(row => row.Id == documentId);

    private IEnumerable<DocumentPage.Act> ActsOn(IssuedDocument document) =>
        from open in DocumentWorkflow.Table.OpenTo(current.Actor, document.State)
        where IsOpen && Paths.ContainsKey(open.Step) && document.RegisterOwner.IsActedForBy(current.Actor, DocumentWorkflow.Table.RowOf(open.Step).Needs)
        select new DocumentPage.Act(open.Step, Paths[open.Step], open.OnPaperOnly);
}
