using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Documents;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared;
using ThiDua.Web.Files;

namespace ThiDua.Web.Features.Evidence;

/// <summary>The unit puts files behind a line of its sheet; each file by itself, so that one refused does not lose the others.</summary>
public sealed class AddEvidence(PortalDb db, CurrentActor current, CurrentYear year, EntryGate gate, FileStore files, TimeProvider clock)
{
    public sealed record Form
    {
        public List<IFormFile> Files { get; init; } = [];
    }

    public sealed class Validator : AbstractValidator<Form>
    {
        public Validator() => RuleFor(form => form.Files).NotEmpty().WithMessage("Chọn ít nhất một tệp.");
    }

    /// <summary>The form without script: several files.</summary>
    /// <returns>The sentences of the files that were refused.</returns>
    public async Task<IReadOnlyList<string>> Handle(int sheetId, int criterionId, Form form, CancellationToken cancellationToken)
    {
        var refused = new List<string>();
        foreach (var file in form.Files)
        {
            try
            {
                await using var content = file.OpenReadStream();
                await Add(sheetId, criterionId, content, file.FileName, cancellationToken);
            }
            catch (RuleViolation refusal)
            {
                db.ChangeTracker.Clear();
                refused.Add(refusal.Message);
            }
        }

        return refused;
    }

    /// <summary>One file, streamed.</summary>
    public async Task Add(int sheetId, int criterionId, Stream content, string fileName, CancellationToken cancellationToken)
    {
        // Before a large body is taken in vain. An upload that began in time counts as in time (D3).
        var sheet = await SheetOpenHere(sheetId, criterionId);
        sheet.RequireEntryBy(current.Actor);
        await gate.Handle(sheet);
        var stored = await files.Receive(content, fileName, cancellationToken);
        try
        {
            await Link(sheetId, criterionId, stored, FileNames.Clean(fileName), cancellationToken);
        }
        catch (DbUpdateException failure) when (db.IsUniqueViolation(failure))
        {
            // Somebody put the same file in at this moment: now it is known.
            db.ChangeTracker.Clear();
            await Link(sheetId, criterionId, stored, FileNames.Clean(fileName), cancellationToken);
        }
    }

    private async Task<ScoreSheet> SheetOpenHere(int sheetId, int criterionId)
    {
        var sheet = await db.ScoreSheets.OneAsync(row => row.Id == sheetId && row.UnitId == current.Actor.UnitId);
        await db.Criteria.OneAsync(row => row.Id == criterionId && row.SchemeId == sheet.SchemeId && row.Rule != null);
        return sheet;
    }

    private async Task Link(int sheetId, int criterionId, StoredFile stored, string name, CancellationToken cancellationToken)
    {
        var sheet = await SheetOpenHere(sheetId, criterionId);
        sheet.RequireEntryBy(current.Actor);
        db.Attach(stored);
        var evidence = await Known(sheet, stored, cancellationToken) ?? new(current.Actor, sheet.UnitId, year.Year.Year, stored, name, clock.GetUtcNow().UtcDateTime);
        RuleViolation.Require(evidence.Id == 0 || !await db.EvidenceLinks.AnyAsync(link => link.SheetId == sheetId && link.CriterionId == criterionId && link.EvidenceId == evidence.Id && link.WithdrawnAt == null, cancellationToken), $"Tệp “{name}” đã có ở dòng này.");
        db.Add(new EvidenceLink(current.Actor, sheet, criterionId, evidence));
        db.MustStillBe(db.ScoreSheets.Where(row => row.Id == sheetId && ScoreSheetWorkflow.OpenForEntry.Contains(row.State)), row => row.State, "Bảng điểm vừa được chuyển sang trạng thái khác nên không thêm minh chứng được.");
        await db.SaveChangesAsync(cancellationToken);
    }

    private Task<Domain.Scoring.Evidence?> Known(ScoreSheet sheet, StoredFile stored, CancellationToken cancellationToken) =>
        db.Evidence.FirstOrDefaultAsync(row => row.OrganizationId == sheet.UnitId && row.Year == year.Year.Year && row.FileId == stored.Id, cancellationToken);
}

/// <summary>The unit withdraws a file from a line; it stays in the history.</summary>
public sealed class WithdrawEvidence(PortalDb db, CurrentActor current, TimeProvider clock)
{
    public sealed record Form;

    public sealed class Validator : AbstractValidator<Form>;

    public async Task Handle(int sheetId, int linkId)
    {
        var sheet = await db.ScoreSheets.OneAsync(row => row.Id == sheetId && row.UnitId == current.Actor.UnitId);
        var link = await db.EvidenceLinks.OneAsync(row => row.Id == linkId && row.SheetId == sheetId);
        link.Withdraw(current.Actor, sheet, clock.GetUtcNow().UtcDateTime);
        db.MustStillBe(db.ScoreSheets.Where(row => row.Id == sheetId && ScoreSheetWorkflow.OpenForEntry.Contains(row.State)), row => row.State, "Bảng điểm vừa được chuyển sang trạng thái khác nên không rút được.");
        await db.SaveChangesAsync();
    }
}
