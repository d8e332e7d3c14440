using ThiDua.Domain.Access;
using static ThiDua.Domain.RuleViolation;

namespace ThiDua.Domain.Reporting;

/// <summary>By which other way a report came: bưu chính, trực tiếp, thư điện tử, trục liên thông văn bản.</summary>
public enum ReceiptWay { ByPost, ByHand, ByMail, ByNetwork }

/// <summary>That a report came by another way, when, and what is noted of it.</summary>
public sealed record OtherReceipt(ReceiptWay Way, DateOnly On, string? Note)
{
    /// <summary>Whether the paper does not say all figures that are asked for.</summary>
    public bool LacksFigures { get; init; }

    /// <summary>Number and date of the paper that came, in words.</summary>
    public string? Paper { get; init; }

    /// <summary>The submission that it made.</summary>
    public int Round { get; init; }

    /// <summary>From what its figures were entered.</summary>
    public string Source() => Paper is null ? $"bản gửi ngoài cổng, nhận ngày {On:dd/MM/yyyy}" : $"văn bản số {Paper}";
}

// What came outside the portal.
public sealed partial class ReportSubmission
{
    /// <summary>Records that it came by another way (đã nhận bằng cách khác), with the figures that its paper says; the day on which it came decides whether it was late.</summary>
    public void RecordReceipt(Actor by, ReportRequirement requirement, OtherReceipt receipt, StepNote note, int? leaderId, IReadOnlyList<AchievedValue>? figures = null)
    {
        ReportReceivers.Require(by, UnitId, leaderId, requirement.OwedBy);
        Require(requirement.IsOpen, $"Yêu cầu báo cáo đang ở trạng thái “{Labels.Of(requirement.State)}”, không nhận hồ sơ.");
        _ = ReportWorkflow.Table.Take(ReportStep.RecordReceipt, State, by, note.Paper);
        RequirePossibleDay(requirement, receipt, note);
        RequireUsable(requirement, figures ?? []);
        var lacking = Lacking(requirement, figures ?? []);
        RequireFigures(lacking, receipt, figures ?? []);
        var came = VietnamTime.StartOf(receipt.On);
        State = Take(ReportWorkflow.Table, ReportStep.RecordReceipt, State, by, note with { Reason = Told(receipt, lacking) });
        IsLate = FirstSubmittedAt is null ? requirement.IsLate(UnitId, came) : IsLate;
        // What the unit was writing was submitted by nobody: nobody else sees it, and it is there again when the report is opened.
        _files.ForEach(file => file.Wait(Round));
        _figures.ForEach(row => row.Wait(Round));
        foreach (var typed in figures ?? [])
        {
            EnterFromPaper(by, typed, note.At);
        }

        (FirstSubmittedAt, SubmittedAt, SubmittedRound, AcceptedAt) = (FirstSubmittedAt ?? came, came, Round, note.At);
        (OtherWay, LastReason) = (receipt with { Note = Text.Clean(receipt.Note), Paper = note.Paper is { } paper ? $"{paper.Number} ngày {paper.SignedOn:dd/MM/yyyy}" : null, Round = Round }, null);
    }

    /// <summary>From which paper a figure was entered for the unit (nhập thay); null where the unit typed it itself.</summary>
    public string? EnteredFrom(SubmittedFigure row) => OtherWay is { } other && row.Supplement is null && row.Since == other.Round ? other.Source() : null;

    /// <summary>The figures asked for that what was submitted last does not say.</summary>
    public IEnumerable<RequirementFigure> LackingFigures(ReportRequirement requirement) =>
        requirement.Figures.Where(figure => figure.IsRequired && FiguresInForce.All(row => row.FigureId != figure.Id));

    private static void RequirePossibleDay(ReportRequirement requirement, OtherReceipt receipt, StepNote note)
    {
        const string Field = "ReceivedOn";
        Require(receipt.On <= VietnamTime.DayOf(note.At), "Ngày nhận không được sau hôm nay.", Field);
        Require(receipt.On.Year >= requirement.Year, $"Ngày nhận không được trước ngày 01/01/{requirement.Year}, khi năm {requirement.Year} chưa bắt đầu.", Field);
        Require(note.Paper is null || note.Paper.SignedOn <= receipt.On, $"Ngày nhận không được trước ngày ký văn bản {note.Paper?.SignedOn:dd/MM/yyyy}.", Field);
        // A requirement may have been sent on paper before it was written down here; then the note says by which.
        Require(requirement.AnnouncedOn is not { } announced || receipt.On >= announced || Text.Clean(receipt.Note) is not null, $"Ngày nhận trước ngày thông báo yêu cầu này trên cổng ({requirement.AnnouncedOn:dd/MM/yyyy}). Nếu đơn vị gửi theo văn bản yêu cầu có trước, ghi số và ngày văn bản đó ở ô Ghi chú.", Field);
    }

    private List<RequirementFigure> Lacking(ReportRequirement requirement, IReadOnlyList<AchievedValue> typed) =>
        [.. requirement.Figures.Where(figure => figure.IsRequired && typed.All(row => row.FigureId != figure.Id || row.Value is null) && !_figures.Exists(row => row.FigureId == figure.Id && row.Supplement is null && row.Since < Round && (row.Until is null || row.Until >= Round)))];

    private static void RequireFigures(List<RequirementFigure> lacking, OtherReceipt receipt, IReadOnlyList<AchievedValue> typed)
    {
        if (lacking.Count > 0 && !receipt.LacksFigures)
        {
            throw new RuleViolation("Chưa nhập đủ số liệu bắt buộc. Nhập theo văn bản đã nhận; văn bản không có thì đánh dấu “Văn bản không có đủ số liệu”.")
            {
                Others = [.. typed.Index().Where(row => lacking.Any(figure => figure.Id == row.Item.FigureId)).Select(row => ($"Figures[{row.Index}].{nameof(AchievedValue.Value)}", "Nhập số liệu theo văn bản đã nhận."))],
            };
        }
    }

    private static string Told(OtherReceipt receipt, List<RequirementFigure> lacking)
    {
        var note = Text.Clean(receipt.Note) is { } more ? $" {more}" : "";
        return $"{Labels.Of(receipt.Way)}, nhận ngày {receipt.On:dd/MM/yyyy}.{note}{(lacking.Count == 0 ? "" : $"\nVăn bản không có số liệu: {string.Join("; ", lacking.Select(figure => figure.InWords))}.")}";
    }

    private void EnterFromPaper(Actor by, AchievedValue typed, DateTime at)
    {
        var former = FiguresIn(Round).FirstOrDefault(row => row.FigureId == typed.FigureId);
        if (typed.Value is null || (former?.Value == typed.Value && former?.Before == typed.Before))
        {
            return;
        }

        former?.End(Round);
        var row = new SubmittedFigure(this, by, typed, at);
        row = former is null ? row : row.After(former);
        if (_figures.Exists(one => one.FigureId == typed.FigureId && one.Supplement is null && one.Since > Round))
        {
            row.End(Round + 1); // what the unit was writing takes its place when the report is opened
        }

        _figures.Add(row);
    }
}
