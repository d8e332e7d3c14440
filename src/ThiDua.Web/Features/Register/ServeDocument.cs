using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Documents;
using ThiDua.Web.Data;
using ThiDua.Web.Documents;
using ThiDua.Web.Features.Shared.Issuing;
using ThiDua.Web.Files;

namespace ThiDua.Web.Features.Register;

/// <summary>A document's files: once issued the stored ones, before that made anew from the frozen text.</summary>
public sealed class ServeDocument(PortalDb db, CurrentActor current, DocumentFiles documents, FileStore files, IPdfRenderer pdf)
{
    public async Task<string> Html(int documentId) => OfficialDocumentHtml.Render(await documents.ModelOf(await Find(documentId)));

    public async Task<(Stream Content, string Name)> Handle(int documentId, bool asPdf, CancellationToken cancellationToken)
    {
        var document = await Find(documentId);
        var name = NameOf(document) + (asPdf ? ".pdf" : ".docx");
        if ((asPdf ? document.PdfId : document.DocxId) is { } fileId)
        {
            return (files.Open((await db.StoredFiles.AsNoTracking().OneAsync(row => row.Id == fileId)).Sha256), name);
        }

        RuleViolation.Require(document.Number is null, "Tệp của văn bản đã ban hành chưa được lập. Người vào sổ văn bản bấm “Lập tệp” ở trang văn bản.");
        var model = await documents.ModelOf(document);
        try
        {
            return (new MemoryStream(asPdf ? await pdf.Render(model, cancellationToken) : DocumentFiles.Docx(model)), name);
        }
        catch (PdfUnavailable unavailable)
        {
            throw new RuleViolation(unavailable.Message);
        }
    }

    /// <summary>The name of a document's file: "05-KH-CTĐBTB".</summary>
    public static string NameOf(IssuedDocument document) => FileNames.Clean(document.NumberAndSymbol.Replace('/', '-').Trim('-'));

    private Task<IssuedDocument> Find(int documentId) => db.IssuedDocuments.AsNoTracking().Where(IssuedDocument.ReadableBy(current.Actor)).OneAsync(row => row.Id == documentId);
}
