using ThiDua.Domain.Access;
using static ThiDua.Domain.RuleViolation;

namespace ThiDua.Domain.Reporting;

/// <summary>By which other way a report came: bưu chính, trực tiếp, thư điện tử, trục liên thông văn bản.</summary>
public enum ReceiptWay { ByPost, ByHand, ByMail, ByNetwork }

/// <summary>That a report came by another way, when, and what is noted of it.</summary>
public sealed record OtherReceipt(ReceiptWay Way, DateOnly On, string? Note);

// What came outside the portal.
public sealed partial class ReportSubmission
{
    /// <summary>Records that it came by another way (đã nhận bằng cách khác); the day on which it came decides whether it was late.</summary>
    public void RecordReceipt(Actor by, ReportRequirement requirement, OtherReceipt receipt, StepNote note, int? leaderId)
    {
        ReportReceivers.Require(by, UnitId, leaderId, requirement.OwedBy);
        Require(requirement.IsOpen, $"Yêu cầu báo cáo đang ở trạng thái “{Labels.Of(requirement.State)}”, không nhận hồ sơ.");
        Require(receipt.On <= VietnamTime.DayOf(note.At), "Ngày nhận không được sau hôm nay.", "ReceivedOn");
        var came = VietnamTime.StartOf(receipt.On);
        State = Take(ReportWorkflow.Table, ReportStep.RecordReceipt, State, by, note with { Reason = $"{Labels.Of(receipt.Way)}, nhận ngày {receipt.On:dd/MM/yyyy}.{(Text.Clean(receipt.Note) is { } more ? $" {more}" : "")}" });
        IsLate = FirstSubmittedAt is null ? requirement.IsLate(UnitId, came) : IsLate;
        // What the unit was writing was submitted by nobody: nobody else sees it, and it is there again when the report is opened.
        _files.ForEach(file => file.Wait(Round));
        _figures.ForEach(row => row.Wait(Round));
        (FirstSubmittedAt, SubmittedAt, SubmittedRound, AcceptedAt) = (FirstSubmittedAt ?? came, came, Round, note.At);
        (OtherWay, LastReason) = (receipt with { Note = Text.Clean(receipt.Note) }, null);
    }
}
