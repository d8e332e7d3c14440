using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Covenants;
using ThiDua.Domain.Documents;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Files;

namespace ThiDua.Web.Features.Covenants;

/// <summary>
/// Adds signatures. Heads of different units sign at the same moment, each the same text: who comes second is not sent away but taken on top of the first;
/// of one unit the second is told who signed.
/// </summary>
public sealed class TakeSignatures(PortalDb db, CurrentActor current, CurrentYear year, TimeProvider clock)
{
    private const int MostTries = 20;

    /// <summary>Tells whether it is in force now.</summary>
    public async Task<bool> Handle(int covenantId, Action<Covenant, CovenantParties, DateTime> sign)
    {
        for (var attempt = 1; ; attempt++)
        {
            db.ChangeTracker.Clear();
            var at = clock.GetUtcNow().UtcDateTime;
            var covenant = await db.CovenantToChange(covenantId, current.Actor);
            sign(covenant, year.Year.Parties(), at);
            await db.ReplaceEarlier(covenant, current.Actor, at);
            try
            {
                await db.SaveChangesAsync();
                return covenant.State == CovenantState.InForce;
            }
            catch (DbUpdateException failure) when (attempt < MostTries && (failure is DbUpdateConcurrencyException || db.IsUniqueViolation(failure)))
            {
                // somebody else signed at the same moment
            }
        }
    }
}

/// <summary>Ký giao ước: a head after proving who they are, or a clerk from what the head signed on paper.</summary>
public sealed class SignCovenant(PortalDb db, TakeSignatures take, PersonProof proof, CurrentActor current, CurrentYear year, FileStore files)
{
    public async Task<bool> Handle(int covenantId, SignForm form, CancellationToken cancellationToken)
    {
        var by = current.Actor;
        var isHead = by.Can(Permission.SignCovenant);
        var covenant = await db.Readable(by).AsNoTracking().Include(row => row.Signings).OneAsync(row => row.Id == covenantId);
        covenant.RequireMaySign(by, year.Year.Parties(), isHead ? null : form.Paper.ToPaper(null));
        if (isHead)
        {
            await proof.Require(form.Password, form.AppCode);
        }

        var paper = isHead ? null : form.Paper.ToPaper((await SignatureScan.Receive(files, form.Paper.Scan, "Paper.Scan", cancellationToken))?.Id);
        return await take.Handle(covenantId, (row, parties, at) => row.Sign(by, parties, form.Seen, new(at, null, paper)));
    }
}

/// <summary>Records the page that a unit sent in.</summary>
public sealed class RecordCirculation(TakeSignatures take, CurrentActor current, FileStore files)
{
    public async Task<bool> Handle(int covenantId, CirculationForm form, CancellationToken cancellationToken)
    {
        var file = await SignatureScan.Receive(files, form.File, nameof(form.File), cancellationToken);
        var signed = new SignedBy(form.Signatory, form.Office!, form.SignedOn!.Value, file?.Id);
        return await take.Handle(covenantId, (covenant, parties, at) => covenant.Circulate(current.Actor, parties, form.UnitId!.Value, form.Seen, signed, at));
    }
}

/// <summary>Records who signed at the ceremony.</summary>
public sealed class RecordCeremony(TakeSignatures take, CurrentActor current, FileStore files)
{
    public async Task<bool> Handle(int covenantId, CeremonyForm form, CancellationToken cancellationToken)
    {
        var file = await SignatureScan.Receive(files, form.File, nameof(form.File), cancellationToken);
        var signed = form.ToSigned(file?.Id);
        return await take.Handle(covenantId, (covenant, parties, at) => covenant.RecordCeremony(current.Actor, parties, form.Seen, signed, at));
    }
}

/// <summary>Ends a signature before the covenant is in force: withdrawn by the unit, taken back by who collected it.</summary>
public sealed class EndSigning(PortalDb db, CurrentActor current, FileStore files, TimeProvider clock)
{
    public async Task Handle(int covenantId, int signingId, CovenantStepForm form, CancellationToken cancellationToken)
    {
        var note = await form.ToNote(files, clock.GetUtcNow().UtcDateTime, cancellationToken);
        var covenant = await db.CovenantToChange(covenantId, current.Actor);
        covenant.EndSigning(current.Actor, covenant.Signings.FirstOrDefault(row => row.Id == signingId) ?? throw new NotFound(), note);
        db.Expect(covenant, form.Version);
        await db.SaveChangesAsync(cancellationToken);
    }
}

/// <summary>Scans of signatures: PDF and pictures.</summary>
internal static class SignatureScan
{
    public static async Task<StoredFile?> Receive(FileStore files, IFormFile? file, string field, CancellationToken cancellationToken)
    {
        var stored = await files.Receive(file, field, cancellationToken);
        RuleViolation.Require(stored is null || ContentCheck.ShowsInPlace(stored.MediaType), "Bản quét là tệp PDF, JPEG hoặc PNG.", field);
        return stored;
    }
}
