using FluentValidation;
using ThiDua.Domain;
using ThiDua.Domain.Planning;
using ThiDua.Web.Features.Shared;

namespace ThiDua.Web.Features.Plans;

/// <summary>A new plan: with the outline of its purpose, or from another one by its id, whose purpose it keeps.</summary>
public sealed record StartPlanForm
{
    public int? Source { get; init; }

    public PlanPurpose? Purpose { get; init; }

    /// <summary>The conference of the issued yearly plan that it is for, by the id of its block.</summary>
    public int? ConferenceId { get; init; }

    public string? Abstract { get; init; }

    public sealed class Validator : AbstractValidator<StartPlanForm>
    {
        public Validator()
        {
            PlanTermsForm.AbstractRule(RuleFor(form => form.Abstract));
            RuleFor(form => form.Purpose).IsInEnum().WithMessage("Chọn kế hoạch để làm gì.");
        }
    }
}

/// <summary>Abstract, opening paragraph, recipients and signature of a plan.</summary>
public sealed record PlanTermsForm
{
    public int Version { get; init; }

    public string? Abstract { get; init; }

    public string? Preamble { get; init; }

    /// <summary>One a line.</summary>
    public string? Recipients { get; init; }

    public string? Archive { get; init; }

    /// <summary>One a line.</summary>
    public string? SignatoryLines { get; init; }

    public string? Signatory { get; init; }

    private const int LongestLine = 400;

    public PlanTerms ToTerms() => new(Abstract!) { Preamble = Preamble, Recipients = TypedLines.Of(Recipients), Archive = Archive, SignatoryLines = TypedLines.Of(SignatoryLines), Signatory = Signatory };

    public static PlanTermsForm Of(Plan plan) => new()
    {
        Version = plan.Version,
        Abstract = plan.Abstract,
        Preamble = plan.Preamble,
        Recipients = string.Join('\n', plan.Recipients),
        Archive = plan.Archive,
        SignatoryLines = string.Join('\n', plan.SignatoryLines),
        Signatory = plan.Signatory,
    };

    internal static void AbstractRule<T>(IRuleBuilder<T, string?> text) =>
        text.NotEmpty().WithMessage("Nhập trích yếu của kế hoạch.").MaximumLength(1000).WithMessage("Trích yếu tối đa 1.000 ký tự.");

    public sealed class Validator : AbstractValidator<PlanTermsForm>
    {
        private const int MostRecipients = 60;

        public Validator()
        {
            AbstractRule(RuleFor(form => form.Abstract));
            RuleFor(form => form.Preamble).MaximumLength(20_000).WithMessage("Lời dẫn tối đa 20.000 ký tự.");
            RuleFor(form => form.Recipients).Must(typed => TypedLines.Of(typed).Count <= MostRecipients).WithMessage($"Nơi nhận có nhiều nhất {MostRecipients} dòng.")
                .Must(HasShortLines).WithMessage($"Mỗi dòng nơi nhận tối đa {LongestLine} ký tự.");
            RuleFor(form => form.Archive).MaximumLength(200).WithMessage("Nơi lưu tối đa 200 ký tự.");
            RuleFor(form => form.SignatoryLines).Must(typed => TypedLines.Of(typed).Count <= 4).WithMessage("Phần ký có nhiều nhất 4 dòng.")
                .Must(HasShortLines).WithMessage($"Mỗi dòng của phần ký tối đa {LongestLine} ký tự.");
            RuleFor(form => form.Signatory).MaximumLength(100).WithMessage("Họ tên tối đa 100 ký tự.");
        }
    }

    internal static bool HasShortLines(string? typed) => TypedLines.Of(typed).All(line => line.Length <= LongestLine);
}

/// <summary>Title and text of a section.</summary>
public record SectionForm
{
    public string? Title { get; init; }

    public string? Body { get; init; }

    public SectionText ToText() => new(Text.Clean(Title), Text.Clean(Body));

    /// <summary>The rules of a section's fields.</summary>
    public static void Rules<T>(AbstractValidator<T> validator)
        where T : SectionForm
    {
        validator.RuleFor(form => form.Title).MaximumLength(2000).WithMessage("Tiêu đề tối đa 2.000 ký tự.")
            .Must((form, title) => Text.Clean(title) is not null || Text.Clean(form.Body) is not null).WithMessage("Nhập tiêu đề hoặc nội dung của mục.");
        validator.RuleFor(form => form.Body).MaximumLength(100_000).WithMessage("Nội dung một mục tối đa 100.000 ký tự; hãy tách thành nhiều mục.");
    }
}

/// <summary>A new section below another, or one of the first level.</summary>
public sealed record NewSectionForm : SectionForm
{
    public int? ParentId { get; init; }

    /// <summary>Whether the next one is to be typed right after.</summary>
    public bool Next { get; init; }

    public sealed class Validator : AbstractValidator<NewSectionForm>
    {
        public Validator() => Rules(this);
    }
}

/// <summary>A section to be changed, with the version that the person saw.</summary>
public sealed record ChangedSectionForm : SectionForm
{
    public int Version { get; init; }

    public static ChangedSectionForm Of(PlanSection section) => new() { Version = section.Version, Title = section.Title, Body = section.Body };

    public sealed class Validator : AbstractValidator<ChangedSectionForm>
    {
        public Validator() => Rules(this);
    }
}

/// <summary>A row to be removed as it was seen; Below: how many sections and blocks the person was told go with it.</summary>
public sealed record RemoveForm
{
    public int Version { get; init; }

    public int Below { get; init; }

    public sealed class Validator : AbstractValidator<RemoveForm>;
}

/// <summary>A legal basis as typed.</summary>
public sealed record BasisForm
{
    public int Version { get; init; }

    public BasisOpening? Opening { get; init; }

    public string? Kind { get; init; }

    public string? Number { get; init; }

    public DateOnly? IssuedOn { get; init; }

    public string? Issuer { get; init; }

    public string? Abstract { get; init; }

    /// <summary>Whether it goes into the cluster's catalogue, too.</summary>
    public bool Keep { get; init; }

    public BasisDescription ToDescription() => new(Opening!.Value, Kind!) { Number = Number, IssuedOn = IssuedOn, Issuer = Issuer, Abstract = Abstract };

    public static BasisForm Of(PlanBasis basis) => new() { Version = basis.Version, Opening = basis.Opening, Kind = basis.Kind, Number = basis.Number, IssuedOn = basis.IssuedOn, Issuer = basis.Issuer, Abstract = basis.Abstract };

    public sealed class Validator : AbstractValidator<BasisForm>
    {
        public Validator()
        {
            RuleFor(form => form.Opening).NotNull().WithMessage("Chọn từ mở đầu.").IsInEnum().WithMessage("Chọn từ mở đầu.");
            RuleFor(form => form.Kind).NotEmpty().WithMessage("Nhập loại văn bản, ví dụ Luật, Nghị định, Quyết định.").MaximumLength(100).WithMessage("Loại văn bản tối đa 100 ký tự.");
            RuleFor(form => form.Number).MaximumLength(60).WithMessage("Số, ký hiệu tối đa 60 ký tự.");
            RuleFor(form => form.Issuer).MaximumLength(200).WithMessage("Tên cơ quan tối đa 200 ký tự.");
            RuleFor(form => form.Abstract).MaximumLength(1000).WithMessage("Trích yếu tối đa 1.000 ký tự.")
                .Must((form, text) => Text.Clean(text) is not null || Text.Clean(form.Number) is not null).WithMessage("Nhập số, ký hiệu hoặc trích yếu để biết là văn bản nào.");
        }
    }
}

/// <summary>A step of the plan, with the version that the person saw and a reason where one is needed.</summary>
public sealed record PlanStepForm
{
    public int Version { get; init; }

    /// <summary>Which text the person saw; see <see cref="PlanSeen"/>.</summary>
    public string? Seen { get; init; }

    public string? Reason { get; init; }

    /// <summary>The last day for comments.</summary>
    public DateOnly? CommentsUntil { get; init; }

    public sealed class Validator : AbstractValidator<PlanStepForm>
    {
        public Validator() => RuleFor(form => form.Reason).MaximumLength(2000).WithMessage("Tối đa 2.000 ký tự.");
    }
}
