using FluentValidation;
using ThiDua.Domain.Planning;

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

            rule.MaximumLength(200).WithMessage("Thời gian tối đa 200 ký tự.")
                .Must(text => string.IsNullOrWhiteSpace(text) || DateAsWritten.TryParse(text) is not null)
                .WithMessage("Không hiểu thời gian này. Viết như: trước ngày 10/7/2020; đến hết ngày 10/7; dự kiến tháng 7/2020; đầu tháng 12; từ ngày 05/7 đến ngày 10/7/2020.");
        }

        protected void Brief(System.Linq.Expressions.Expression<Func<T, string?>> text) => RuleFor(text).MaximumLength(LongestText).WithMessage($"Tối đa {LongestText} ký tự.");

        protected void Lines(System.Linq.Expressions.Expression<Func<T, string?>> text) => RuleFor(text)
            .Must(typed => PlansInDb.LinesOf(typed).Count <= 60).WithMessage("Có nhiều nhất 60 dòng.")
            .Must(typed => PlansInDb.LinesOf(typed).All(line => line.Length <= 1000)).WithMessage("Mỗi dòng tối đa 1.000 ký tự.");
    }
}

/// <summary>A planned conference as typed; lists one entry a line.</summary>
public sealed record ConferenceForm : BlockForm
{
    public ConferenceKind? Kind { get; init; }

    public string? Name { get; init; }

    public string? When { get; init; }

    public string? Duration { get; init; }

    public string? Place { get; init; }

    public string? Chairs { get; init; }

    public string? Participants { get; init; }

    public string? Agenda { get; init; }

    public override BlockContent ToContent() => new ConferenceContent(Kind!.Value)
    {
        Name = Name,
        When = When,
        Duration = Duration,
        Place = Place,
        Chairs = PlansInDb.LinesOf(Chairs),
        Participants = PlansInDb.LinesOf(Participants),
        Agenda = PlansInDb.LinesOf(Agenda),
    };

    public static ConferenceForm Of(ConferenceContent content) => new()
    {
        Kind = content.Kind,
        Name = content.Name,
        When = content.When,
        Duration = content.Duration,
        Place = content.Place,
        Chairs = string.Join('\n', content.Chairs),
        Participants = string.Join('\n', content.Participants),
        Agenda = string.Join('\n', content.Agenda),
    };

    public sealed class Validator : Rules<ConferenceForm>
    {
        public Validator()
        {
            RuleFor(form => form.Kind).NotNull().WithMessage("Chọn loại hội nghị.").IsInEnum().WithMessage("Chọn loại hội nghị.");
            When(form => form.When, isRequired: false);
            Brief(form => form.Name);
            Brief(form => form.Duration);
            Brief(form => form.Place);
            Lines(form => form.Chairs);
            Lines(form => form.Participants);
            Lines(form => form.Agenda);
        }
    }
}

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
        Required = PlansInDb.LinesOf(Required),
        Optional = PlansInDb.LinesOf(Optional),
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

/// <summary>An assignment as typed; tasks one a line.</summary>
public sealed record AssignmentForm : BlockForm
{
    public AssignedTo? To { get; init; }

    public string? Others { get; init; }

    public string? Opening { get; init; }

    public string? Tasks { get; init; }

    public override BlockContent ToContent() => new AssignmentContent(To!.Value, PlansInDb.LinesOf(Tasks)) { Others = Others, Opening = Opening };

    public static AssignmentForm Of(AssignmentContent content) => new() { To = content.To, Others = content.Others, Opening = content.Opening, Tasks = string.Join('\n', content.Tasks) };

    public sealed class Validator : Rules<AssignmentForm>
    {
        public Validator()
        {
            RuleFor(form => form.To).NotNull().WithMessage("Chọn bên được phân công.").IsInEnum().WithMessage("Chọn bên được phân công.");
            RuleFor(form => form.Others).NotEmpty().When(form => form.To == AssignedTo.Others).WithMessage("Nhập tên cơ quan, đơn vị được phân công.");
            RuleFor(form => form.Tasks).Must(typed => PlansInDb.LinesOf(typed).Count > 0).WithMessage("Nhập ít nhất một nhiệm vụ.");
            Brief(form => form.Others);
            RuleFor(form => form.Opening).MaximumLength(1000).WithMessage("Tối đa 1.000 ký tự.");
            Lines(form => form.Tasks);
        }
    }
}
