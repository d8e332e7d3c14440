using FluentValidation;
using ThiDua.Domain;
using ThiDua.Domain.Registrations;
using ThiDua.Web.Features.Shared;

namespace ThiDua.Web.Features.Registrations;

/// <summary>A target as typed: of a leaf of the scheme, or an indicator of the unit's own; an assigned one with its document.</summary>
public sealed record TargetForm
{
    public int Version { get; init; }

    public int? CriterionId { get; init; }

    public string? Indicator { get; init; }

    public string? Unit { get; init; }

    public decimal? Value { get; init; }

    public TargetSource? Source { get; init; }

    public DocumentForm Document { get; init; } = new();

    public string? Page { get; init; }

    /// <summary>Whether the next one is to be typed right after.</summary>
    public bool Next { get; init; }

    public TargetDescription ToDescription(IReadOnlyList<LeafWithTarget> leaves)
    {
        var leaf = leaves.FirstOrDefault(row => row.Id == CriterionId);
        RuleViolation.Require(CriterionId is null || leaf is not null, "Tiêu chí này không có trong bảng tiêu chí, hoặc không nhận chỉ tiêu.", nameof(CriterionId));
        return new(CriterionId, leaf?.Name ?? Indicator!, Text.Clean(Unit) ?? leaf?.Unit, Value!.Value, Source!.Value) { Document = Source == TargetSource.Assigned ? Document.ToReference() : null, Page = Page };
    }

    public static TargetForm Of(Target row) => new()
    {
        Version = row.Version,
        CriterionId = row.CriterionId,
        Indicator = row.CriterionId is null ? row.Indicator : null,
        Unit = row.Unit,
        Value = row.Value,
        Source = row.Source,
        Document = row.Document is { } document ? new() { Number = document.Number, IssuedOn = document.IssuedOn, Issuer = document.Issuer, Abstract = document.Abstract } : new(),
        Page = row.Page,
    };

    public sealed class Validator : AbstractValidator<TargetForm>
    {
        public Validator()
        {
            RuleFor(form => form.Indicator).MaximumLength(1000).WithMessage("Tên chỉ tiêu tối đa 1.000 ký tự.")
                .Must((form, name) => form.CriterionId is not null || Text.Clean(name) is not null).WithMessage("Chọn tiêu chí ở trên, hoặc nhập tên chỉ tiêu.");
            RuleFor(form => form.Unit).MaximumLength(400).WithMessage("Đơn vị tính tối đa 400 ký tự.");
            RuleFor(form => form.Value).NotNull().WithMessage("Nhập chỉ tiêu là một số, ví dụ 28.400.000 hoặc 7,5.");
            RuleFor(form => form.Source).NotNull().WithMessage("Chọn nguồn của chỉ tiêu.").IsInEnum().WithMessage("Chọn nguồn của chỉ tiêu.");
            RuleFor(form => form.Page).MaximumLength(60).WithMessage("Trang tối đa 60 ký tự.");
            When(form => form.Source == TargetSource.Assigned, () => RuleFor(form => form.Document).SetValidator(new DocumentForm.Validator()));
        }
    }
}

/// <summary>The registered targets of all leaves at once; a row left as it was shown changes nothing.</summary>
public sealed record FillTargetsForm
{
    public List<Row> Rows { get; init; } = [];

    public sealed record Row
    {
        public int CriterionId { get; init; }

        /// <summary>The version of the target that was seen; 0 where there was none.</summary>
        public int Version { get; init; }

        public decimal? Value { get; init; }
    }

    public sealed class Validator : AbstractValidator<FillTargetsForm>
    {
        public Validator() => RuleFor(form => form.Rows).Must(rows => rows.DistinctBy(row => row.CriterionId).Count() == rows.Count).WithMessage("Mở lại trang nhập chỉ tiêu.");
    }
}

/// <summary>A title as typed.</summary>
public sealed record TitleForm
{
    public int Version { get; init; }

    public string? Name { get; init; }

    public TitleFor? For { get; init; }

    public decimal? Count { get; init; }

    public string? Note { get; init; }

    public bool Next { get; init; }

    public TitleDescription ToDescription() => new(Name!, For!.Value, (int?)Count, Note);

    public static TitleForm Of(Title row) => new() { Version = row.Version, Name = row.Name, For = row.For, Count = row.Count, Note = row.Note };

    public sealed class Validator : AbstractValidator<TitleForm>
    {
        private const int Most = 100_000;

        public Validator()
        {
            RuleFor(form => form.Name).NotEmpty().WithMessage("Nhập danh hiệu hoặc hình thức khen thưởng.").MaximumLength(400).WithMessage("Tối đa 400 ký tự.");
            RuleFor(form => form.For).NotNull().WithMessage("Chọn đối tượng.").IsInEnum().WithMessage("Chọn đối tượng.");
            RuleFor(form => form.Count).Must(count => count is null || (count >= 1 && count <= Most && count == Math.Truncate(count.Value))).WithMessage("Nhập số lượng, là số nguyên từ 1.")
                .Must((form, count) => count is not null || form.For is null or TitleFor.Unit).WithMessage("Nhập số lượng, là số nguyên từ 1.");
            RuleFor(form => form.Note).MaximumLength(1000).WithMessage("Ghi chú tối đa 1.000 ký tự.");
        }
    }
}

/// <summary>A row to be removed as it was seen.</summary>
public sealed record RemoveRowForm
{
    public int Version { get; init; }

    public sealed class Validator : AbstractValidator<RemoveRowForm>;
}
