using FluentValidation;
using ThiDua.Domain;
using ThiDua.Domain.Scoring;

namespace ThiDua.Web.Features.ScoringSchemes;

/// <summary>One band of the classification as typed (mức xếp loại): floor and share in percent; an empty row says nothing.</summary>
public sealed record BandFields
{
    /// <summary>How many bands a scheme has at most.</summary>
    public const int Most = 6;

    public string? Name { get; init; }

    public decimal? From { get; init; }

    public decimal? Floor { get; init; }

    public decimal? Share { get; init; }

    public bool IsEmpty => Text.Clean(Name) is null && From is null && Floor is null && Share is null;

    public ClassificationBand ToBand() => new(Name ?? "", From ?? 0, Floor, Share / 100);

    public static BandFields Of(ClassificationBand band) => new() { Name = band.Name, From = band.From, Floor = band.SectionFloorPercent, Share = band.ShareOfUnits * 100 };

    /// <summary>A row that is begun has a name and a score.</summary>
    public sealed class Validator : AbstractValidator<BandFields>
    {
        public Validator()
        {
            When(band => !band.IsEmpty, () =>
            {
                RuleFor(band => band.Name).NotEmpty().WithMessage("Nhập tên mức xếp loại.").MaximumLength(60).WithMessage("Tên mức tối đa 60 ký tự.");
                RuleFor(band => band.From).NotNull().WithMessage("Nhập điểm tối thiểu.").InclusiveBetween(0, 1_000_000).WithMessage("Điểm tối thiểu từ 0 đến 1.000.000.");
            });
        }
    }
}
