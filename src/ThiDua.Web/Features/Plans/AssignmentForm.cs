using FluentValidation;
using ThiDua.Domain.Planning;
using ThiDua.Web.Features.Shared;

namespace ThiDua.Web.Features.Plans;

/// <summary>An assignment as typed; tasks one a line.</summary>
public sealed record AssignmentForm : BlockForm
{
    public AssignedTo? To { get; init; }

    public string? Others { get; init; }

    public string? Opening { get; init; }

    public string? Tasks { get; init; }

    public override BlockContent ToContent() => new AssignmentContent(To!.Value, TypedLines.Of(Tasks)) { Others = Others, Opening = Opening };

    public static AssignmentForm Of(AssignmentContent content) => new() { To = content.To, Others = content.Others, Opening = content.Opening, Tasks = string.Join('\n', content.Tasks) };

    public sealed class Validator : Rules<AssignmentForm>
    {
        public Validator()
        {
            RuleFor(form => form.To).NotNull().WithMessage("Chọn bên được phân công.").IsInEnum().WithMessage("Chọn bên được phân công.");
            RuleFor(form => form.Others).NotEmpty().When(form => form.To == AssignedTo.Others).WithMessage("Nhập tên cơ quan, đơn vị được phân công.");
            RuleFor(form => form.Tasks).Must(typed => TypedLines.Of(typed).Count > 0).WithMessage("Nhập ít nhất một nhiệm vụ.");
            Brief(form => form.Others);
            RuleFor(form => form.Opening).MaximumLength(1000).WithMessage("Tối đa 1.000 ký tự.");
            Lines(form => form.Tasks);
        }
    }
}
