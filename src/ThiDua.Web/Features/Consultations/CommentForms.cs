using FluentValidation;
using ThiDua.Domain.Planning.Consultations;
using ThiDua.Web.Features.Shared;

namespace ThiDua.Web.Features.Consultations;

/// <summary>What is written in a comment.</summary>
public abstract record WrittenComment
{
    public string? Quote { get; init; }

    public string? Text { get; init; }

    public CommentText ToText() => new(Quote, Text);

    /// <summary>The rules of a comment's fields.</summary>
    public static void Rules<T>(AbstractValidator<T> validator)
        where T : WrittenComment
    {
        validator.RuleFor(form => form.Text).NotEmpty().WithMessage("Nhập nội dung góp ý.").MaximumLength(10_000).WithMessage("Nội dung góp ý tối đa 10.000 ký tự.");
        validator.RuleFor(form => form.Quote).MaximumLength(2000).WithMessage("Câu trích tối đa 2.000 ký tự.");
    }
}

/// <summary>A new comment on a section or criterion, or (none) on the text as a whole; the key makes one of what is sent twice.</summary>
public sealed record CommentForm : WrittenComment
{
    public int? PartId { get; init; }

    public string? Key { get; init; }

    public sealed class Validator : AbstractValidator<CommentForm>
    {
        public Validator()
        {
            Rules(this);
            RuleFor(form => form.Key).NotEmpty().MaximumLength(40).WithMessage("Mở lại trang rồi nhập ý kiến.");
        }
    }
}

/// <summary>A comment written anew.</summary>
public sealed record ChangedCommentForm : WrittenComment
{
    public int Version { get; init; }

    public sealed class Validator : AbstractValidator<ChangedCommentForm>
    {
        public Validator() => Rules(this);
    }
}

/// <summary>Takes a comment back.</summary>
public sealed record WithdrawCommentForm
{
    public int Version { get; init; }

    public sealed class Validator : AbstractValidator<WithdrawCommentForm>;
}

/// <summary>The leader's answer to a comment.</summary>
public sealed record AnswerForm
{
    public int Version { get; init; }

    public CommentResponse? Response { get; init; }

    public string? Answer { get; init; }

    public sealed class Validator : AbstractValidator<AnswerForm>
    {
        public Validator()
        {
            RuleFor(form => form.Response).NotNull().WithMessage("Chọn tiếp thu, tiếp thu một phần hoặc giải trình.").IsInEnum().WithMessage("Chọn tiếp thu, tiếp thu một phần hoặc giải trình.");
            RuleFor(form => form.Answer).MaximumLength(10_000).WithMessage("Nội dung trả lời tối đa 10.000 ký tự.");
        }
    }
}

/// <summary>What a unit answers to the round as a whole.</summary>
public sealed record ReplyForm
{
    public int Version { get; init; }

    public UnitReply? Reply { get; init; }

    public string? Note { get; init; }

    public PaperForm Paper { get; init; } = new();

    public sealed class Validator : AbstractValidator<ReplyForm>
    {
        public Validator()
        {
            RuleFor(form => form.Reply).NotNull().WithMessage("Chọn ý kiến của đơn vị.").IsInEnum().WithMessage("Chọn ý kiến của đơn vị.");
            RuleFor(form => form.Note).MaximumLength(2000).WithMessage("Tối đa 2.000 ký tự.");
            RuleFor(form => form.Paper).SetValidator(new PaperForm.Validator());
        }
    }
}
