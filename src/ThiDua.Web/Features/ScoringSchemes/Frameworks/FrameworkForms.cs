using FluentValidation;
using ThiDua.Domain;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Features.Shared;

namespace ThiDua.Web.Features.ScoringSchemes.Frameworks;

/// <summary>A new framework: for whom it is, and what its rows are copied from.</summary>
public sealed record NewFrameworkForm
{
    public int? Year { get; init; }

    public ClusterKind? Kind { get; init; }

    public ClusterLevel? Level { get; init; }

    public string? Title { get; init; }

    /// <summary>Empty: that of the source.</summary>
    public decimal? ContentTotal { get; init; }

    public string? Source { get; init; }

    public sealed class Validator : AbstractValidator<NewFrameworkForm>
    {
        public Validator()
        {
            RuleFor(form => form.Year).NotNull().WithMessage("Nhập năm.").InclusiveBetween(2000, 2100).WithMessage("Năm phải từ 2000 đến 2100.");
            RuleFor(form => form.Kind).IsInEnum().WithMessage("Chọn cụm hay khối.");
            RuleFor(form => form.Level).IsInEnum().WithMessage("Chọn cấp.");
            FrameworkForm.TitleRule(RuleFor(form => form.Title));
            FrameworkForm.TotalRule(RuleFor(form => form.ContentTotal));
        }
    }
}

/// <summary>The whole table of a draft, with the version that the person saw.</summary>
public sealed record FrameworkForm
{
    public int Version { get; init; }

    public string? Title { get; init; }

    public decimal? ContentTotal { get; init; }

    public List<FrameworkRowFields> Rows { get; init; } = [];

    internal static void TitleRule<T>(IRuleBuilder<T, string?> title) =>
        title.NotEmpty().WithMessage("Nhập tên bảng điểm khung.").MaximumLength(400).WithMessage("Tên tối đa 400 ký tự.");

    internal static void TotalRule<T>(IRuleBuilder<T, decimal?> total) =>
        total.InclusiveBetween(0.01m, 1_000_000).WithMessage("Tổng điểm nội dung phải lớn hơn 0 và không quá 1.000.000.")
            .Must(value => value is null || Math.Round(value.Value, 2) == value).WithMessage("Tổng điểm nội dung có tối đa 2 chữ số sau dấu phẩy.");

    public sealed class Validator : AbstractValidator<FrameworkForm>
    {
        public Validator()
        {
            TitleRule(RuleFor(form => form.Title));
            RuleFor(form => form.ContentTotal).NotNull().WithMessage("Nhập tổng điểm nội dung.");
            TotalRule(RuleFor(form => form.ContentTotal));
            RuleFor(form => form.Rows).Must(rows => rows.Count <= SchemeTable.Most).WithMessage($"Bảng có tối đa {SchemeTable.Most} dòng.");
            RuleForEach(form => form.Rows).SetValidator(new FrameworkRowFields.Validator());
        }
    }
}

/// <summary>One row of the table as typed.</summary>
public sealed record FrameworkRowFields
{
    public int Id { get; init; }

    public string? Name { get; init; }

    public decimal? Max { get; init; }

    /// <summary>Empty for suggestions, which are neither.</summary>
    public FrameworkPart? Part { get; init; }

    public bool IsRemoved { get; init; }

    public FrameworkEdit ToEdit() => new(Id, Name!, Max, Part, IsRemoved);

    public sealed class Validator : AbstractValidator<FrameworkRowFields>
    {
        public Validator()
        {
            CriterionForm.NameRule(RuleFor(row => row.Name));
            CriterionForm.MaxRule(RuleFor(row => row.Max));
            RuleFor(row => row.Part).IsInEnum().WithMessage("Chọn khóa hay tự xây dựng.");
        }
    }
}

/// <summary>A section that the clusters fill.</summary>
public sealed record FreeSectionForm
{
    public int Version { get; init; }

    /// <summary>The section that it stands in; empty: at the top.</summary>
    public string? Below { get; init; }

    public string? Code { get; init; }

    public string? Name { get; init; }

    public decimal? Max { get; init; }

    /// <summary>Only at the top.</summary>
    public CriterionKind? Kind { get; init; }

    public CriterionDescription ToDescription() => new(Code!, Name!, Kind ?? CriterionKind.Normal, Max, null);

    public sealed class Validator : AbstractValidator<FreeSectionForm>
    {
        public Validator()
        {
            RuleFor(form => form.Code).NotEmpty().WithMessage("Nhập số thứ tự, ví dụ IV.").MaximumLength(40).WithMessage("Số thứ tự tối đa 40 ký tự.");
            CriterionForm.NameRule(RuleFor(form => form.Name));
            CriterionForm.MaxRule(RuleFor(form => form.Max));
            RuleFor(form => form.Kind).IsInEnum().WithMessage("Chọn loại.");
            RuleFor(form => form.Below).MaximumLength(40).WithMessage("Chọn mục trong danh sách.");
        }
    }
}

/// <summary>A step of one button, with the version that the person saw.</summary>
public sealed record DropFrameworkForm
{
    public int Version { get; init; }

    public sealed class Validator : AbstractValidator<DropFrameworkForm>
    {
        public Validator() => RuleFor(form => form.Version).GreaterThanOrEqualTo(-1).WithMessage("Mở lại trang rồi thực hiện.");
    }
}

/// <summary>The document that issues or withdraws a framework; a clerk records it from signed paper and says who signed.</summary>
public sealed record FrameworkDocumentForm
{
    public int Version { get; init; }

    public DocumentForm Document { get; init; } = new();

    public string? Signatory { get; init; }

    public string? SignatoryOffice { get; init; }

    public IFormFile? Scan { get; init; }

    public bool IsConfirmed { get; init; }

    public SignedPaper? ToPaper(int? scanId) => Text.Clean(Signatory) is { } signatory ? new(Text.Clean(Document.Number)!, Document.IssuedOn!.Value, signatory, Text.Clean(SignatoryOffice)!, scanId) : null;

    public sealed class Validator : AbstractValidator<FrameworkDocumentForm>
    {
        public Validator()
        {
            RuleFor(form => form.Document).SetValidator(new DocumentForm.Validator());
            RuleFor(form => form.Signatory).MaximumLength(100).WithMessage("Họ tên tối đa 100 ký tự.");
            RuleFor(form => form.Signatory).NotEmpty().When(form => Text.Clean(form.SignatoryOffice) is not null).WithMessage("Nhập họ tên người ký.");
            RuleFor(form => form.SignatoryOffice).MaximumLength(200).WithMessage("Chức vụ tối đa 200 ký tự.");
            RuleFor(form => form.SignatoryOffice).NotEmpty().When(form => Text.Clean(form.Signatory) is not null).WithMessage("Nhập chức vụ người ký.");
            RuleFor(form => form.IsConfirmed).Equal(true).WithMessage("Đánh dấu xác nhận trước khi thực hiện.");
        }
    }
}
