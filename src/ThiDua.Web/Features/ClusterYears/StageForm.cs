using FluentValidation;

namespace ThiDua.Web.Features.ClusterYears;

/// <summary>One step of the year's stages, taken with one button.</summary>
public sealed record StageForm
{
    /// <summary>The version that the person saw.</summary>
    public int? Version { get; init; }

    public sealed class Validator : AbstractValidator<StageForm>
    {
        public Validator() => RuleFor(form => form.Version).NotNull().WithMessage("Hãy tải lại trang rồi thực hiện lại.");
    }
}
