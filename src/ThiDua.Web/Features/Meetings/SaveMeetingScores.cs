using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared.Lines;

namespace ThiDua.Web.Features.Meetings;

/// <summary>The secretary records what the meeting gives all units for one criterion, in one transaction.</summary>
public sealed class SaveMeetingScores(PortalDb db, CurrentActor current, CurrentYear year, TimeProvider clock)
{
    public sealed record Form
    {
        public List<Line> Lines { get; init; } = [];
    }

    public sealed record Line : TypedFigure
    {
        public int SheetId { get; init; }
    }

    public sealed class Validator : AbstractValidator<Form>
    {
        public Validator()
        {
            RuleFor(form => form.Lines).NotEmpty().WithMessage("Không có dòng nào để lưu.");
            RuleForEach(form => form.Lines).ChildRules(line => line.RuleFor(x => x.Reason).MaximumLength(2000).WithMessage("Ghi chú tối đa 2.000 ký tự."));
        }
    }

    private Dictionary<int, NotAssignedLeaves> _notAssigned = [];

    // One typed line with what it is about; Cell is null where the unit was not appraised at this line yet.
    private sealed record Scored(Line Line, string Field, ScoreSheet Sheet, AppraisalDuty Duty, ScoreEntry Self, ScoreEntry? Cell)
    {
        public bool Changes(decimal points, string note) => Cell is null || Cell.Points != points || Cell.Note != note;
    }

    public async Task<int> Handle(int criterionId, Form form)
    {
        var meeting = year.Year.Plan?.Meeting ?? throw new RuleViolation("Không có cuộc họp chấm điểm nào đang mở.");
        var criterion = await db.Criteria.OneAsync(row => row.Id == criterionId && row.Rule != null);
        var sheets = (await MeetingSheets.Of(db, year.Year, tracked: true)).ToDictionary(sheet => sheet.Id);
        var cells = (await db.ScoreEntries.Where(cell => cell.CriterionId == criterionId && (cell.Stage == ScoreStage.Self || cell.Stage == ScoreStage.Appraised)).ToListAsync()).ToDictionary(cell => (cell.SheetId, cell.Stage));
        _notAssigned = await db.NotAssignedBySheet(await db.ScoringSchemes.Where(row => row.Id == criterion.SchemeId).Select(row => row.NotAssigned).SingleAsync());
        var saved = 0;
        foreach (var (line, index) in form.Lines.Select((line, index) => (line, index)).Where(row => row.line.IsTouched))
        {
            var field = $"Lines[{index}].Points";
            RuleViolation.Require(sheets.TryGetValue(line.SheetId, out var sheet), "Có đơn vị không còn trong cụm, khối.", field);
            var duty = AppraisalDuty.For(sheet!.UnitId, year.Year.Duties, enteredByThisPerson: false);
            duty.Require(current.Actor, sheet.UnitId);
            var scored = new Scored(line, field, sheet, duty, cells[(line.SheetId, ScoreStage.Self)], cells.GetValueOrDefault((line.SheetId, ScoreStage.Appraised)));
            var note = Text.Clean(line.Reason) ?? meeting.InWords;
            if (line.Points is { } points && scored.Changes(points, note))
            {
                Write(scored, criterion, points, note);
                saved++;
            }
        }

        await Save();
        return saved;
    }

    private void Write(Scored scored, Criterion criterion, decimal points, string note)
    {
        var (sheet, by) = (scored.Sheet, scored.Duty.Recorder(current.Actor));
        sheet.RequireAppraisalBy(by, scored.Duty);
        var cell = scored.Cell ?? db.Add(ScoreEntry.ForAppraisal(by, sheet, scored.Duty, criterion.Id)).Entity;
        if (scored.Cell is not null)
        {
            db.Expect(cell, scored.Line.Version);
        }

        try
        {
            var problem = PointBounds.Problem(criterion.Max, criterion.Kind, points);
            RuleViolation.Require(problem is null, problem ?? "");
            var scoring = _notAssigned.GetValueOrDefault(sheet.Id)?.ScoringOf(criterion.Id) ?? LeafScoring.Assigned;
            RuleViolation.Require(scoring != LeafScoring.NotScored, "Không giao chỉ tiêu này cho đơn vị nên không chấm.");
            cell.Appraise(by, new(scored.Self.Values, PointBounds.Counted(criterion.Kind, points), note), scored.Self, criterion, clock.GetUtcNow().UtcDateTime, scoring);
        }
        catch (RuleViolation refusal)
        {
            throw new RuleViolation(refusal.Message, scored.Field);
        }

        var (id, version) = (sheet.Id, sheet.Version);
        db.MustStillBe(db.ScoreSheets.Where(row => row.Id == id && row.Version == version), row => row.State, $"Bảng điểm của {sheet.UnitName} vừa chuyển trạng thái. Tải lại trang rồi ghi lại.");
    }

    private Task Save() =>
        db.SaveOnce("Điểm của tiêu chí này vừa được ghi ở nơi khác. Tải lại trang để so lại; nội dung bạn nhập vẫn còn trên trang này.");
}

/// <summary>The meeting has scored every line of every sheet: all go to appraised together.</summary>
public sealed class FinishMeeting(PortalDb db, CurrentActor current, CurrentYear year, TimeProvider clock)
{
    public sealed record Form;

    public sealed class Validator : AbstractValidator<Form>;

    public async Task Handle()
    {
        RuleViolation.Require(year.Year.Plan?.Meeting is not null, "Không có cuộc họp chấm điểm nào đang mở.");
        var sheets = (await MeetingSheets.Of(db, year.Year, tracked: true)).Where(sheet => ScoreSheetWorkflow.OpenForMeeting.Contains(sheet.State)).ToList();
        RuleViolation.Require(sheets.Count > 0, "Không còn bảng điểm nào chờ chấm tại cuộc họp.");
        var left = await LeavesLeft.Of(db, [.. sheets.Select(sheet => sheet.Id)]);
        foreach (var sheet in sheets)
        {
            var duty = AppraisalDuty.For(sheet.UnitId, year.Year.Duties, enteredByThisPerson: false);
            sheet.RecordMeeting(current.Actor, new(clock.GetUtcNow().UtcDateTime), duty, [.. left.In(sheet)]);
        }

        await db.SaveChangesAsync();
    }
}
