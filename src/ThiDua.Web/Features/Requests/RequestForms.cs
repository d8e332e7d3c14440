using FluentValidation;
using ThiDua.Domain;
using ThiDua.Domain.Planning.Requests;
using ThiDua.Web.Features.Shared;
using ThiDua.Web.Files;

namespace ThiDua.Web.Features.Requests;

/// <summary>The beginning of a letter to the authority: which text, and what is asked.</summary>
public sealed record StartRequestForm
{
    /// <summary>The text by its key: "Plan-7".</summary>
    public string? About { get; init; }

    public RequestManner? Manner { get; init; }

    public sealed class Validator : AbstractValidator<StartRequestForm>
    {
        public Validator()
        {
            RuleFor(form => form.About).NotEmpty().WithMessage("Chọn văn bản cần gửi.");
            RuleFor(form => form.Manner).NotNull().WithMessage("Chọn cách gửi.").IsInEnum().WithMessage("Chọn cách gửi.");
        }
    }
}

/// <summary>What is typed of the letter, with the version that the person saw.</summary>
public sealed record RequestForm
{
    public int Version { get; init; }

    /// <summary>One a line.</summary>
    public string? Addressees { get; init; }

    public string? Abstract { get; init; }

    public string? Body { get; init; }

    public RequestTerms ToTerms() => new(Abstract!, Body!) { Addressees = TypedLines.Of(Addressees) };

    public static RequestForm Of(AuthorityRequest request) => new() { Version = request.Version, Addressees = string.Join('\n', request.Addressees), Abstract = request.Abstract, Body = request.Body };

    public sealed class Validator : AbstractValidator<RequestForm>
    {
        public Validator()
        {
            RuleFor(form => form.Addressees).Must(typed => TypedLines.Of(typed).Count > 0).WithMessage("Ghi nơi kính gửi, mỗi dòng một cơ quan.")
                .Must(typed => TypedLines.Of(typed).Count <= 10).WithMessage("Kính gửi nhiều nhất 10 cơ quan.")
                .Must(typed => TypedLines.Of(typed).All(line => line.Length <= 300)).WithMessage("Mỗi dòng tối đa 300 ký tự.");
            RuleFor(form => form.Abstract).NotEmpty().WithMessage("Nhập trích yếu của văn bản.").MaximumLength(1000).WithMessage("Trích yếu tối đa 1.000 ký tự.");
            RuleFor(form => form.Body).NotEmpty().WithMessage("Nhập nội dung văn bản gửi.").MaximumLength(50_000).WithMessage("Nội dung tối đa 50.000 ký tự.");
        }
    }
}

/// <summary>Trình ký, with the version that the person saw, and which enclosed text.</summary>
public sealed record SubmitRequestForm
{
    public int Version { get; init; }

    /// <summary>See <see cref="RequestPage.EnclosedSeen"/>.</summary>
    public string? Seen { get; init; }

    public sealed class Validator : AbstractValidator<SubmitRequestForm>;
}

/// <summary>A step of one button, with the version that the person saw.</summary>
public sealed record RequestButtonForm
{
    public int Version { get; init; }

    public sealed class Validator : AbstractValidator<RequestButtonForm>;
}

/// <summary>Giving up a draft, or withdrawing what was sent.</summary>
public sealed record EndRequestForm
{
    public int Version { get; init; }

    public string? Reason { get; init; }

    public sealed class Validator : AbstractValidator<EndRequestForm>
    {
        public Validator() => RuleFor(form => form.Reason).NotEmpty().WithMessage("Nêu lý do.").MaximumLength(2000).WithMessage("Lý do tối đa 2.000 ký tự.");
    }
}

/// <summary>What was signed and sent outside the portal: number, date, signatory, scan.</summary>
public sealed record RecordSentForm
{
    public int Version { get; init; }

    /// <summary>See <see cref="RequestPage.EnclosedSeen"/>.</summary>
    public string? Seen { get; init; }

    public PaperForm Paper { get; init; } = new();

    public async Task<SignedPaper?> ToPaper(FileStore files, CancellationToken cancellationToken) => Paper.ToPaper((await files.Receive(Paper.Scan, "Paper.Scan", cancellationToken))?.Id);

    public sealed class Validator : AbstractValidator<RecordSentForm>
    {
        public Validator()
        {
            RuleFor(form => form.Paper).Must(paper => paper.IsFilled).WithMessage("Nhập số, ký hiệu văn bản đã gửi.").OverridePropertyName("Paper.Number");
            RuleFor(form => form.Paper).SetValidator(new PaperForm.Validator());
        }
    }
}

/// <summary>The authority's answer: which, in which words, by which document.</summary>
public sealed record AnswerForm
{
    public int Version { get; init; }

    public RequestStep? Answer { get; init; }

    public string? Reason { get; init; }

    public PaperForm Paper { get; init; } = new();

    public async Task<StepNote> ToNote(FileStore files, DateTime at, CancellationToken cancellationToken) =>
        new(at, Text.Clean(Reason), Paper.ToPaper((await files.Receive(Paper.Scan, "Paper.Scan", cancellationToken))?.Id));

    public sealed class Validator : AbstractValidator<AnswerForm>
    {
        public Validator()
        {
            RuleFor(form => form.Answer).NotNull().WithMessage("Chọn cách trả lời.").IsInEnum().WithMessage("Chọn cách trả lời.");
            RuleFor(form => form.Reason).MaximumLength(4000).WithMessage("Nội dung trả lời tối đa 4.000 ký tự.");
            RuleFor(form => form.Paper).SetValidator(new PaperForm.Validator());
        }
    }
}
