using FluentValidation;
using ThiDua.Domain.Scoring;

namespace ThiDua.Web.Features.ScoringSchemes;

/// <summary>What is written of a scheme apart from its criteria.</summary>
public record TermsFields
{
    public string? Title { get; init; }

    public decimal? ContentTotal { get; init; }

    public DateOnly? CutOffOn { get; init; }

    public NotAssignedPolicy? NotAssigned { get; init; }

    public RankBy? RankBy { get; init; }

    public NoSheetPolicy? NoSheet { get; init; }

    public SecondAppraisalScope SecondAppraisal { get; init; }

    public SchemeTerms ToTerms() =>
        new(Title!, ContentTotal!.Value) { CutOffOn = CutOffOn, NotAssigned = NotAssigned!.Value, RankBy = RankBy!.Value, NoSheet = NoSheet!.Value, SecondAppraisal = SecondAppraisal };

    /// <summary>The rules of the terms, also inside larger forms.</summary>
    public static void Rules<T>(AbstractValidator<T> validator)
        where T : TermsFields
    {
        validator.RuleFor(form => form.Title).NotEmpty().WithMessage("Nhập tên bảng tiêu chí.").MaximumLength(400).WithMessage("Tên tối đa 400 ký tự.");
        validator.RuleFor(form => form.ContentTotal).NotNull().WithMessage("Nhập tổng điểm nội dung.")
            .InclusiveBetween(0.01m, 1_000_000).WithMessage("Tổng điểm nội dung phải lớn hơn 0 và không quá 1.000.000.")
            .Must(total => total is null || Math.Round(total.Value, 2) == total).WithMessage("Tổng điểm nội dung có tối đa 2 chữ số sau dấu phẩy.");
        validator.RuleFor(form => form.NotAssigned).NotNull().WithMessage("Chọn cách xử lý.").IsInEnum().WithMessage("Chọn cách xử lý.");
        validator.RuleFor(form => form.RankBy).NotNull().WithMessage("Chọn cách xếp hạng.").IsInEnum().WithMessage("Chọn cách xếp hạng.");
        validator.RuleFor(form => form.SecondAppraisal).IsInEnum().WithMessage("Chọn phạm vi thẩm định lần hai.");
        validator.RuleFor(form => form.NoSheet).NotNull().WithMessage("Chọn cách xử lý.").IsInEnum().WithMessage("Chọn cách xử lý.");
    }
}

/// <summary>A new scheme and what it starts from.</summary>
public sealed record StartSchemeForm : TermsFields
{
    public string? Source { get; init; }

    public sealed class Validator : AbstractValidator<StartSchemeForm>
    {
        public Validator() => Rules(this);
    }
}

/// <summary>The terms of the draft, with the ladder that equal totals go down.</summary>
public sealed record TermsForm : TermsFields
{
    /// <summary>How many rungs the ladder has at most.</summary>
    public const int Rungs = 6;

    public int Version { get; init; }

    /// <summary>Each rung as "Vote" or, with its section or criterion, "SectionTotal:12"; empty ones are left out.</summary>
    public List<string?> TieKeys { get; init; } = [];

    /// <summary>The bands of the classification; rows without a name and a score are left out.</summary>
    public List<BandFields> Bands { get; init; } = [];

    public static TermsForm Of(ScoringScheme scheme) => new()
    {
        Version = scheme.Version,
        Title = scheme.Title,
        ContentTotal = scheme.ContentTotal,
        CutOffOn = scheme.CutOffOn,
        NotAssigned = scheme.NotAssigned,
        RankBy = scheme.RankBy,
        NoSheet = scheme.NoSheet,
        SecondAppraisal = scheme.SecondAppraisal,
        TieKeys = [.. scheme.TieKeys.Select(Rung)],
        Bands = [.. scheme.Bands.Select(BandFields.Of)],
    };

    public static string Rung(TieKey key) => key.NodeId is { } node ? $"{key.Kind}:{node}" : $"{key.Kind}";

    public static TieKey? Read(string? rung)
    {
        var parts = rung?.Split(':') ?? [];
        return parts switch
        {
            [var kind] when Enum.TryParse<TieKeyKind>(kind, out var key) && key is TieKeyKind.FewerDeductions or TieKeyKind.Vote => new(key),
            [var kind, var node] when Enum.TryParse<TieKeyKind>(kind, out var key) && key is TieKeyKind.SectionTotal or TieKeyKind.CriterionPoints && int.TryParse(node, out var id) => new(key, id),
            _ => null,
        };
    }

    public sealed class Validator : AbstractValidator<TermsForm>
    {
        public Validator()
        {
            Rules(this);
            RuleFor(form => form.TieKeys).Must(rungs => rungs.Count <= Rungs).WithMessage($"Tối đa {Rungs} tiêu chí phụ.");
            RuleFor(form => form.Bands).Must(bands => bands.Count <= BandFields.Most).WithMessage($"Tối đa {BandFields.Most} mức xếp loại.");
            RuleForEach(form => form.Bands).SetValidator(new BandFields.Validator());
            RuleForEach(form => form.TieKeys).Must(rung => string.IsNullOrEmpty(rung) || Read(rung) is not null).WithMessage("Chọn một tiêu chí phụ trong danh sách.");
            RuleForEach(form => form.TieKeys).Must((form, rung) => string.IsNullOrEmpty(rung) || form.TieKeys.Count(other => other == rung) == 1).WithMessage("Tiêu chí phụ này đã chọn ở dòng khác.");
        }
    }
}
