using FluentValidation;
using ThiDua.Domain.Planning;
using ThiDua.Web.Features.Shared;

namespace ThiDua.Web.Features.Plans;

/// <summary>A deadline with its package as typed; lists one entry a line.</summary>
public sealed record DeadlineForm : BlockForm
{
    public ReportKind? Kind { get; init; }

    public string? Name { get; init; }

    public OwedBy OwedBy { get; init; }

    public string? When { get; init; }

    public string? Recipient { get; init; }

    public string? Through { get; init; }

    public string? Address { get; init; }

    public string? Required { get; init; }

    public string? Optional { get; init; }

    public override BlockContent ToContent() => new DeadlineContent(Kind!.Value, Name!)
    {
        OwedBy = OwedBy,
        When = When,
        Recipient = Recipient,
        Through = Through,
        Address = Address,
        Required = TypedLines.Of(Required),
        Optional = TypedLines.Of(Optional),
    };

    public static DeadlineForm Of(DeadlineContent content) => new()
    {
        Kind = content.Kind,
        Name = content.Name,
        OwedBy = content.OwedBy,
        When = content.When,
        Recipient = content.Recipient,
        Through = content.Through,
        Address = content.Address,
        Required = string.Join('\n', content.Required),
        Optional = string.Join('\n', content.Optional),
    };

    public sealed class Validator : Rules<DeadlineForm>
    {
        public Validator()
        {
            RuleFor(form => form.Kind).NotNull().WithMessage("Chọn loại báo cáo.").IsInEnum().WithMessage("Chọn loại báo cáo.");
            RuleFor(form => form.OwedBy).IsInEnum().WithMessage("Chọn bên phải gửi.");
            RuleFor(form => form.Name).NotEmpty().WithMessage("Nhập tên báo cáo, hồ sơ phải gửi.");
            When(form => form.When, isRequired: true);
            Brief(form => form.Name);
            Brief(form => form.Recipient);
            Brief(form => form.Through);
            Brief(form => form.Address);
            Lines(form => form.Required);
            Lines(form => form.Optional);
        }
    }
}
