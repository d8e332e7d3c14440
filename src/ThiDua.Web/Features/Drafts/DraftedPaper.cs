using ThiDua.Domain;
using ThiDua.Domain.Documents;
using ThiDua.Domain.Documents.Drafting;
using ThiDua.Domain.Planning;
using ThiDua.Domain.Reporting;
using ThiDua.Web.Data;
using ThiDua.Web.Documents;

namespace ThiDua.Web.Features.Drafts;

/// <summary>A drafted document as it prints: under its issuer's letterhead, number and date open.</summary>
public sealed class DraftedPaper(PortalDb db, DraftIssuers issuers, ConsolidatedNow consolidated)
{
    /// <summary>The document as stored, or with what is typed and not saved yet.</summary>
    public async Task<OfficialDocument> Handle(DraftedDocument draft, DraftedText? typed = null)
    {
        var figures = draft.Consolidated ?? (draft.RequirementId is { } requirementId ? await consolidated.Handle(requirementId) : null);
        var (text, head) = (typed ?? draft.Text, await issuers.Head(draft.IssuerOrganizationId));
        return new()
        {
            Title = $"{draft.KindWords} - {text.Abstract}",
            Author = draft.IssuerName,
            Letterhead = head.Letterhead,
            Symbol = draft.IsInRegister ? Text.Clean(text.Symbol) : null,
            Place = head.Place,
            Year = db.YearNow,
            Kind = draft.Kind == DocumentKind.Letter ? null : draft.KindWords,
            Abstract = text.Abstract,
            DecidedBy = draft.Kind == DocumentKind.Decision ? Text.Clean(text.Authority) : null,
            Addressees = text.Addressees,
            LegalBases = text.Bases,
            Body = [.. draft.Kind == DocumentKind.Decision ? [new Paragraph([new Run("QUYẾT ĐỊNH:", Bold: true)], Alignment.Center)] : Array.Empty<Block>(), .. Blocks(text, figures).Select(Titled)],
            EndMark = draft.IsInRegister,
            Signatures = [.. Signatures(text)],
            Recipients = text.Recipients,
            Archive = text.Archive ?? "VT",
        };
    }

    private static IEnumerable<Block> Blocks(DraftedText text, ConsolidatedFigures? figures) => figures is null ? MarkupBlocks.Of(text.Body) : ConsolidatedBlocks.Expand(MarkupBlocks.Of(text.Body), figures);

    // Who takes over signs at the left, who issues at the right.
    private static IEnumerable<Signature> Signatures(DraftedText text)
    {
        if (text.SecondLines.Count > 0)
        {
            yield return new(text.SecondLines, Text.Clean(text.SecondSignatory));
        }

        if (text.SignatoryLines.Count > 0)
        {
            yield return new(text.SignatoryLines, Text.Clean(text.Signatory));
        }
    }

    // A paragraph that is bold from end to end is a heading, and stays with what follows.
    private static Block Titled(Block block)
    {
        if (block is not Paragraph { Runs: { Count: > 0 } runs } || runs.Any(run => !run.Bold || run.Italic))
        {
            return block;
        }

        var title = string.Concat(runs.Select(run => run.Text));
        return new Heading(NumberMark.At(title)?.Kind == NumberKind.Roman ? 1 : 2, title);
    }
}
