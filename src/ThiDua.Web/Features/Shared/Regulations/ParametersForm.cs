using FluentValidation;
using ThiDua.Domain;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Scoring;

namespace ThiDua.Web.Features.Shared.Regulations;

/// <summary>One rung of the ladder that equal totals go down, a section or criterion by its number.</summary>
public sealed record TieKeyForm
{
    public TieKeyKind? Kind { get; init; }

    public string? Code { get; init; }
}

/// <summary>The part of a form that lays down the parameters of a regulation or of a year; bound to "Parameters".</summary>
public sealed record ParametersForm
{
    public int? Deputies { get; init; }

    public LeaderChoice? LeaderChoice { get; init; }

    public MajorityKind? MajorityKind { get; init; }

    public decimal? MajorityShare { get; init; }

    public MajorityOf? MajorityOf { get; init; }

    public int? CommentDays { get; init; }

    public bool SilenceAgrees { get; init; }

    public bool WaitsForWorkingDay { get; init; }

    public bool HasPreparatorySession { get; init; }

    public int? ObjectionDays { get; init; }

    /// <summary>In their order; rows without a kind are left out.</summary>
    public List<TieKeyForm> TieKeys { get; init; } = [];

    /// <summary>One a line, the first for the first place.</summary>
    public string? Honours { get; init; }

    public static ParametersForm Of(YearParameters parameters) => new()
    {
        Deputies = parameters.Deputies,
        LeaderChoice = parameters.LeaderChoice,
        MajorityKind = parameters.Majority?.Kind,
        MajorityShare = parameters.Majority?.Share,
        MajorityOf = parameters.Majority?.Of,
        CommentDays = parameters.CommentDays,
        SilenceAgrees = parameters.SilenceAgrees,
        WaitsForWorkingDay = parameters.WaitsForWorkingDay,
        HasPreparatorySession = parameters.HasPreparatorySession,
        ObjectionDays = parameters.ObjectionDays,
        TieKeys = [.. parameters.TieKeys.Select(key => new TieKeyForm { Kind = key.Kind, Code = key.Code })],
        Honours = string.Join('\n', parameters.Honours),
    };

    public YearParameters ToParameters() => new()
    {
        Deputies = Deputies!.Value,
        LeaderChoice = LeaderChoice,
        Majority = MajorityKind is { } kind ? new(kind, MajorityOf!.Value, MajorityShare) : null,
        CommentDays = CommentDays,
        SilenceAgrees = SilenceAgrees,
        WaitsForWorkingDay = WaitsForWorkingDay,
        HasPreparatorySession = HasPreparatorySession,
        ObjectionDays = ObjectionDays,
        TieKeys = [.. TieKeys.Where(key => key.Kind is not null).Select(key => new TemplateTieKey(key.Kind!.Value, Text.Clean(key.Code)))],
        Honours = HonoursByLine.Read(Honours),
    };

    /// <summary>The values that the domain does not refuse by itself.</summary>
    public sealed class Validator : AbstractValidator<ParametersForm>
    {
        public Validator()
        {
            RuleFor(form => form.Deputies).NotNull().WithMessage("Chọn số đơn vị phó.").InclusiveBetween(0, YearParameters.MostDeputies).WithMessage($"Số đơn vị phó từ 0 đến {YearParameters.MostDeputies}.");
            RuleFor(form => form.LeaderChoice).IsInEnum().WithMessage("Chọn trong danh sách.");
            RuleFor(form => form.MajorityKind).IsInEnum().WithMessage("Chọn trong danh sách.");
            RuleFor(form => form.MajorityOf).IsInEnum().WithMessage("Chọn trong danh sách.").NotNull().When(form => form.MajorityKind is not null).WithMessage("Chọn tỷ lệ tính trên số nào.");
            RuleFor(form => form.MajorityShare).Must((form, share) => (form.MajorityKind == Domain.Clusters.MajorityKind.Percent) == share is not null).WithMessage("Nhập tỷ lệ phần trăm khi, và chỉ khi, chọn “ít nhất một tỷ lệ phần trăm”.");
            RuleFor(form => form.CommentDays).InclusiveBetween(1, YearParameters.MostDays).WithMessage($"Số ngày từ 1 đến {YearParameters.MostDays}.");
            RuleFor(form => form.ObjectionDays).InclusiveBetween(1, YearParameters.MostDays).WithMessage($"Số ngày từ 1 đến {YearParameters.MostDays}.");
            RuleFor(form => form.Honours).SetValidator(new HonoursByLine());
            RuleFor(form => form.TieKeys).Must(keys => keys.Count <= YearParameters.MostTieKeys).WithMessage($"Tối đa {YearParameters.MostTieKeys} tiêu chí phụ.");
            RuleForEach(form => form.TieKeys).ChildRules(key =>
            {
                key.RuleFor(row => row.Kind).IsInEnum().WithMessage("Chọn trong danh sách.");
                key.RuleFor(row => row.Code).MaximumLength(20).WithMessage("Số thứ tự tối đa 20 ký tự.")
                    .Must((row, code) => row.Kind is TieKeyKind.SectionTotal or TieKeyKind.CriterionPoints ? Text.Clean(code) is not null : row.Kind is null || Text.Clean(code) is null)
                    .WithMessage("Ghi số thứ tự của mục hoặc tiêu chí, ví dụ II; các tiêu chí phụ khác để trống.");
            });
        }
    }
}
