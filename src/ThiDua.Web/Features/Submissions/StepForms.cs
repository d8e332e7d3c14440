using FluentValidation;
using ThiDua.Domain;
using ThiDua.Domain.Reporting;
using ThiDua.Web.Features.Shared;
using ThiDua.Web.Files;

namespace ThiDua.Web.Features.Submissions;

/// <summary>A step of a report with the version that the person saw; a reason, or the signed paper, where the step needs one.</summary>
public sealed record ReportStepForm
{
    public int Version { get; init; }

    public string? Reason { get; init; }

    public PaperForm Paper { get; init; } = new();

    public async Task<StepNote> ToNote(FileStore files, DateTime at) =>
        new(at, Text.Clean(Reason), Paper.ToPaper((await files.Receive(Paper.Scan, "Paper.Scan", CancellationToken.None))?.Id));

    public sealed class Validator : AbstractValidator<ReportStepForm>
    {
        public Validator()
        {
            RuleFor(form => form.Reason).MaximumLength(2000).WithMessage("Tối đa 2.000 ký tự.");
            RuleFor(form => form.Paper).SetValidator(new PaperForm.Validator());
        }
    }
}

/// <summary>What is to be completed, item by item, and what holds for all.</summary>
public sealed record ReturnForm
{
    public int Version { get; init; }

    public List<ItemReason> Items { get; init; } = [];

    public List<ItemReason> Figures { get; init; } = [];

    public string? Reason { get; init; }

    /// <summary>What is wrong with one item; empty where it is in order.</summary>
    public sealed record ItemReason
    {
        public int ItemId { get; init; }

        public string? Reason { get; init; }
    }

    public sealed class Validator : AbstractValidator<ReturnForm>
    {
        public Validator()
        {
            RuleFor(form => form.Reason).MaximumLength(2000).WithMessage("Tối đa 2.000 ký tự.");
            RuleForEach(form => form.Figures).ChildRules(figure => figure.RuleFor(row => row.Reason).MaximumLength(1000).WithMessage("Tối đa 1.000 ký tự."));
            RuleForEach(form => form.Items).ChildRules(item => item.RuleFor(row => row.Reason).MaximumLength(1000).WithMessage("Tối đa 1.000 ký tự."));
        }
    }
}

/// <summary>That a report came by another way.</summary>
public sealed record OtherReceiptForm
{
    public int Version { get; init; }

    public ReceiptWay? Way { get; init; }

    public DateOnly? ReceivedOn { get; init; }

    public string? Note { get; init; }

    /// <summary>The values that the paper says; empty ones it does not say.</summary>
    public List<EnterFigures.Row> Figures { get; init; } = [];

    /// <summary>Ticked where the paper does not say all that must be reported.</summary>
    public bool LacksFigures { get; init; }

    public OtherReceipt ToReceipt() => new(Way!.Value, ReceivedOn!.Value, Note) { LacksFigures = LacksFigures };

    public PaperForm Paper { get; init; } = new();

    public async Task<StepNote> ToNote(FileStore files, DateTime at) =>
        new(at, null, Paper.ToPaper((await files.Receive(Paper.Scan, "Paper.Scan", CancellationToken.None))?.Id));

    public sealed class Validator : AbstractValidator<OtherReceiptForm>
    {
        public Validator()
        {
            RuleFor(form => form.Way).NotNull().WithMessage("Chọn cách đã nhận.").IsInEnum().WithMessage("Chọn cách đã nhận.");
            RuleFor(form => form.ReceivedOn).NotNull().WithMessage("Nhập ngày nhận.");
            RuleFor(form => form.Note).MaximumLength(2000).WithMessage("Tối đa 2.000 ký tự.");
            RuleFor(form => form.Figures).Must(rows => rows.Count <= 200).WithMessage("Quá nhiều số liệu trong một lần lưu.");
            RuleFor(form => form.Paper).SetValidator(new PaperForm.Validator());
        }
    }
}

/// <summary>More time for one unit.</summary>
public sealed record ExtendForm
{
    public int Version { get; init; }

    public DateOnly? LastDay { get; init; }

    public string? Reason { get; init; }

    public sealed class Validator : AbstractValidator<ExtendForm>
    {
        public Validator()
        {
            RuleFor(form => form.LastDay).NotNull().WithMessage("Nhập ngày cuối cùng được nộp.");
            RuleFor(form => form.Reason).NotEmpty().WithMessage("Nêu lý do gia hạn.").MaximumLength(2000).WithMessage("Tối đa 2.000 ký tự.");
        }
    }
}

/// <summary>What is sent after the consolidated report, beside what was received.</summary>
public sealed record SupplementForm
{
    public int Version { get; init; }

    public int? ItemId { get; init; }

    public string? Reason { get; init; }

    public List<IFormFile> Files { get; init; } = [];

    /// <summary>Values that replace those submitted; empty ones replace nothing.</summary>
    public List<EnterFigures.Row> Figures { get; init; } = [];

    public PaperForm Paper { get; init; } = new();

    public sealed class Validator : AbstractValidator<SupplementForm>
    {
        public Validator()
        {
            RuleFor(form => form.ItemId).NotNull().When(form => form.Files.Count > 0).WithMessage("Chọn thành phần hồ sơ.");
            RuleFor(form => form.Reason).NotEmpty().WithMessage("Nêu nội dung bổ sung, thay thế và lý do.").MaximumLength(2000).WithMessage("Tối đa 2.000 ký tự.");
            RuleFor(form => form.Files).NotEmpty().When(form => form.Figures.TrueForAll(row => row.Value is null)).WithMessage("Chọn ít nhất một tệp, hoặc nhập số liệu thay thế.");
            RuleFor(form => form.Paper).SetValidator(new PaperForm.Validator());
        }
    }
}
