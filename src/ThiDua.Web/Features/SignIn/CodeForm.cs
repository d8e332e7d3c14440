using FluentValidation;
using Microsoft.AspNetCore.Mvc;

namespace ThiDua.Web.Features.SignIn;

/// <summary>The second step of signing in (mã xác thực).</summary>
public sealed record CodeForm
{
    public string? Code { get; init; }

    /// <summary>What the right password earned; only the portal can read it.</summary>
    public string? Ticket { get; init; }

    [BindProperty(Name = "tro-lai")]
    public string? ReturnUrl { get; init; }

    public string? Kept { get; init; }

    public sealed class Validator : AbstractValidator<CodeForm>
    {
        public Validator() => RuleFor(form => form.Code).NotEmpty().WithMessage("Nhập mã xác thực hoặc mã khôi phục.").MaximumLength(40).WithMessage("Mã gồm 6 chữ số, mã khôi phục gồm 10 ký tự.");
    }
}

/// <summary>A kept form to be offered again.</summary>
public sealed record KeptAgainForm
{
    public string? Kept { get; init; }

    public sealed class Validator : AbstractValidator<KeptAgainForm>
    {
        public Validator() => RuleFor(form => form.Kept).NotEmpty().WithMessage("Không có nội dung cần gửi lại.");
    }
}
