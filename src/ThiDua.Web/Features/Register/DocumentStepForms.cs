using System.Globalization;
using FluentValidation;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Documents;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared;
using ThiDua.Web.Features.Shared.Issuing;
using ThiDua.Web.Files;

namespace ThiDua.Web.Features.Register;

/// <summary>What every step of a document is sent with: the version seen, a reason, and the signed paper it is recorded from.</summary>
public record DocumentStepForm
{
    public int Version { get; init; }

    public string? Reason { get; init; }

    public PaperForm Paper { get; init; } = new();

    public async Task<StepNote> ToNote(Issuing issuing, FileStore files, CancellationToken cancellationToken) =>
        issuing.Note(Reason, Paper.ToPaper((await files.Receive(Paper.Scan, "Paper.Scan", cancellationToken))?.Id));

    /// <summary>A reason of at most 2,000 characters, and a complete paper.</summary>
    public abstract class RulesFor<T> : AbstractValidator<T>
        where T : DocumentStepForm
    {
        protected RulesFor()
        {
            RuleFor(form => form.Reason).MaximumLength(2000).WithMessage("Tối đa 2.000 ký tự.");
            RuleFor(form => form.Paper).SetValidator(new PaperForm.Validator());
        }
    }
}

/// <summary>Returns a document to its author, records that it is signed, or gives a draft up.</summary>
public sealed class TakeDocumentStep(PortalDb db, ShowDocument show, Issuing issuing, FileStore files)
{
    public sealed record Form : DocumentStepForm;

    public sealed class Validator : DocumentStepForm.RulesFor<Form>;

    public async Task Handle(int documentId, DocumentStep step, Form form, CancellationToken cancellationToken)
    {
        var document = await show.ToChange(documentId, DocumentWorkflow.Table.RowOf(step).Needs);
        db.Expect(document, form.Version);
        await issuing.Take(document, step, await form.ToNote(issuing, files, cancellationToken));
    }
}

/// <summary>Ban hành: with the registrar's number and date, or the portal's own number of today.</summary>
public sealed class IssueDocument(PortalDb db, ShowDocument show, Issuing issuing, FileStore files)
{
    public sealed record Form : DocumentStepForm
    {
        public string? Number { get; init; }

        public DateOnly? IssuedOn { get; init; }

        /// <summary>The number as typed; null: none, or not one.</summary>
        public int? ToNumber() => int.TryParse(Number?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    public sealed class Validator : DocumentStepForm.RulesFor<Form>
    {
        public Validator()
        {
            RuleFor(form => form.Number).Matches("^[0-9]{1,5}$").When(form => !string.IsNullOrWhiteSpace(form.Number)).WithMessage("Số văn bản chỉ gồm chữ số, ví dụ 05; ký hiệu đã có sẵn.");
            RuleFor(form => form.IssuedOn).NotNull().WithMessage("Nhập ngày ban hành.");
        }
    }

    public async Task Handle(int documentId, Form form, CancellationToken cancellationToken)
    {
        var document = await show.ToChange(documentId, Permission.IssueDocuments);
        db.Expect(document, form.Version);
        await issuing.Issue(document, form.ToNumber(), form.IssuedOn!.Value, await form.ToNote(issuing, files, cancellationToken), cancellationToken);
    }
}

/// <summary>A later document replaces or revokes this one.</summary>
public sealed class EndDocument(PortalDb db, ShowDocument show, Issuing issuing, FileStore files)
{
    public sealed record Form : DocumentStepForm
    {
        public DocumentForm Document { get; init; } = new();
    }

    public sealed class Validator : DocumentStepForm.RulesFor<Form>
    {
        public Validator() => RuleFor(form => form.Document).SetValidator(new DocumentForm.Validator());
    }

    public async Task Handle(int documentId, DocumentStep step, Form form, CancellationToken cancellationToken)
    {
        var document = await show.ToChange(documentId, DocumentWorkflow.Table.RowOf(step).Needs);
        db.Expect(document, form.Version);
        await issuing.End(document, step, form.Document.ToReference(), await form.ToNote(issuing, files, cancellationToken));
    }
}

/// <summary>Makes the files of a document that was issued while no PDF could be made.</summary>
public sealed class MakeDocumentFiles(PortalDb db, ShowDocument show, DocumentFiles files)
{
    public sealed record Form
    {
        public int Version { get; init; }
    }

    public sealed class Validator : AbstractValidator<Form>;

    public async Task Handle(int documentId, Form form, CancellationToken cancellationToken)
    {
        var document = await show.ToChange(documentId, Permission.IssueDocuments);
        db.Expect(document, form.Version);
        RuleViolation.Require(document.Number is not null, "Văn bản chưa ban hành nên chưa lập tệp.");
        RuleViolation.Require(document.PdfId is null, "Tệp của văn bản đã được lập, không lập lại.");
        RuleViolation.Require(await files.Make(document, cancellationToken), "Chưa lập được tệp PDF. Máy chủ cần có trình duyệt (Chromium, Chrome hoặc Edge); báo quản trị hệ thống rồi thử lại.");
    }
}
