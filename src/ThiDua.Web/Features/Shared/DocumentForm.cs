using FluentValidation;
using ThiDua.Domain;

namespace ThiDua.Web.Features.Shared;

/// <summary>The part of a form that names a document: number, date, issuer, abstract.</summary>
public sealed record DocumentForm
{
    public string? Number { get; init; }

    public DateOnly? IssuedOn { get; init; }

    public string? Issuer { get; init; }

    public string? Abstract { get; init; }

    public DocumentReference ToReference() => new(Text.Clean(Number)!, IssuedOn!.Value, Text.Clean(Issuer)!, Text.Clean(Abstract) ?? "");

    /// <summary>Number, date and issuer are needed.</summary>
    public sealed class Validator : AbstractValidator<DocumentForm>
    {
        public Validator()
        {
            RuleFor(document => document.Number).NotEmpty().WithMessage("Nhập số, ký hiệu văn bản.").MaximumLength(60).WithMessage("Số, ký hiệu tối đa 60 ký tự.");
            RuleFor(document => document.IssuedOn).NotNull().WithMessage("Nhập ngày văn bản.");
            RuleFor(document => document.Issuer).NotEmpty().WithMessage("Nhập cơ quan ban hành.").MaximumLength(200).WithMessage("Tên cơ quan tối đa 200 ký tự.");
            RuleFor(document => document.Abstract).MaximumLength(400).WithMessage("Trích yếu tối đa 400 ký tự.");
        }
    }
}
