namespace ThiDua.Web.Features.ScoreSheets;

/// <summary>The appraised lines before the unit, each with room for an objection; those that differ from its own scoring, or that the appraiser alone filled, come first.</summary>
public sealed record ObjectionPage(SheetPage Sheet, bool OnPaperOnly, RaiseObjection.Form Typed)
{
    private readonly Dictionary<int, int> _places = OpenOf(Sheet).Select((line, index) => (line.Node.Id, index)).ToDictionary(row => row.Id, row => row.index);

    public IReadOnlyList<SheetLine> Differing => [.. Open.Where(line => line.Differs || line.IsByPortal || IsTyped(line))];

    public IReadOnlyList<SheetLine> Others => [.. Open.Except(Differing)];

    /// <summary>The lines that had their one objection.</summary>
    public IReadOnlyList<SheetLine> Objected => [.. Sheet.Leaves.Where(line => line.Objection is not null)];

    private IEnumerable<SheetLine> Open => OpenOf(Sheet);

    public LineToObject Line(SheetLine line) => new(line, $"Lines[{_places[line.Node.Id]}].", TypedOf(line)?.Reason);

    private static IEnumerable<SheetLine> OpenOf(SheetPage sheet) => sheet.Leaves.Where(line => line is { Appraised: not null, Objection: null });

    private bool IsTyped(SheetLine line) => TypedOf(line)?.Reason is { Length: > 0 };

    private RaiseObjection.Line? TypedOf(SheetLine line) => Typed.Lines.Find(typed => typed.CriterionId == line.Node.Id);
}

/// <summary>One line of the form.</summary>
public sealed record LineToObject(SheetLine Line, string Prefix, string? Typed);
