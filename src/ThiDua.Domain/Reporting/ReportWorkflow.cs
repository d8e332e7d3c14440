using static ThiDua.Domain.Access.Permission;
using static ThiDua.Domain.Reporting.ReportState;

namespace ThiDua.Domain.Reporting;

/// <summary>Written by the unit; submitted; sent back to be completed; received; opened again. Where there is none, nothing was submitted (chưa nộp).</summary>
public enum ReportState { Drafting, Submitted, Returned, Accepted, Reopened }

public enum ReportStep { Submit, Return, Accept, Reopen, Supplement, RecordReceipt }

/// <summary>The life of what a unit sends (báo cáo, hồ sơ của đơn vị): soạn, nộp, trả lại để bổ sung, tiếp nhận, mở lại, bản bổ sung.</summary>
public static class ReportWorkflow
{
#pragma warning disable format // the columns of the table
    public static readonly Workflow<ReportState, ReportStep> Table = new(
        //   step                      from                             to         needs
        new(ReportStep.Submit,         [Drafting, Returned, Reopened],  Submitted, SubmitReports),
        new(ReportStep.Return,         [Submitted],                     Returned,  AcceptReports),
        new(ReportStep.Accept,         [Submitted],                     Accepted,  AcceptReports),
        new(ReportStep.Reopen,         [Accepted],                      Reopened,  AcceptReports), // until the consolidated report
        new(ReportStep.Supplement,     [Accepted],                      Accepted,  SubmitReports), // after it, beside
        new(ReportStep.RecordReceipt,  [Drafting, Returned, Reopened],  Accepted,  AcceptReports)); // came by another way
#pragma warning restore format

    /// <summary>The states in which the unit writes.</summary>
    public static readonly ReportState[] Open = [Drafting, Returned, Reopened];
}
