using System.Linq.Expressions;
using ThiDua.Domain.Access;
using static ThiDua.Domain.RuleViolation;

namespace ThiDua.Domain.Reporting;

/// <summary>What is missing or wrong at one item of a report that is sent back.</summary>
public sealed record ReturnedItem(int ItemId, string Name, string Reason)
{
    /// <summary>Whether the id is that of a figure.</summary>
    public bool IsFigure { get; init; }
}

/// <summary>That a submission was sent back (trả lại để bổ sung), item by item, or opened again.</summary>
public sealed record ReportReturn(int Round, IReadOnlyList<ReturnedItem> Items, string? Reason, string ByName, DateTime At);

/// <summary>What was sent after the consolidated report (bản bổ sung, thay thế), beside what stands there.</summary>
public sealed record ReportSupplement(int Number, string Reason, string ByName, DateTime At);

/// <summary>What one unit sends for a requirement (báo cáo, hồ sơ của đơn vị), in submissions of which the last is the one received; the first decides whether it was late.</summary>
public sealed partial class ReportSubmission : ClusterYearItem
{
    // Of the history; the return itself keeps every word.
    private const int LongestReason = 4000;

    private readonly List<SubmittedFile> _files = [];
    private readonly List<SubmittedFigure> _figures = [];

    private ReportSubmission() => (UnitName, Returns, Supplements) = ("", [], []);

    private ReportSubmission(ReportRequirement requirement, (int Id, string Name) unit)
        : this() => (ClusterYearId, RequirementId, UnitId, UnitName) = (requirement.ClusterYearId, requirement.Id, unit.Id, unit.Name);

    public int RequirementId { get; private set; }

    public int UnitId { get; private set; }

    /// <summary>The unit's name in that year.</summary>
    public string UnitName { get; private set; }

    public ReportState State { get; private set; }

    /// <summary>The submission (lần nộp) that is written now, or was submitted last.</summary>
    public int Round { get; private set; } = 1;

    /// <summary>The last that was submitted; 0 before the first.</summary>
    public int SubmittedRound { get; private set; }

    public DateTime? FirstSubmittedAt { get; private set; }

    public DateTime? SubmittedAt { get; private set; }

    public DateTime? AcceptedAt { get; private set; }

    /// <summary>Whether the first submission came late; later ones change nothing of it.</summary>
    public bool IsLate { get; private set; }

    /// <summary>Why it was sent back or opened again: the last reasons given.</summary>
    public string? LastReason { get; private set; }

    public IReadOnlyList<ReportReturn> Returns { get; private set; }

    public IReadOnlyList<ReportSupplement> Supplements { get; private set; }

    /// <summary>Where it came by another way.</summary>
    public OtherReceipt? OtherWay { get; private set; }

    public IReadOnlyList<SubmittedFile> Files => _files;

    public IReadOnlyList<SubmittedFigure> Figures => _figures;

    public bool IsOpen => ReportWorkflow.Open.Contains(State);

    /// <summary>Begun by the unit with its first file.</summary>
    public static ReportSubmission Begin(Actor by, ReportRequirement requirement, (int Id, string Name) unit, DateTime at)
    {
        var begun = new ReportSubmission(requirement, unit);
        begun.RequireEntry(by, requirement, at);
        return begun;
    }

    /// <summary>Of a unit that has not begun, to record what came by another way.</summary>
    public static ReportSubmission NotBegun(ReportRequirement requirement, (int Id, string Name) unit) => new(requirement, unit);

    /// <summary>Whether this reader sees the reports of all units: leader and deputies, the authority and its standing body, observers.</summary>
    public static bool SeesAll(Actor reader) => reader.Positions.Overlaps([Position.Leader, Position.Deputy, Position.Authority, Position.StandingBody, Position.Observer]);

    public static bool MayRead(Actor reader, int unitId) => reader.UnitId == unitId || SeesAll(reader);

    public static Expression<Func<ReportSubmission, bool>> ReadableBy(Actor reader)
    {
        var (seesAll, own) = (SeesAll(reader), reader.UnitId);
        return row => seesAll || row.UnitId == own;
    }

    /// <summary>The head submits (nộp), or the clerk records it from signed paper.</summary>
    public void Submit(Actor by, ReportRequirement requirement, StepNote note)
    {
        RequireOwnUnit(by);
        _ = ReportWorkflow.Table.Take(ReportStep.Submit, State, by, note.Paper);
        requirement.RequireOpen(UnitId, State, note.At);
        NotReady.Require(Missing(requirement), "Chưa nộp được.");
        State = Take(ReportWorkflow.Table, ReportStep.Submit, State, by, note);
        IsLate = FirstSubmittedAt is null ? requirement.IsLate(UnitId, note.At) : IsLate;
        (FirstSubmittedAt, SubmittedAt, SubmittedRound) = (FirstSubmittedAt ?? note.At, note.At, Round);
    }

    /// <summary>Trả lại để bổ sung: names items and what is wrong with each; the next submission begins with the files of this one.</summary>
    public void Return(Actor by, ReportRequirement requirement, IReadOnlyList<ReturnedItem> items, StepNote note, int? leaderId)
    {
        ReportReceivers.Require(by, UnitId, leaderId, requirement.OwedBy);
        _ = ReportWorkflow.Table.Take(ReportStep.Return, State, by, note.Paper);
        Require(items.Count > 0, "Nêu ít nhất một thành phần cần bổ sung và lý do, để đơn vị biết phải sửa gì.", "Items");
        var words = string.Join("\n", items.Select(item => $"{item.Name}: {item.Reason}").Append(Text.Clean(note.Reason)).OfType<string>());
        State = Take(ReportWorkflow.Table, ReportStep.Return, State, by, note with { Reason = words.Length > LongestReason ? words[..LongestReason] : words });
        OpenRound(new(SubmittedRound, items, Text.Clean(note.Reason), by.UserName, note.At), words);
    }

    /// <summary>Tiếp nhận. What the leader owes for the cluster it may record as received from the paper of those above.</summary>
    public void Accept(Actor by, ReportRequirement requirement, StepNote note, int? leaderId)
    {
        if (note.Paper is null || !ReportReceivers.MayRecordForThoseAbove(by, UnitId, requirement.OwedBy))
        {
            ReportReceivers.Require(by, UnitId, leaderId, requirement.OwedBy);
        }

        State = Take(ReportWorkflow.Table, ReportStep.Accept, State, by, note);
        (AcceptedAt, LastReason) = (note.At, null);
    }

    /// <summary>Mở lại, until the consolidated report is issued.</summary>
    public void Reopen(Actor by, ReportRequirement requirement, StepNote note, int? leaderId)
    {
        ReportReceivers.Require(by, UnitId, leaderId, requirement.OwedBy);
        _ = ReportWorkflow.Table.Take(ReportStep.Reopen, State, by, note.Paper);
        Require(requirement.State != RequirementState.Consolidated, "Báo cáo tổng hợp đã ban hành nên không mở lại được; đơn vị gửi bản bổ sung, thay thế.");
        var reason = Text.Clean(note.Reason) ?? throw new RuleViolation("Nêu lý do mở lại.", nameof(StepNote.Reason));
        State = Take(ReportWorkflow.Table, ReportStep.Reopen, State, by, note);
        OpenRound(new(SubmittedRound, [], reason, by.UserName, note.At), reason);
    }

    /// <summary>Gửi bản bổ sung, thay thế, after the consolidated report: it stands beside what was received.</summary>
    public void Supplement(Actor by, ReportRequirement requirement, IReadOnlyList<NewFile> files, StepNote note, IReadOnlyList<AchievedValue>? figures = null)
    {
        RequireOwnUnit(by);
        _ = ReportWorkflow.Table.Take(ReportStep.Supplement, State, by, note.Paper);
        Require(requirement.State == RequirementState.Consolidated, "Báo cáo tổng hợp chưa ban hành: đề nghị đơn vị tiếp nhận mở lại để sửa.");
        var reason = Text.Clean(note.Reason) ?? throw new RuleViolation("Nêu nội dung bổ sung, thay thế và lý do.", nameof(StepNote.Reason));
        IReadOnlyList<AchievedValue> corrected = [.. (figures ?? []).Where(typed => typed.Value is not null && FiguresInForce.All(row => row.FigureId != typed.FigureId || row.Value != typed.Value))];
        Require(files.Count + corrected.Count > 0, "Chọn ít nhất một tệp, hoặc nhập số liệu thay thế.", "Files");
        RequireUsable(requirement, figures ?? []);
        foreach (var file in files)
        {
            RequireTaken(requirement.ItemOf(file.ItemId), file);
        }

        var differences = corrected.Select(typed => (Figure: requirement.FigureOf(typed.FigureId), typed.Value, Former: FiguresInForce.FirstOrDefault(row => row.FigureId == typed.FigureId)?.Value))
            .Select(row => $"{row.Figure.InWords}: {(row.Former is { } former ? $"từ {Scoring.Figures.Value(former)} " : "")}thành {Scoring.Figures.Value(row.Value!.Value)}{(row.Value - row.Former is { } difference ? $" (chênh lệch {Scoring.Figures.Value(difference)})" : "")}");
        var told = string.Join("\n", differences.Prepend(reason));
        State = Take(ReportWorkflow.Table, ReportStep.Supplement, State, by, note with { Reason = told.Length > LongestReason ? told[..LongestReason] : told });
        var number = Supplements.Count + 1;
        _files.AddRange(files.Select(file => new SubmittedFile(this, by, file, note.At, number)));
        _figures.AddRange(corrected.Select(typed => new SubmittedFigure(this, by, typed, note.At, number)));
        Supplements = [.. Supplements, new(number, reason, by.UserName, note.At)];
    }

    /// <summary>After more time was given: what came within it is late no more. Nothing becomes late afterwards.</summary>
    public void Reckon(Actor by, ReportRequirement requirement)
    {
        if (IsLate && FirstSubmittedAt is { } first && !requirement.IsLate(UnitId, first))
        {
            IsLate = false;
            Changed(by);
        }
    }

    private void OpenRound(ReportReturn why, string reason) => (Round, Returns, LastReason) = (SubmittedRound + 1, [.. Returns, why], reason);

    private void RequireOwnUnit(Actor by)
    {
        if (by.UnitId != UnitId)
        {
            throw new NotPermitted($"Chỉ {UnitName} được thực hiện việc này trên báo cáo của mình.");
        }
    }
}
