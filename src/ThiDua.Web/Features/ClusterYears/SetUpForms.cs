using FluentValidation;
using ThiDua.Web.Features.Shared;

namespace ThiDua.Web.Features.ClusterYears;

/// <summary>Units that join from a day on, by a document.</summary>
public sealed record MembersForm
{
    public List<int> MemberIds { get; init; } = [];

    public DateOnly? FromOn { get; init; }

    public DocumentForm Document { get; init; } = new();

    public string? Search { get; init; }

    /// <summary>Whether the button "Tìm" was pressed: nothing is added, what was typed stays.</summary>
    public bool Find { get; init; }

    public int Version { get; init; }

    public sealed class Validator : AbstractValidator<MembersForm>
    {
        public Validator()
        {
            RuleFor(form => form.MemberIds).NotEmpty().WithMessage("Chọn đơn vị.");
            RuleFor(form => form.FromOn).NotNull().WithMessage("Nhập ngày bắt đầu tham gia.");
            RuleFor(form => form.Document).SetValidator(new DocumentForm.Validator());
        }
    }
}

/// <summary>A leader or deputy appointed from a day on, by a document.</summary>
public sealed record AppointForm
{
    public int? OrganizationId { get; init; }

    public DateOnly? FromOn { get; init; }

    public DocumentForm Document { get; init; } = new();

    public int Version { get; init; }

    public sealed class Validator : AbstractValidator<AppointForm>
    {
        public Validator()
        {
            RuleFor(form => form.OrganizationId).NotNull().WithMessage("Chọn đơn vị.");
            RuleFor(form => form.FromOn).NotNull().WithMessage("Nhập ngày bắt đầu.");
            RuleFor(form => form.Document).SetValidator(new DocumentForm.Validator());
        }
    }
}

/// <summary>The last day of a membership or position, by a document.</summary>
public sealed record EndForm
{
    public DateOnly? ToOn { get; init; }

    public DocumentForm Document { get; init; } = new();

    public int Version { get; init; }

    public sealed class Validator : AbstractValidator<EndForm>
    {
        public Validator()
        {
            RuleFor(form => form.ToOn).NotNull().WithMessage("Nhập ngày cuối cùng.");
            RuleFor(form => form.Document).SetValidator(new DocumentForm.Validator());
        }
    }
}
