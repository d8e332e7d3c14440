using FluentValidation;
using ThiDua.Domain.Planning;
using ThiDua.Web.Features.Shared;

namespace ThiDua.Web.Features.Plans;

/// <summary>A structured block as typed: its section, and whether the text of the section tells it already.</summary>
public abstract record BlockForm
{
    public int Version { get; init; }

    public int? SectionId { get; init; }

    public bool IsInText { get; init; }

    /// <summary>The clean content; a date that cannot be understood is a RuleViolation at its field.</summary>
    public abstract BlockContent ToContent();

    /// <summary>The form that holds this block.</summary>
    public static BlockForm Of(PlanBlock block) => block.Content switch
    {
        ConferenceContent conference => ConferenceForm.Of(conference) with { Version = block.Version, SectionId = block.SectionId, IsInText = block.IsInText },
        DeadlineContent deadline => DeadlineForm.Of(deadline) with { Version = block.Version, SectionId = block.SectionId, IsInText = block.IsInText },
        AssignmentContent assignment => AssignmentForm.Of(assignment) with { Version = block.Version, SectionId = block.SectionId, IsInText = block.IsInText },
        _ => throw new NotSupportedException(block.Content.GetType().Name),
    };

    /// <summary>The rules that every kind has.</summary>
    public abstract class Rules<T> : AbstractValidator<T>
        where T : BlockForm
    {
        private const int LongestText = 400;

        protected Rules() => RuleFor(form => form.SectionId).NotNull().WithMessage("Chọn mục của kế hoạch.");

        protected void When(System.Linq.Expressions.Expression<Func<T, string?>> when, bool isRequired)
        {
            var rule = RuleFor(when);
            if (isRequired)
            {
                rule.NotEmpty().WithMessage("Nhập thời hạn, ví dụ: trước ngày 10/7/2020; đến hết ngày 25/01/2021; cuối tháng 12.");
            }

            rule.MaximumLength(200).WithMessage("Thời gian tối đa 200 ký tự.").MustBeADate();
        }

        protected void Brief(System.Linq.Expressions.Expression<Func<T, string?>> text) => RuleFor(text).MaximumLength(LongestText).WithMessage($"Tối đa {LongestText} ký tự.");

        protected void Lines(System.Linq.Expressions.Expression<Func<T, string?>> text) => RuleFor(text)
            .Must(typed => TypedLines.Of(typed).Count <= 60).WithMessage("Có nhiều nhất 60 dòng.")
            .Must(typed => TypedLines.Of(typed).All(line => line.Length <= 1000)).WithMessage("Mỗi dòng tối đa 1.000 ký tự.");
    }
}
