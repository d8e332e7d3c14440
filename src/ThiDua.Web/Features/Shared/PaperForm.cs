using FluentValidation;
using ThiDua.Domain;

namespace ThiDua.Web.Features.Shared;

/// <summary>The part of a form that records an act of a head from signed paper (theo văn bản đã ký); empty where the head acts in the portal.</summary>
public sealed record PaperForm
{
    public string? Number { get; init; }

    public DateOnly? SignedOn { get; init; }

    public string? Signatory { get; init; }

    public string? SignatoryOffice { get; init; }

    public IFormFile? Scan { get; init; }

    public bool IsFilled => Text.Clean(Number) is not null || SignedOn is not null || Text.Clean(Signatory) is not null || Text.Clean(SignatoryOffice) is not null || Scan is not null;

    public SignedPaper? ToPaper(int? scanId) => IsFilled ? new(Text.Clean(Number)!, SignedOn!.Value, Text.Clean(Signatory)!, Text.Clean(SignatoryOffice)!, scanId) : null;

    /// <summary>What is begun must be complete.</summary>
    public sealed class Validator : AbstractValidator<PaperForm>
    {
        public Validator()
        {
            When(paper => paper.IsFilled, () =>
            {
                RuleFor(paper => paper.Number).NotEmpty().WithMessage(SignedPaper.NoNumber).MaximumLength(60).WithMessage("Số, ký hiệu tối đa 60 ký tự.");
                RuleFor(paper => paper.SignedOn).NotNull().WithMessage(SignedPaper.NoDay);
                RuleFor(paper => paper.Signatory).NotEmpty().WithMessage(SignedPaper.NoSignatory).MaximumLength(100).WithMessage("Họ tên tối đa 100 ký tự.");
                RuleFor(paper => paper.SignatoryOffice).NotEmpty().WithMessage(SignedPaper.NoOffice).MaximumLength(200).WithMessage("Chức vụ tối đa 200 ký tự.");
            });
        }
    }
}
