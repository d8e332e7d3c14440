using FluentValidation;
using ThiDua.Domain;
using ThiDua.Domain.Planning;
using ThiDua.Domain.Planning.FromPaper;
using ThiDua.Web.Features.Shared;

namespace ThiDua.Web.Features.Plans;

/// <summary>A text to make a plan of: pasted, or a Word file.</summary>
public sealed record BringPaperForm
{
    public string? Text { get; init; }

    public IFormFile? File { get; init; }

    public sealed class Validator : AbstractValidator<BringPaperForm>
    {
        public Validator()
        {
            RuleFor(form => form.Text).Must((form, text) => !string.IsNullOrWhiteSpace(text) || form.File is not null).WithMessage("Dán nội dung văn bản hoặc chọn một tệp Word (.docx).")
                .Must((form, text) => string.IsNullOrWhiteSpace(text) || form.File is null).WithMessage("Chỉ chọn một cách: dán nội dung, hoặc tải tệp lên.")
                .Must(text => text is null || text.Length <= PaperText.Longest).WithMessage("Văn bản dài quá 1.000.000 ký tự, không phải một kế hoạch. Chỉ dán phần kế hoạch.");
        }
    }
}

/// <summary>Whether a proposal is taken over.</summary>
public abstract record PaperChoice
{
    public bool Take { get; init; }
}

/// <summary>A legal basis as corrected.</summary>
public sealed record PaperBasisChoice : PaperChoice
{
    public BasisOpening Opening { get; init; }

    public string? Kind { get; init; }

    public string? Number { get; init; }

    public DateOnly? IssuedOn { get; init; }

    public string? Issuer { get; init; }

    public string? Abstract { get; init; }

    public BasisDescription ToDescription() => new(Opening, Kind!) { Number = Number, IssuedOn = IssuedOn, Issuer = Issuer, Abstract = Abstract };

    public sealed class Validator : AbstractValidator<PaperBasisChoice>
    {
        public Validator() => When(choice => choice.Take, () =>
        {
            RuleFor(choice => choice.Opening).IsInEnum().WithMessage("Chọn từ mở đầu.");
            RuleFor(choice => choice.Kind).NotEmpty().WithMessage("Nhập loại văn bản.").MaximumLength(100).WithMessage("Loại văn bản tối đa 100 ký tự.");
            RuleFor(choice => choice.Number).MaximumLength(60).WithMessage("Số, ký hiệu tối đa 60 ký tự.");
            RuleFor(choice => choice.Issuer).MaximumLength(200).WithMessage("Tên cơ quan tối đa 200 ký tự.");
            RuleFor(choice => choice.Abstract).MaximumLength(1000).WithMessage("Trích yếu tối đa 1.000 ký tự.")
                .Must((choice, text) => Text.Clean(text) is not null || Text.Clean(choice.Number) is not null).WithMessage("Nhập số, ký hiệu hoặc trích yếu để biết là văn bản nào.");
        });
    }
}

/// <summary>A section as corrected.</summary>
public sealed record PaperSectionChoice : PaperChoice
{
    public string? Title { get; init; }

    public string? Body { get; init; }

    public sealed class Validator : AbstractValidator<PaperSectionChoice>
    {
        public Validator() => When(choice => choice.Take, () =>
        {
            RuleFor(choice => choice.Title).MaximumLength(2000).WithMessage("Tiêu đề tối đa 2.000 ký tự.")
                .Must((choice, title) => Text.Clean(title) is not null || Text.Clean(choice.Body) is not null).WithMessage("Nhập tiêu đề hoặc nội dung của mục.");
            RuleFor(choice => choice.Body).MaximumLength(100_000).WithMessage("Nội dung một mục tối đa 100.000 ký tự.");
        });
    }
}

/// <summary>A date as corrected: a deadline or a conference, its name and when.</summary>
public sealed record PaperDateChoice : PaperChoice
{
    /// <summary>Where in the text it stands.</summary>
    public int Offset { get; init; }

    public ProposedKind Kind { get; init; }

    public string? Name { get; init; }

    public string? When { get; init; }

    public sealed class Validator : AbstractValidator<PaperDateChoice>
    {
        public Validator() => When(choice => choice.Take, () =>
        {
            RuleFor(choice => choice.Kind).IsInEnum().WithMessage("Chọn thời hạn hoặc hội nghị.");
            RuleFor(choice => choice.Name).NotEmpty().WithMessage("Nhập tên việc.").MaximumLength(400).WithMessage("Tối đa 400 ký tự.");
            RuleFor(choice => choice.When).NotEmpty().WithMessage("Nhập thời gian. Viết như: trước ngày 10/7/2020; dự kiến tháng 7/2020.").MustBeADate();
        });
    }
}

/// <summary>What is taken over of a paper.</summary>
public sealed record TakePaperForm
{
    public int Version { get; init; }

    public string? Abstract { get; init; }

    public string? Preamble { get; init; }

    public string? Recipients { get; init; }

    public string? SignatoryLines { get; init; }

    /// <summary>How many years the years in all that is taken move on.</summary>
    public int YearsOn { get; init; }

    public List<PaperBasisChoice> Bases { get; init; } = [];

    public List<PaperSectionChoice> Sections { get; init; } = [];

    public List<PaperDateChoice> Dates { get; init; } = [];

    public sealed class Validator : AbstractValidator<TakePaperForm>
    {
        public Validator()
        {
            PlanTermsForm.AbstractRule(RuleFor(form => form.Abstract));
            RuleFor(form => form.Preamble).MaximumLength(20_000).WithMessage("Lời dẫn tối đa 20.000 ký tự.");
            RuleFor(form => form.Recipients).Must(PlanTermsForm.HasShortLines).WithMessage("Mỗi dòng nơi nhận tối đa 400 ký tự.");
            RuleFor(form => form.SignatoryLines).Must(typed => TypedLines.Of(typed).Count <= 4).WithMessage("Phần ký có nhiều nhất 4 dòng.").Must(PlanTermsForm.HasShortLines).WithMessage("Mỗi dòng của phần ký tối đa 400 ký tự.");
            RuleFor(form => form.YearsOn).InclusiveBetween(0, 20).WithMessage("Chuyển các năm thêm từ 0 đến 20 năm.");
            RuleForEach(form => form.Bases).SetValidator(new PaperBasisChoice.Validator());
            RuleForEach(form => form.Sections).SetValidator(new PaperSectionChoice.Validator());
            RuleForEach(form => form.Dates).SetValidator(new PaperDateChoice.Validator());
            RuleFor(form => form.Sections).Must(sections => sections.Exists(section => section.Take)).WithMessage("Chọn ít nhất một mục để lập dự thảo.");
        }
    }
}
