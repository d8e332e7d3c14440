using FluentValidation;
using ThiDua.Domain.Clusters;
using ThiDua.Web.Features.Shared;
using ThiDua.Web.Features.Shared.Regulations;

namespace ThiDua.Web.Features.ClusterYears;

/// <summary>A cluster year to be opened: naming document, parameters, members, leader and deputies.</summary>
public sealed record OpenYearForm
{
    public int? Year { get; init; }

    /// <summary>The day from which memberships and positions count.</summary>
    public DateOnly? FromOn { get; init; }

    public DocumentForm Document { get; init; } = new();

    public bool HasPreparatorySession { get; init; }

    /// <summary>Honours by rank, one a line, the first for the first place.</summary>
    public string? Honours { get; init; }

    public List<int> MemberIds { get; init; } = [];

    public int? LeaderId { get; init; }

    public int? FirstDeputyId { get; init; }

    public int? SecondDeputyId { get; init; }

    public string? Search { get; init; }

    /// <summary>Whether the button "Tìm" was pressed: nothing is opened, what was typed stays.</summary>
    public bool Find { get; init; }

    /// <summary>Who is ticked, leader and deputies with them.</summary>
    public IReadOnlyCollection<int> Ticked() => [.. new int?[] { LeaderId, FirstDeputyId, SecondDeputyId }.OfType<int>().Concat(MemberIds).Distinct()];

    /// <summary>Where the cluster has no regulation in force.</summary>
    public YearParameters ToParameters() => new() { HasPreparatorySession = HasPreparatorySession, Honours = HonoursByLine.Read(Honours) };

    public sealed class Validator : AbstractValidator<OpenYearForm>
    {
        public Validator()
        {
            RuleFor(form => form.Year).NotNull().WithMessage("Nhập năm thi đua.").InclusiveBetween(2000, 2100).WithMessage("Năm thi đua phải từ 2000 đến 2100.");
            RuleFor(form => form.FromOn).NotNull().WithMessage("Nhập ngày bắt đầu.");
            RuleFor(form => form.Document).SetValidator(new DocumentForm.Validator());
            RuleFor(form => form.Honours).SetValidator(new HonoursByLine());
            RuleFor(form => form.MemberIds).Must((form, _) => form.Ticked().Count > 0).WithMessage("Chọn các đơn vị thành viên.");
            RuleFor(form => form.FirstDeputyId).Must((form, deputy) => deputy is null || deputy != form.LeaderId).WithMessage("Một đơn vị không vừa là trưởng vừa là phó.");
            RuleFor(form => form.SecondDeputyId).Must((form, deputy) => deputy is null || (deputy != form.LeaderId && deputy != form.FirstDeputyId)).WithMessage("Đơn vị này đã giữ vị trí khác.");
        }
    }
}
