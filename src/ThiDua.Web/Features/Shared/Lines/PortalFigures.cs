using ThiDua.Domain.Scoring;

namespace ThiDua.Web.Features.Shared.Lines;

/// <summary>The events behind a line by the portal, with the points proposed, for the partial <c>_PortalFigures</c>.</summary>
public sealed record PortalFigures(SchemeNode Leaf, IReadOnlyList<PortalProposal> Events)
{
    /// <summary>Those that the line, as the scheme has it now, is scored from.</summary>
    public IReadOnlyList<PortalProposal> Events { get; } = [.. Events.Where(one => one.IsFor(Leaf))];

    public Calculation? Proposed { get; } = PortalProposal.Proposed(Leaf, Events);

    /// <summary>What would follow from what has become of the events since the appraisal; null where nothing has.</summary>
    public decimal? ProposedSince { get; } = PortalProposal.ProposedSince(Leaf, Events);

    /// <summary>Where a reason is recorded, for who may.</summary>
    public string? ExcuseUrl { get; init; }
}
