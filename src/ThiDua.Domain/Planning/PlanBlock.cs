using ThiDua.Domain.Access;

namespace ThiDua.Domain.Planning;

/// <summary>A structured block of a plan (nội dung có cấu trúc) in one of its sections: it prints after the section's text, or the text tells it already.</summary>
public sealed class PlanBlock : IInClusterYear, IVersioned
{
    private PlanBlock() => (Plan, Section, Content) = (null!, null!, null!);

    internal PlanBlock(Plan plan, PlanSection section, BlockContent content, bool isInText, PlanBlock? copyOf)
        : this()
    {
        (Plan, ClusterYearId, CopyOfId) = (plan, plan.ClusterYearId, copyOf?.OriginId);
        Write(section, content, isInText);
    }

    public int Id { get; private set; }

    public int ClusterYearId { get; private set; }

    public int PlanId { get; private set; }

    public Plan Plan { get; private set; }

    public int SectionId { get; private set; }

    public PlanSection Section { get; private set; }

    /// <summary>The block of the first plan of this year from which it was copied, when that was adjusted.</summary>
    public int? CopyOfId { get; private set; }

    /// <summary>The same in every revision of the plan: who took it from one of them has taken it.</summary>
    public int OriginId => CopyOfId ?? Id;

    public BlockContent Content { get; private set; }

    /// <summary>The text of the section tells it: it is not printed once more.</summary>
    public bool IsInText { get; private set; }

    public int Version { get; private set; }

    internal bool IsIn(PlanSection section) => Section == section || (SectionId == section.Id && section.Id > 0);

    internal void Describe(Actor by, PlanSection section, BlockContent content, bool isInText)
    {
        ArgumentNullException.ThrowIfNull(by);
        Write(section, content, isInText);
        Version++;
    }

    private void Write(PlanSection section, BlockContent content, bool isInText)
    {
        (Section, SectionId, Content, IsInText) = (section, section.Id, content, isInText);
        RuleViolation.Require(content is not ConferenceContent { When: null, Place: null, Agenda.Count: 0, Participants.Count: 0, Name: null }, "Nhập thời gian, địa điểm hoặc nội dung của hội nghị.", nameof(ConferenceContent.When));
        RuleViolation.Require(content is not AssignmentContent { To: AssignedTo.Others, Others: null }, "Nhập tên cơ quan, đơn vị được phân công.", nameof(AssignmentContent.Others));
        RuleViolation.Require(content is not DeadlineContent { When: null }, "Nhập thời hạn.", nameof(DeadlineContent.When));
    }
}

// The structured blocks of a plan.
public sealed partial class Plan
{
    private const int MostBlocks = 100;

    private readonly List<PlanBlock> _blocks = [];

    public IReadOnlyList<PlanBlock> Blocks => _blocks;

    /// <summary>The blocks of a section in the order in which they print.</summary>
    public IEnumerable<PlanBlock> BlocksOf(PlanSection section) => _blocks.Where(block => block.IsIn(section)).OrderBy(block => block.Id);

    /// <summary>What prints after the text of a section, in the small Markdown of sections.</summary>
    public IEnumerable<string> PrintedAfter(PlanSection section, string leaderTitle) => BlocksOf(section).Where(block => !block.IsInText).Select(block => block.Content.Markup(leaderTitle));

    public PlanBlock AddBlock(Actor by, int sectionId, BlockContent content, bool isInText) => AddBlockTo(by, Find(sectionId), content, isInText);

    /// <summary>Adds a block to a section that may itself be new; copyOf: that of the plan which this one adjusts.</summary>
    public PlanBlock AddBlockTo(Actor by, PlanSection section, BlockContent content, bool isInText, PlanBlock? copyOf = null)
    {
        RequireOpen(by);
        RuleViolation.Require(_blocks.Count < MostBlocks, $"Kế hoạch có nhiều nhất {MostBlocks} hội nghị, thời hạn, phân công.");
        var block = new PlanBlock(this, section, content, isInText, copyOf);
        _blocks.Add(block);
        return block;
    }

    public void ChangeBlock(Actor by, int blockId, int sectionId, BlockContent content, bool isInText)
    {
        RequireOpen(by);
        FindBlock(blockId).Describe(by, Find(sectionId), content, isInText);
    }

    public PlanBlock RemoveBlock(Actor by, int blockId)
    {
        RequireOpen(by);
        var block = FindBlock(blockId);
        _blocks.Remove(block);
        return block;
    }

    private PlanBlock FindBlock(int blockId) => _blocks.Find(row => row.Id == blockId) ?? throw new RuleViolation("Nội dung này vừa được người khác xóa.");
}
