using ThiDua.Domain;
using ThiDua.Domain.Scoring;

namespace ThiDua.Web.Features.Ranking;

/// <summary>Cách tính điểm: one unit's total of a layer unfolded to lines, rule, inputs, rivals, caps, rounding, files, and who changed what when and why.</summary>
public sealed record ExplanationPage(int LayerId, ResultLayerKind Kind, int SheetId, ResultTable.Row Row, IReadOnlyList<ExplanationPage.Line> Lines)
{
    /// <summary>The scheme in force: its title, the document that issued it, its version.</summary>
    public required SchemeInForce Scheme { get; init; }

    /// <summary>How the total came from the sections.</summary>
    public IReadOnlyList<string> TotalSteps { get; init; } = [];

    public sealed record SchemeInForce(string Title, DocumentReference? IssuedBy, int Version);

    /// <summary>A node of the tree; a leaf with how its points came about, a section with its sum and its cap.</summary>
    public sealed record Line(SchemeNode Node, int Depth, decimal Points)
    {
        public Leaf? Leaf { get; init; }

        /// <summary>What was added up below a section, and where a cap cut it.</summary>
        public string? SumInWords { get; init; }
    }

    public sealed record Leaf(string RuleInWords, decimal? SelfPoints, LineValues Values, IReadOnlyList<string> Steps)
    {
        public string? Explanation { get; init; }

        public string? Reason { get; init; }

        public string? EnteredBy { get; init; }

        public DateTime? EnteredAt { get; init; }

        /// <summary>What the units of the cluster reached that this one was compared with.</summary>
        public IReadOnlyList<Rival> Rivals { get; init; } = [];

        public IReadOnlyList<CellChange> Changes { get; init; } = [];

        /// <summary>What layers after the adoption set of this line, in their order; the last one holds.</summary>
        public IReadOnlyList<SetByLayer> SetBy { get; init; } = [];

        public IReadOnlyList<File> Files { get; init; } = [];

        /// <summary>Why the leaf is not assigned to the unit, and who decided.</summary>
        public LeafAssignment? NotAssigned { get; init; }

        public IReadOnlyList<PortalProposal> Proposals { get; init; } = [];
    }

    /// <summary>A change of the line by a layer (thẩm định lần hai, điều chỉnh), with the layer's document.</summary>
    public sealed record SetByLayer(ResultLayerKind Kind, LineChange Change, DocumentReference? Document)
    {
        public string InWords =>
            $"{Labels.Of(Kind)}{(Document is null ? "" : $" theo văn bản số {Document.Number} ngày {Document.IssuedOn:dd/MM/yyyy} của {Document.Issuer}")}: {(Change.From is { } from ? Figures.Points(from) : "chưa có điểm")} → {Figures.Points(Change.To)}. Lý do: {Change.Reason.TrimEnd('.')}. Người ghi: {Change.ByName}.";
    }

    public sealed record Rival(string UnitName, decimal? Target, decimal? Achieved, decimal? Points, bool IsThisUnit);

    public sealed record File(int LinkId, string Name);
}
