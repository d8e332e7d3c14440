using FluentValidation;
using Microsoft.AspNetCore.Mvc;

namespace ThiDua.Web.Features.SignIn;

/// <summary>The sign-in form (đăng nhập).</summary>
public sealed record SignInForm
{
    public string? UserName { get; init; }

    public string? Password { get; init; }

    /// <summary>The page of the portal to go back to.</summary>
    [BindProperty(Name = "tro-lai")]
    public string? ReturnUrl { get; init; }

    /// <summary>A form posted after the session had ended, kept until the person has signed in again; only the portal can read it.</summary>
    public string? Kept { get; init; }

    public sealed class Validator : AbstractValidator<SignInForm>
    {
        public Validator()
        {
            RuleFor(form => form.UserName).NotEmpty().WithMessage("Nhập tên đăng nhập.").MaximumLength(100).WithMessage("Tên đăng nhập tối đa 100 ký tự.");
            RuleFor(form => form.Password).NotEmpty().WithMessage("Nhập mật khẩu.").MaximumLength(200).WithMessage("Mật khẩu tối đa 200 ký tự.");
        }
    }
}
