using System.Linq.Expressions;
using FluentValidation;
using ThiDua.Domain;
using ThiDua.Domain.Authorities;
using ThiDua.Domain.Planning.Requests;
using ThiDua.Web.Features.Shared;

namespace ThiDua.Web.Features.AuthorityYears;

/// <summary>What an authority types of its year; a limit left empty is none.</summary>
public sealed record AuthorityYearForm
{
    /// <summary>The version that the person saw; 0 where the year was not begun.</summary>
    public int Version { get; init; }

    public DocumentForm Document { get; init; } = new();

    public IFormFile? Scan { get; init; }

    public string? Summary { get; init; }

    public string? CovenantSigned { get; init; }

    public string? Registration { get; init; }

    public string? PlanSent { get; init; }

    public string? SchemeSent { get; init; }

    public string? SixMonthReport { get; init; }

    public string? MidYearConference { get; init; }

    public string? AnnualReport { get; init; }

    public string? AnnualConference { get; init; }

    public RequestManner? PlanManner { get; init; }

    public RequestManner? SchemeManner { get; init; }

    public bool HasDocument => Text.Clean(Document.Number) is not null || Document.IssuedOn is not null || Text.Clean(Document.Issuer) is not null || Text.Clean(Document.Abstract) is not null || Scan is not null;

    public string? this[LimitKind kind] => kind switch
    {
        LimitKind.CovenantSigned => CovenantSigned,
        LimitKind.Registration => Registration,
        LimitKind.PlanSent => PlanSent,
        LimitKind.SchemeSent => SchemeSent,
        LimitKind.SixMonthReport => SixMonthReport,
        LimitKind.MidYearConference => MidYearConference,
        LimitKind.AnnualReport => AnnualReport,
        _ => AnnualConference,
    };

    public AuthorityYearTerms ToTerms() => new()
    {
        Plan = HasDocument ? Document.ToReference() : null,
        Summary = Summary,
        Limits = [.. Enum.GetValues<LimitKind>().Where(kind => Text.Clean(this[kind]) is not null).Select(kind => new DateLimit(kind, this[kind]!))],
        PlanManner = PlanManner,
        SchemeManner = SchemeManner,
    };

    public static AuthorityYearForm Of(AuthorityYear? year)
    {
        string? When(LimitKind kind) => year?.Limits.FirstOrDefault(limit => limit.Kind == kind)?.When;
        return new()
        {
            Version = year?.Version ?? 0,
            Document = year?.Plan is { } plan ? new() { Number = plan.Number, IssuedOn = plan.IssuedOn, Issuer = plan.Issuer, Abstract = plan.Abstract } : new(),
            Summary = year?.Summary,
            CovenantSigned = When(LimitKind.CovenantSigned),
            Registration = When(LimitKind.Registration),
            PlanSent = When(LimitKind.PlanSent),
            SchemeSent = When(LimitKind.SchemeSent),
            SixMonthReport = When(LimitKind.SixMonthReport),
            MidYearConference = When(LimitKind.MidYearConference),
            AnnualReport = When(LimitKind.AnnualReport),
            AnnualConference = When(LimitKind.AnnualConference),
            PlanManner = year?.PlanManner,
            SchemeManner = year?.SchemeManner,
        };
    }

    public sealed class Validator : AbstractValidator<AuthorityYearForm>
    {
        public Validator()
        {
            RuleFor(form => form.Document).SetValidator(new DocumentForm.Validator()).When(form => form.HasDocument);
            RuleFor(form => form.Summary).MaximumLength(20_000).WithMessage("Nội dung tóm tắt tối đa 20.000 ký tự.");
            RuleFor(form => form.PlanManner).IsInEnum().WithMessage("Chọn cách gửi kế hoạch.");
            RuleFor(form => form.SchemeManner).IsInEnum().WithMessage("Chọn cách gửi bảng tiêu chí.");
            foreach (var limit in new Expression<Func<AuthorityYearForm, string?>>[] { form => form.CovenantSigned, form => form.Registration, form => form.PlanSent, form => form.SchemeSent, form => form.SixMonthReport, form => form.MidYearConference, form => form.AnnualReport, form => form.AnnualConference })
            {
                RuleFor(limit).MaximumLength(200).WithMessage("Thời gian tối đa 200 ký tự.").MustBeADate();
            }
        }
    }
}
