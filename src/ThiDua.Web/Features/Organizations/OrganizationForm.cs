using FluentValidation;
using ThiDua.Domain;
using ThiDua.Domain.Organizations;

namespace ThiDua.Web.Features.Organizations;

/// <summary>What an administrator writes of an organization; other organizations are typed by name or code, with suggestions.</summary>
public sealed record OrganizationForm
{
    public string? Code { get; init; }

    public string? Name { get; init; }

    public string? ShortName { get; init; }

    public int? KindId { get; init; }

    public string? Parent { get; init; }

    public string? AdvisingBody { get; init; }

    public string? PlaceName { get; init; }

    public string? HeadTitle { get; init; }

    public DateOnly? ValidFromOn { get; init; }

    /// <summary>The version that the person saw.</summary>
    public int Version { get; init; }

    public OrganizationDescription Describe(int? parentId, int? advisingBodyId) => new(Code!, Name!, Text.Clean(ShortName) ?? "", KindId!.Value)
    {
        ParentId = parentId,
        AdvisingBodyId = advisingBodyId,
        PlaceName = PlaceName ?? "",
        HeadTitle = HeadTitle ?? "",
        ValidFromOn = ValidFromOn,
    };

    public sealed class Validator : AbstractValidator<OrganizationForm>
    {
        public Validator()
        {
            RuleFor(form => form.Code).NotEmpty().WithMessage("Nhập mã đơn vị.").MaximumLength(40).WithMessage("Mã tối đa 40 ký tự.");
            RuleFor(form => form.Name).NotEmpty().WithMessage("Nhập tên đơn vị.").MaximumLength(400).WithMessage("Tên tối đa 400 ký tự.");
            RuleFor(form => form.ShortName).MaximumLength(200).WithMessage("Tên ngắn tối đa 200 ký tự.");
            RuleFor(form => form.KindId).NotNull().WithMessage("Chọn loại đơn vị.");
            RuleFor(form => form.PlaceName).MaximumLength(100).WithMessage("Địa danh tối đa 100 ký tự.");
            RuleFor(form => form.HeadTitle).MaximumLength(200).WithMessage("Chức danh tối đa 200 ký tự.");
        }
    }
}

/// <summary>Into which organization one is merged, and on which last day.</summary>
public sealed record MergeForm
{
    public string? Successor { get; init; }

    public DateOnly? LastOn { get; init; }

    public int Version { get; init; }

    public sealed class Validator : AbstractValidator<MergeForm>
    {
        public Validator()
        {
            RuleFor(form => form.Successor).NotEmpty().WithMessage("Nhập tên hoặc mã đơn vị kế thừa.");
            RuleFor(form => form.LastOn).NotNull().WithMessage("Nhập ngày cuối cùng hoạt động.");
        }
    }
}

/// <summary>The name of a kind of organization.</summary>
public sealed record KindForm
{
    public string? Name { get; init; }

    public sealed class Validator : AbstractValidator<KindForm>
    {
        public Validator() => RuleFor(form => form.Name).NotEmpty().WithMessage("Nhập tên loại đơn vị.").MaximumLength(100).WithMessage("Tên loại tối đa 100 ký tự.");
    }
}
