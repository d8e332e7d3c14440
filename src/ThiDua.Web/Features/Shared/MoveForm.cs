using FluentValidation;

namespace ThiDua.Web.Features.Shared;

/// <summary>One place up or down among the siblings, into the section above or out of its own: the button pressed names the row.</summary>
public sealed record MoveForm
{
    public int? Up { get; init; }

    public int? Down { get; init; }

    public int? In { get; init; }

    public int? Out { get; init; }

    public int? Moved => Up ?? Down ?? In ?? Out;

    public sealed class Validator : AbstractValidator<MoveForm>
    {
        public Validator() => RuleFor(form => form.Moved).Must((form, _) => new[] { form.Up, form.Down, form.In, form.Out }.Count(id => id is not null) == 1).WithMessage("Chọn dòng cần chuyển.");
    }
}
