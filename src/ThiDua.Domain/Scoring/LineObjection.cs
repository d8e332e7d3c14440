using ThiDua.Domain.Access;
using static ThiDua.Domain.RuleViolation;

namespace ThiDua.Domain.Scoring;

/// <summary>One line that the unit asks to look at again (đề nghị xem xét lại): once for each line, with the reason, the appraisal as it stood, and the appraiser's answer.</summary>
public sealed class LineObjection : IInClusterYear, IVersioned
{
    private LineObjection() => (Reason, RaisedByName, ValuesBefore) = ("", "", new());

    internal LineObjection(Actor by, ScoreSheet sheet, ObjectedLine line, DateTime at)
    {
        (ClusterYearId, SheetId, CriterionId) = (sheet.ClusterYearId, sheet.Id, line.Appraised.CriterionId);
        (Reason, FileId, FileName) = (Text.Clean(line.Reason)!, line.FileId, line.FileName);
        (RaisedByName, RaisedAt) = (by.UserName, at);
        (PointsBefore, ValuesBefore, NoteBefore) = (line.Appraised.Points, line.Appraised.Values, line.Appraised.Note);
    }

    public int Id { get; private set; }

    public int ClusterYearId { get; private set; }

    public int SheetId { get; private set; }

    public int CriterionId { get; private set; }

    public string Reason { get; private set; }

    /// <summary>The document that speaks for the unit, if it sent one.</summary>
    public int? FileId { get; private set; }

    public string? FileName { get; private set; }

    public string RaisedByName { get; private set; }

    public DateTime RaisedAt { get; private set; }

    /// <summary>The appraised points that the unit objected to; null while those of the cluster were not computed.</summary>
    public decimal? PointsBefore { get; private set; }

    public LineValues ValuesBefore { get; private set; }

    /// <summary>The appraiser's reason at that time.</summary>
    public string? NoteBefore { get; private set; }

    /// <summary>Why the figure was kept or changed (trả lời).</summary>
    public string? Answer { get; private set; }

    /// <summary>Whether the answer changed the figure; null while there is none.</summary>
    public bool? IsChanged { get; private set; }

    public decimal? PointsAfter { get; private set; }

    public string? AnsweredByName { get; private set; }

    public DateTime? AnsweredAt { get; private set; }

    /// <summary>Whether the appraisal ended with this answer: it stays as it is.</summary>
    public bool IsClosed { get; private set; }

    public int Version { get; private set; }

    private int? VersionAnswered { get; set; }

    /// <summary>Whether the answer speaks of the figure as it stands.</summary>
    public bool IsAnsweredFor(ScoreEntry appraised) => Answer is not null && VersionAnswered == appraised.Version;

    /// <summary>The appraiser answers: the figure as it stands now was kept or changed, always with the reason.</summary>
    public void AnswerWith(Actor by, string? answer, ScoreSheet sheet, AppraisalDuty duty, ScoreEntry appraised, DateTime at)
    {
        sheet.RequireAppraisalBy(by, duty);
        Require(sheet.State == ScoreSheetState.Objected && !IsClosed, "Chỉ trả lời được khi đơn vị đang đề nghị xem xét lại.");
        Require(appraised.Stage == ScoreStage.Appraised && appraised.CriterionId == CriterionId && sheet.Id == SheetId, "Dòng này không phải là dòng đơn vị đề nghị.");
        Answer = Text.Clean(answer) ?? throw new RuleViolation("Nêu lý do giữ nguyên hoặc điều chỉnh.", nameof(Answer));
        IsChanged = appraised.Points != PointsBefore || appraised.Values != ValuesBefore;
        (PointsAfter, VersionAnswered) = (appraised.Points, appraised.Version);
        (AnsweredByName, AnsweredAt) = (by.UserName, at);
        Version++;
    }

    /// <summary>The appraisal ended: question and answer stand for ever.</summary>
    public void Close(Actor by)
    {
        ArgumentNullException.ThrowIfNull(by);
        IsClosed = true;
        Version++;
    }
}

/// <summary>A line that the unit objects to as it stands; <c>Field</c> names where the reason was typed.</summary>
public sealed record ObjectedLine(Criterion Criterion, ScoreEntry Appraised, string? Reason, string Field = "")
{
    public int? FileId { get; init; }

    public string? FileName { get; init; }
}
