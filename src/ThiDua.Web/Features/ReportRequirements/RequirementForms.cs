using FluentValidation;
using ThiDua.Domain.Planning;
using ThiDua.Domain.Reporting;
using ThiDua.Web.Features.Shared;

namespace ThiDua.Web.Features.ReportRequirements;

/// <summary>A requirement as typed.</summary>
public sealed record RequirementForm
{
    public int Version { get; init; }

    public ReportKind? Kind { get; init; }

    public string? Title { get; init; }

    public OwedBy OwedBy { get; init; }

    public string? Period { get; init; }

    public string? When { get; init; }

    public bool ClosesHard { get; init; }

    public string? RecipientName { get; init; }

    public string? Through { get; init; }

    public string? Address { get; init; }

    public string? Mail { get; init; }

    /// <summary>Who gets a copy, one a line.</summary>
    public string? Copies { get; init; }

    public string? Note { get; init; }

    public RequirementTerms ToTerms() => new(Kind!.Value, Title!)
    {
        OwedBy = OwedBy,
        Period = Period,
        When = When,
        ClosesHard = ClosesHard,
        Recipient = new() { Name = RecipientName, Through = Through, Address = Address, Mail = Mail },
        Copies = TypedLines.Of(Copies),
        Note = Note,
    };

    public static RequirementForm Of(ReportRequirement requirement) => new()
    {
        Version = requirement.Version,
        Kind = requirement.Kind,
        Title = requirement.Title,
        OwedBy = requirement.OwedBy,
        Period = requirement.Period,
        When = requirement.When,
        ClosesHard = requirement.ClosesHard,
        RecipientName = requirement.Recipient.Name,
        Through = requirement.Recipient.Through,
        Address = requirement.Recipient.Address,
        Mail = requirement.Recipient.Mail,
        Copies = string.Join('\n', requirement.Copies),
        Note = requirement.Note,
    };

    public sealed class Validator : AbstractValidator<RequirementForm>
    {
        public Validator()
        {
            RuleFor(form => form.Kind).NotNull().WithMessage("Chọn loại báo cáo.").IsInEnum().WithMessage("Chọn loại báo cáo.");
            RuleFor(form => form.OwedBy).IsInEnum().WithMessage("Chọn bên phải gửi.");
            RuleFor(form => form.Title).NotEmpty().WithMessage("Nhập tên báo cáo, hồ sơ.").MaximumLength(400).WithMessage("Tối đa 400 ký tự.");
            RuleFor(form => form.Period).MaximumLength(200).WithMessage("Tối đa 200 ký tự.");
            RuleFor(form => form.When).MustBeADeadline();
            RuleFor(form => form.RecipientName).MaximumLength(400).WithMessage("Tối đa 400 ký tự.");
            RuleFor(form => form.Through).MaximumLength(400).WithMessage("Tối đa 400 ký tự.");
            RuleFor(form => form.Address).MaximumLength(400).WithMessage("Tối đa 400 ký tự.");
            RuleFor(form => form.Mail).MaximumLength(200).WithMessage("Tối đa 200 ký tự.").EmailAddress().When(form => !string.IsNullOrWhiteSpace(form.Mail)).WithMessage("Địa chỉ thư điện tử không đúng, ví dụ: banthidua@tinh.gov.vn.");
            RuleFor(form => form.Copies).Must(typed => TypedLines.Of(typed).Count <= 30).WithMessage("Có nhiều nhất 30 dòng.").Must(typed => TypedLines.AreShort(typed, 400)).WithMessage("Mỗi dòng tối đa 400 ký tự.");
            RuleFor(form => form.Note).MaximumLength(2000).WithMessage("Tối đa 2.000 ký tự.");
        }
    }
}

/// <summary>How a deadline is checked as it is typed.</summary>
internal static class DeadlineRules
{
    public static IRuleBuilderOptions<T, string?> MustBeADeadline<T>(this IRuleBuilder<T, string?> when) =>
        when.MaximumLength(200).WithMessage("Thời hạn tối đa 200 ký tự.")
            .MustBeADate();
}

/// <summary>An item of the package as typed.</summary>
public sealed record ItemForm
{
    public int Version { get; init; }

    public string? Name { get; init; }

    public bool IsRequired { get; init; }

    public bool Pdf { get; init; }

    public bool Word { get; init; }

    public bool Excel { get; init; }

    public bool Picture { get; init; }

    public int? MostFiles { get; init; }

    public int? Order { get; init; }

    public ItemDescription ToDescription() => new(Name!, IsRequired)
    {
        Kinds = [.. new[] { (Pdf, FileKind.Pdf), (Word, FileKind.Word), (Excel, FileKind.Excel), (Picture, FileKind.Picture) }.Where(row => row.Item1).Select(row => row.Item2)],
        MostFiles = MostFiles,
        Order = Order ?? 0,
    };

    public static ItemForm Of(RequirementItem item) => new()
    {
        Version = item.Version,
        Name = item.Name,
        IsRequired = item.IsRequired,
        Pdf = item.Kinds.Contains(FileKind.Pdf),
        Word = item.Kinds.Contains(FileKind.Word),
        Excel = item.Kinds.Contains(FileKind.Excel),
        Picture = item.Kinds.Contains(FileKind.Picture),
        MostFiles = item.MostFiles,
        Order = item.Order,
    };

    public sealed class Validator : AbstractValidator<ItemForm>
    {
        public Validator()
        {
            RuleFor(form => form.Name).NotEmpty().WithMessage("Nhập tên văn bản, tài liệu phải gửi.").MaximumLength(1000).WithMessage("Tối đa 1.000 ký tự.");
            RuleFor(form => form.MostFiles).InclusiveBetween(1, 100).WithMessage("Nhập số từ 1 đến 100, hoặc để trống.");
            RuleFor(form => form.Order).InclusiveBetween(1, 1000).WithMessage("Nhập số từ 1 đến 1000, hoặc để trống.");
        }
    }
}

/// <summary>The removal of an item that the person saw.</summary>
public sealed record RemoveItemForm
{
    public int Version { get; init; } = -1;

    public sealed class Validator : AbstractValidator<RemoveItemForm>;
}

/// <summary>A step of a requirement with what it needs: a reason, a new date, the document of the consolidated report.</summary>
public sealed record RequirementStepForm
{
    public int Version { get; init; }

    public string? Reason { get; init; }

    public string? When { get; init; }

    /// <summary>The document of those above by which their deadline changes.</summary>
    public DocumentForm Document { get; init; } = new();

    internal bool HasDocument => !string.IsNullOrWhiteSpace(Document.Number) || Document.IssuedOn is not null;

    public sealed class Validator : AbstractValidator<RequirementStepForm>
    {
        public Validator()
        {
            RuleFor(form => form.Document).SetValidator(new DocumentForm.Validator()).When(form => form.HasDocument);
            RuleFor(form => form.Reason).MaximumLength(2000).WithMessage("Tối đa 2.000 ký tự.");
            RuleFor(form => form.When).MustBeADeadline();
        }
    }
}

/// <summary>The document of the consolidated report.</summary>
public sealed record ConsolidateForm
{
    public int Version { get; init; }

    public DocumentForm Document { get; init; } = new();

    public sealed class Validator : AbstractValidator<ConsolidateForm>
    {
        public Validator() => RuleFor(form => form.Document).SetValidator(new DocumentForm.Validator());
    }
}

/// <summary>The blocks of the plan from which requirements are made.</summary>
public sealed record TakeFromPlanForm
{
    public List<int> BlockIds { get; init; } = [];

    public sealed class Validator : AbstractValidator<TakeFromPlanForm>
    {
        public Validator() => RuleFor(form => form.BlockIds).NotEmpty().WithMessage("Chọn ít nhất một thời hạn của kế hoạch.");
    }
}
