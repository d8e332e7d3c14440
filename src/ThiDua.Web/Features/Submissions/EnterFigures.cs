using FluentValidation;
using ThiDua.Domain.Access;
using ThiDua.Domain.Reporting;
using ThiDua.Web.Conventions;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared.Reports;

namespace ThiDua.Web.Features.Submissions;

/// <summary>The unit types the achieved values of its report, all together; the report is begun with them where it was not yet.</summary>
public sealed class EnterFigures(PortalDb db, CurrentActor current, FindReport find, FiguresOfUnits figures, TimeProvider clock)
{
    public sealed record Form
    {
        public List<Row> Figures { get; init; } = [];
    }

    /// <summary>One figure as typed, with the version of the row that the person saw; 0 where there was none.</summary>
    public sealed record Row
    {
        public int FigureId { get; init; }

        public int Version { get; init; }

        public decimal? Value { get; init; }

        public decimal? Before { get; init; }
    }

    public sealed class Validator : AbstractValidator<Form>
    {
        public Validator() => RuleFor(form => form.Figures).NotEmpty().WithMessage("Chưa nhập số liệu nào.").Must(rows => rows.Count <= 200).WithMessage("Quá nhiều số liệu trong một lần lưu.");
    }

    /// <returns>How many changed.</returns>
    public async Task<int> Handle(int requirementId, int unitId, Form form)
    {
        var found = await find.Handle(requirementId, unitId);
        var known = await figures.YearBefore(found.Requirement, [unitId]);
        IReadOnlyList<AchievedValue> typed = [.. form.Figures.Select(row => new AchievedValue(row.FigureId, row.Value, row.Value is null || known.ContainsKey((unitId, row.FigureId)) ? null : row.Before))];
        return found.Report is null ? await Begin(found, form, typed) : await find.Change(requirementId, unitId, again => Task.FromResult(Enter(again, again.Begun, form, typed)));
    }

    private async Task<int> Begin(FindReport.Found found, Form form, IReadOnlyList<AchievedValue> typed)
    {
        var report = ReportSubmission.Begin(current.Actor, found.Requirement, (found.Unit.Id, found.Unit.Name), clock.GetUtcNow().UtcDateTime);
        var changed = Enter(found, report, form, typed);
        if (changed > 0)
        {
            db.Add(report);
            await db.SaveOnce("Báo cáo của đơn vị vừa được người khác lập. Bấm lưu lần nữa; số liệu bạn nhập vẫn còn.");
        }

        return changed;
    }

    private int Enter(FindReport.Found found, ReportSubmission report, Form form, IReadOnlyList<AchievedValue> typed)
    {
        report.RequireEntry(current.Actor, found.Requirement, clock.GetUtcNow().UtcDateTime);
        for (var index = 0; index < typed.Count; index++)
        {
            RequireAsSeen(report, typed[index], form.Figures[index].Version);
        }

        var id = found.Requirement.Id;
        db.MustStillBe(db.ReportRequirements.Where(row => row.Id == id && RequirementWorkflow.Open.Contains(row.State)), row => row.State, "Yêu cầu báo cáo vừa được sửa lại hoặc thu hồi.");
        return report.EnterFigures(current.Actor, found.Requirement, typed, clock.GetUtcNow().UtcDateTime);
    }

    // A row left as it stands is not written, whatever version was seen.
    private static void RequireAsSeen(ReportSubmission report, AchievedValue typed, int version)
    {
        var row = report.FiguresIn(report.Round).FirstOrDefault(one => one.FigureId == typed.FigureId);
        if ((row?.Version ?? 0) != version && (row?.Value, row?.Before) != (typed.Value, typed.Before))
        {
            throw new AlreadyChanged(row is null
                ? "Số liệu vừa được người khác xóa. Số bạn nhập vẫn còn dưới đây; hãy xem lại rồi lưu."
                : $"{row.EnteredByName} vừa cập nhật lúc {Shown.Clock(row.EnteredAt)} thành {Domain.Scoring.Figures.Value(row.Value)}. Số bạn nhập vẫn còn dưới đây; hãy so lại rồi lưu.");
        }
    }
}
