using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Documents;
using ThiDua.Domain.Regulations;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Files;

namespace ThiDua.Web.Features.Regulations;

/// <summary>Records a regulation that was signed on paper (ghi nhận quy chế đã ký) and gives its id.</summary>
public sealed class RecordRegulation(PortalDb db, CurrentActor current, CurrentYear year, FileStore files, TimeProvider clock)
{
    public async Task<int> Handle(RecordForm form, CancellationToken cancellationToken)
    {
        var note = new StepNote(clock.GetUtcNow().UtcDateTime, $"Văn bản số {form.Document.ToReference().InWords()}.");
        var regulation = Regulation.Record(current.Actor, year.Year.ClusterId, form.ToTerms(), form.Document.ToReference(), note);
        if (await Receive(form.Scan, cancellationToken) is { } scan)
        {
            regulation.KeepScan(current.Actor, scan);
        }

        db.Add(regulation);
        await db.SaveChangesAsync(cancellationToken);
        return regulation.Id;
    }

    private async Task<StoredFile?> Receive(IFormFile? file, CancellationToken cancellationToken)
    {
        var stored = await files.Receive(file, nameof(RecordForm.Scan), cancellationToken);
        RuleViolation.Require(stored is null || ContentCheck.ShowsInPlace(stored.MediaType), "Bản quét là tệp PDF, JPEG hoặc PNG.", nameof(RecordForm.Scan));
        return stored;
    }
}
