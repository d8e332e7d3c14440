using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Documents;
using ThiDua.Web.Data;
using ThiDua.Web.Documents.Signatures;
using ThiDua.Web.Features.Shared.Issuing;
using ThiDua.Web.Files;

namespace ThiDua.Web.Features.Register;

/// <summary>Tải bản đã ký: the file is checked against the issued document and kept with what was found.</summary>
public sealed class AddSignedCopy(PortalDb db, CurrentActor current, ShowDocument show, FileStore files, PdfText reader, TimeProvider clock)
{
    public sealed record Form
    {
        public IFormFile? File { get; init; }

        public int Version { get; init; }
    }

    public sealed class Validator : AbstractValidator<Form>
    {
        public Validator() => RuleFor(form => form.File).NotNull().WithMessage("Chọn tệp bản đã ký.");
    }

    public async Task<SignedCopy> Handle(int documentId, Form form, CancellationToken cancellationToken)
    {
        var document = await show.ToChange(documentId, Permission.IssueDocuments);
        RuleViolation.Require(document.Version == form.Version, "Văn bản vừa được người khác cập nhật. Tải lại trang rồi gửi lại tệp.");
        var file = (await files.Receive(form.File, nameof(form.File), cancellationToken))!;
        RuleViolation.Require(ContentCheck.ShowsInPlace(file.MediaType), "Bản đã ký là tệp PDF, hoặc ảnh chụp, ảnh quét JPEG, PNG.", nameof(form.File));
        RuleViolation.Require(!await db.SignedCopies.AnyAsync(row => row.DocumentId == documentId && row.FileId == file.Id, cancellationToken), "Tệp này đã được tải lên cho văn bản này.", nameof(form.File));
        var copy = new SignedCopy(current.Actor, document, file, FileNames.Clean(form.File!.FileName), (await Check(document, file, cancellationToken)).ToFound(), clock.GetUtcNow().UtcDateTime);
        db.Add(copy);
        await db.SaveChangesAsync(cancellationToken);
        return copy;
    }

    private async Task<SignedCopyFindings> Check(IssuedDocument document, StoredFile file, CancellationToken cancellationToken)
    {
        var isPdf = file.MediaType == ContentCheck.Pdf;
        var (copy, issued) = (await Bytes(file.Sha256, cancellationToken), document.PdfSha256 is { } sha256 ? await Bytes(sha256, cancellationToken) : null);
        return SignedCopyCheck.Of(new(issued, issued is null ? null : await reader.Read(issued, cancellationToken), document.Symbol), copy, isPdf, isPdf ? await reader.Read(copy, cancellationToken) : null);
    }

    private async Task<byte[]> Bytes(string sha256, CancellationToken cancellationToken)
    {
        await using var content = files.Open(sha256);
        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes, cancellationToken);
        return bytes.ToArray();
    }
}

/// <summary>A head takes a copy as bản chính thức, or refuses it.</summary>
public sealed class DecideSignedCopy(PortalDb db, CurrentActor current, ShowDocument show, Issuing issuing, FileStore files)
{
    public sealed record Form : DocumentStepForm;

    public sealed class Validator : DocumentStepForm.RulesFor<Form>;

    public async Task Handle(int documentId, int copyId, SignedCopyStep step, Form form, CancellationToken cancellationToken)
    {
        var document = await show.ToChange(documentId, Permission.SignDocuments);
        var copy = await db.SignedCopies.OneAsync(row => row.Id == copyId && row.DocumentId == documentId);
        db.Expect(copy, form.Version);
        var note = await form.ToNote(issuing, files, cancellationToken);
        if (step == SignedCopyStep.Accept)
        {
            copy.Accept(current.Actor, document, note);
        }
        else
        {
            copy.Refuse(current.Actor, document, note);
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}

/// <summary>A signed copy with all that its check found.</summary>
public sealed record SignedCopyPage(IssuedDocument Document, SignedCopy Copy, SignedCopyFindings Findings, IReadOnlyList<SignedCopyStep> Steps, DocumentStepForm Form, bool OnPaperOnly)
{
    /// <summary>The step that was refused with what was typed.</summary>
    public SignedCopyStep? Tried { get; init; }
}

/// <summary>Loads the page of a signed copy; it is read by who reads the document.</summary>
public sealed class ShowSignedCopy(PortalDb db, CurrentActor current, ShowDocument show)
{
    public async Task<SignedCopyPage> Handle(int documentId, int copyId, DocumentStepForm? typed = null, SignedCopyStep? tried = null)
    {
        var page = await show.Handle(documentId);
        var copy = await db.SignedCopies.AsNoTracking().Include(row => row.History).OneAsync(row => row.Id == copyId && row.DocumentId == documentId);
        var mayDecide = page.IsOpen && page.Document.RegisterOwner.IsActedForBy(current.Actor, Permission.SignDocuments);
        var steps = mayDecide ? SignedCopyWorkflow.Table.OpenTo(current.Actor, copy.State).Select(open => open.Step).Where(step => step != SignedCopyStep.Accept || !copy.IsBroken).ToList() : [];
        return new(page.Document, copy, SignedCopyFindings.Read(copy.Findings), steps, (typed ?? new()) with { Version = copy.Version }, !current.Actor.Can(Permission.SignDocuments)) { Tried = tried };
    }
}
