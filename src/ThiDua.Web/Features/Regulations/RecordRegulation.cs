using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Documents;
using ThiDua.Domain.Regulations;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared.Issuing;
using ThiDua.Web.Features.Shared.Regulations;
using ThiDua.Web.Files;

namespace ThiDua.Web.Features.Regulations;

/// <summary>Records a regulation that was signed on paper (ghi nhận quy chế đã ký) and gives its id.</summary>
public sealed class RecordRegulation(PortalDb db, RegulationsOfCluster regulations, CurrentActor current, CurrentYear year, FileStore files, TimeProvider clock)
{
    public async Task<int> Handle(RecordForm form, CancellationToken cancellationToken)
    {
        var (clusterId, decision) = (year.Year.ClusterId, form.Document.ToReference());
        var note = new StepNote(clock.GetUtcNow().UtcDateTime, $"Văn bản số {decision.InWords()}.");
        var regulation = Regulation.Record(current.Actor, clusterId, form.ToTerms(), decision, note);
        if (await Receive(form.Scan, cancellationToken) is { } scan)
        {
            regulation.KeepScan(current.Actor, scan);
        }

        db.Add(regulation);
        db.MustStillBe(db.Clusters.Where(row => row.Id == clusterId), row => row.Name, "Cụm, khối không còn."); // takes the row: whoever records at the same moment waits
        db.First(() => RequireNew(clusterId, decision));
        await db.SaveChangesAsync(cancellationToken);
        return regulation.Id;
    }

    private async Task RequireNew(int clusterId, DocumentReference decision)
    {
        var known = (await regulations.Handle(clusterId)).FirstOrDefault(row => row.Document.IsSameAs(decision));
        RuleViolation.Require(known is null, $"Đã có quy chế ban hành kèm theo văn bản số {decision.InWords()}: {known?.Title}.", "Document.Number");
    }

    private async Task<StoredFile?> Receive(IFormFile? file, CancellationToken cancellationToken)
    {
        var stored = await files.Receive(file, nameof(RecordForm.Scan), cancellationToken);
        RuleViolation.Require(stored is null || ContentCheck.ShowsInPlace(stored.MediaType), "Bản quét là tệp PDF, JPEG hoặc PNG.", nameof(RecordForm.Scan));
        return stored;
    }
}

/// <summary>Takes back what was recorded wrongly (thu hồi bản ghi).</summary>
public sealed class TakeBackRegulation(PortalDb db, CurrentActor current, Issuing issuing)
{
    public async Task Handle(int regulationId, RegulationStepForm form)
    {
        var regulation = await db.RegulationToChange(regulationId, current.Actor);
        regulation.TakeBack(current.Actor, issuing.Note(form.Reason));
        db.Expect(regulation, form.Version);
        await db.SaveChangesAsync();
    }
}
