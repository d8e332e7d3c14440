using FluentValidation;
using ThiDua.Domain;
using ThiDua.Domain.Covenants;
using ThiDua.Web.Features.Shared;
using ThiDua.Web.Files;

namespace ThiDua.Web.Features.Covenants;

/// <summary>What is typed of a covenant.</summary>
public record CovenantForm
{
    public string? Title { get; init; }

    public string? Preamble { get; init; }

    /// <summary>One a line, in their order.</summary>
    public string? Commitments { get; init; }

    public string? Witness { get; init; }

    public DateOnly? SignBy { get; init; }

    public string? Occasion { get; init; }

    public CovenantTerms ToTerms() => new(Title!) { Preamble = Preamble, Commitments = TypedLines.Of(Commitments), Witness = Witness, SignBy = SignBy, Occasion = Occasion };

    /// <summary>The rules of its fields.</summary>
    public static void Rules<T>(AbstractValidator<T> validator)
        where T : CovenantForm
    {
        validator.RuleFor(form => form.Title).NotEmpty().WithMessage("Nhập tên giao ước.").MaximumLength(1000).WithMessage("Tên giao ước tối đa 1.000 ký tự.");
        validator.RuleFor(form => form.Preamble).MaximumLength(50_000).WithMessage("Lời mở đầu tối đa 50.000 ký tự.");
        validator.RuleFor(form => form.Commitments).Must(typed => TypedLines.Of(typed).Count <= 100).WithMessage("Nhiều nhất 100 nội dung cam kết.")
            .Must(typed => TypedLines.Of(typed).All(line => line.Length <= 2000)).WithMessage("Mỗi nội dung cam kết tối đa 2.000 ký tự.");
        validator.RuleFor(form => form.Witness).Must(typed => TypedLines.Of(typed).Count <= 4).WithMessage("Dòng chứng kiến có nhiều nhất 4 dòng.")
            .Must(typed => TypedLines.Of(typed).All(line => line.Length <= 200)).WithMessage("Mỗi dòng tối đa 200 ký tự.");
        validator.RuleFor(form => form.Occasion).MaximumLength(400).WithMessage("Nơi ký, dịp ký tối đa 400 ký tự.");
    }
}

/// <summary>A new covenant; for this year or the next.</summary>
public sealed record NewCovenantForm : CovenantForm
{
    public int? ForYear { get; init; }

    public sealed class Validator : AbstractValidator<NewCovenantForm>
    {
        public Validator()
        {
            Rules(this);
            RuleFor(form => form.ForYear).NotNull().WithMessage("Chọn năm của giao ước.");
        }
    }
}

/// <summary>A covenant to be changed, with the version that the person saw and how many signatures they agreed to lose.</summary>
public sealed record ChangedCovenantForm : CovenantForm
{
    public int Version { get; init; }

    /// <summary>Confirmed by its tick: as many signatures as the page told.</summary>
    public int? Lost { get; init; }

    public static ChangedCovenantForm Of(Covenant covenant) => new()
    {
        Version = covenant.Version,
        Title = covenant.Title,
        Preamble = covenant.Preamble,
        Commitments = string.Join('\n', covenant.Commitments),
        Witness = covenant.Witness,
        SignBy = covenant.SignBy,
        Occasion = covenant.Occasion,
    };

    public sealed class Validator : AbstractValidator<ChangedCovenantForm>
    {
        public Validator() => Rules(this);
    }
}

/// <summary>A step with the version that the person saw, a reason, and the signed paper it is recorded from.</summary>
public sealed record CovenantStepForm
{
    public int Version { get; init; }

    public string? Reason { get; init; }

    public PaperForm Paper { get; init; } = new();

    public async Task<StepNote> ToNote(FileStore files, DateTime at, CancellationToken cancellationToken) =>
        new(at, Text.Clean(Reason), Paper.ToPaper((await files.Receive(Paper.Scan, "Paper.Scan", cancellationToken))?.Id));

    public sealed class Validator : AbstractValidator<CovenantStepForm>
    {
        public Validator()
        {
            RuleFor(form => form.Reason).MaximumLength(2000).WithMessage("Tối đa 2.000 ký tự.");
            RuleFor(form => form.Paper).SetValidator(new PaperForm.Validator());
        }
    }
}

/// <summary>Putting a draft up for signatures.</summary>
public sealed record OpenSigningForm
{
    public int Version { get; init; }

    public sealed class Validator : AbstractValidator<OpenSigningForm>;
}
