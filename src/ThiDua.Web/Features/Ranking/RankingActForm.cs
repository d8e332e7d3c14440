using FluentValidation;
using ThiDua.Domain;
using ThiDua.Web.Features.Shared;
using ThiDua.Web.Files;

namespace ThiDua.Web.Features.Ranking;

/// <summary>What every act of the ranking is sent with: the version seen, a reason or note, and the signed paper it is recorded from.</summary>
public record RankingActForm
{
    public int Version { get; init; }

    public string? Reason { get; init; }

    public PaperForm Paper { get; init; } = new();

    public async Task<StepNote> ToNote(FileStore files, DateTime at, CancellationToken cancellationToken) =>
        new(at, Text.Clean(Reason), Paper.ToPaper((await files.Receive(Paper.Scan, "Paper.Scan", cancellationToken))?.Id));

    /// <summary>A reason of at most 2,000 characters, and a complete paper.</summary>
    public abstract class RulesFor<T> : AbstractValidator<T>
        where T : RankingActForm
    {
        protected RulesFor()
        {
            RuleFor(form => form.Reason).MaximumLength(2000).WithMessage("Tối đa 2.000 ký tự.");
            RuleFor(form => form.Paper).SetValidator(new PaperForm.Validator());
        }
    }
}

/// <summary>An act of the ranking that rests on a document.</summary>
public record RankingDocumentForm : RankingActForm
{
    public DocumentForm Document { get; init; } = new();

    /// <summary>As every act, and the document complete.</summary>
    public abstract class DocumentRulesFor<T> : RulesFor<T>
        where T : RankingDocumentForm
    {
        protected DocumentRulesFor() => RuleFor(form => form.Document).SetValidator(new DocumentForm.Validator());
    }
}
