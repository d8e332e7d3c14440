using FluentValidation;
using ThiDua.Domain.Planning;

namespace ThiDua.Web.Features.Shared;

/// <summary>How a date is checked as it is typed.</summary>
internal static class DateRules
{
    /// <summary>A date as written, or nothing; what names an hour, or a day that there is not, is refused with that reason.</summary>
    public static IRuleBuilderOptions<T, string?> MustBeADate<T>(this IRuleBuilder<T, string?> when) =>
        when.Must(text => string.IsNullOrWhiteSpace(text) || DateAsWritten.ProblemOf(text) is null).WithMessage((_, text) => DateAsWritten.ProblemOf(text!)!);
}
