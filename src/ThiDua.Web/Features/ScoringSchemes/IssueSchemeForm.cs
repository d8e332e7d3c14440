using FluentValidation;
using ThiDua.Domain;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Features.Shared;

namespace ThiDua.Web.Features.ScoringSchemes;

/// <summary>The document by which a scheme is issued.</summary>
public sealed record IssueSchemeForm
{
    public int Version { get; init; }

    /// <summary>Which criteria the person saw; see <see cref="CriteriaSeen"/>.</summary>
    public string? Seen { get; init; }

    public string? Number { get; init; }

    public DateOnly? IssuedOn { get; init; }

    public string? Issuer { get; init; }

    public string? Abstract { get; init; }

    public bool IsConfirmed { get; init; }

    public PaperForm Paper { get; init; } = new();

    public DocumentReference ToDocument() => new(Text.Clean(Number)!, IssuedOn!.Value, Text.Clean(Issuer)!, Text.Clean(Abstract)!);

    public sealed class Validator : AbstractValidator<IssueSchemeForm>
    {
        public Validator()
        {
            RuleFor(form => form.Number).NotEmpty().WithMessage("Nhập số, ký hiệu văn bản ban hành.").MaximumLength(60).WithMessage("Số, ký hiệu tối đa 60 ký tự.");
            RuleFor(form => form.IssuedOn).NotNull().WithMessage("Nhập ngày ban hành.");
            RuleFor(form => form.Issuer).NotEmpty().WithMessage("Nhập cơ quan ban hành.").MaximumLength(200).WithMessage("Tối đa 200 ký tự.");
            RuleFor(form => form.Abstract).NotEmpty().WithMessage("Nhập trích yếu.").MaximumLength(400).WithMessage("Trích yếu tối đa 400 ký tự.");
            RuleFor(form => form.IsConfirmed).Equal(true).WithMessage("Đánh dấu xác nhận trước khi ban hành.");
            RuleFor(form => form.Paper).SetValidator(new PaperForm.Validator());
        }
    }
}

/// <summary>Tells whether the criteria are still those that somebody looked at: an addition raises the last id, a removal lowers the count, a change raises a version.</summary>
public sealed record CriteriaSeen(int Count, int LastId, int Versions)
{
    public static CriteriaSeen Of(ScoringScheme scheme) => new(scheme.Criteria.Count, scheme.Criteria.Select(row => row.Id).Append(0).Max(), scheme.Criteria.Sum(row => row.Version));

    public override string ToString() => $"{Count}.{LastId}.{Versions}";
}

/// <summary>The page of issuing: all reasons why not yet, or the form.</summary>
public sealed record IssuePage(ScoringScheme Scheme, IReadOnlyList<SchemeProblem> Problems, IssueSchemeForm Form, bool OnPaperOnly, bool MayMend, IReadOnlyList<string> Units)
{
    /// <summary>Of the draft of a later version: what it touches.</summary>
    public AmendmentImpact? Impact { get; init; }

    public string Seen => $"{CriteriaSeen.Of(Scheme)}";
}
