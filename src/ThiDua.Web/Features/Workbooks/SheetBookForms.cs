using FluentValidation;

namespace ThiDua.Web.Features.Workbooks;

/// <summary>The confirmation of a preview, with the choice for each line that was changed in the portal meanwhile.</summary>
public sealed record BookConfirmForm
{
    public string? Kept { get; init; }

    public List<BookChoice> Choices { get; init; } = [];

    public sealed class Validator : AbstractValidator<BookConfirmForm>
    {
        public Validator() => RuleFor(form => form.Kept).NotEmpty().WithMessage("Hãy chọn tệp và xem trước rồi mới xác nhận.");
    }
}

/// <summary>Which text of a line stays: that of the file, or that of the portal.</summary>
public sealed record BookChoice
{
    public int SheetId { get; init; }

    public int CriterionId { get; init; }

    public bool? TakeFile { get; init; }
}
