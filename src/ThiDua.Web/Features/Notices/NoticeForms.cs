using FluentValidation;
using ThiDua.Domain.Notifying;
using ThiDua.Domain.Recipients;

namespace ThiDua.Web.Features.Notices;

/// <summary>The latest notification that the page showed.</summary>
public sealed record ReadAllForm
{
    public int? UpTo { get; init; }

    public sealed class Validator : AbstractValidator<ReadAllForm>
    {
        public Validator() => RuleFor(form => form.UpTo).NotNull().WithMessage("Trang đã cũ. Hãy tải lại trang.");
    }
}

/// <summary>Where one's mail goes, and which.</summary>
public sealed record MailForm
{
    public string? Email { get; init; }

    public MailWish? Wish { get; init; }

    /// <summary>The version that the person saw.</summary>
    public string? Stamp { get; init; }

    public sealed class Validator : AbstractValidator<MailForm>
    {
        public Validator()
        {
            RuleFor(form => form.Email).MaximumLength(200).WithMessage("Tối đa 200 ký tự.").Must(email => string.IsNullOrWhiteSpace(email) || AddressBook.IsEmail(email.Trim())).WithMessage("Nhập địa chỉ thư điện tử, ví dụ vanthu@thanhhoa.gov.vn.");
            RuleFor(form => form.Wish).NotNull().WithMessage("Chọn cách nhận thư.").IsInEnum().WithMessage("Chọn cách nhận thư.");
        }
    }
}
