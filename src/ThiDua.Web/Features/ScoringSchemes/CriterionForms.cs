using FluentValidation;
using ThiDua.Domain.Scoring;
using ThiDua.Domain;

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

    /// <summary>Which target counts where the unit has one assigned and one registered.</summary>
    public CountedTarget? CountedTarget { get; init; }

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
        return new(Code!, Name!, kind, Max, rule) { Unit = Unit, TargetSource = TargetSource, CountedTarget = CountedTarget ?? default, EvidenceNeeded = EvidenceNeeded, Guide = Guide };
    }

    internal static void NameRule<T>(IRuleBuilder<T, string?> name) =>
        name.NotEmpty().WithMessage("Nhập tên tiêu chí.").MaximumLength(1000).WithMessage("Tên tối đa 1.000 ký tự.");

    internal static void MaxRule<T>(IRuleBuilder<T, decimal?> max) =>
        max.InclusiveBetween(0, 1_000_000).WithMessage("Điểm tối đa từ 0 đến 1.000.000.")
            .Must(value => value is null || Math.Round(value.Value, 2) == value).WithMessage("Điểm tối đa có tối đa 2 chữ số sau dấu phẩy.");

    /// <summary>The rules of a criterion's fields.</summary>
    public static void Rules<T>(AbstractValidator<T> validator)
        where T : CriterionForm
    {
        validator.RuleFor(form => form.Code).NotEmpty().WithMessage("Nhập số thứ tự, ví dụ I.1.").MaximumLength(40).WithMessage("Số thứ tự tối đa 40 ký tự.");
        NameRule(validator.RuleFor(form => form.Name));
        validator.RuleFor(form => form.Kind).IsInEnum().WithMessage("Chọn loại.");
        MaxRule(validator.RuleFor(form => form.Max));
        validator.RuleFor(form => form.Unit).MaximumLength(400).WithMessage("Tối đa 400 ký tự.");
        validator.RuleFor(form => form.TargetSource).MaximumLength(400).WithMessage("Tối đa 400 ký tự.");
        validator.RuleFor(form => form.CountedTarget).IsInEnum().WithMessage("Chọn chỉ tiêu dùng để chấm.");
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
        CountedTarget = criterion.CountedTarget,
        EvidenceNeeded = criterion.EvidenceNeeded,
        Guide = criterion.Guide,
        Rule = RuleForm.Of(criterion.Rule),
    };

    public sealed class Validator : AbstractValidator<ChangedCriterionForm>
    {
        public Validator() => Rules(this);
    }
}

/// <summary>A criterion dropped before, after or into another.</summary>
public sealed record PlaceForm
{
    public int? Moved { get; init; }

    public int? Target { get; init; }

    public CriterionPlace? Place { get; init; }

    public sealed class Validator : AbstractValidator<PlaceForm>
    {
        public Validator()
        {
            RuleFor(form => form.Moved).NotNull().WithMessage("Chọn tiêu chí cần chuyển.");
            RuleFor(form => form.Target).NotNull().WithMessage("Chọn nơi chuyển đến.");
            RuleFor(form => form.Place).NotNull().IsInEnum().WithMessage("Chọn nơi chuyển đến.");
        }
    }
}

/// <summary>What is edited in the row of the table itself, with the version that was seen.</summary>
public sealed record CriterionRowForm
{
    public int Version { get; init; }

    public string? Name { get; init; }

    public decimal? Max { get; init; }

    public string? EvidenceNeeded { get; init; }

    public sealed class Validator : AbstractValidator<CriterionRowForm>
    {
        public Validator()
        {
            CriterionForm.NameRule(RuleFor(form => form.Name));
            CriterionForm.MaxRule(RuleFor(form => form.Max));
            RuleFor(form => form.EvidenceNeeded).MaximumLength(1000).WithMessage("Tối đa 1.000 ký tự.");
        }
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
