using ThiDua.Domain.Access;
using static ThiDua.Domain.RuleViolation;

namespace ThiDua.Domain.Planning;

/// <summary>A section at its place: depth from 0, its number as printed (I., 1., 1.1., a)), and the way to it: II.1.a.</summary>
public sealed record PlacedSection(PlanSection Section, int Depth, string Number, string Way, bool IsFirst, bool IsLast, int Below)
{
    public bool HasBlocks { get; init; }

    /// <summary>A title with nothing under it.</summary>
    public bool IsEmpty => Section.Body is null && Below == 0 && !HasBlocks && Depth < PlanOutline.Deepest && Section.Title is { } title && title[^1] is not ('.' or ';');
}

/// <summary>What goes when a section is removed, each before what it stands in.</summary>
public sealed record RemovedSections(IReadOnlyList<PlanSection> Sections, IReadOnlyList<PlanBlock> Blocks);

/// <summary>How the outline of a plan is numbered: I., 1., 1.1., a).</summary>
public static class PlanOutline
{
    /// <summary>The depth of points a), which have nothing below them.</summary>
    public const int Deepest = 3;

    // As far as letters and Roman numbers go.
    private const int MostPoints = 23;
    private const int MostChapters = 80;

    public static int MostSections { get; } = 500;

    /// <summary>The number that a section of these places bears, one place for each level.</summary>
    public static NumberMark MarkOf(IReadOnlyList<int> places) => places.Count switch
    {
        1 => new(NumberKind.Roman, places, 0),
        <= Deepest => new(NumberKind.Arabic, [.. places.Skip(1)], 0),
        _ => new(NumberKind.Letter, [places[^1]], 0),
    };

    internal static int MostAt(int depth) => depth switch { 0 => MostChapters, Deepest => MostPoints, _ => MostSections };
}

// How the outline is written and moved.
public sealed partial class Plan
{
    /// <summary>The sections in reading order.</summary>
    public IReadOnlyList<PlacedSection> Outline() => [.. Placed(null, [], "")];

    public PlanSection AddSection(Actor by, int? parentId, SectionText text) => AddSectionBelow(by, parentId is { } id ? Find(id) : null, text);

    /// <summary>Adds a section at the end, below one that may itself be new; null: a section of the first level.</summary>
    public PlanSection AddSectionBelow(Actor by, PlanSection? parent, SectionText text)
    {
        RequireOpen(by);
        Require(_sections.Count < PlanOutline.MostSections, $"Kế hoạch có nhiều nhất {PlanOutline.MostSections} mục.");
        RequireRoom(parent, deep: 0);
        var section = new PlanSection(this, parent, In(parent).Select(row => row.Order).Append(0).Max() + 1, text);
        _sections.Add(section);
        return section;
    }

    public void ChangeSection(Actor by, int sectionId, SectionText text)
    {
        RequireOpen(by);
        Find(sectionId).Describe(by, text);
    }

    /// <summary>Moves a section one place up (−1) or down (+1) among its siblings.</summary>
    public void MoveSection(Actor by, int sectionId, int places)
    {
        RequireOpen(by);
        var section = Find(sectionId);
        Number(by, Ordering.Moved(In(ParentOf(section)), section, places));
    }

    /// <summary>Moves a section with all below it into the one just above it (+1), or out of its own to stand after it (−1).</summary>
    public void ShiftSection(Actor by, int sectionId, int levels)
    {
        RequireOpen(by);
        var section = Find(sectionId);
        var (old, number) = (ParentOf(section), Outline().First(row => row.Section == section).Way);
        var parent = levels > 0 ? In(old).TakeWhile(row => row != section).LastOrDefault() : old is null ? null : ParentOf(old);
        Require(levels < 0 || parent is not null, $"Phía trên mục {number} không có mục nào để chuyển vào.");
        Require(levels > 0 || old is not null, $"Mục {number} đã ở ngoài cùng.");
        RequireRoom(parent, HeightOf(section));
        var siblings = In(parent);
        siblings.Insert(levels > 0 ? siblings.Count : siblings.IndexOf(old!) + 1, section);
        section.PutBelow(by, parent);
        Number(by, siblings);
    }

    /// <summary>Removes a section with all below it and the blocks in them.</summary>
    public RemovedSections RemoveSection(Actor by, int sectionId)
    {
        RequireOpen(by);
        var section = Find(sectionId);
        IReadOnlyList<PlanSection> removed = [.. Below(section).Reverse(), section];
        IReadOnlyList<PlanBlock> blocks = [.. removed.SelectMany(BlocksOf)];
        _sections.RemoveAll(removed.Contains);
        _blocks.RemoveAll(blocks.Contains);
        return new(removed, blocks);
    }

    public PlanBasis AddBasis(Actor by, BasisDescription description)
    {
        RequireOpen(by);
        Require(_bases.Count < PlanOutline.MostSections, $"Kế hoạch có nhiều nhất {PlanOutline.MostSections} căn cứ.");
        var basis = new PlanBasis(this, _bases.Select(row => row.Order).Append(0).Max() + 1, description);
        _bases.Add(basis);
        return basis;
    }

    public void ChangeBasis(Actor by, int basisId, BasisDescription description)
    {
        RequireOpen(by);
        FindBasis(basisId).Describe(by, description);
    }

    /// <summary>Moves a basis one place up (−1) or down (+1).</summary>
    public void MoveBasis(Actor by, int basisId, int places)
    {
        RequireOpen(by);
        var ordered = Ordering.Moved(BasesInOrder(), FindBasis(basisId), places);
        for (var order = 0; order < ordered.Count; order++)
        {
            ordered[order].Place(by, order + 1);
        }
    }

    public PlanBasis RemoveBasis(Actor by, int basisId)
    {
        RequireOpen(by);
        var basis = FindBasis(basisId);
        _bases.Remove(basis);
        return basis;
    }

    public IReadOnlyList<PlanBasis> BasesInOrder() => [.. _bases.OrderBy(row => row.Order).ThenBy(row => row.Id)];

    private IEnumerable<PlacedSection> Placed(PlanSection? parent, IReadOnlyList<int> above, string way)
    {
        var siblings = In(parent);
        for (var index = 0; index < siblings.Count; index++)
        {
            IReadOnlyList<int> places = [.. above, index + 1];
            var mark = PlanOutline.MarkOf(places);
            // 1.1. names its level above already.
            var here = places.Count == PlanOutline.Deepest ? $"{way[..way.LastIndexOf('.')]}.{mark.Text}" : way.Length == 0 ? mark.Text : $"{way}.{mark.Text}";
            var below = Placed(siblings[index], places, here).ToList();
            yield return new(siblings[index], places.Count - 1, mark.Shown, here, index == 0, index == siblings.Count - 1, below.Count) { HasBlocks = BlocksOf(siblings[index]).Any() };
            foreach (var row in below)
            {
                yield return row;
            }
        }
    }

    private void RequireRoom(PlanSection? parent, int deep)
    {
        var depth = parent is null ? 0 : DepthOf(parent) + 1;
        Require(depth + deep <= PlanOutline.Deepest, "Dàn ý có nhiều nhất bốn cấp: I, 1, 1.1, a.", nameof(PlanSection.ParentId));
        Require(In(parent).Count < PlanOutline.MostAt(depth), $"Ở đây đã có {PlanOutline.MostAt(depth)} mục, không thêm được nữa.", nameof(PlanSection.ParentId));
    }

    private int DepthOf(PlanSection section) => ParentOf(section) is { } parent ? DepthOf(parent) + 1 : 0;

    private int HeightOf(PlanSection section) => In(section).Select(row => HeightOf(row) + 1).Append(0).Max();

    private PlanSection? ParentOf(PlanSection section) => _sections.Find(section.IsBelow);

    private List<PlanSection> In(PlanSection? parent) => [.. _sections.Where(row => row.IsBelow(parent)).OrderBy(row => row.Order).ThenBy(row => row.Id)];

    private IEnumerable<PlanSection> Below(PlanSection section) => In(section).SelectMany(row => Below(row).Prepend(row));

    private PlanSection Find(int sectionId) => _sections.Find(row => row.Id == sectionId) ?? throw new RuleViolation("Mục này vừa được người khác xóa.");

    private PlanBasis FindBasis(int basisId) => _bases.Find(row => row.Id == basisId) ?? throw new RuleViolation("Căn cứ này vừa được người khác xóa.");

    private static void Number(Actor by, List<PlanSection> siblings)
    {
        for (var order = 0; order < siblings.Count; order++)
        {
            siblings[order].Place(by, order + 1);
        }
    }
}
