using FluentValidation;
using ThiDua.Domain;
using ThiDua.Domain.Clusters;

namespace ThiDua.Web.Features.Shared.Regulations;

/// <summary>Honours by rank as they are typed (vị trí suy tôn): one a line, the first for the first place.</summary>
public sealed class HonoursByLine : AbstractValidator<string?>
{
    public HonoursByLine() => RuleFor(typed => typed).MaximumLength(1000).WithMessage("Các vị trí suy tôn tối đa 1000 ký tự.")
        .Must(typed => Read(typed) is { Count: <= YearParameters.MostHonours } honours && honours.Distinct().Count() == honours.Count).WithMessage($"Mỗi vị trí suy tôn ghi một dòng, không trùng nhau, tối đa {YearParameters.MostHonours} dòng.");

    public static IReadOnlyList<string> Read(string? typed) => [.. (typed ?? "").Split('\n').Select(Text.Clean).OfType<string>()];
}
