using ThiDua.Domain.Access;
using ThiDua.Domain.Covenants;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Files;

namespace ThiDua.Web.Features.Covenants;

/// <summary>Starts a draft and gives its id.</summary>
public sealed class StartCovenant(PortalDb db, CurrentActor current, CurrentYear year)
{
    public async Task<int> Handle(NewCovenantForm form)
    {
        var covenant = new Covenant(current.Actor, form.ToTerms(), form.ForYear!.Value, year.Year.Year);
        db.Add(covenant);
        await db.SaveChangesAsync();
        return covenant.Id;
    }
}

/// <summary>Changes a covenant; while units sign, signatures are lost as told.</summary>
public sealed class DescribeCovenant(PortalDb db, CurrentActor current, TimeProvider clock)
{
    public async Task Handle(int covenantId, ChangedCovenantForm form)
    {
        var covenant = await db.CovenantToChange(covenantId, current.Actor);
        covenant.Describe(current.Actor, form.ToTerms(), form.Lost, clock.GetUtcNow().UtcDateTime);
        db.Expect(covenant, form.Version);
        await db.SaveChangesAsync();
    }
}

/// <summary>Puts a draft up for signatures.</summary>
public sealed class OpenSigning(PortalDb db, CurrentActor current, TimeProvider clock)
{
    public async Task Handle(int covenantId, OpenSigningForm form)
    {
        var covenant = await db.CovenantToChange(covenantId, current.Actor);
        covenant.OpenSigning(current.Actor, new(clock.GetUtcNow().UtcDateTime));
        db.Expect(covenant, form.Version);
        await db.SaveChangesAsync();
    }
}

/// <summary>Gives up a draft, or a covenant that is signed or in force.</summary>
public sealed class GiveUpCovenant(PortalDb db, CurrentActor current, FileStore files, TimeProvider clock)
{
    public async Task Handle(int covenantId, CovenantStepForm form, CancellationToken cancellationToken)
    {
        var note = await form.ToNote(files, clock.GetUtcNow().UtcDateTime, cancellationToken);
        var covenant = await db.CovenantToChange(covenantId, current.Actor);
        if (covenant.State == CovenantState.Draft)
        {
            covenant.Drop(current.Actor, note);
        }
        else
        {
            covenant.Revoke(current.Actor, note);
        }

        db.Expect(covenant, form.Version);
        await db.SaveChangesAsync(cancellationToken);
    }
}

/// <summary>Declares it in force for those who signed, naming the missing.</summary>
public sealed class DeclareCovenant(PortalDb db, CurrentActor current, CurrentYear year, FileStore files, TimeProvider clock)
{
    public async Task Handle(int covenantId, CovenantStepForm form, CancellationToken cancellationToken)
    {
        var note = await form.ToNote(files, clock.GetUtcNow().UtcDateTime, cancellationToken);
        var covenant = await db.CovenantToChange(covenantId, current.Actor);
        covenant.Declare(current.Actor, year.Year.Parties(), note);
        db.Expect(covenant, form.Version);
        await db.ReplaceEarlier(covenant, current.Actor, note.At);
        await db.SaveChangesAsync(cancellationToken);
    }
}
