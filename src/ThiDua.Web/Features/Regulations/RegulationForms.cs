using FluentValidation;
using ThiDua.Domain.Regulations;
using ThiDua.Web.Features.Shared;
using ThiDua.Web.Features.Shared.Regulations;

namespace ThiDua.Web.Features.Regulations;

/// <summary>What every form of a regulation holds: its name, text, parameters and the days of its force.</summary>
public record RegulationForm
{
    public string? Title { get; init; }

    public string? Text { get; init; }

    public DateOnly? FromOn { get; init; }

    public DateOnly? ToOn { get; init; }

    public ParametersForm Parameters { get; init; } = new();

    public virtual RegulationTerms ToTerms() => new(Title!, Parameters.ToParameters()) { Text = Text, FromOn = FromOn, ToOn = ToOn };

    /// <summary>The rules of its fields.</summary>
    public static void Rules<T>(AbstractValidator<T> validator)
        where T : RegulationForm
    {
        validator.RuleFor(form => form.Title).NotEmpty().WithMessage("Nhập tên quy chế.").MaximumLength(900).WithMessage("Tên quy chế tối đa 900 ký tự.");
        validator.RuleFor(form => form.Text).MaximumLength(200_000).WithMessage("Nội dung tối đa 200.000 ký tự.");
        validator.RuleFor(form => form.ToOn).Must((form, to) => to is null || form.FromOn is null || form.FromOn <= to).WithMessage("Ngày hết hiệu lực không được trước ngày có hiệu lực.");
        validator.RuleFor(form => form.Parameters).SetValidator(new ParametersForm.Validator());
    }
}

/// <summary>A draft: with the decision's legal bases, recipients and signature, and the version that the person saw.</summary>
public sealed record DraftForm : RegulationForm
{
    private const int LongestLine = 1000;

    public int Version { get; init; }

    /// <summary>One a line.</summary>
    public string? Bases { get; init; }

    /// <summary>One a line.</summary>
    public string? Recipients { get; init; }

    public string? Archive { get; init; }

    /// <summary>One a line.</summary>
    public string? SignatoryLines { get; init; }

    public string? Signatory { get; init; }

    public override RegulationTerms ToTerms() => base.ToTerms() with { Bases = TypedLines.Of(Bases), Recipients = TypedLines.Of(Recipients), Archive = Archive, SignatoryLines = TypedLines.Of(SignatoryLines), Signatory = Signatory };

    public static DraftForm Of(RegulationTerms terms, int version) => new()
    {
        Version = version,
        Title = terms.Title,
        Text = terms.Text,
        FromOn = terms.FromOn,
        ToOn = terms.ToOn,
        Parameters = ParametersForm.Of(terms.Parameters),
        Bases = string.Join('\n', terms.Bases),
        Recipients = string.Join('\n', terms.Recipients),
        Archive = terms.Archive,
        SignatoryLines = string.Join('\n', terms.SignatoryLines),
        Signatory = terms.Signatory,
    };

    public sealed class Validator : AbstractValidator<DraftForm>
    {
        public Validator()
        {
            Rules(this);
            RuleFor(form => form.Bases).Must(HasShortLines).WithMessage($"Mỗi căn cứ tối đa {LongestLine} ký tự.");
            RuleFor(form => form.Recipients).Must(HasShortLines).WithMessage($"Mỗi dòng nơi nhận tối đa {LongestLine} ký tự.");
            RuleFor(form => form.Archive).MaximumLength(200).WithMessage("Nơi lưu tối đa 200 ký tự.");
            RuleFor(form => form.SignatoryLines).Must(typed => TypedLines.Of(typed).Count <= 4).WithMessage("Phần ký có nhiều nhất 4 dòng.").Must(HasShortLines).WithMessage($"Mỗi dòng tối đa {LongestLine} ký tự.");
            RuleFor(form => form.Signatory).MaximumLength(100).WithMessage("Họ tên tối đa 100 ký tự.");
        }

        private static bool HasShortLines(string? typed) => TypedLines.Of(typed).All(line => line.Length <= LongestLine);
    }
}

/// <summary>A signed regulation to be recorded: its decision by number, date and issuer, and the scan.</summary>
public sealed record RecordForm : RegulationForm
{
    public DocumentForm Document { get; init; } = new();

    public IFormFile? Scan { get; init; }

    public sealed class Validator : AbstractValidator<RecordForm>
    {
        public Validator()
        {
            Rules(this);
            RuleFor(form => form.Document).SetValidator(new DocumentForm.Validator());
        }
    }
}

/// <summary>A step of a draft, with the version that the person saw, and a reason where one is needed.</summary>
public sealed record RegulationStepForm
{
    public int Version { get; init; }

    public string? Reason { get; init; }

    public sealed class Validator : AbstractValidator<RegulationStepForm>
    {
        public Validator() => RuleFor(form => form.Reason).MaximumLength(2000).WithMessage("Tối đa 2.000 ký tự.");
    }
}

/// <summary>A departure of the year from the regulation, by its document.</summary>
public sealed record YearParametersForm
{
    public int Version { get; init; }

    public ParametersForm Parameters { get; init; } = new();

    public DocumentForm Document { get; init; } = new();

    public sealed class Validator : AbstractValidator<YearParametersForm>
    {
        public Validator()
        {
            RuleFor(form => form.Parameters).SetValidator(new ParametersForm.Validator());
            RuleFor(form => form.Document).SetValidator(new DocumentForm.Validator());
        }
    }
}

/// <summary>The regulation that the year takes over, with the version of the year that the person saw.</summary>
public sealed record TakeRegulationForm
{
    public int Version { get; init; }

    public int? RegulationId { get; init; }

    public sealed class Validator : AbstractValidator<TakeRegulationForm>
    {
        public Validator() => RuleFor(form => form.RegulationId).NotNull().WithMessage("Chọn Quy chế.");
    }
}
