using FluentValidation;
using ThiDua.Domain;
using ThiDua.Domain.Scoring;

namespace ThiDua.Web.Features.Shared.Lines;

/// <summary>One line as typed by the unit, with the version that was seen.</summary>
public record TypedScore : TypedLine
{
    public int Version { get; init; }

    public string? Explanation { get; init; }

    public bool HasSecretEvidence { get; init; }

    public SelfScoring ToScoring(ScoringRule rule, LineValues before) => new(LineField.Values(rule, before, this), Text.Clean(Explanation), HasSecretEvidence);

    /// <summary>Whether this is what the cell holds already.</summary>
    public bool SaysNothingNew(ScoringRule rule, ScoreEntry cell) =>
        ToScoring(rule, cell.Values) == new SelfScoring(cell.Values, cell.Note, cell.HasSecretEvidence);
}

/// <summary>What is checked of every typed line.</summary>
public abstract class TypedScoreRules<T> : AbstractValidator<T>
    where T : TypedScore
{
    public const int LongestNote = 4000;

    protected TypedScoreRules()
    {
        RuleFor(line => line.Explanation).MaximumLength(LongestNote).WithMessage("Giải trình tối đa 4.000 ký tự.");
        RuleFor(line => line.Level).MaximumLength(100).WithMessage("Mức đã chọn không có trong bảng tiêu chí.");
    }
}
