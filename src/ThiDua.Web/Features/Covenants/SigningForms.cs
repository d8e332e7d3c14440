using FluentValidation;
using ThiDua.Domain.Covenants;
using ThiDua.Web.Features.Shared;

namespace ThiDua.Web.Features.Covenants;

/// <summary>Ký: the text that was read, and the password or the code of the app; or, for a clerk, the paper that the head signed.</summary>
public sealed record SignForm
{
    public const string NotSeen = "Mở lại trang ký, đọc nội dung rồi ký.";

    /// <summary>The SHA-256 of the text that was shown.</summary>
    public string? Seen { get; init; }

    public string? Password { get; init; }

    public string? AppCode { get; init; }

    public PaperForm Paper { get; init; } = new();

    public sealed class Validator : AbstractValidator<SignForm>
    {
        public Validator()
        {
            RuleFor(form => form.Seen).NotEmpty().WithMessage(NotSeen);
            RuleFor(form => form.Password).MaximumLength(200).WithMessage("Mật khẩu tối đa 200 ký tự.");
            RuleFor(form => form.AppCode).MaximumLength(40).WithMessage("Mã gồm 6 chữ số, mã khôi phục gồm 10 ký tự.");
            RuleFor(form => form.Paper).SetValidator(new PaperForm.Validator());
        }
    }
}

/// <summary>A unit's own page that came back signed.</summary>
public sealed record CirculationForm
{
    public string? Seen { get; init; }

    /// <summary>The unit whose page it is; the own one where the person may record no other.</summary>
    public int? UnitId { get; init; }

    public string? Signatory { get; init; }

    public string? Office { get; init; }

    public DateOnly? SignedOn { get; init; }

    public IFormFile? File { get; init; }

    public sealed class Validator : AbstractValidator<CirculationForm>
    {
        public Validator()
        {
            RuleFor(form => form.Seen).NotEmpty().WithMessage(SignForm.NotSeen);
            RuleFor(form => form.UnitId).NotNull().WithMessage("Chọn đơn vị.");
            RuleFor(form => form.Signatory).NotEmpty().WithMessage("Nhập họ tên người ký.").MaximumLength(100).WithMessage("Họ tên tối đa 100 ký tự.");
            RuleFor(form => form.Office).NotEmpty().WithMessage("Nhập chức vụ người ký.").MaximumLength(200).WithMessage("Chức vụ tối đa 200 ký tự.");
            RuleFor(form => form.SignedOn).NotNull().WithMessage("Nhập ngày ký.");
            RuleFor(form => form.File).NotNull().WithMessage("Chọn tệp trang ký.");
        }
    }
}

/// <summary>The ceremony: one scan, the day, and who signed.</summary>
public sealed record CeremonyForm
{
    public string? Seen { get; init; }

    public DateOnly? SignedOn { get; init; }

    public IFormFile? File { get; init; }

    public List<Line> Units { get; init; } = [];

    /// <summary>A unit, ticked where it signed.</summary>
    public sealed record Line
    {
        public int UnitId { get; init; }

        public bool HasSigned { get; init; }

        public string? Signatory { get; init; }

        public string? Office { get; init; }
    }

    public IReadOnlyDictionary<int, SignedBy> ToSigned(int? fileId) =>
        Units.Where(line => line.HasSigned).DistinctBy(line => line.UnitId).ToDictionary(line => line.UnitId, line => new SignedBy(line.Signatory, line.Office!, SignedOn!.Value, fileId));

    public sealed class Validator : AbstractValidator<CeremonyForm>
    {
        public Validator()
        {
            RuleFor(form => form.Seen).NotEmpty().WithMessage(SignForm.NotSeen);
            RuleFor(form => form.SignedOn).NotNull().WithMessage("Nhập ngày ký.");
            RuleFor(form => form.File).NotNull().WithMessage("Chọn bản quét giao ước đã ký.");
            RuleForEach(form => form.Units).ChildRules(line =>
            {
                line.RuleFor(row => row.Signatory).MaximumLength(100).WithMessage("Họ tên tối đa 100 ký tự.");
                line.RuleFor(row => row.Office).NotEmpty().When(row => row.HasSigned).WithMessage("Nhập chức vụ người ký.").MaximumLength(200).WithMessage("Chức vụ tối đa 200 ký tự.");
            });
        }
    }
}
