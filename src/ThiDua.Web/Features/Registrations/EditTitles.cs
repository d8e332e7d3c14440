using ThiDua.Domain.Access;
using ThiDua.Web.Access;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.Registrations;

/// <summary>Adds a title or form of reward.</summary>
public sealed class AddTitle(PortalDb db, CurrentActor current, CurrentYear year, TimeProvider clock)
{
    public async Task Handle(int unitId, TitleForm form)
    {
        var registration = await db.RegistrationToWrite(year.Year, unitId, current.Actor);
        registration.AddTitle(current.Actor, form.ToDescription(), clock.GetUtcNow().UtcDateTime);
        await db.SaveRegistration();
    }
}

/// <summary>Changes a title, provided that nobody did since the form was opened.</summary>
public sealed class ChangeTitle(PortalDb db, CurrentActor current, TimeProvider clock)
{
    public async Task Handle(int unitId, int titleId, TitleForm form)
    {
        var registration = await db.RegistrationToChange(unitId, current.Actor);
        (registration.Titles.FirstOrDefault(row => row.Id == titleId) ?? throw new NotFound()).MustBeAsSeen(form.Version);
        registration.ChangeTitle(current.Actor, titleId, form.ToDescription(), clock.GetUtcNow().UtcDateTime);
        await db.SaveRegistration();
    }
}

/// <summary>Takes a title out.</summary>
public sealed class RemoveTitle(PortalDb db, CurrentActor current)
{
    public async Task Handle(int unitId, int titleId, RemoveRowForm form)
    {
        var registration = await db.RegistrationToChange(unitId, current.Actor);
        (registration.Titles.FirstOrDefault(row => row.Id == titleId) ?? throw new NotFound()).MustBeAsSeen(form.Version);
        if (registration.RemoveTitle(current.Actor, titleId) is { } gone)
        {
            db.Remove(gone);
        }

        await db.SaveRegistration();
    }
}
