using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared.Lines;

namespace ThiDua.Web.Features.Evidence;

/// <summary>The unit puts files behind a line of its sheet; each goes into the library first.</summary>
public sealed class AddEvidence(PortalDb db, TakeIntoLibrary take, OwnLibrary library, OpenOwnSheet own)
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
    public Task<Taking> Handle(int sheetId, int criterionId, Form form, CancellationToken cancellationToken) =>
        Taking.Each(db, form.Files, (content, name) => Add(sheetId, criterionId, content, name, cancellationToken));

    /// <summary>One file, streamed.</summary>
    public async Task<TakenFile> Add(int sheetId, int criterionId, Stream content, string fileName, CancellationToken cancellationToken)
    {
        // Before a large body is taken in vain. An upload that began in time counts as in time (D3).
        var sheet = await own.Handle(sheetId);
        await db.Criteria.OneAsync(row => row.Id == criterionId && row.SchemeId == sheet.SchemeId && row.Rule != null);
        db.ChangeTracker.Clear();
        var taken = await take.Handle(content, fileName, cancellationToken);
        try
        {
            await Link(sheetId, criterionId, taken.Id);
        }
        catch (DbUpdateException failure) when (db.IsUniqueViolation(failure))
        {
            db.ChangeTracker.Clear();
            throw new RuleViolation($"Tệp “{taken.Name}” đã có ở dòng này.");
        }

        return taken;
    }

    private async Task Link(int sheetId, int criterionId, int evidenceId)
    {
        var sheet = await db.ScoreSheets.OneAsync(row => row.Id == sheetId);
        var evidence = await library.Files.OneAsync(row => row.Id == evidenceId);
        RuleViolation.Require(await library.Link(sheet, criterionId, evidence, new(EvidenceRole.Result)), $"Tệp “{evidence.Name}” đã có ở dòng này.");
        await library.SaveLinks(sheet, [evidenceId]);
    }
}

/// <summary>The unit says anew what a file shows at a line, and on which pages.</summary>
public sealed class DescribeLink(PortalDb db, CurrentActor current, OpenOwnSheet own)
{
    public sealed record Form : PlaceForm
    {
        public int Version { get; init; }
    }

    public sealed class Validator : PlaceValidator<Form>;

    public async Task Handle(int sheetId, int linkId, Form form)
    {
        var sheet = await own.Handle(sheetId);
        var link = await db.EvidenceLinks.OneAsync(row => row.Id == linkId && row.SheetId == sheetId);
        db.Expect(link, form.Version);
        link.Describe(current.Actor, sheet, form.Place());
        db.MustStillBe(db.ScoreSheets.Where(row => row.Id == sheetId && ScoreSheetWorkflow.OpenForEntry.Contains(row.State)), row => row.State, "Bảng điểm vừa được chuyển sang trạng thái khác nên không sửa được.");
        await db.SaveChangesAsync();
    }
}

/// <summary>The unit takes a file off a line (gỡ khỏi dòng); it stays in the library and in the history.</summary>
public sealed class UnlinkEvidence(PortalDb db, OpenOwnSheet own, CurrentActor current, TimeProvider clock)
{
    public sealed record Form;

    public sealed class Validator : AbstractValidator<Form>;

    public async Task Handle(int sheetId, int linkId)
    {
        var sheet = await own.Handle(sheetId);
        var link = await db.EvidenceLinks.OneAsync(row => row.Id == linkId && row.SheetId == sheetId);
        link.Unlink(current.Actor, sheet, clock.GetUtcNow().UtcDateTime);
        db.MustStillBe(db.ScoreSheets.Where(row => row.Id == sheetId && ScoreSheetWorkflow.OpenForEntry.Contains(row.State)), row => row.State, "Bảng điểm vừa được chuyển sang trạng thái khác nên không gỡ được.");
        await db.SaveChangesAsync();
    }
}
