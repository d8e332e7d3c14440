using FluentValidation;

namespace ThiDua.Web.Features.Submissions;

/// <summary>Gives an upload up; the name tells which one was meant.</summary>
public sealed record GiveUpForm
{
    public string? Name { get; init; }

    public sealed class Validator : AbstractValidator<GiveUpForm>
    {
        public Validator() => RuleFor(form => form.Name).NotEmpty().WithMessage("Chưa rõ bỏ tệp nào.").MaximumLength(200).WithMessage("Tên tệp quá dài.");
    }
}
