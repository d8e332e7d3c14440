using FluentValidation;
using ThiDua.Domain.Access;
using ThiDua.Domain.Recipients;

namespace ThiDua.Web.Features.Users;

/// <summary>An office to be given (cương vị). The organization is typed by name or code, with suggestions.</summary>
public record OfficeForm
{
    public string? Organization { get; init; }

    public Capacity? Capacity { get; init; }

    public string? Title { get; init; }

    public DateOnly? FromOn { get; init; }

    /// <summary>The rules of an office, also inside larger forms.</summary>
    public static void Rules<T>(AbstractValidator<T> validator)
        where T : OfficeForm
    {
        validator.RuleFor(form => form.Organization).NotEmpty().WithMessage("Nhập tên hoặc mã đơn vị.");
        validator.RuleFor(form => form.Capacity).NotNull().WithMessage("Chọn vai trò.").IsInEnum().WithMessage("Chọn vai trò.");
        validator.RuleFor(form => form.Title).NotEmpty().WithMessage("Nhập chức danh.").MaximumLength(200).WithMessage("Chức danh tối đa 200 ký tự.");
        validator.RuleFor(form => form.FromOn).NotNull().WithMessage("Nhập ngày bắt đầu.");
    }

    public sealed class Validator : AbstractValidator<OfficeForm>
    {
        public Validator() => Rules(this);
    }
}

/// <summary>The mailbox of an account, where the portal sends its mail.</summary>
internal static class EmailRules
{
    public const string Wrong = "Nhập địa chỉ thư điện tử, ví dụ vanthu@thanhhoa.gov.vn.";
    public const int Longest = 200;

    public static void OfEmail<T>(this IRuleBuilder<T, string?> rule) =>
        rule.MaximumLength(Longest).WithMessage("Tối đa 200 ký tự.").Must(IsGood).WithMessage(Wrong);

    public static bool IsGood(string? email) => string.IsNullOrWhiteSpace(email) || AddressBook.IsEmail(email.Trim());
}

/// <summary>A new account with its first office.</summary>
public sealed record NewUserForm : OfficeForm
{
    public string? UserName { get; init; }

    public string? FullName { get; init; }

    public string? Email { get; init; }

    public bool IsAdministrator { get; init; }

    public new sealed class Validator : AbstractValidator<NewUserForm>
    {
        public Validator()
        {
            RuleFor(form => form.UserName).NotEmpty().WithMessage("Nhập tên đăng nhập.").MaximumLength(60).WithMessage("Tên đăng nhập tối đa 60 ký tự.");
            RuleFor(form => form.FullName).NotEmpty().WithMessage("Nhập họ và tên.").MaximumLength(100).WithMessage("Họ và tên tối đa 100 ký tự.");
            RuleFor(form => form.Email).OfEmail();
            // A system administrator may hold no office at all.
            When(form => !form.IsAdministrator || !string.IsNullOrWhiteSpace(form.Organization), () => Rules(this));
        }
    }
}

/// <summary>What is written of an account.</summary>
public sealed record UserForm
{
    public string? FullName { get; init; }

    public string? Email { get; init; }

    public bool IsAdministrator { get; init; }

    /// <summary>The version that the person saw.</summary>
    public string? Stamp { get; init; }

    public sealed class Validator : AbstractValidator<UserForm>
    {
        public Validator()
        {
            RuleFor(form => form.FullName).NotEmpty().WithMessage("Nhập họ và tên.").MaximumLength(100).WithMessage("Họ và tên tối đa 100 ký tự.");
            RuleFor(form => form.Email).OfEmail();
        }
    }
}

/// <summary>The last day of an office.</summary>
public sealed record EndOfficeForm
{
    public DateOnly? ToOn { get; init; }

    public sealed class Validator : AbstractValidator<EndOfficeForm>
    {
        public Validator() => RuleFor(form => form.ToOn).NotNull().WithMessage("Nhập ngày cuối cùng giữ cương vị, dạng ngày/tháng/năm.");
    }
}
