using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Conventions;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared.Lines;

namespace ThiDua.Web.Features.Appraisal;

/// <summary>The appraiser answers the unit's objections, line by line, each with the reason (trả lời đề nghị xem xét lại).</summary>
public sealed class AnswerObjections(PortalDb db, FindSheetOnDuty find, CurrentActor current, TimeProvider clock)
{
    public sealed record Form
    {
        public int Version { get; init; }

        public List<Line> Answers { get; init; } = [];

        /// <summary>Ends the appraisal with these answers.</summary>
        public bool Finish { get; init; }
    }

    /// <summary>An answer with the version of the objection that was seen; one left empty waits.</summary>
    public sealed record Line
    {
        public int CriterionId { get; init; }

        public int Version { get; init; }

        public string? Reason { get; init; }
    }

    public sealed class LineValidator : AbstractValidator<Line>
    {
        public LineValidator() => RuleFor(line => line.Reason).MaximumLength(4000).WithMessage("Trả lời tối đa 4.000 ký tự.");
    }

    public sealed class Validator : AbstractValidator<Form>
    {
        public Validator() => RuleForEach(form => form.Answers).SetValidator(new LineValidator());
    }

    /// <summary>How many answers were written.</summary>
    public async Task<int> Handle(int sheetId, Form form)
    {
        var found = await find.Handle(sheetId);
        await found.MustBeAsSeen(db, form.Version);
        found.RequireOpenDays();
        var objections = await db.LineObjections.Where(row => row.SheetId == sheetId).ToDictionaryAsync(row => row.CriterionId);
        var cells = await db.ScoreEntries.AsNoTracking().Where(row => row.SheetId == sheetId && row.Stage == ScoreStage.Appraised).ToDictionaryAsync(row => row.CriterionId);
        var written = 0;
        foreach (var line in form.Answers.Where(line => Text.Clean(line.Reason) is not null))
        {
            var (objection, cell) = (objections.GetValueOrDefault(line.CriterionId) ?? throw new NotFound(), cells[line.CriterionId]);
            if (objection.Answer == Text.Clean(line.Reason) && objection.IsAnsweredFor(cell))
            {
                continue;
            }

            MustBeAsSeen(objection, line.Version);
            objection.AnswerWith(current.Actor, line.Reason, found.Sheet, found.Duty, cell, clock.GetUtcNow().UtcDateTime);
            written++;
        }

        db.MustBeOpenForAppraisal(found.Sheet);
        await db.SaveChangesAsync();
        return written;
    }

    private static void MustBeAsSeen(LineObjection objection, int version)
    {
        if (objection.Version != version)
        {
            throw new AlreadyChanged($"{objection.AnsweredByName} vừa trả lời lúc {Shown.Clock(objection.AnsweredAt)}: “{objection.Answer}”. Nội dung bạn nhập vẫn còn; hãy so lại rồi lưu.");
        }
    }
}
