using FluentValidation;
using ThiDua.Domain;
using ThiDua.Domain.Documents;
using ThiDua.Domain.Documents.Drafting;
using ThiDua.Web.Features.Shared;

namespace ThiDua.Web.Features.Drafts;

/// <summary>A new document: its template, who issues it (0: the cluster), and of a free text its kind and abstract.</summary>
public sealed record StartDraftForm
{
    public DraftTemplate? Template { get; init; }

    public int? IssuerId { get; init; }

    public DocumentKind? Kind { get; init; }

    public string? Abstract { get; init; }

    public sealed class Validator : AbstractValidator<StartDraftForm>
    {
        public Validator()
        {
            RuleFor(form => form.Template).NotNull().WithMessage("Chọn mẫu văn bản.").IsInEnum().WithMessage("Chọn mẫu văn bản.");
            RuleFor(form => form.IssuerId).NotNull().WithMessage("Chọn cơ quan ban hành.");
            When(form => form.Template == DraftTemplate.FreeText, () =>
            {
                RuleFor(form => form.Kind).NotNull().WithMessage("Chọn loại văn bản.").IsInEnum().WithMessage("Chọn loại văn bản.");
                RuleFor(form => form.Abstract).Must(text => Text.Clean(text) is not null).WithMessage("Nhập trích yếu.");
            });
            RuleFor(form => form.Abstract).MaximumLength(DraftForm.LongestAbstract).WithMessage("Trích yếu tối đa 1.000 ký tự.");
        }
    }
}

/// <summary>All that is written of a document, lists one entry a line, with the version that the person saw.</summary>
public sealed record DraftForm
{
    internal const int LongestAbstract = 1000;

    public int Version { get; init; }

    public string? Symbol { get; init; }

    public string? Abstract { get; init; }

    public string? Authority { get; init; }

    public string? Addressees { get; init; }

    public string? Bases { get; init; }

    public string? Body { get; init; }

    public string? Recipients { get; init; }

    public string? Archive { get; init; }

    public string? SignatoryLines { get; init; }

    public string? Signatory { get; init; }

    public string? SecondLines { get; init; }

    public string? SecondSignatory { get; init; }

    public DraftedText ToText() => new(Abstract ?? "")
    {
        Symbol = Symbol,
        Authority = Authority,
        Addressees = TypedLines.Of(Addressees),
        Bases = TypedLines.Of(Bases),
        Body = Body,
        Recipients = TypedLines.Of(Recipients),
        Archive = Archive,
        SignatoryLines = TypedLines.Of(SignatoryLines),
        Signatory = Signatory,
        SecondLines = TypedLines.Of(SecondLines),
        SecondSignatory = SecondSignatory,
    };

    public static DraftForm Of(DraftedDocument draft) => new()
    {
        Version = draft.Version,
        Symbol = draft.Text.Symbol,
        Abstract = draft.Text.Abstract,
        Authority = draft.Text.Authority,
        Addressees = string.Join('\n', draft.Text.Addressees),
        Bases = string.Join('\n', draft.Text.Bases),
        Body = draft.Text.Body,
        Recipients = string.Join('\n', draft.Text.Recipients),
        Archive = draft.Text.Archive,
        SignatoryLines = string.Join('\n', draft.Text.SignatoryLines),
        Signatory = draft.Text.Signatory,
        SecondLines = string.Join('\n', draft.Text.SecondLines),
        SecondSignatory = draft.Text.SecondSignatory,
    };

    public sealed class Validator : AbstractValidator<DraftForm>
    {
        public Validator()
        {
            RuleFor(form => form.Abstract).Must(text => Text.Clean(text) is not null).WithMessage("Nhập trích yếu.").MaximumLength(LongestAbstract).WithMessage("Trích yếu tối đa 1.000 ký tự.");
            RuleFor(form => form.Symbol).MaximumLength(60).WithMessage("Ký hiệu tối đa 60 ký tự.");
            RuleFor(form => form.Authority).MaximumLength(400).WithMessage("Thẩm quyền ban hành tối đa 400 ký tự.");
            RuleFor(form => form.Body).MaximumLength(100_000).WithMessage("Nội dung tối đa 100.000 ký tự.");
            RuleFor(form => form.Archive).MaximumLength(200).WithMessage("Nơi lưu tối đa 200 ký tự.");
            RuleFor(form => form.Signatory).MaximumLength(100).WithMessage("Họ tên tối đa 100 ký tự.");
            RuleFor(form => form.SecondSignatory).MaximumLength(100).WithMessage("Họ tên tối đa 100 ký tự.");
        }
    }
}

/// <summary>A step of a document, with the version that the person saw and a reason where one is needed.</summary>
public sealed record DraftStepForm
{
    public int Version { get; init; }

    public string? Reason { get; init; }

    public sealed class Validator : AbstractValidator<DraftStepForm>
    {
        public Validator() => RuleFor(form => form.Reason).MaximumLength(2000).WithMessage("Tối đa 2.000 ký tự.");
    }
}
