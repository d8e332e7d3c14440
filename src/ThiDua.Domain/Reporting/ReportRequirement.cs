using System.Linq.Expressions;
using ThiDua.Domain.Access;
using ThiDua.Domain.Planning;
using static ThiDua.Domain.RuleViolation;

namespace ThiDua.Domain.Reporting;

/// <summary>What members, or the leader for the cluster, have to send by a date (yêu cầu báo cáo): kind, period, deadline, package, recipient.</summary>
public sealed partial class ReportRequirement : ClusterYearItem
{
    private const int MostItems = 60;

    private readonly List<RequirementItem> _items = [];
    private readonly List<RequirementFigure> _figures = [];
    private readonly List<ReportExtension> _extensions = [];

    private ReportRequirement() => (Title, Key, Recipient, Copies, DeadlineChanges) = ("", "", new(), [], []);

    public ReportRequirement(Actor by, int year, RequirementTerms terms, bool waitsForWorkingDay)
        : this()
    {
        RequireKeeper(by);
        (ClusterYearId, Year, WaitsForWorkingDay) = (by.ClusterYearId!.Value, year, waitsForWorkingDay);
        Write(terms);
    }

    public RequirementState State { get; private set; }

    public ReportKind Kind { get; private set; }

    public string Title { get; private set; }

    public string? Period { get; private set; }

    public OwedBy OwedBy { get; private set; }

    /// <summary>Title, period and who owes it, however they are written: what is asked for once.</summary>
    public string Key { get; private set; }

    /// <summary>The date as written; the printed date stays whatever counts as late.</summary>
    public string? When { get; private set; }

    /// <summary>The last day in time by the written date, for lists of what is due.</summary>
    public DateOnly? LastDay { get; private set; }

    /// <summary>Whether the date is only expected (dự kiến): the leader has to fix it first.</summary>
    public bool IsExpected { get; private set; }

    /// <summary>Whether nothing counts as late before the next working day has ended.</summary>
    public bool WaitsForWorkingDay { get; private set; }

    public bool ClosesHard { get; private set; }

    public ReportRecipient Recipient { get; private set; }

    public IReadOnlyList<string> Copies { get; private set; }

    public string? Note { get; private set; }

    public int? FromBlockId { get; private set; }

    /// <summary>The calendar year of the cluster year: of dates without one.</summary>
    public int Year { get; private set; }

    public IReadOnlyList<ChangedDeadline> DeadlineChanges { get; private set; }

    public IReadOnlyList<RequirementItem> Items => [.. _items.OrderBy(row => row.Order).ThenBy(row => row.Id)];

    public IReadOnlyList<ReportExtension> Extensions => _extensions;

    /// <summary>The day on which it was first announced here; needs the history.</summary>
    public DateOnly? AnnouncedOn => History.Where(step => step.Step == nameof(RequirementStep.Announce)).Select(step => (DateOnly?)VietnamTime.DayOf(step.At)).Min();

    public bool IsOpen => RequirementWorkflow.Open.Contains(State);

    /// <summary>Whether the reports of units are followed: once it was announced, and for good, but not of a draft, nor of one that was dropped.</summary>
    public bool IsFollowed => IsOpen || State == RequirementState.Withdrawn;

    /// <summary>Whether those who owe it were told of it once; needs the history.</summary>
    public bool WasAnnounced => History.Any(step => step.Step == nameof(RequirementStep.Announce));

    /// <summary>Drafts are the leader's; what was announced, everybody of the year sees.</summary>
    public static Expression<Func<ReportRequirement, bool>> ReadableBy(Actor reader)
    {
        var seesDrafts = reader.Can(Permission.KeepRequirements);
        return row => seesDrafts || row.State == RequirementState.Announced || row.State == RequirementState.Consolidated || row.State == RequirementState.Withdrawn;
    }

    /// <summary>The <see cref="Key"/> of a requirement with this title and period.</summary>
    public static string KeyOf(OwedBy owedBy, string title, string? period) => $"{owedBy}|{Spaced(title)}|{Spaced(period)}";

    /// <summary>The <see cref="Key"/> that a deadline of a plan has when it is asked for.</summary>
    public static string KeyOf(DeadlineContent planned) => KeyOf(planned.OwedBy, planned.Name.TrimEnd('.', ';', ','), null);

    /// <summary>Whether a requirement asks for what a plan sets: it was made from that block, or written by hand under the same name.</summary>
    public static bool AsksFor(int? fromBlockId, string key, int originId, string plannedKey) => fromBlockId is { } block ? block == originId : key == plannedKey;

    public RequirementTerms Terms() => new(Kind, Title) { OwedBy = OwedBy, Period = Period, When = When, ClosesHard = ClosesHard, Recipient = Recipient, Copies = Copies, Note = Note, FromBlockId = FromBlockId };

    public void Describe(Actor by, RequirementTerms terms)
    {
        RequireDraft(by);
        Write(terms with { FromBlockId = FromBlockId });
        Changed(by);
    }

    public RequirementItem AddItem(Actor by, ItemDescription description)
    {
        RequireDraft(by);
        Require(_items.Count < MostItems, $"Hồ sơ có nhiều nhất {MostItems} thành phần.");
        RequireNoDouble(description, null);
        var item = new RequirementItem(this, description.Order > 0 ? description : description with { Order = _items.Select(row => row.Order).DefaultIfEmpty().Max() + 1 });
        _items.Add(item);
        Changed(by);
        return item;
    }

    public RequirementItem ChangeItem(Actor by, int itemId, ItemDescription description)
    {
        RequireDraft(by);
        var item = ItemOf(itemId);
        RequireNoDouble(description, item);
        item.Describe(by, description);
        Changed(by);
        return item;
    }

    public RequirementItem RemoveItem(Actor by, int itemId)
    {
        RequireDraft(by);
        var item = ItemOf(itemId);
        _items.Remove(item);
        Changed(by);
        return item;
    }

    public RequirementItem ItemOf(int itemId) => _items.Find(row => row.Id == itemId) ?? throw new RuleViolation("Thành phần này vừa được bỏ khỏi hồ sơ. Mở lại trang để xem.");

    /// <summary>Tells those who owe it: from here on they write and send.</summary>
    public void Announce(Actor by, StepNote note)
    {
        _ = RequirementWorkflow.Table.Take(RequirementStep.Announce, State, by, note.Paper);
        NotReady.Require([.. MissingToAnnounce(note.At).Select(gap => gap.InWords)], "Chưa thông báo được.");
        State = Take(RequirementWorkflow.Table, RequirementStep.Announce, State, by, note);
    }

    /// <summary>Back to the draft, while no unit has begun.</summary>
    public void Revise(Actor by, StepNote note, bool hasBegun)
    {
        _ = RequirementWorkflow.Table.Take(RequirementStep.Revise, State, by, note.Paper);
        Require(!hasBegun, "Đã có đơn vị soạn hoặc nộp nên không sửa lại được. Hãy đổi thời hạn, hoặc thu hồi rồi lập yêu cầu mới.");
        RequireNotOwedAbove(RequirementStep.Revise, null, StandingOf(by.UnitId ?? 0, note.At));
        State = Take(RequirementWorkflow.Table, RequirementStep.Revise, State, by, note);
    }

    /// <summary>Taken back; never what those above have received already.</summary>
    /// <param name="by">Who takes it back.</param>
    /// <param name="note">When, and why.</param>
    /// <param name="leaders">Where the leader's own report for it stands; null: not begun.</param>
    public void Withdraw(Actor by, StepNote note, ReportState? leaders = null)
    {
        _ = RequirementWorkflow.Table.Take(RequirementStep.Withdraw, State, by, note.Paper);
        RequireNotOwedAbove(RequirementStep.Withdraw, leaders);
        Require(Text.Clean(note.Reason) is not null, "Nêu lý do thu hồi.", nameof(StepNote.Reason));
        State = Take(RequirementWorkflow.Table, RequirementStep.Withdraw, State, by, note);
    }

    public void Drop(Actor by, StepNote note) => State = Take(RequirementWorkflow.Table, RequirementStep.Drop, State, by, note);

    /// <summary>What keeps it from being announced at this instant, all at once.</summary>
    public IReadOnlyList<RequirementGap> MissingToAnnounce(DateTime at)
    {
        RequirementGap?[] gaps =
        [
            When is null ? new(RequirementPart.Terms, "Chưa có thời hạn.")
                : IsExpected ? new(RequirementPart.Terms, $"Thời hạn mới là dự kiến (“{When}”); ấn định ngày trước khi thông báo.")
                : LastDay < VietnamTime.DayOf(at) ? new(RequirementPart.Terms, $"Thời hạn “{When}” đã qua; sửa thành ngày từ hôm nay trở đi.") : null,
            _items.Count + _figures.Count == 0 ? new(RequirementPart.Package, "Chưa có thành phần hồ sơ, số liệu nào.") : null,
            Recipient.Name is null ? new(RequirementPart.Terms, "Chưa có nơi nhận báo cáo.") : null,
        ];
        return [.. gaps.OfType<RequirementGap>()];
    }

    private void Write(RequirementTerms terms)
    {
        Title = Text.Clean(terms.Title) ?? throw new RuleViolation("Nhập tên báo cáo, hồ sơ.", nameof(Title));
        (Kind, OwedBy, Period, ClosesHard, Recipient, FromBlockId) = (terms.Kind, terms.OwedBy, Text.Clean(terms.Period), terms.ClosesHard, terms.Recipient, terms.FromBlockId);
        (Copies, Note) = ([.. terms.Copies.Select(Text.Clean).OfType<string>()], Text.Clean(terms.Note));
        Key = KeyOf(OwedBy, Title, Period);
        WriteDeadline(terms.When);
    }

    private static string Spaced(string? text) => string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToUpperInvariant();

    private void RequireNoDouble(ItemDescription description, RequirementItem? but) =>
        Require(_items.TrueForAll(row => row == but || !string.Equals(row.Name, Text.Clean(description.Name), StringComparison.OrdinalIgnoreCase)), "Hồ sơ đã có thành phần này.", nameof(RequirementItem.Name));

    private void RequireDraft(Actor by)
    {
        RequireKeeper(by);
        Require(State == RequirementState.Draft, $"Yêu cầu báo cáo đang ở trạng thái “{Labels.Of(State)}”, không sửa được nội dung.");
    }

    private static void RequireKeeper(Actor by)
    {
        if (!by.Can(Permission.KeepRequirements))
        {
            throw new NotPermitted(Permissions.Refusal(Permission.KeepRequirements));
        }
    }
}
