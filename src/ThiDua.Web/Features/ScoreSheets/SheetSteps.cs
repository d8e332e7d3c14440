using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Conventions;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared;
using ThiDua.Web.Features.Shared.Lines;
using ThiDua.Web.Files;

namespace ThiDua.Web.Features.ScoreSheets;

/// <summary>What every step of a sheet is sent with.</summary>
public record SheetStepForm
{
    public int Version { get; init; }

    public string? Reason { get; init; }

    public PaperForm Paper { get; init; } = new();

    public async Task<StepNote> ToNote(FileStore files, DateTime at) =>
        new(at, Text.Clean(Reason), Paper.ToPaper((await files.Receive(Paper.Scan, "Paper.Scan", CancellationToken.None))?.Id));

    /// <summary>A reason of at most 2,000 characters, and a complete paper.</summary>
    public abstract class RulesFor<T> : AbstractValidator<T>
        where T : SheetStepForm
    {
        protected RulesFor()
        {
            RuleFor(form => form.Reason).MaximumLength(2000).WithMessage("Tối đa 2.000 ký tự.");
            RuleFor(form => form.Paper).SetValidator(new PaperForm.Validator());
        }
    }
}

/// <summary>The head submits the unit's sheet (nộp), or the clerk records it from signed paper.</summary>
public sealed class SubmitSheet(PortalDb db, LoadSheet load, CurrentActor current, ScoringGate gate, IPortalPoints points, ReportingFacts facts, TimeProvider clock, FileStore files)
{
    public sealed record Form : SheetStepForm;

    public sealed class Validator : SheetStepForm.RulesFor<Form>;

    public async Task Handle(int id, Form form)
    {
        var page = await load.Handle(id);
        var sheet = await db.ScoreSheets.OneAsync(row => row.Id == id);
        db.Expect(sheet, form.Version);
        await gate.Handle(sheet);
        files.RequireScanned((await db.EvidenceLinks.Where(link => link.SheetId == id && link.UnlinkedAt == null).Select(link => new { link.Evidence.Name, link.Evidence.File.Sha256 }).Distinct().ToListAsync()).Select(file => (file.Name, file.Sha256)), "Chưa nộp được bảng tự chấm điểm.");
        sheet.Submit(current.Actor, await form.ToNote(files, clock.GetUtcNow().UtcDateTime), page.MissingInWords, await gate.IsLate(sheet));
        if ((await gate.DaysOf(sheet.UnitId))?.Days.Closes is { } closes)
        {
            points.Record(sheet.UnitId, PortalSource.Submissions, new("nop-bang-tu-cham", $"Nộp bảng tự chấm điểm lúc {Shown.Time(sheet.SubmittedAt)}, {(sheet.IsLate ? "sau" : "trong")} thời hạn ({closes}).", sheet.IsLate));
        }

        facts.Handle(sheet);
        await db.SaveChangesAsync();
    }
}

/// <summary>The leader marks that a unit never submitted (ghi nhận không nộp), with the reason.</summary>
public sealed class MarkNotSubmitted(PortalDb db, CurrentActor current, TimeProvider clock, FileStore files)
{
    public sealed record Form : SheetStepForm;

    public sealed class Validator : SheetStepForm.RulesFor<Form>;

    public async Task Handle(int id, Form form)
    {
        var sheet = await db.ScoreSheets.OneAsync(row => row.Id == id);
        db.Expect(sheet, form.Version);
        sheet.MarkNotSubmitted(current.Actor, await form.ToNote(files, clock.GetUtcNow().UtcDateTime));
        await db.SaveChangesAsync();
    }
}

/// <summary>The leader opens such a sheet for the unit again, while entry is open.</summary>
public sealed class AdmitLateSheet(PortalDb db, TargetsInSheets targets, CurrentActor current, TimeProvider clock, FileStore files)
{
    public sealed record Form : SheetStepForm;

    public sealed class Validator : SheetStepForm.RulesFor<Form>;

    public async Task Handle(int id, Form form)
    {
        var sheet = await db.ScoreSheets.OneAsync(row => row.Id == id);
        db.Expect(sheet, form.Version);
        sheet.AdmitLate(current.Actor, await form.ToNote(files, clock.GetUtcNow().UtcDateTime));
        await targets.Follow(sheet);
        db.MustStillBe(db.Rankings.Where(ranking => ranking.State == RankingState.Collecting), ranking => ranking.State, "Đã khóa nhập liệu. Hãy mở lại nhập liệu ở trang Xếp hạng trước.");
        await db.SaveChangesAsync();
    }
}
