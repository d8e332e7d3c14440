using FluentValidation;
using ThiDua.Domain.Reporting;

namespace ThiDua.Web.Features.ReportRequirements;

/// <summary>A figure that is asked for, as typed.</summary>
public sealed record FigureForm
{
    public int Version { get; init; }

    public string? Name { get; init; }

    public string? Unit { get; init; }

    public int? Decimals { get; init; }

    public bool IsRequired { get; init; }

    public bool IsSummed { get; init; }

    /// <summary>The leaf of the scheme that it belongs to.</summary>
    public int? LeafId { get; init; }

    public int? Order { get; init; }

    public FigureDescription ToDescription() => new(Name!, Unit) { Decimals = Decimals ?? 2, IsRequired = IsRequired, IsSummed = IsSummed, CriterionId = LeafId, Order = Order ?? 0 };

    public static FigureForm Of(RequirementFigure figure) => new()
    {
        Version = figure.Version,
        Name = figure.Name,
        Unit = figure.Unit,
        Decimals = figure.Decimals,
        IsRequired = figure.IsRequired,
        IsSummed = figure.IsSummed,
        LeafId = figure.CriterionId,
        Order = figure.Order,
    };

    public sealed class Validator : AbstractValidator<FigureForm>
    {
        public Validator()
        {
            RuleFor(form => form.Name).NotEmpty().WithMessage("Nhập tên chỉ tiêu, số liệu.").MaximumLength(400).WithMessage("Tối đa 400 ký tự.");
            RuleFor(form => form.Unit).MaximumLength(60).WithMessage("Tối đa 60 ký tự.");
            RuleFor(form => form.Decimals).InclusiveBetween(0, RequirementFigure.MostDecimals).WithMessage("Nhập số từ 0 đến 4.");
            RuleFor(form => form.Order).InclusiveBetween(1, 1000).WithMessage("Nhập số từ 1 đến 1000, hoặc để trống.");
        }
    }
}

/// <summary>The indicators of the registrations that the leader asks for.</summary>
public sealed record TakeIndicatorsForm
{
    /// <summary>Each as the page names it.</summary>
    public List<string> Keys { get; init; } = [];

    public sealed class Validator : AbstractValidator<TakeIndicatorsForm>
    {
        public Validator() => RuleFor(form => form.Keys).NotEmpty().WithMessage("Chọn ít nhất một chỉ tiêu.").Must(keys => keys.Count <= 100).WithMessage("Chọn nhiều nhất 100 chỉ tiêu.");
    }
}
