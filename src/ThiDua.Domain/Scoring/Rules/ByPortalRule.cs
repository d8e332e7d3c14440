using ThiDua.Domain.Planning;

namespace ThiDua.Domain.Scoring;

/// <summary>Where the portal takes the figures of a line from (nguồn số liệu của hệ thống).</summary>
public enum PortalSource
{
    Deadlines,
    Submissions,
    Attendance,
    Comments,
    Signatures,
    NotLaunched,
    NotRegistered,
    LateReports,
    MissingReports,
    UnexcusedAbsences,
    WrongDelegates,
}

/// <summary>By the portal (hệ thống tính): from deadlines, attendance, comments, signatures; without a source of figures the appraiser enters the points, within bounds.</summary>
/// <param name="Source">Where the figures come from.</param>
/// <param name="PointsEach">What each event is worth.</param>
/// <param name="AllReports">Whether reports of every kind count; else the six-month and the annual one only.</param>
public sealed record ByPortalRule(PortalSource Source, decimal? PointsEach = null, bool AllReports = false)
    : ScoringRule(ScoringMethod.ByPortal, LineInputs.Points)
{
    protected override bool ForDeductions => true;

    protected override bool NeedsMax => false;

    public override string Describe(decimal? max, CriterionKind kind = CriterionKind.Normal)
    {
        var each = PointsEach is { } points ? $"; mỗi lần {(kind == CriterionKind.Deduction ? "trừ " : "")}{Figures.Value(points)} điểm" : "";
        var limit = max is null ? "" : $"; tối đa {Figures.OrMaximum(max)}";
        var kinds = AllReports ? "; tính cả báo cáo chuyên đề, đột xuất" : "";
        return $"Hệ thống tính theo {NameOf(Source)}{kinds}{each}{limit}.";
    }

    /// <summary>Whether a report of this kind is among those that the line is about.</summary>
    public bool IsAbout(ReportKind kind) => AllReports || kind is ReportKind.SixMonth or ReportKind.Annual;

    protected override string? Missing(LineValues values) =>
        values?.Points is null ? "Chưa có nguồn số liệu: điểm do đơn vị thẩm định nhập theo hồ sơ." : null;

    protected override IEnumerable<string> OwnProblems(decimal? max, CriterionKind kind)
    {
        if (PointsEach <= 0 || (PointsEach is { } each && !PointTable.HasTwoPlaces(each)))
        {
            yield return "Điểm mỗi lần phải lớn hơn 0 và không quá 2 chữ số sau dấu phẩy.";
        }
    }

    protected override Calculation Calculate(decimal? max, CriterionKind kind, LineValues values)
    {
        var typed = values.Points!.Value;
        if (PointBounds.Problem(max, kind, typed) is { } problem)
        {
            return Calculation.Refused(problem);
        }

        var points = Points.Round(Math.Abs(typed));
        return Calculation.Of(points, $"Theo hồ sơ, số liệu hệ thống ({NameOf(Source)}): {Figures.Points(points)}");
    }

    /// <summary>What the figures come from, in words within a sentence.</summary>
    public static string NameOf(PortalSource source) => source switch
    {
        PortalSource.Deadlines => "thời hạn thực hiện",
        PortalSource.Submissions => "thời điểm nộp báo cáo, bảng tự chấm điểm",
        PortalSource.Attendance => "điểm danh dự họp",
        PortalSource.Comments => "ý kiến góp ý đã gửi",
        PortalSource.Signatures => "việc ký kết giao ước",
        PortalSource.NotLaunched => "việc không phát động phong trào thi đua",
        PortalSource.NotRegistered => "việc không đăng ký, ký giao ước thi đua",
        PortalSource.LateReports => "số báo cáo nộp chậm",
        PortalSource.MissingReports => "số báo cáo không nộp",
        PortalSource.UnexcusedAbsences => "số lần vắng họp không có lý do",
        _ => "số lần dự họp sai thành phần",
    };
}
