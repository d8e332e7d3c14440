using FluentValidation;

namespace ThiDua.Web.Features.Account;

/// <summary>Switching two-factor sign-in on: the key offered, and the code that the app shows for it.</summary>
public sealed record SwitchOnForm
{
    /// <summary>The key, encrypted; none: a new one is offered.</summary>
    public string? Offer { get; init; }

    public string? Code { get; init; }

    /// <summary>A form kept meanwhile; only the portal can read it.</summary>
    public string? Kept { get; init; }

    public sealed class Validator : AbstractValidator<SwitchOnForm>
    {
        public Validator() => RuleFor(form => form.Code).NotEmpty().When(form => !string.IsNullOrEmpty(form.Offer)).WithMessage("Nhập mã 6 chữ số trong ứng dụng.");
    }
}

/// <summary>Switching two-factor sign-in off.</summary>
public sealed record SwitchOffForm
{
    public string? Password { get; init; }

    public sealed class Validator : AbstractValidator<SwitchOffForm>
    {
        public Validator() => RuleFor(form => form.Password).NotEmpty().WithMessage("Nhập mật khẩu.");
    }
}

/// <summary>Asking for new recovery codes.</summary>
public sealed record RecoveryCodesForm
{
    public string? OwnPassword { get; init; }

    public sealed class Validator : AbstractValidator<RecoveryCodesForm>
    {
        public Validator() => RuleFor(form => form.OwnPassword).NotEmpty().WithMessage("Nhập mật khẩu.");
    }
}
