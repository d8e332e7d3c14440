using FluentValidation;

namespace ThiDua.Web.Features.Account;

/// <summary>Changing one's own password (đổi mật khẩu).</summary>
public sealed record PasswordForm
{
    public string? Current { get; init; }

    public string? New { get; init; }

    public string? Repeated { get; init; }

    public sealed class Validator : AbstractValidator<PasswordForm>
    {
        public Validator()
        {
            RuleFor(form => form.Current).NotEmpty().WithMessage("Nhập mật khẩu hiện tại.");
            RuleFor(form => form.New).NotEmpty().WithMessage("Nhập mật khẩu mới.").MaximumLength(200).WithMessage("Mật khẩu tối đa 200 ký tự.")
                .NotEqual(form => form.Current).WithMessage("Mật khẩu mới phải khác mật khẩu hiện tại.");
            RuleFor(form => form.Repeated).Equal(form => form.New).WithMessage("Nhập lại chưa khớp với mật khẩu mới.");
        }
    }
}
