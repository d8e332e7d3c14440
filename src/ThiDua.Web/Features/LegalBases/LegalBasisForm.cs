using FluentValidation;
using ThiDua.Domain;
using ThiDua.Domain.LegalBases;

namespace ThiDua.Web.Features.LegalBases;

/// <summary>A document of the catalogue as typed.</summary>
public sealed record LegalBasisForm
{
    public int Version { get; init; }

    public string? Kind { get; init; }

    public string? Number { get; init; }

    public DateOnly? IssuedOn { get; init; }

    public string? Issuer { get; init; }

    public string? Abstract { get; init; }

    public DateOnly? InForceFrom { get; init; }

    public DateOnly? InForceTo { get; init; }

    public int? ReplacedById { get; init; }

    public int? AmendsId { get; init; }

    public bool IsToBeVerified { get; init; }

    public string? Note { get; init; }

    public LegalBasisDescription ToDescription() => new(Kind!)
    {
        Number = Number,
        IssuedOn = IssuedOn,
        Issuer = Issuer,
        Abstract = Abstract,
        InForceFrom = InForceFrom,
        InForceTo = InForceTo,
        ReplacedById = ReplacedById,
        AmendsId = AmendsId,
        IsToBeVerified = IsToBeVerified,
        Note = Note,
    };

    public static LegalBasisForm Of(LegalBasis row) => new()
    {
        Version = row.Version,
        Kind = row.Kind,
        Number = row.Number,
        IssuedOn = row.IssuedOn,
        Issuer = row.Issuer,
        Abstract = row.Abstract,
        InForceFrom = row.InForceFrom,
        InForceTo = row.InForceTo,
        ReplacedById = row.ReplacedById,
        AmendsId = row.AmendsId,
        IsToBeVerified = row.IsToBeVerified,
        Note = row.Note,
    };

    public sealed class Validator : AbstractValidator<LegalBasisForm>
    {
        public Validator()
        {
            RuleFor(form => form.Kind).NotEmpty().WithMessage("Nhập loại văn bản, ví dụ Luật, Nghị định, Quyết định.").MaximumLength(100).WithMessage("Loại văn bản tối đa 100 ký tự.");
            RuleFor(form => form.Number).MaximumLength(60).WithMessage("Số, ký hiệu tối đa 60 ký tự.");
            RuleFor(form => form.Issuer).MaximumLength(200).WithMessage("Tên cơ quan tối đa 200 ký tự.");
            RuleFor(form => form.Abstract).MaximumLength(1000).WithMessage("Trích yếu tối đa 1.000 ký tự.")
                .Must((form, text) => Text.Clean(text) is not null || Text.Clean(form.Number) is not null).WithMessage("Nhập số, ký hiệu hoặc trích yếu để biết là văn bản nào.");
            RuleFor(form => form.Note).MaximumLength(1000).WithMessage("Ghi chú tối đa 1.000 ký tự.");
        }
    }
}

/// <summary>A document to be removed, as it was seen.</summary>
public sealed record RemoveLegalBasisForm
{
    public int Version { get; init; }

    public sealed class Validator : AbstractValidator<RemoveLegalBasisForm>;
}
