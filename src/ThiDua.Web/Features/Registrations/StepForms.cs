using FluentValidation;
using ThiDua.Domain;
using ThiDua.Web.Features.Shared;
using ThiDua.Web.Files;

namespace ThiDua.Web.Features.Registrations;

/// <summary>A step of a registration with the version that the person saw; a reason, or the signed paper, where the step needs one.</summary>
public sealed record RegistrationStepForm
{
    public int Version { get; init; }

    public string? Reason { get; init; }

    public PaperForm Paper { get; init; } = new();

    public async Task<StepNote> ToNote(FileStore files, DateTime at) =>
        new(at, Text.Clean(Reason), Paper.ToPaper((await files.Receive(Paper.Scan, "Paper.Scan", CancellationToken.None))?.Id));

    public sealed class Validator : AbstractValidator<RegistrationStepForm>
    {
        public Validator()
        {
            RuleFor(form => form.Reason).MaximumLength(2000).WithMessage("Tối đa 2.000 ký tự.");
            RuleFor(form => form.Paper).SetValidator(new PaperForm.Validator());
        }
    }
}

/// <summary>The document by which the unit adjusts what it registered.</summary>
public sealed record AdjustForm
{
    public int Version { get; init; }

    public DocumentForm Document { get; init; } = new();

    public sealed class Validator : AbstractValidator<AdjustForm>
    {
        public Validator() => RuleFor(form => form.Document).SetValidator(new DocumentForm.Validator());
    }
}
