using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Registrations;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Access;
using ThiDua.Web.Conventions;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared.Lines;
using ThiDua.Web.Files;

namespace ThiDua.Web.Features.Registrations;

/// <summary>The steps that change nothing but the state: handed to the head, sent back, received, returned.</summary>
public sealed class MoveRegistration(PortalDb db, CurrentActor current, CurrentYear year, TimeProvider clock, FileStore files)
{
    public async Task Handle(int unitId, RegistrationStep step, RegistrationStepForm form)
    {
        var (registration, by) = (await db.RegistrationToChange(unitId, current.Actor), current.Actor);
        var note = await form.ToNote(files, clock.GetUtcNow().UtcDateTime);
        switch (step)
        {
            case RegistrationStep.SubmitForApproval:
                registration.SubmitForApproval(by, note);
                break;
            case RegistrationStep.SendBack:
                registration.SendBack(by, note);
                break;
            case RegistrationStep.Receive:
                registration.Receive(by, note, year.Year.LeaderId);
                break;
            default:
                registration.Return(by, note, year.Year.LeaderId);
                break;
        }

        db.Expect(registration, form.Version);
        await db.SaveChangesAsync();
    }
}

/// <summary>The head registers, or the clerk records it from signed paper; the unit's open sheet takes the targets in the same transaction.</summary>
public sealed class RegisterTargets(PortalDb db, CurrentActor current, TargetsInSheets sheets, IPortalPoints points, TimeProvider clock, FileStore files)
{
    public async Task Handle(int unitId, RegistrationStepForm form)
    {
        var registration = await db.RegistrationToChange(unitId, current.Actor);
        var (now, isFirst) = (clock.GetUtcNow().UtcDateTime, registration.RegisteredAt is null);
        var calendar = await db.ScoringCalendars.AsNoTracking().SingleOrDefaultAsync();
        registration.Register(current.Actor, await form.ToNote(files, now), calendar?.IsLateRegistration(now) == true);
        db.Expect(registration, form.Version);
        await sheets.Follow(registration);
        if (isFirst && calendar?.DaysOf(ScoringWindow.Registration).Closes is { } closes)
        {
            points.Record(unitId, PortalSource.Deadlines, new("dang-ky-thi-dua", $"Đăng ký thi đua lúc {Shown.Time(now)}, {(registration.IsLate ? "sau" : "trong")} thời hạn ({closes}).", registration.IsLate));
        }

        await db.SaveChangesAsync();
    }
}

/// <summary>Opens a registration again by a new document.</summary>
public sealed class AdjustRegistration(PortalDb db, CurrentActor current, TimeProvider clock)
{
    public async Task Handle(int unitId, AdjustForm form)
    {
        var registration = await db.RegistrationToChange(unitId, current.Actor);
        var cutOff = await db.ScoringSchemes.Select(row => row.CutOffOn).SingleOrDefaultAsync();
        registration.Adjust(current.Actor, new(clock.GetUtcNow().UtcDateTime), form.Document.ToReference(), cutOff);
        db.Expect(registration, form.Version);
        await db.SaveChangesAsync();
    }
}

/// <summary>Gives an adjustment up.</summary>
public sealed class CancelAdjustment(PortalDb db, CurrentActor current, TimeProvider clock)
{
    public async Task Handle(int unitId, RegistrationStepForm form)
    {
        var registration = await db.RegistrationToChange(unitId, current.Actor);
        db.RemoveRange(registration.CancelAdjustment(current.Actor, new(clock.GetUtcNow().UtcDateTime)));
        db.Expect(registration, form.Version);
        await db.SaveChangesAsync();
    }
}
