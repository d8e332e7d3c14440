using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared;
using ThiDua.Web.Features.Shared.Lines;
using ThiDua.Web.Files;

namespace ThiDua.Web.Features.ScoreSheets;

/// <summary>The unit asks to look at lines of its appraisal again (đề nghị xem xét lại): its head in the portal, or its clerk from signed paper.</summary>
public sealed class RaiseObjection(PortalDb db, CurrentActor current, CurrentYear year, ScoringGate gate, ReportingFacts facts, TimeProvider clock, FileStore files)
{
    public sealed record Form
    {
        public int Version { get; init; }

        public List<Line> Lines { get; init; } = [];

        public PaperForm Paper { get; init; } = new();
    }

    /// <summary>A line with the reason and a document; without both the unit agrees to it.</summary>
    public sealed record Line
    {
        public int CriterionId { get; init; }

        public string? Reason { get; init; }

        public IFormFile? Document { get; init; }

        public bool IsObjected => Text.Clean(Reason) is not null || Document is not null;
    }

    public sealed class LineValidator : AbstractValidator<Line>
    {
        public LineValidator() => RuleFor(line => line.Reason).MaximumLength(4000).WithMessage("Lý do tối đa 4.000 ký tự.");
    }

    public sealed class Validator : AbstractValidator<Form>
    {
        public Validator()
        {
            RuleForEach(form => form.Lines).SetValidator(new LineValidator());
            RuleFor(form => form.Paper).SetValidator(new PaperForm.Validator());
        }
    }

    public async Task<int> Handle(int id, Form form)
    {
        await SheetHead.Find(db, current.Actor, year.Year, id);
        var sheet = await db.ScoreSheets.OneAsync(row => row.Id == id);
        db.Expect(sheet, form.Version);
        await gate.Require(ScoringWindow.Objection);
        var before = await db.LineObjections.Where(row => row.SheetId == id).Select(row => row.CriterionId).ToListAsync();
        var lines = await Lines(sheet, form);
        var scan = await files.Receive(form.Paper.Scan, "Paper.Scan", CancellationToken.None);
        db.AddRange(sheet.RaiseObjection(current.Actor, new(clock.GetUtcNow().UtcDateTime, null, form.Paper.ToPaper(scan?.Id)), lines, before));
        facts.Handle(sheet);
        await db.SaveChangesAsync();
        return lines.Count;
    }

    private async Task<List<ObjectedLine>> Lines(ScoreSheet sheet, Form form)
    {
        var criteria = await db.Criteria.AsNoTracking().Where(row => row.SchemeId == sheet.SchemeId).ToDictionaryAsync(row => row.Id);
        var appraised = await db.ScoreEntries.AsNoTracking().Where(row => row.SheetId == sheet.Id && row.Stage == ScoreStage.Appraised).ToDictionaryAsync(row => row.CriterionId);
        var lines = new List<ObjectedLine>();
        for (var index = 0; index < form.Lines.Count; index++)
        {
            if (form.Lines[index] is { IsObjected: true } typed)
            {
                var cell = appraised.GetValueOrDefault(typed.CriterionId) ?? throw new NotFound();
                var criterion = criteria.GetValueOrDefault(typed.CriterionId) ?? throw new NotFound();
                var field = $"Lines[{index}].";
                var file = await files.Receive(typed.Document, field + nameof(Line.Document), CancellationToken.None);
                lines.Add(new(criterion, cell, typed.Reason, field + nameof(Line.Reason)) { FileId = file?.Id, FileName = file is null ? null : FileNames.Clean(typed.Document!.FileName) });
            }
        }

        return lines;
    }
}
