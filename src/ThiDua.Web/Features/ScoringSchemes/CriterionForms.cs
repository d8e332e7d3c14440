using FluentValidation;
using ThiDua.Domain;
using ThiDua.Domain.Scoring;

namespace ThiDua.Web.Features.ScoringSchemes;

/// <summary>What is written of a criterion.</summary>
public record CriterionForm
{
    public string? Code { get; init; }

    public string? Name { get; init; }

    /// <summary>Only of a section at the top; what is below has the kind of its section.</summary>
    public CriterionKind? Kind { get; init; }

    public decimal? Max { get; init; }

    public string? Unit { get; init; }

    public string? TargetSource { get; init; }

    public string? EvidenceNeeded { get; init; }

    public string? Guide { get; init; }

    public RuleForm Rule { get; init; } = new();

    /// <summary>The description, in the kind of the section that it stands in; problems of the rule are told beside its main field.</summary>
    public CriterionDescription ToDescription(CriterionKind? kindOfSection)
    {
        var kind = kindOfSection ?? Kind ?? CriterionKind.Normal;
        var rule = new RuleText(Rule, (_, _) => { }).Read();
        var problems = rule?.Problems(Max, kind) ?? [];
        RuleViolation.Require(problems.Count == 0, string.Join(' ', problems), rule is null ? null : RuleForm.MainField(rule.Method));
        return new(Code!, Name!, kind, Max, rule) { Unit = Unit, TargetSource = TargetSource, EvidenceNeeded = EvidenceNeeded, Guide = Guide };
    }

    /// <summary>The rules of a criterion's fields.</summary>
    public static void Rules<T>(AbstractValidator<T> validator)
        where T : CriterionForm
    {
        validator.RuleFor(form => form.Code).NotEmpty().WithMessage("Nhập số thứ tự, ví dụ I.1.").MaximumLength(40).WithMessage("Số thứ tự tối đa 40 ký tự.");
        validator.RuleFor(form => form.Name).NotEmpty().WithMessage("Nhập tên tiêu chí.").MaximumLength(1000).WithMessage("Tên tối đa 1.000 ký tự.");
        validator.RuleFor(form => form.Kind).IsInEnum().WithMessage("Chọn loại.");
        validator.RuleFor(form => form.Max).InclusiveBetween(0, 1_000_000).WithMessage("Điểm tối đa từ 0 đến 1.000.000.")
            .Must(max => max is null || Math.Round(max.Value, 2) == max).WithMessage("Điểm tối đa có tối đa 2 chữ số sau dấu phẩy.");
        validator.RuleFor(form => form.Unit).MaximumLength(400).WithMessage("Tối đa 400 ký tự.");
        validator.RuleFor(form => form.TargetSource).MaximumLength(400).WithMessage("Tối đa 400 ký tự.");
        validator.RuleFor(form => form.EvidenceNeeded).MaximumLength(1000).WithMessage("Tối đa 1.000 ký tự.");
        validator.RuleFor(form => form.Guide).MaximumLength(4000).WithMessage("Tối đa 4.000 ký tự.");
        validator.RuleFor(form => form.Rule).Custom((rule, context) => new RuleText(rule, (field, message) => context.AddFailure(field, message)).Read());
    }
}

/// <summary>A new criterion below a section, or a new section.</summary>
public sealed record NewCriterionForm : CriterionForm
{
    public int? ParentId { get; init; }

    /// <summary>Whether the next one is to be typed right after.</summary>
    public bool Next { get; init; }

    public sealed class Validator : AbstractValidator<NewCriterionForm>
    {
        public Validator() => Rules(this);
    }
}

/// <summary>A criterion to be changed, with the version that the person saw.</summary>
public sealed record ChangedCriterionForm : CriterionForm
{
    public int Version { get; init; }

    public static ChangedCriterionForm Of(Criterion criterion) => new()
    {
        Version = criterion.Version,
        Code = criterion.Code,
        Name = criterion.Name,
        Kind = criterion.Kind,
        Max = criterion.Max,
        Unit = criterion.Unit,
        TargetSource = criterion.TargetSource,
        EvidenceNeeded = criterion.EvidenceNeeded,
        Guide = criterion.Guide,
        Rule = RuleForm.Of(criterion.Rule),
    };

    public sealed class Validator : AbstractValidator<ChangedCriterionForm>
    {
        public Validator() => Rules(this);
    }
}

/// <summary>One place up or down among the siblings: the button pressed names the criterion.</summary>
public sealed record MoveForm
{
    public int? Up { get; init; }

    public int? Down { get; init; }

    public sealed class Validator : AbstractValidator<MoveForm>
    {
        public Validator() => RuleFor(form => form.Up).Must((form, up) => up is null != form.Down is null).WithMessage("Chọn tiêu chí cần chuyển.");
    }
}

/// <summary>A criterion to be removed with all below it, as many as the person saw.</summary>
public sealed record RemoveForm
{
    public int Below { get; init; }

    public int Version { get; init; }

    public sealed class Validator : AbstractValidator<RemoveForm>
    {
        public Validator() => RuleFor(form => form.Below).GreaterThanOrEqualTo(0).WithMessage("Mở lại trang xóa tiêu chí.");
    }
}
